"""The hour of the event, over whole reports."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.sides.side import side_at
from crosswire.judge.times.clocks import gap, hours, near
from crosswire.judge.times.event_hours import event_hours
from crosswire.model import Span

TABLE = [
    ("The blast happened at 1:30 a.m.", "The blast happened shortly after 1 a.m.", ["01:30", "01:00"]),
    ("The blast happened at 1:30 a.m.", "The blast happened about 1:30 a.m.", []),
    ("The blast happened at 1:30 a.m.", "Tellin was arrested at 5 p.m.", []),
    ("The blast happened at 1:30 a.m.", "Police were called at 1:50 a.m.", []),
    ("The blast happened at 1:30 a.m.", "Police were called at 1:10 a.m.", ["01:30", "01:10"]),
    ("The blast happened at 1:30 a.m.", "The blast happened at 3 a.m.\nShe heard it at 1:32 a.m.", []),
    ("The blast happened at 1:30 a.m.\nA second blast happened at 6 a.m.", "The blast happened at 3 a.m.", []),
    ("Mara Tellin died in a blast at 1:30 a.m.", "Jon Brask died in a blast at 6 a.m.", []),
    ("Mara Tellin died in a blast at 1:30 a.m.", "Jon Brask died in a blast at 6 a.m.\nMara Tellin was hurt.", []),
    ("The blast happened at 1:30 a.m. on Birch Street.", "The blast happened at 6 a.m.\nIt was on Elm Street.", []),
    (
        "The blast happened at 1:30 a.m. on Birch Street.",
        "The blast happened at 6 a.m.\nIt was on Birch Street.",
        ["01:30", "06:00"],
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), TABLE)
def test_hours_of_the_event(one: str, other: str, expected: list[str]) -> None:
    found = event_hours([report(one, "01"), report(other, "02")])
    assert [v for _, (_, _, f) in found for v in (f.left.value, f.right.value)] == expected


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
    piece = report(text)
    side = side_at(piece, Span(start=0, end=len(text)))
    assert [(h.low, h.high) for h in hours(side, piece.times[0])] == expected


def test_hours_on_both_sides_of_midnight_are_near() -> None:
    left, right = (report(f"It was {words}.") for words in ("11:55 p.m.", "12:02 a.m."))
    one, other = (hours(side_at(p, Span(start=0, end=10)), p.times[0])[0] for p in (left, right))
    assert gap(one, other) == 7
    assert near(one, other)
