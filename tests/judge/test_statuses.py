"""What one report leaves open and another settles: names, motives, charges, weapons, causes."""

from __future__ import annotations

import pytest
from tests.judge.sides import report

from crosswire.judge.states import STATES
from crosswire.judge.statuses import statuses

NAMED = "suspect named or not"
VICTIMS = "victims named or not"
CAUGHT = "suspect caught or not"
MOTIVE = "motive known or not"
CHARGED = "charged or not"
WEAPON = "weapon found or not"
CAUSE = "cause known or not"

TABLE = [
    ("The gunman has not been identified.", "Police identified the gunman as Ada Holm.", NAMED),
    ("Officers declined to release the name of the suspect.", "Gustav Holm, 41, was arrested at noon.", NAMED),
    ("Police are withholding the suspects' names.", "The suspect, Mara Tellin, lived in Orsk.", NAMED),
    ("The identities of the suspects are unknown.", "Nobody in Orsk slept that night.", None),
    ("None of the victims have been named.", "One of the victims was identified as Ada Holm.", VICTIMS),
    ("Police did not immediately release information about the victims.", "Ada Holm, 41, died at the scene.", VICTIMS),
    ("The gunman remains at large.", "The gunman was arrested in Orsk.", CAUGHT),
    ("Officers are still looking for those responsible.", "Gustav Holm, 21, was arrested in Orsk.", CAUGHT),
    ("Police made no arrests.", "They arrested 27-year-old Gustav Holm.", CAUGHT),
    ("He remains at large.", "Holm turned himself in.", CAUGHT),
    ("Several unknown suspects drove off.", "Gustav Holm, 41, was arrested at noon.", NAMED),
    ("They were waiting to release the names of those killed.", "The victims were Ada Holm and a boy.", VICTIMS),
    ("The victim's identity was not available.", "The victim was 41-year-old Ada Holm.", VICTIMS),
    ("He could face a charge of theft.", "Holm is facing charges.", CHARGED),
    ("The condition of both was not known.", "His injuries are non-life-threatening.", "condition known or not"),
    ("Police do not have any suspects in custody.", "The gunman was arrested in Orsk.", CAUGHT),
    ("No arrests have been made.", "Police do not have any suspects in custody.", None),
    ("Police were searching for a suspect.", "The gunman was not arrested.", None),
    ("No motive has been given.", "An argument escalated and shots were fired.", MOTIVE),
    ("A motive was not known.", "He was angry about the new toll, police said.", MOTIVE),
    ("It was unclear what led to the attack.", "The attack stemmed from a dispute over a boat.", MOTIVE),
    ("A motive was not known.", "The argument in the chamber went on.", None),
    ("His condition was not immediately known.", "Holm was in critical condition.", "condition known or not"),
    ("The two suspects are in custody.", "The suspects were released on bail.", "held or released"),
    ("The two suspects are in custody.", "The suspect sketch was released on Monday.", None),
    ("The unidentified boy was killed at noon.", "Six-month-old Ada Holm was fatally wounded.", VICTIMS),
    ("No charges have been filed.", "Holm was charged with theft.", CHARGED),
    ("It is not known whether charges will follow.", "Holm faces two charges of theft.", CHARGED),
    ("Officers did not find the gun.", "A gun was recovered from the canal.", WEAPON),
    ("No weapon was found.", "Police found the knife in a drain.", WEAPON),
    ("No weapon was found.", "Police have not found the knife.", None),
    ("The cause of the fire is under investigation.", "The fire was caused by a lamp.", CAUSE),
]


@pytest.mark.parametrize(("still_open", "settled", "about"), TABLE)
def test_what_is_open_in_one_report_and_settled_in_another(still_open: str, settled: str, about: str | None) -> None:
    found = statuses([report(still_open, "01"), report(settled, "02")])
    assert [key for key, _ in found] == ([about] if about else [])
    for _, (left, right, finding) in found:
        assert finding.slot == "stance"
        assert (left.report, right.report) == ("01", "02")


def test_one_report_that_tells_both_stands_for_what_its_lead_tells() -> None:
    lead = "The gunman was arrested.\n" + "Nothing else happened.\n" * 9 + "The gunman remains at large."
    assert statuses([report(lead, "01"), report("The gunman was arrested at noon.", "02")]) == []


def test_one_of_several_does_not_stand_for_all() -> None:
    told = [report("A suspect and another man are still wanted.", "01"), report("A suspect was arrested.", "02")]
    assert statuses(told) == []


def test_every_state_has_its_own_name() -> None:
    assert len({state.about for state in STATES}) == len(STATES)
