import pytest

from crosswire.model import Difference, Evidence, Nature, Slot, Unsettled, Value
from crosswire.show.labels import (
    count,
    day,
    days,
    language,
    letter,
    note,
    open_in,
    quoted,
    reason,
    title,
    told_as,
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


def _difference(slot: Slot, nature: Nature, why: str, *reports: tuple[str, ...]) -> Difference:
    def told(report: str) -> Evidence:
        return Evidence(report=report, start=0, end=1, exact="x")

    values = tuple(Value(value=str(i), evidence=tuple(map(told, of))) for i, of in enumerate(reports))
    return Difference(slot=slot, nature=nature, why=why, values=values)


@pytest.mark.parametrize(
    ("slot", "why", "expected"),
    [
        ("cause", "cause: a raid in 01; a storm in 02", ("Cause", "")),
        ("number", "sailors held: 11 in 01; 14 in 02", ("Sailors held", "")),
        ("date", "day: Tuesday in 01; Friday in 02", ("Date", "")),
        ("date", "time of day: 2 a.m. in 01; noon in 02", ("Time of day", "")),
        ("stance", "stance: ruled out in 01; ready to in 02", ("Stance", "")),
        ("order", "order: first in 01; last in 02", ("Order of events", "")),
        ("number", "11 and 4 make 15, more than the 14 told", ("Number", "11 and 4 make 15, more than the 14 told")),
        ("stance", "stance: 02, a day later, says no", ("Stance", "02, a day later, says no")),
    ],
)
def test_a_reason_that_lists_the_values_becomes_the_title(slot: Slot, why: str, expected: tuple[str, str]) -> None:
    difference = _difference(slot, "conflict", why, ("01",), ("02",))
    assert (title(difference), reason(difference)) == expected


@pytest.mark.parametrize(
    ("slot", "nature", "why", "expected"),
    [
        (
            "name",
            "precision",
            "name of Aune: Ms Aune in 01, 03; Sigrid Aune in 02",
            ("Name of Aune, in different detail", "Ms Aune in 01, 03; Sigrid Aune in 02"),
        ),
        ("number", "rounding", "people: 98 in 01, 03; 100 in 02", ("People, rounded", "98 in 01, 03; 100 in 02")),
        (
            "wording",
            "wording",
            "quoted words: we go in 01, 03; we leave in 02",
            ("Worded otherwise", "we go in 01, 03; we leave in 02"),
        ),
        ("wording", "wording", "“go” is “leave” in 02", ("Worded otherwise", "“go” is “leave” in 02")),
    ],
)
def test_a_note_says_what_is_unequal_and_how(slot: Slot, nature: Nature, why: str, expected: tuple[str, str]) -> None:
    assert note(_difference(slot, nature, why, ("01", "03"), ("02",))) == expected


def test_what_may_differ_is_named() -> None:
    assert open_in(Unsettled(slot="number", why="two in 01; five in 02")) == (
        "Number may differ",
        "two in 01; five in 02",
    )
    assert open_in(Unsettled(slot="stance", why="yes in 01; no in 02"))[0] == "What is said may differ"


def test_small_words() -> None:
    assert (count(1, "report"), count([1, 2], "report")) == ("1 report", "2 reports")
    assert (letter(0), letter(25), letter(26)) == ("A", "Z", "27")
    assert (language("ru"), language("xx")) == ("Russian", "xx")
    assert told_as("pronoun", "she") == "“she”, taken to be this voice"
    assert told_as("unresolved", None) == ""
