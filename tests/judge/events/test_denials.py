"""What a copy, or another version of a quotation, turns round."""

from __future__ import annotations

import pytest
from tests.judge.invented import side
from tests.judge.tagged import read

from crosswire.judge.events.denials import denials
from crosswire.judge.sayings.wordings import wordings

TOWED = "The boat was towed to the port of Kelm, where it is being held."
REPORTS = [
    (TOWED, "The boat was not towed to the port of Kelm, where it is being held.", True),
    (TOWED, TOWED, False),
    (TOWED, "The crew was not towed to the port of Kelm in the night.", False),
    (TOWED, "Nobody in Orsk knows why the boat was not towed to the port of Kelm by the navy on Friday.", False),
    (TOWED, "The boat may not be towed to the port of Kelm, where it is being held.", False),
]
QUOTED = [
    ('"Norland will join the other states in this," he said.', '"Norland will not join the other states in this."'),
    ('"I never asked for this war," he said.', '"I asked for this war," he said.'),
]


@pytest.mark.parametrize(("one", "other", "differs"), REPORTS)
def test_a_sentence_that_another_report_denies(one: str, other: str, differs: bool) -> None:
    for pieces in ((read(one, "01"), read(other, "02")), (read(other, "01"), read(one, "02"))):
        found = [(f.slot, f.nature) for _, (_, _, f) in denials(pieces)]
        assert found == ([("stance", "conflict")] if differs else [])


@pytest.mark.parametrize(("one", "other"), QUOTED)
def test_a_not_in_one_version_of_a_quotation_is_more_than_wording(one: str, other: str) -> None:
    (found,) = wordings(side(one, "01"), side(other, "02"))
    assert (found.slot, found.nature, found.about) == ("stance", "conflict", "told and denied")
    assert [found.turned()] == list(wordings(side(other, "02"), side(one, "01")))
