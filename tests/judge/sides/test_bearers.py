"""Of whom a state is told: two persons' states are no difference."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.judge.events.opposites import opposites
from crosswire.judge.places.places import places

ROWS = [
    ("The suspect was arrested in Orsk.", "The suspect is still at large in Orsk.", True),
    ("Two suspects were arrested in Orsk.", "A third suspect is still at large in Orsk.", False),
    ("The gunman died in Orsk.", "The victim survived in Orsk.", False),
    ("The victim died in Orsk.", "The victim survived in Orsk.", True),
    ("The talks ended in Orsk on Friday.", "A sailor started to swim in Orsk on Friday.", False),
    ("The talks ended in Orsk on Friday.", "The talks started in Orsk on Friday.", True),
    ("A grey cutter was stopped off Orsk, the mate said.", "The mate left Orsk before the shooting began.", False),
    ("Police arrested the gunman in Orsk.", "The gunman remains free in Orsk.", True),
]


PLACES = [
    ("He was taken to Orsk Hospital in a boat.", "Three sailors were taken to Kelm Hospital in a boat.", False),
    ("He was taken to Orsk Hospital in a boat.", "The sailor was taken to Kelm Hospital in a boat.", True),
    ("They found a sailor in a ditch along Birch Street.", "They found another body along Elm Street.", False),
    ("Three sailors were taken to Orsk Hospital.", "Three sailors were taken to Kelm Hospital.", True),
]


@pytest.mark.parametrize(("a", "b", "differs"), PLACES)
def test_one_and_several_are_two_bearers(a: str, b: str, differs: bool) -> None:
    assert bool(places(tagged(a, "01"), tagged(b, "02"))) is differs
    assert bool(places(tagged(b, "02"), tagged(a, "01"))) is differs


@pytest.mark.parametrize(("a", "b", "differs"), ROWS)
def test_poles_are_compared_of_one_bearer(a: str, b: str, differs: bool) -> None:
    assert bool(opposites(tagged(a, "01"), tagged(b, "02"))) is differs
    assert bool(opposites(tagged(b, "02"), tagged(a, "01"))) is differs
