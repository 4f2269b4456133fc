"""What there was in one report, and was none of in another."""

from __future__ import annotations

import pytest
from tests.judge.tagged import read

from crosswire.judge.events.existing import existing

BASE = "There was a quarrel on the pier before the ferry left, the mate said."
TABLE = [
    (BASE, "There was no quarrel before the ferry left.", True),
    (BASE, "There were no quarrels on the pier, she said.", True),
    (BASE, "There was no storm before the ferry left.", False),
    (BASE, "There was no quarrel in Veskia.", False),
    (BASE, "There was no quarrel on the pier. There was a quarrel on the ferry.", False),
    ("There was no reason to leave the pier.", "There was a reason to leave the pier.", False),
    ("There was a quarrel on the pier, Mara Tellin said.", "Jon Brask said there was no quarrel on the pier.", False),
]


@pytest.mark.parametrize(("one", "other", "differs"), TABLE)
def test_what_one_report_tells_of_and_another_says_there_was_none_of(one: str, other: str, differs: bool) -> None:
    for pieces in ((read(one, "01"), read(other, "02")), (read(other, "01"), read(one, "02"))):
        found = {(f.slot, f.about) for _, (_, _, f) in existing(pieces)}
        assert found <= {("stance", "quarrel or none"), ("stance", "quarrels or none")}
        assert bool(found) == differs


def test_both_are_shown_with_what_tells_them() -> None:
    ((_, (_, _, found)),) = existing((read("There was no quarrel on the pier.", "01"), read(BASE, "02")))
    assert (found.left.shown, found.right.shown) == ("There was no quarrel", "There was a quarrel")
