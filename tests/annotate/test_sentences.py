"""Sentences and paragraphs, and that their offsets are exact."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.annotate.sentences.sentences import paragraphs, sentences
from crosswire.model import Furniture, Span

CUT = [
    ("Norland waits. Veskia talks.", ["Norland waits.", "Veskia talks."]),
    ("Norland shuts the strait\n\nOrsk answered on Friday.", ["Norland shuts the strait", "Orsk answered on Friday."]),
    ("One line.\nAnother line.\r\nA third.", ["One line.", "Another line.", "A third."]),
    ("Sen. Veld met Lt. Marsk at 4 p.m. It rained.", ["Sen. Veld met Lt. Marsk at 4 p.m.", "It rained."]),
    ("The boat sank, police said.It went down fast.", ["The boat sank, police said.", "It went down fast."]),
    ('He was not hurt."By luck," said the captain.', ["He was not hurt.", '"By luck," said the captain.']),
    (
        "The ministry of Norland said on Tuesday that the harbour\nwould stay closed until the ships had left it.",
        ["The ministry of Norland said on Tuesday that the harbour\nwould stay closed until the ships had left it."],
    ),
    ("", []),
    (" \n\n \t ", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text, ())] == expected


def test_sentences_leave_furniture_out() -> None:
    text = "Norland waits. Also Read: five harbours. Veskia talks."
    start = text.index("Also")
    marked = Furniture(span=Span(start=start, end=start + len("Also Read: five harbours.")), kind="promotion")
    assert [text[s.start : s.end] for s in sentences(text, (marked,))] == ["Norland waits.", "Veskia talks."]


@given(st.text(alphabet='Ab c.\n!?“”"’ \r\u2029x1', max_size=200), st.integers(0, 150), st.integers(0, 60))
def test_sentences_are_ordered_trimmed_and_outside_furniture(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    furniture = (Furniture(span=Span(start=start, end=end), kind="notice"),) if end > start else ()
    found = sentences(text, furniture)
    for span in found:
        words = text[span.start : span.end]
        assert words
        assert words == words.strip()
        assert "\n\n" not in words
        assert not any(span.overlaps(f.span) for f in furniture)
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(c for i, c in enumerate(text) if not c.isspace() and not (start <= i < end))
    assert kept == "".join(c for s in found for c in text[s.start : s.end] if not c.isspace())


@given(st.text(alphabet="Ab c.\n", max_size=120))
def test_every_sentence_lies_in_one_paragraph(text: str) -> None:
    blocks = paragraphs(text, ())
    assert all(any(b.covers(s) for b in blocks) for s in sentences(text, ()))
