"""Doubts by a table: two passages of one point, and the slots in which they may contradict one another."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.judge.sides.side import Side, side_at
from crosswire.judge.unsettled import doubts, unsettled
from crosswire.judge.values.weighing import Weighing
from crosswire.judge.wording import listed
from crosswire.model import Point, evidence

DOUBTS = [
    ("Four sailors were held in Orsk.", "Seven sailors were held in Orsk.", ["number"]),
    ("Four sailors were held in Orsk.", "Four sailors were held in Orsk.", []),
    ("Four sailors were held in Orsk.", "Seven cranes stand in Orsk.", []),
    ("The pilot was held on Monday.", "The pilot was held on Thursday.", ["date"]),
    ("The pilot was held on Monday.", "The pilot was held.", []),
    ("Jon Brask was held at the pier.", "Karl Brask was held at the pier.", ["name"]),
    ("Jon Brask and Karl Brask were held at the pier.", "Karl Brask was held at the pier.", []),
    ("Police arrested the pilot in Orsk.", "Police did not arrest the pilot in Orsk.", ["stance"]),
    ("Police arrested the pilot in Orsk.", "Police detained the pilot in Orsk.", []),
    ("The wall was not heightened in May.", "A heightened watch was kept at the port of Orsk.", []),
    (
        "The watch at the port was not heightened.",
        "The watch at the port was brought to a heightened level.",
        ["stance"],
    ),
    ("The crew was not just trying to get home.", "The crew was just trying to get home.", ["stance"]),
    ("The crew was not just trying to get home.", "The crew was trying to get home.", []),
    ("Relations have NEVER been worse.", "Relations have NEVER been worse.", []),
    ("Officials no longer say a quarrel led to it.", "Officials say a quarrel led to it.", []),
    ("Grandmother Ada Brask was found dead.", "His brother Karl Brask was found dead.", []),
    ("Ada Brask met Karl at the pier.", "Karl Brask met Ada at the pier.", []),
    ("Eldar Brask was held at the pier.", "Eldor Brask and Eldar were held at the pier.", ["name"]),
    ("The pilots, both 46, were held in Orsk.", "Nine pilots were held in Orsk.", []),
    (
        "Officials promised help for the crew of the ferry by June.",
        "Brask promised help for the crew of the ferry by June.",
        [],
    ),
    ("DEADLY FIRE IN ORSK", "MURDER TRIAL IN ORSK", []),
    ("A report by 2 Harbour News told it first.", "A report by 5 Harbour News told it first.", []),
    (
        "Sen. Jon Brask on Friday praised the treaty before the summit.",
        "Sen. Jon Brask said on Monday that the treaty must hold at the summit on Thursday.",
        ["date"],
    ),
    (
        "Brask promised a reward of $1,000 for the arrest of the suspects, too.",
        "Selda Orvik promised a reward of $1,000 for the arrest of the suspects, too.",
        ["speaker"],
    ),
    (
        "Mara Tellin repeated the criticism of the former president, saying he was too soft on the harbour.",
        "Jon Brask also blamed the former president for being soft on the harbour, repeating earlier criticism.",
        ["speaker"],
    ),
]


def weighed(*sides: Side) -> Weighing:
    """The values of the reports of these sides, which one point holds."""
    told = tuple(evidence(side.piece.report, side.span) for side in sides)
    point = Point(id="p1", verdict="corroborated", gist="", origins=len(told), evidence=told, confidence=1.0)
    return Weighing([side.piece for side in sides], [point])


@pytest.mark.parametrize(("a", "b", "slots"), DOUBTS)
def test_what_two_passages_may_contradict_one_another_in(a: str, b: str, slots: list[str]) -> None:
    one, other = tagged(a, "01"), tagged(b, "02")
    assert [d.slot for d in doubts(one, other, weighed(one, other))] == slots


@pytest.mark.parametrize(("a", "b", "slots"), DOUBTS)
def test_the_order_of_the_passages_makes_no_difference(a: str, b: str, slots: list[str]) -> None:
    one, other = tagged(b, "02"), tagged(a, "01")
    assert [d.slot for d in doubts(one, other, weighed(one, other))] == slots


def test_every_value_is_told_once_with_its_reports() -> None:
    told = ("Four sailors were held in Orsk.", "Seven sailors were held in Orsk.", "Four sailors were held in Orsk.")
    sides = [tagged(text, f"0{i}") for i, text in enumerate(told, 1)]
    (slot,) = unsettled(sides, lambda one, other: False, weighed(*sides))
    assert (slot.slot, listed(slot.values)) == ("number", "Four sailors in 01, 03; Seven sailors in 02")


def test_copies_of_one_text_do_not_contradict_one_another() -> None:
    sides = [tagged("Four sailors were held.", "01"), tagged("Seven sailors were held.", "02")]
    assert unsettled(sides, lambda one, other: True, weighed(*sides)) == ()


def test_what_both_reports_tell_elsewhere_too_is_of_two_things() -> None:
    """Who tells seven cranes and four sailors alike tells of two things, however near the words are."""
    texts = (
        "Four people were held in Orsk. Seven people watched a play in Halden.",
        "Seven people were held in the end. Four people sold their tickets in Halden.",
    )
    pieces = [tagged(text, f"0{i}").piece for i, text in enumerate(texts, 1)]
    sides = [side_at(piece, piece.sentences[0]) for piece in pieces]
    alone = [tagged(text.split(". ")[0] + ".", f"0{i}") for i, text in enumerate(texts, 1)]
    assert [d.slot for d in doubts(*alone, weighed(*alone))] == ["number"]
    both, one = (
        w.chance("number", a, a.quantities[0].span, b, b.quantities[0].span)
        for w, (a, b) in ((weighed(*sides), sides), (weighed(*alone), alone))
    )
    assert both is not None
    assert one is not None
    assert both < one
