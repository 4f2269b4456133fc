"""Which way a weekday lies: sentences of invented reports of a Friday, and the day that each time is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Report, Span
from crosswire.values.times.find import find
from crosswire.values.times.tense import way_of

FRIDAY = "2029-07-13"


def days(*sentences: str, published: str = FRIDAY) -> list[str | None]:
    """The days told in a report of these sentences, each a line of its own."""
    text = "\n".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(start=at, end=at + len(sentence)))
        at += len(sentence) + 1
    return [time.first for time in find(Report(id="a", text=text, published=published), tuple(spans))]


AHEAD = "2029-07-16"
BACK = "2029-07-09"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The ministers will hold talks in Orsk on Monday.", AHEAD),
        ("On Monday the ministers will hold talks in Orsk.", AHEAD),
        ("The four men are to appear in court on Monday.", AHEAD),
        ("The convicted captain will be sentenced on Monday.", AHEAD),
        ("The talks are planned for Monday in Orsk.", AHEAD),
        ("They agreed to meet on Monday.", AHEAD),
        ("The court sits on Monday.", AHEAD),
        ("The two leaders meet on Monday in Orsk.", AHEAD),
        ("Nothing should be signed before they meet on Monday in Orsk.", AHEAD),
        ("Strikes are expected on Monday.", AHEAD),
        ("Ada Holm will succeed Jon Brask on Monday.", AHEAD),
        ("The money will be paid on an unspecified hour of Monday.", AHEAD),
        ("They plan to open a bank in Orsk, Veskia, on Monday.", AHEAD),
        ("They tried to reopen the road, saying in Orsk on Monday that it was safe.", BACK),
        ("The harbour reopens starting Monday.", AHEAD),
        ("Leaders to meet in Orsk on Monday", AHEAD),
        ("The pilot was killed on Monday.", BACK),
        ("The two leaders last met on Monday, when the minister visited Halden.", BACK),
        ("They failed to meet on Monday.", BACK),
        ("The offer had been due to expire on Monday.", BACK),
        ("Since Monday the strait has been closed.", BACK),
        ("Cutter sinks trawler on Monday", BACK),
        ("Police said on Monday that the road would be closed.", BACK),
        ("The court, which will sit again in May, heard the captain on Monday.", BACK),
    ],
)
def test_the_weekday_lies_where_the_tense_tells(sentence: str, day: str) -> None:
    assert day in days(sentence)


def test_the_reports_own_day_comes_first() -> None:
    assert days("The offer stands until 20 July.", "The strait is no lake, the minister said on Friday.") == [
        "2029-07-20", "2029-07-13",
    ]  # fmt: skip


def test_a_bare_mention_goes_by_the_same_weekday_elsewhere_in_the_report() -> None:
    told = days(
        "Ministers to meet in Orsk on Monday",
        "The ministers of Norland and Veskia will hold talks in Orsk on Monday.",
        "The opposition called on Friday for the minister to cancel Monday's meeting.",
        "“If nothing is agreed before they meet on Monday, it should not go ahead,” Ada Holm said.",
        "The officers had been charged on Thursday.",
    )
    assert told == [AHEAD, AHEAD, FRIDAY, AHEAD, AHEAD, "2029-07-12"]


@pytest.mark.parametrize(
    ("sentences", "day"),
    [
        (["The trawler sank on 3 July.", "Two days later the crew was found."], "2029-07-05"),
        (["The trawler sank on Tuesday, 3 July.", "The following Friday the crew was found."], "2029-07-06"),
        (["The inquiry opened on 3 July.", "The previous Saturday three sheds had burned."], "2029-06-30"),
        (["The trawler sank on 3 July.", "The next day the search began."], "2029-07-04"),
        (["The company was founded in June 2011.", "The following month it moved to Orsk."], "2011-07-01"),
    ],
)
def test_another_date_counts_where_the_text_ties_the_time_to_it(sentences: list[str], day: str) -> None:
    assert days(*sentences)[-1] == day


@pytest.mark.parametrize("sentence", ["Two days after the blast the crew was found.", "The next day the search began."])
def test_without_a_day_to_be_counted_from_a_time_stays_relative(sentence: str) -> None:
    assert days(sentence) == [None]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The mission is to start in December.", "2029-12-01"),
        ("The captain was arrested in December.", "2028-12-01"),
        ("The dividend is payable on 2 January.", "2030-01-02"),
        ("The deadline was extended to 20 July.", "2029-07-20"),
        ("Police said late yesterday that the road was open.", "2029-07-12"),
    ],
)
def test_a_date_without_its_year_lies_near(sentence: str, day: str) -> None:
    assert days(sentence)[0] == day


@given(st.text(alphabet='Monday wil to,.be"“ 3ed', max_size=60), st.integers(0, 60), st.integers(0, 10))
def test_any_words_look_some_way(words: str, start: int, length: int) -> None:
    start = min(start, len(words))
    assert way_of(words, start, min(len(words), start + length)) in ("ahead", "back", None)
