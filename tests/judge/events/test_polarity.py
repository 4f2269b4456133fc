"""Polarity by a table: two tellings, and whether one tells what the other denies."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.judge.events.polarity import polarity

POLARITY = [
    ("The captain was charged with theft.", "The captain was not charged with theft.", True),
    ("The captain was charged with theft.", "The captain was charged with theft.", False),
    ("The ships will leave the strait.", "The ships will not leave the strait.", True),
    ("The ships won't leave the strait.", "The ships will leave the strait.", True),
    ("The ships never left the strait.", "The ships left the strait.", True),
    ("The ships refused to leave the strait.", "The ships did not leave the strait.", False),
    ("The ships did not leave the strait.", "The ships never left the strait.", False),
    ("Norland is not going to pay for the mine.", "Norland will pay for the mine.", True),
    ("No ships left the strait.", "The ships left the strait.", True),
    ("None of the ships left the strait.", "No ships left the strait.", False),
    ("Not only Norland but Veskia agreed to the truce.", "Norland and Veskia agreed to the truce.", False),
    ("Veskia cannot enter the strait.", "Veskia can enter the strait.", True),
    ("The pilot did not survive the crash.", "The pilot survived the crash.", True),
    ("The pilot was quick.", "The pilot was not hungry.", False),
    ("The captain has not yet been named by police.", "The captain has been named by police.", True),
    ("The captain is unidentified in the report.", "The captain is identified in the report.", True),
    ("The captain was not charged until Friday.", "The captain was charged on Friday.", False),
    ("The minister denied that the ship was sunk in the strait.", "The ship was sunk in the strait.", True),
    ("The envoy may not meet the minister in Halden.", "The envoy will meet the minister in Halden.", False),
    ("The crew would stay if the ship did not sail.", "The ship did sail to Orsk.", False),
    ("Police did not arrest the pilot in Halden.", "The pilot was detained by police in Halden.", True),
    ("Jon Brask was not charged with theft.", "Mara Tellin was charged with theft.", False),
    ("Brask was charged with theft while Tellin was not charged with theft.", "Brask was charged with theft.", False),
    ("The sailors were unhurt in the blast.", "The sailors were hurt in the blast.", True),
    ("Police made no arrests in Orsk.", "Police made two arrests in Orsk.", True),
    ("Brask said the law does not tax fish.", "Tellin said the law taxes fish.", False),
    ("It was unclear.", "It was not signed.", False),
]


@pytest.mark.parametrize(("a", "b", "differs"), POLARITY)
def test_what_one_tells_and_the_other_denies(a: str, b: str, differs: bool) -> None:
    found = polarity(tagged(a, "01"), tagged(b, "02"))
    assert [(f.slot, f.nature) for f in found] == ([("stance", "conflict")] if differs else [])


@pytest.mark.parametrize(("a", "b", "differs"), POLARITY)
def test_the_order_of_the_sides_makes_no_difference(a: str, b: str, differs: bool) -> None:
    there = polarity(tagged(a, "01"), tagged(b, "02"))
    back = polarity(tagged(b, "02"), tagged(a, "01"))
    assert [f.turned() for f in there] == list(back)


def test_the_reason_shows_the_word_that_denies() -> None:
    (found,) = polarity(tagged("The ships never left the strait.", "01"), tagged("The ships left the strait.", "02"))
    assert (found.left.shown, found.right.shown, found.about) == (
        "never left the strait", "left the strait", "told and denied",
    )  # fmt: skip


def test_the_reason_shows_what_there_was_none_of() -> None:
    (found,) = polarity(tagged("Police made no arrests in Orsk."), tagged("Police made two arrests in Orsk.", "02"))
    assert found.left.shown == "made no arrests"
