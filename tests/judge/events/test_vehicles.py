"""The colour of a vehicle, told by several reports."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.events.vehicles import vehicles

TABLE = [
    ("The men fled in a red car.", "The men fled in a dark green 2009 Skoda.", True),
    ("The men fled in a red car.", "The men fled in a red sedan.", False),
    ("The men fled in a yellow car.", "The men fled in a light-tan Volvo.", False),
    ("The men fled in a red car.", "She left in her white van.", False),
    ("The men fled in a red car, then in a white truck.", "The men fled in a white truck.", False),
    ("The men fled in a red car.", "The men fled in a car.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_the_colour_of_one_vehicle(one: str, other: str, differ: bool) -> None:
    found = vehicles([report(one, "01"), report(other, "02")])
    assert bool(found) is differ
    for _, (left, right, finding) in found:
        assert left.piece.words_of(finding.left.span) == finding.left.shown
        assert right.piece.words_of(finding.right.span) == finding.right.shown
