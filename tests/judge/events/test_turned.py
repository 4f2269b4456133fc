"""A few words with a "not" in one report and without it in another."""

from __future__ import annotations

import pytest
from tests.judge.tagged import read

from crosswire.judge.events.turned import turned

BASE = "Mara Tellin said the sailors were taken to the harbour of Orsk by night."
TABLE = [
    (BASE, "In a long letter she wrote that the sailors were not taken to the harbour.", True),
    (BASE, "In a long letter she wrote that the sailors weren’t taken to the harbour.", True),
    (BASE, "In a long letter she wrote that the sailors were not only taken to the harbour.", False),
    (BASE, "She asked whether the sailors were not taken to the harbour.", False),
    (BASE, "The pilots were not taken to the harbour of Orsk by night.", False),
    (BASE, "The sailors were not taken to the harbour. The sailors were taken to the harbour.", False),
    ("“They’d harm the whole crew,” she said.", "“They would not harm the whole crew,” she said.", True),
    ("“They can’t leave the old harbour,” she said.", "“They cannot leave the old harbour,” she said.", False),
    ("Both crews will soon share one harbour.", "She said her sailors will not soon share one harbour.", True),
    ("He was in the room.", "He was not in the room.", False),
]


@pytest.mark.parametrize(("one", "other", "differs"), TABLE)
def test_a_passage_that_another_report_turns_round(one: str, other: str, differs: bool) -> None:
    for pieces in ((read(one, "01"), read(other, "02")), (read(other, "01"), read(one, "02"))):
        found = {(f.slot, f.nature) for _, (_, _, f) in turned(pieces)}
        assert found == ({("stance", "conflict")} if differs else set())
