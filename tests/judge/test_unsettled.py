"""Doubts by a table: two passages of one point, and the slots in which they may contradict one another."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.judge.unsettled import doubts, unsettled

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
]


@pytest.mark.parametrize(("a", "b", "slots"), DOUBTS)
def test_what_two_passages_may_contradict_one_another_in(a: str, b: str, slots: list[str]) -> None:
    assert [d.slot for d in doubts(tagged(a, "01"), tagged(b, "02"))] == slots


@pytest.mark.parametrize(("a", "b", "slots"), DOUBTS)
def test_the_order_of_the_passages_makes_no_difference(a: str, b: str, slots: list[str]) -> None:
    assert [d.slot for d in doubts(tagged(b, "02"), tagged(a, "01"))] == slots


def test_every_value_is_told_once_with_its_reports() -> None:
    told = ("Four sailors were held in Orsk.", "Seven sailors were held in Orsk.", "Four sailors were held in Orsk.")
    sides = [tagged(text, f"0{i}") for i, text in enumerate(told, 1)]
    (slot,) = unsettled(sides, lambda one, other: False)
    assert (slot.slot, slot.why) == ("number", "Four sailors in 01, 03; Seven sailors in 02")


def test_copies_of_one_text_do_not_contradict_one_another() -> None:
    sides = [tagged("Four sailors were held.", "01"), tagged("Seven sailors were held.", "02")]
    assert unsettled(sides, lambda one, other: True) == ()
