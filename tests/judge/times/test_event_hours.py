"""The hour of the event, over whole reports."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.times.event_hours import event_hours

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
