"""Ages of all the accused, all the dead, all the wounded, over whole reports."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.people.age_lists import age_lists

TABLE = [
    ("Both suspects are in their 30s.", "The men charged are 33 years of age and 34 years of age.", []),
    ("Both suspects are in their 30s.", "Two suspects, ages 28 and 34, fled.", ["ages of the accused"]),
    ("Both suspects are in their 30s.", "Two suspects, ages 31 and 34, fled.", []),
    ("Two suspects, ages 21 and 28, fled.", "Two suspects, ages 20 and 27, fled.", ["ages of the accused"]),
    ("Two suspects, ages 21 and 28, fled.", "Two suspects, ages 28 and 21, fled.", []),
    ("Two suspects, ages 21 and 28, fled.", "Three suspects, ages 20, 27 and 40, fled.", []),
    ("Two suspects, ages 21 and 28, fled.", "The wounded, ages 20 and 27, sang.", []),
    ("All of the dead are in their 20s.", "Mara Tellin, 41, and Jon Brask, 36, were killed.", ["ages of the dead"]),
    ("Mara Tellin, 41, and Jon Brask, 36, were killed.", "Ada Holm, 40, and Gustav Holm, 30, were killed.", []),
]


@pytest.mark.parametrize(("one", "other", "expected"), TABLE)
def test_age_lists(one: str, other: str, expected: list[str]) -> None:
    assert [about for about, _ in age_lists([report(one, "01"), report(other, "02")])] == expected
