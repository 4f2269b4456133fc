"""Numbers, hours and ages that one report leaves open and another tells."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.questions.unknown_numbers import unknown_numbers

TABLE = [
    ("It is unknown how many people were inside the hall.", "Some 300 guests were inside.", "number of people inside"),
    ("Police did not say how many shots were fired.", "Forty shots were fired.", "number of shots"),
    ("Police did not say how many shots were fired.", "Brask was shot several times.", "number of shots"),
    ("It is not known how many suspects there were.", "Two suspects fled.", "number of attackers"),
    ("It is unclear how many people were hurt.", "Nine people were hurt.", "number of victims"),
    ("It is unclear when the shooting happened.", "The shooting happened at 3 p.m.", "time of the event"),
    ("The ages of the children were not released.", "The children are between 8 and 11 years old.", "ages"),
    ("The ages of the children were not released.", "Two children, ages 8 and 11, sang.", "ages"),
    ("It is unclear how many people were hurt. Nine people were hurt.", "Nine people were hurt.", None),
    ("It is unclear how many people were hurt.", "It is unclear how many people were hurt.", None),
    ("It is unclear why people were hurt.", "Nine people were hurt.", None),
]


@pytest.mark.parametrize(("one", "other", "expected"), TABLE)
def test_what_is_open_and_told(one: str, other: str, expected: str | None) -> None:
    found = unknown_numbers([report(one, "01"), report(other, "02")])
    assert [about for about, _ in found] == ([f"{expected} known or not"] if expected else [])
