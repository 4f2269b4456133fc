"""Questions of an event that each report answers at one pole."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.events.either_or import either_or

TABLE = [
    ("The gun was fired by accident.", "The gun was fired on purpose.", "accident or not"),
    ("The gunman shot himself.", "The gunman was killed by police.", "how the gunman ended"),
    ("The sailor was shot himself.", "The gunman was killed by police.", None),
    ("Holm acted alone.", "Two gunmen came ashore.", "alone or not"),
    ("The two raids are related.", "The two raids are unrelated.", "related or not"),
    ("Holm was a gang member.", "He is not in a gang, his mother said.", "tied to a gang or not"),
    ("He knew his attackers.", "The two were strangers.", "known to one another or not"),
    ("All of the sailors will survive.", "A sailor is in critical condition.", "in danger or not"),
    ("He was on duty.", "He was off duty.", "on duty or off"),
    ("The man was armed.", "The man was unarmed.", "armed or not"),
    ("It was an act of terrorism.", "There is no evidence of terrorism.", "terrorism or not"),
    ("He has a criminal record.", "He had no criminal record.", "record or not"),
    ("She did not have a criminal record.", "He had no criminal record.", None),
    ("He left a note.", "He left no note.", "note or none"),
    ("Both guards were placed on paid leave.", "The guards are not on leave.", "on leave or not"),
    ("A judge asked that they be placed on leave.", "The officers are not on leave.", None),
    ("Holm pleaded guilty.", "Holm pleaded not guilty.", "plea"),
    ("The chest was unlocked.", "The chest was locked.", "gun locked or not"),
    ("Police ask whether it was an accident.", "The gun was fired on purpose.", None),
    ("Holm pleaded guilty.\nVenn pleaded not guilty.", "Holm pleaded not guilty.", None),
]


@pytest.mark.parametrize(("one", "other", "about"), TABLE)
def test_two_poles(one: str, other: str, about: str | None) -> None:
    for left, right in ((one, other), (other, one)):
        found = list(either_or([report(left, "01"), report(right, "02")]))
        assert [key for key, _ in found] == ([about] if about else [])
        for _, (a, b, finding) in found:
            assert (a.report, b.report, finding.slot) == ("01", "02", "stance")
