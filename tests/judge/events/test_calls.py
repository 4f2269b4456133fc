"""What police were called to, and who had the quarrel: two tellings, and whether they differ."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.judge.events.calls import calls
from crosswire.judge.events.parties import parties

CALLS = [
    ("Police received a call of a suspicious man in Birch Street.", "Police responded to a call of shots fired.", True),
    ("Deputies responded to a report of a shooting.", "Deputies responded to a call of shots fired.", False),
    ("Officers answered a call about a burglary.", "Officers came after a 911 call about a fight.", True),
    ("Officers answered a call about a burglary.", "Officers answered a call from the mayor.", False),
    ("Officers answered a call about a burglary.", "The report of the ministry tells of a fight.", False),
    ("Officers answered a call about a fight and shots fired.", "Officers answered a call about a fight.", False),
]
PARTIES = [
    ("Brask and the mate had a long dispute.", "Brask and Orvik had a dispute over the boat.", True),
    ("Brask and the mate had a long dispute.", "The mate and Brask had a long dispute.", False),
    ("Brask and another man had a long dispute.", "Brask and Orvik had a dispute over the boat.", False),
    ("Brask and the mate had a long dispute.", "Tellin and Orvik had a dispute over the boat.", False),
    ("Brask and the mate had a long dispute.", "Brask and Orvik had a boat.", False),
    ("Brask and the mate had a long dispute.", "Brask and Orvik did not have a dispute.", False),
]


@pytest.mark.parametrize(("a", "b", "differs"), CALLS)
def test_what_they_were_called_to(a: str, b: str, differs: bool) -> None:
    found = calls(tagged(a, "01"), tagged(b, "02"))
    assert [(f.slot, f.nature) for f in found] == ([("cause", "conflict")] if differs else [])
    assert [f.turned() for f in calls(tagged(b, "02"), tagged(a, "01"))] == list(found)


@pytest.mark.parametrize(("a", "b", "differs"), PARTIES)
def test_who_had_the_quarrel(a: str, b: str, differs: bool) -> None:
    found = parties(tagged(a, "01"), tagged(b, "02"))
    assert [(f.slot, f.nature) for f in found] == ([("cause", "conflict")] if differs else [])
    assert [f.turned() for f in parties(tagged(b, "02"), tagged(a, "01"))] == list(found)
