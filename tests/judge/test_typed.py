"""What stands at the words of a value, as facts."""

from __future__ import annotations

from typing import Any

import pytest
from tests.judge.invented import side

from crosswire.judge.typed import typed
from crosswire.model import Slot, Span, Value


@pytest.mark.parametrize(
    ("slot", "text", "words", "expected"),
    [
        (
            "number",
            "Three fishermen were killed.",
            "Three fishermen",
            {"kind": "number", "low": 3.0, "high": 3.0, "exact": True},
        ),
        ("number", "More than 30 shots were fired.", "More than 30 shots", {"kind": "number", "high": None}),
        (
            "number",
            "Dozens of boats left.",
            "Dozens of boats",
            {"kind": "number", "low": 24.0, "high": 99.0, "exact": False},
        ),
        (
            "date",
            "It sank on March 4, 2031.",
            "March 4, 2031",
            {"kind": "time", "first": "2031-03-04", "last": "2031-03-04"},
        ),
        ("place", "She lives in Orsk, Veskia.", "Orsk", {"kind": "place", "place": "Orsk"}),
        ("speaker", "Jon Brask said so.", "Jon Brask said", {"kind": "speaker"}),
        ("stance", "Veskia closed the strait.", "closed", {"kind": "words", "low": None, "first": None, "place": None}),
        ("number", "Several were hurt.", "were hurt", {"kind": "words"}),
    ],
)
def test_a_value_tells_what_its_words_tell(slot: Slot, text: str, words: str, expected: dict[str, Any]) -> None:
    piece = side(text).piece
    at = text.index(words)
    found = typed(Value(value="x", evidence=()), slot, piece, Span(start=at, end=at + len(words)))
    assert {name: getattr(found, name) for name in expected} == expected
