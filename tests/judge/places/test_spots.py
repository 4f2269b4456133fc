"""Spots: where in a house or in what kind of place, side by side and over the whole story."""

from __future__ import annotations

import pytest
from tests.judge.tagged import read, tagged

from crosswire.judge.places.kept_or_found import kept_or_found
from crosswire.judge.places.spots import spots

SIDES = [
    ("The sailor was shot in the kitchen.", "The sailor was shot in the bedroom.", True),
    ("The sailor was shot in the kitchen.", "The sailor was shot in the house.", False),
    ("The sailor was shot in the kitchen.", "The sailor was shot in the kitchen.", False),
    ("The sailor was shot in the parking lot.", "The sailor was shot on the sidewalk.", True),
    ("The sailor was shot in the bar.", "The sailor was shot near the church.", False),
    ("The sailor was shot in the bar.", "The sailor was shot in the pub.", False),
    ("The sailor was shot in the kitchen.", "The cook slept in the bedroom.", False),
    ("The sailor was shot.", "The sailor was shot in the bedroom.", False),
]
KEPT = [
    ("She kept the gun on her desk.", "The gun was left on a shelf.", "where the weapon was kept"),
    ("She kept the gun on her desk.", "She kept the gun in her bedroom.", None),
    ("She kept the gun on her desk.", "The boy took the pistol from her desk.", None),
    ("Police found the gun in the backyard.", "The gun was found in the alley.", "where the weapon was found"),
    ("Police found the gun in the alley.", "She kept the gun in the backyard.", None),
    (
        "Police found the gun in the backyard.",
        "Officers found the gun in the backyard of a neighboring house.",
        "where the weapon was found",
    ),
    ("Police found the rope in the backyard.", "Police found the letter in the alley.", None),
]


@pytest.mark.parametrize(("one", "other", "differ"), SIDES)
def test_spots_of_two_tellings(one: str, other: str, differ: bool) -> None:
    a, b = tagged(one, "01"), tagged(other, "02")
    found = spots(a, b)
    assert bool(found) is differ
    for finding in found:
        assert finding.slot == "place"
        assert a.piece.words_of(finding.left.span) == finding.left.shown
        assert b.piece.words_of(finding.right.span) == finding.right.shown


@pytest.mark.parametrize(("one", "other", "about"), KEPT)
def test_where_a_thing_lay(one: str, other: str, about: str | None) -> None:
    found = kept_or_found([read(one, "01"), read(other, "02")])
    assert [f.about for _, (_, _, f) in found] == ([about] if about else [])
