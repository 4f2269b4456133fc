import pytest

from crosswire.model import Difference
from crosswire.show.labels import count, day, days, language, letter, quoted, reason, told_as, value


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


def test_reason_does_not_name_the_slot_again() -> None:
    difference = Difference(slot="cause", nature="conflict", why="cause: a raid in 01; a storm in 02", values=())
    assert reason(difference) == "a raid in 01; a storm in 02"


def test_small_words() -> None:
    assert (count(1, "report"), count([1, 2], "report")) == ("1 report", "2 reports")
    assert (letter(0), letter(25), letter(26)) == ("A", "Z", "27")
    assert (language("ru"), language("xx")) == ("Russian", "xx")
    assert told_as("pronoun", "she") == "“she”, taken to be this voice"
    assert told_as("unresolved", None) == ""
