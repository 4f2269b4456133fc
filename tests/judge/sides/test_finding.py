"""What is told of a value: without the mark that ends its sentence, and with the full stop of an abbreviation."""

from __future__ import annotations

import pytest

from crosswire.judge.sides.finding import unstopped
from crosswire.model import Span


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Two ships left Orsk.", "Two ships left Orsk"),
        ("two ships left,", "two ships left"),
        ("two ships left.,", "two ships left"),
        ("at 4 p.m.", "at 4 p.m."),
        ("Hugo Sten Jr.", "Hugo Sten Jr."),
        ("North Mirra Ave.", "North Mirra Ave."),
        ("in the U.S.", "in the U.S."),
        ("Hugo Sten III.", "Hugo Sten III"),
        ("Halden, Va.", "Halden, Va."),
        ("Was it Sten?", "Was it Sten?"),
        ("...", "..."),
    ],
)
def test_a_value_ends_without_the_mark_of_its_sentence(words: str, shown: str) -> None:
    span = unstopped(f"“{words}”", Span(start=1, end=1 + len(words)))
    assert f"“{words}”"[span.start : span.end] == shown
