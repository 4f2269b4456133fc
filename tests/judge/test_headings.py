"""What a difference is headed by, in the reports' own words and in no others."""

from __future__ import annotations

import pytest
from tests.judge.tagged import read

from crosswire.judge.headings import headed
from crosswire.model import Difference, Slot, Span, Value, evidence

SHOOTING = ("The shooting on Tuesday closed the harbour.", "The shooting on Friday closed the harbour.")
ARREST = ("The sailor was arrested on Tuesday in Orsk.", "The sailor was arrested on Friday in Halden.")
DOINGS = ("The sailor was arrested on Tuesday.", "The ferry left on Friday.")
BEING = ("It was on Tuesday.", "It was on Friday.")
NAMED = ("Mara Tellin, 25, sailed home.", "Mara Tellin, 27, sailed home.")
NOUNS = ("A 25-year-old woman sailed home.", "A 27-year-old woman sailed home.")
PEOPLE = ("A 25-year-old woman sailed home.", "A 27-year-old pilot sailed home.")
OPEN = ("It is unclear whether the ferry was insured.", "The ferry was insured.")


def heading(slot: Slot, head: str, texts: tuple[str, str], values: tuple[str, str]) -> str:
    """The head of a difference whose values are the given words of two reports."""
    pieces = {name: read(text, name) for name, text in zip(("01", "02"), texts, strict=True)}
    told = []
    for piece, words in zip(pieces.values(), values, strict=True):
        at = piece.report.text.index(words)
        span = Span(start=at, end=at + len(words))
        told.append(Value(value=words, evidence=(evidence(piece.report, span),)))
    given = Difference(slot=slot, nature="conflict", about=head, values=tuple(told))
    found = headed(given, pieces)
    assert found.values == given.values
    return found.about


@pytest.mark.parametrize(
    ("slot", "head", "texts", "values", "expected"),
    [
        ("date", "day", SHOOTING, ("Tuesday", "Friday"), "day of the shooting"),
        ("date", "day", ARREST, ("Tuesday", "Friday"), "day (“arrested”)"),
        ("place", "place", ARREST, ("Orsk", "Halden"), "place (“arrested”)"),
        ("date", "day", DOINGS, ("Tuesday", "Friday"), "day"),  # of two doings
        ("date", "day", BEING, ("Tuesday", "Friday"), "day"),  # no word that tells anything
        ("number", "age", NAMED, ("25", "27"), "age of Tellin"),
        ("number", "age", NOUNS, ("25-year-old", "27-year-old"), "age of the woman"),
        ("number", "age", PEOPLE, ("25-year-old", "27-year-old"), "age"),
        ("stance", "known or not", OPEN, OPEN, "known or not (“whether the ferry was insured”)"),
        ("cause", "cause", ARREST, ("Tuesday", "Friday"), "cause"),
    ],
)
def test_a_heading_says_what_is_compared(
    slot: Slot, head: str, texts: tuple[str, str], values: tuple[str, str], expected: str
) -> None:
    assert heading(slot, head, texts, values) == expected


def test_what_is_left_open_is_cut_between_words() -> None:
    long = ("It is unclear whether the ferry that left the harbour of Halden on Friday night was insured.", OPEN[1])
    found = heading("stance", "known or not", long, long)
    assert found == "known or not (“whether the ferry that left the harbour of Halden on Friday…”)"


def test_a_difference_without_values_keeps_what_it_is_about() -> None:
    given = Difference(slot="order", nature="conflict", about="order", values=())
    assert headed(given, {}) == given
