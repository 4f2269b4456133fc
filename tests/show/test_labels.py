import pytest

from crosswire.model import Difference, Evidence, Nature, Slot, Story, Unread, Unsettled, Value
from crosswire.show import markdown
from crosswire.show.labels import (
    count,
    day,
    days,
    language,
    letter,
    note,
    open_in,
    quoted,
    title,
    told_as,
    unused,
    value,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-03-04", "Tue 4 March 2031"),
        ("2031-03-04/2031-03-06", "4 to 6 March 2031"),
        ("2031-02-27/2031-03-02", "27 Feb to 2 Mar 2031"),
        ("2030-12-30/2031-01-02", "30 Dec 2030 to 2 Jan 2031"),
        ("2031-W10-WE", "weekend of 8 to 9 March 2031"),
        ("2031-W10", "week of 3 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("13:30", "13:30"),
        ("2031-02-31", "2031-02-31"),
        ("11 sailors", "11 sailors"),
        ("ruled\nout", "ruled out"),
    ],
)
def test_value(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ""),
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T13:30:00+01:00", "4 March 2031, 13:30"),
        ("2031-03-04T00:00:00Z", "4 March 2031"),
        ("yesterday", "yesterday"),
    ],
)
def test_day(text: str | None, expected: str) -> None:
    assert day(text) == expected


def test_days_that_are_none_are_told_as_they_are() -> None:
    assert days("soon", "later") == "soon to later"
    assert days("soon", "soon") == "soon"


@pytest.mark.parametrize(
    ("text", "expected"), [("We left", "“We left”"), ('"We left"', "“We left”"), ("“We left", "“We left”")]
)
def test_quoted(text: str, expected: str) -> None:
    assert quoted(text) == expected


def _values(*told: tuple[str, str]) -> tuple[Value, ...]:
    """Values as (words, ids of the reports that tell them)."""
    return tuple(
        Value(value=words, evidence=tuple(Evidence(report=r, start=0, end=len(words), exact=words) for r in of.split()))
        for words, of in told
    )


@pytest.mark.parametrize(
    ("slot", "about", "expected"),
    [
        ("cause", "cause", "Cause"),
        ("number", "sailors held", "Sailors held"),
        ("date", "day", "Date"),
        ("date", "time of day", "Time of day"),
        ("stance", "stance", "Stance"),
        ("order", "order", "Order of events"),
        ("number", "", "Number"),
        ("name", "name of \x1b[31mHolm", "Name of ‹U+001B›[31mHolm"),
    ],
)
def test_what_is_compared_becomes_the_title(slot: Slot, about: str, expected: str) -> None:
    assert title(Difference(slot=slot, nature="conflict", about=about, values=())) == expected


@pytest.mark.parametrize(
    ("slot", "nature", "about", "told", "expected"),
    [
        (
            "name",
            "precision",
            "name of Aune",
            (("Ms Aune", "01 03"), ("Sigrid Aune", "02")),
            ("Name of Aune, in different detail", "Ms Aune in 01, 03; Sigrid Aune in 02"),
        ),
        (
            "number",
            "rounding",
            "people",
            (("98", "01 03"), ("100", "02")),
            ("People, rounded", "98 in 01, 03; 100 in 02"),
        ),
        (
            "wording",
            "wording",
            "quoted words",
            (("we go", "01 03"), ("we leave", "02")),
            ("Worded otherwise", "we go in 01, 03; we leave in 02"),
        ),
    ],
)
def test_a_note_says_what_is_unequal_and_how(
    slot: Slot, nature: Nature, about: str, told: tuple[tuple[str, str], ...], expected: tuple[str, str]
) -> None:
    assert note(Difference(slot=slot, nature=nature, about=about, values=_values(*told))) == expected


def test_what_may_differ_is_named() -> None:
    assert open_in(Unsettled(slot="number", values=_values(("two", "01"), ("five", "02")))) == (
        "Number may differ",
        "two in 01; five in 02",
    )
    assert open_in(Unsettled(slot="stance"))[0] == "What is said may differ"


def test_small_words() -> None:
    assert (count(1, "report"), count([1, 2], "report")) == ("1 report", "2 reports")
    assert (letter(0), letter(25), letter(26)) == ("A", "Z", "27")
    assert (language("ru"), language("xx")) == ("Russian", "xx")
    assert told_as("pronoun", "she") == "“she”, taken to be this voice"
    assert told_as("unresolved", None) == ""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Unread(name="a.txt", why="empty file"), "not read"),
        (Unread(name="notes.md", why="no report", kind="aside"), "set aside"),
        (Unread(name="long.txt", why="cut at 2 million characters", kind="partly"), "read in part"),
    ],
)
def test_what_was_given_and_not_used_says_what_became_of_it(given: Unread, expected: str) -> None:
    assert unused(given) == expected
    assert f"- {expected}: " in markdown(Story(unread=(given,)))
