"""What one report leaves open and another settles: arrests, charges, motives, weapons, causes."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.questions.open_or_settled import open_or_settled
from crosswire.judge.questions.states import STATES

CAUGHT = "suspect caught or not"
MOTIVE = "motive known or not"
CHARGED = "charged or not"
WEAPON = "weapon found or not"
CAUSE = "cause known or not"

TABLE = [
    ("The identities of the suspects are unknown.", "Nobody in Orsk slept that night.", None),
    ("The gunman remains at large.", "The gunman was arrested in Orsk.", CAUGHT),
    ("The gunman remains at large.", "Holm is under custody in Halden.", CAUGHT),
    ("The gunman remains at large.", "The fishery was caught off guard.", None),
    ("Police are seeking a suspect.", "The gunman was arrested in Orsk.", CAUGHT),
    ("There are no known suspects.", "The gunman was arrested in Orsk.", CAUGHT),
    ("Of the two, neither has been formally arrested.", "The gunman was arrested in Orsk.", CAUGHT),
    ("No arrests were made.", "In a sweep of the harbour four men were arrested.", None),
    ("He was not indicted.", "Holm was charged with theft.", None),
    ("It is for a court to decide if the captain of the ship will face charges.", "Holm faces two charges.", CHARGED),
    ("The motive is not known.", "He was trying to rob the ferry office.", MOTIVE),
    ("It is not known what led to the shooting.", "The gun was fired by accident.", "how it came about known or not"),
    ("A neighbor said she didn't know who fired.", "The alleged shooter is 14.", None),
    ("Police didn't know who fired.", "The alleged shooter is 14.", "who fired known or not"),
    ("Officers are still looking for those responsible.", "Gustav Holm, 21, was arrested in Orsk.", CAUGHT),
    ("Police made no arrests.", "They arrested 27-year-old Gustav Holm.", CAUGHT),
    ("He remains at large.", "Holm turned himself in.", CAUGHT),
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
    ("The two suspects are in custody.", "The suspect sketch was released on Monday.", None),
    ("No charges have been filed.", "Holm was charged with theft.", CHARGED),
    ("It is not known whether charges will follow.", "Holm faces two charges of theft.", CHARGED),
    ("Officers did not find the gun.", "A gun was recovered from the canal.", WEAPON),
    ("No weapon was found.", "Police found the knife in a drain.", WEAPON),
    ("No weapon was found.", "Police have not found the knife.", None),
    ("Officers are still unsure of a motive.", "The raid was gang-related, police said.", MOTIVE),
    ("It is not clear how the fight started.", "There was bad blood between the crews.", MOTIVE),
    ("The motive is unclear.", "The motive is unclear, but retaliation is possible.", None),
    ("Officers did not tell whether it was an accident.", "It is unclear if it was an accident.", None),
    (
        "Officers did not say how the shooting happened.",
        "The gun was fired by accident.",
        "how it came about known or not",
    ),
    ("Police did not describe what the note said.", "The note said he was sorry.", "what the note says known or not"),
    ("The relationship of the two is unclear.", "Holm shot his wife.", "relationship known or not"),
    ("Officers would not say what kind of gun it was.", "A black handgun lay there.", "kind of weapon known or not"),
    (
        "It is not known how the two bodies were discovered.",
        "A neighbor asked for a welfare check.",
        "how it was found known or not",
    ),
    ("The make and model are not known.", "The car was a Volvo.", "make of the car known or not"),
    ("Police would not say who owned the boat.", "It was his father's gun.", "who owned the gun known or not"),
    ("It is not known who pulled the trigger.", "The alleged shooter is 14.", "who fired known or not"),
    ("She is unaware of previous incidents.", "The two had a history of quarrels.", "earlier trouble known or not"),
    (
        "It is unclear where the boy is being treated.",
        "He was taken to Orsk General Hospital.",
        "where treated known or not",
    ),
    ("No description has been released.", "The gunman was wearing a red cap.", "description known or not"),
    ("The shooter is dead.\nHis name has not been released.", "The suspect, Mara Tellin, lived in Orsk.", None),
    ("No one is in custody.", "Gustav Holm was taken into custody at noon.", CAUGHT),
    ("No arrest had been made.", "Orsk police arrested Gustav Holm.", CAUGHT),
    ("Police have not made any arrests.", "Police have charged a suspect.", CAUGHT),
    ("Police do not have anyone in custody.", "Two men were detained in Orsk.", CAUGHT),
    ("Nobody is under arrest.", "Orsk police made two arrests.", CAUGHT),
    ("There were no arrests.", "The arrest of Gustav Holm came at noon.", CAUGHT),
    ("No arrests have been made.", "In 1994 two men were arrested in Orsk.", None),
    ("A third suspect is being sought.", "The suspects were arrested.", None),
    ("Nobody has been charged.", "Prosecutors charged Gustav Holm.", CHARGED),
    ("Prosecutors will decide whether to file charges.", "Holm faces four counts of theft.", CHARGED),
    ("No one has been charged with the theft.", "Holm faces two counts of fraud.", None),
    ("They would not comment, on condition of anonymity.", "He is in stable condition.", None),
    ("Police did not say how badly he was hurt.", "He has minor injuries.", "condition known or not"),
    ("The gunman remains at large.", "The gunman, if arrested, faces trial.", None),
    ("The cause of the fire is under investigation.", "The fire was caused by a lamp.", CAUSE),
]


@pytest.mark.parametrize(("still_open", "settled", "about"), TABLE)
def test_what_is_open_in_one_report_and_settled_in_another(still_open: str, settled: str, about: str | None) -> None:
    found = open_or_settled([report(still_open, "01"), report(settled, "02")])
    assert [key for key, _ in found] == ([about] if about else [])
    for _, (left, right, finding) in found:
        assert finding.slot == "stance"
        assert (left.report, right.report) == ("01", "02")


def test_one_report_that_tells_both_stands_for_what_its_lead_tells() -> None:
    lead = "The gunman was arrested.\n" + "Nothing else happened.\n" * 9 + "The gunman remains at large."
    assert open_or_settled([report(lead, "01"), report("The gunman was arrested at noon.", "02")]) == []


def test_what_a_report_first_answers_it_leaves_open_no_more() -> None:
    both = "The raid was gang-related.\nA motive for the second raid is unclear."
    assert open_or_settled([report(both, "01"), report("The raid was in retaliation.", "02")]) == []


def test_a_sentence_is_shown_before_a_headline() -> None:
    told = [report("No arrests were made.", "01"), report("Gunman arrested\nOrsk police arrested a gunman.", "02")]
    assert [f.right.shown for _, (_, _, f) in open_or_settled(told)] == ["arrested a gunman"]


def test_that_nobody_is_caught_is_shown_before_that_somebody_is_sought() -> None:
    told = [report("The gunman is at large.\nNo arrests were made.", "01"), report("A gunman was arrested.", "02")]
    assert [f.left.shown for _, (_, _, f) in open_or_settled(told)] == ["No arrests were made"]


def test_who_has_no_more_to_tell_has_told_it() -> None:
    told = "Police gave no motive."
    both = "The raid was in retaliation.\nPolice would not give further details of the motive."
    assert [key for key, _ in open_or_settled([report(told, "01"), report(both, "02")])] == [MOTIVE]


def test_one_of_several_does_not_stand_for_all() -> None:
    told = [report("A suspect and another man are still wanted.", "01"), report("A suspect was arrested.", "02")]
    assert open_or_settled(told) == []


def test_every_state_has_its_own_name() -> None:
    assert len({state.about for state in STATES}) == len(STATES)
