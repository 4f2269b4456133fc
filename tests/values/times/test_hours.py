"""Hours by a table: words, and the minutes that they may stand for."""

from __future__ import annotations

import pytest

from crosswire.model import Report, Span, Time
from crosswire.values.times.find import find
from crosswire.values.times.hours import gap, hours_of, in_one_zone, near


def time_in(text: str) -> Time:
    """The first time of a sentence."""
    return find(Report(id="a", text=text), (Span(start=0, end=len(text)),))[0]


HOURS = [
    ("It was about 3 p.m.", [(885, 915)]),
    ("It was about 3:15 p.m.", [(908, 922)]),
    ("It was shortly after 3 p.m.", [(900, 920)]),
    ("It was just before 3 p.m.", [(888, 900)]),
    ("It was 3 p.m.", [(898, 902)]),
    ("It was 3 o'clock.", [(178, 182), (898, 902)]),
    ("It was open until 3 p.m.", []),
]


@pytest.mark.parametrize(("text", "expected"), HOURS)
def test_minutes_that_an_hour_may_stand_for(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(h.low, h.high) for h in hours_of(text, time_in(text))] == expected


def test_hours_on_both_sides_of_midnight_are_near() -> None:
    one, other = (hours_of(t, time_in(t))[0] for t in ("It was 11:55 p.m.", "It was 12:02 a.m."))
    assert gap(one, other) == 7
    assert near(one, other)


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ("It was 23:40 GMT.", "It was 02:40 local time (UTC+3).", True),
        ("It was 23:40 GMT.", "It was 02:40 UTC+2.", False),
        ("It was 5 p.m. ET.", "It was 22:00 GMT.", None),  # summer or winter is not known without the day
        ("It was 23:40 GMT.", "It was 02:40 local time.", None),
        ("It was 23:40 GMT.", "It was 02:55 local time.", False),
        ("It was 23:40.", "It was 23:40.", True),
    ],
)
def test_hours_meet_in_one_zone(left: str, right: str, meet: bool | None) -> None:
    one, other = time_in(left), time_in(right)
    found = in_one_zone(one, hours_of(left, one), other, hours_of(right, other))
    assert (None if found is None else any(gap(x, y) == 0 for x in found[0] for y in found[1])) == meet
