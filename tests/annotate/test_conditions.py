"""Conditions and deadlines."""

from __future__ import annotations

import pytest

from crosswire.annotate.acts.conditions import condition_near, conditions, deadline
from crosswire.model import Span

CONDITIONS = [
    ("Norland will answer if Veskia sends ships.", ["if Veskia sends ships"]),
    ("If Veskia sends ships, Norland will answer.", ["If Veskia sends ships"]),
    ("Talks will go on unless Orsk walks out, Veld said.", ["unless Orsk walks out"]),
    ("Norland pledged to open the strait once the mines are gone.", ["once the mines are gone"]),
    ("They will sign in return for the release of the crew.", ["in return for the release of the crew"]),
    ("Ships during active fighting would be unacceptable and will be turned back.", ["during active fighting"]),
    ("“Should Norland attack, we will answer.”", ["Should Norland attack"]),
    ("Veld arrived before the talks ended.", []),  # nothing to come
    ("Even if Orsk agrees, nothing will change.", []),
    ("Norland will wait as long as it takes to clear the strait.", ["as long as it takes to clear the strait"]),
]
DEADLINES = [
    ("The crew must be freed by Friday.", "by Friday"),
    ("Norland wants an answer within 30 days.", "within 30 days"),
    ("The ships must leave by the end of the month, Veld said.", "by the end of the month"),
    ("The harbour closes before 12 March 2031.", None),
    ("They must sign no later than June 5.", "no later than June 5"),
    ("The ships must leave.", None),
]


@pytest.mark.parametrize(("text", "expected"), CONDITIONS)
def test_conditions(text: str, expected: list[str]) -> None:
    assert [text[c.start : c.end] for c in conditions(text, Span(start=0, end=len(text)))] == expected


@pytest.mark.parametrize(("text", "expected"), DEADLINES)
def test_deadline(text: str, expected: str | None) -> None:
    found = deadline(text, Span(start=0, end=len(text)))
    assert (text[found.start : found.end] if found else None) == expected


def test_the_condition_inside_the_act_is_nearer_than_one_beside_it() -> None:
    beside, inside = Span(start=0, end=10), Span(start=30, end=40)
    assert condition_near([beside, inside], Span(start=12, end=50)) == inside
    assert condition_near([], Span(start=0, end=5)) is None
