"""What two numbers are to one another, by a table of words, and what holds of any two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Quantity, Report, Span
from crosswire.values.numbers.find import find
from crosswire.values.numbers.relate import relate
from crosswire.values.relation import How, Reason
from crosswire.values.times.find import find as times


def told(words: str) -> Quantity:
    """The first number of a sentence."""
    report, whole = Report(id="a", text=words), (Span(start=0, end=len(words)),)
    return find(report, whole, times(report, whole))[0]


TABLE: list[tuple[str, str, How, Reason]] = [
    ("Five people drowned.", "5 people drowned.", "same", "equal"),
    ("Five people drowned.", "Seven people drowned.", "apart", "excluded"),
    # hedges
    ("About 20 people drowned.", "22 people drowned.", "within", "hedged"),
    ("About 20 people drowned.", "30 people drowned.", "apart", "excluded"),
    ("Nearly 500 sailors were rescued.", "487 sailors were rescued.", "within", "hedged"),
    ("At least 20 people drowned.", "31 people drowned.", "within", "narrower"),
    ("At least 20 people drowned.", "19 people drowned.", "apart", "bounded"),
    ("At least 20 people drowned.", "12 people drowned.", "apart", "excluded"),
    ("More than 30 people drowned.", "45 people drowned.", "within", "narrower"),
    ("More than 70 shots were fired.", "70 shots were fired.", "apart", "bounded"),
    ("Up to 40 people drowned.", "12 people drowned.", "within", "narrower"),
    ("Up to 40 people drowned.", "50 people drowned.", "apart", "excluded"),
    ("Fewer than 10 people drowned.", "10 people drowned.", "apart", "excluded"),
    # words for no number
    ("Several people drowned.", "Six people drowned.", "within", "narrower"),
    ("Several people drowned.", "Two people drowned.", "apart", "excluded"),
    ("Dozens of people drowned.", "46 people drowned.", "within", "narrower"),
    ("A couple of people drowned.", "Two people drowned.", "within", "narrower"),
    ("A dozen people drowned.", "12 people drowned.", "within", "hedged"),
    ("Dozens of people drowned.", "Hundreds of people drowned.", "apart", "excluded"),
    # ranges
    ("10 to 15 people drowned.", "12 people drowned.", "within", "hedged"),
    ("10 to 15 people drowned.", "13 to 20 people drowned.", "rounding", "overlap"),
    ("10 to 15 people drowned.", "16 to 20 people drowned.", "apart", "excluded"),
    # round figures
    ("500 people were rescued.", "490 people were rescued.", "rounding", "rounded"),
    ("50 people were rescued.", "49 people were rescued.", "apart", "excluded"),
    # units
    ("It sank three miles off.", "It sank five kilometers off.", "rounding", "converted"),
    ("It sank three miles off.", "It sank ten kilometers off.", "apart", "excluded"),
    ("The wall is six feet high.", "The wall is 1.8 meters high.", "rounding", "converted"),
    ("The fire burned 100 acres.", "The fire burned 40 hectares.", "rounding", "converted"),
    ("It carried 20 tons of grain.", "It carried 20 tonnes of grain.", "same", "equal"),
    ("It was 30 degrees Celsius.", "It was 86 degrees Fahrenheit.", "same", "equal"),
    ("It was 30°C.", "It was 40°C.", "apart", "excluded"),
    ("It sank three miles off.", "It carried three tons of grain.", "incomparable", "unit"),
    ("It cost $8 million.", "It cost 8 million euros.", "incomparable", "currency"),
    ("It cost $8 million.", "It cost 8 million dollars.", "same", "equal"),
    ("It cost $8 million.", "It cost $18 million.", "apart", "excluded"),
    ("Prices rose 6 percent.", "Prices rose 6%.", "same", "equal"),
    ("Rates rose 2 percent.", "Rates rose 2 percentage points.", "incomparable", "unit"),
    # lengths of time
    ("It lasted two hours.", "It lasted 90 minutes.", "apart", "excluded"),
    ("It lasted two hours.", "It lasted 120 minutes.", "same", "equal"),
    ("It lasted a month.", "It lasted 30 days.", "rounding", "converted"),
    ("It lasted about two hours.", "It lasted 110 minutes.", "within", "hedged"),
    # ages, ordinals and kinds
    ("Mara Tellin, 25, sang.", "Mara Tellin, 27, sang.", "apart", "excluded"),
    ("The pilot, in his 50s, sang.", "The 56-year-old pilot sang.", "within", "narrower"),
    ("It was the third day.", "It was the 3rd day.", "same", "equal"),
    ("It was the third day.", "It was the fourth day.", "apart", "excluded"),
    ("Mara Tellin, 25, sang.", "25 people sang.", "incomparable", "kind"),
]


@pytest.mark.parametrize(("left", "right", "how", "reason"), TABLE)
def test_two_numbers(left: str, right: str, how: How, reason: Reason) -> None:
    found = relate(told(left), told(right))
    assert (found.how, found.reason) == (how, reason)


def test_a_score_is_right_or_wrong() -> None:
    one, other = (
        Quantity(span=Span(start=0, end=1), low=n, high=n, exact=True, unit=None, kind="score") for n in (300.0, 301.0)
    )
    assert relate(one, other).how == "apart"


UNITS = (
    None,
    "people",
    "miles",
    "km",
    "feet",
    "°c",
    "°f",
    "dollar",
    "rubles",
    "%",
    "hours",
    "month",
    "day",
    "furlongs",
)
KINDS = ("count", "age", "money", "percent", "ordinal", "measure", "duration", "score")


@st.composite
def numbers(draw: st.DrawFn) -> Quantity:
    """Any number, its ends the right way round."""
    low = draw(st.floats(min_value=0, max_value=1e9) | st.integers(0, 200).map(float))
    wide = draw(st.just(0.0) | st.floats(min_value=0, max_value=1e6) | st.just(float("inf")))
    return Quantity(
        span=Span(start=0, end=1), low=low, high=low + wide, exact=draw(st.booleans()),
        unit=draw(st.sampled_from(UNITS)), kind=draw(st.sampled_from(KINDS)),  # type: ignore[arg-type]
    )  # fmt: skip


@given(numbers())
def test_a_number_is_itself(one: Quantity) -> None:
    assert relate(one, one).how == "same"


@given(numbers(), numbers())
def test_the_order_of_two_numbers_only_turns_them_round(one: Quantity, other: Quantity) -> None:
    assert relate(other, one) == relate(one, other).turned()


@given(numbers(), numbers(), numbers())
def test_what_lies_within_a_part_lies_within_the_whole(a: Quantity, b: Quantity, c: Quantity) -> None:
    if (relate(a, b).how, relate(a, b).inner) == (relate(b, c).how, relate(b, c).inner) == ("within", "left"):
        assert (relate(a, c).how, relate(a, c).inner) == ("within", "left")
