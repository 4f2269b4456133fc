"""Quotation marks paired: which words stand between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.annotate.quotations.quotations import marked, quotations
from crosswire.annotate.sentences.sentences import paragraphs
from crosswire.model import Report, Span

PAIRED = [
    ('"We wait," said Veld.', ["We wait,"]),
    ("“We wait,” said Veld. “We do.”", ["We wait,", "We do."]),
    ('He said: "We wait,” and left.', ["We wait,"]),  # straight and curly mixed
    ("«We wait», said Veld.", ["We wait"]),
    ("„We wait“, said Veld.", ["We wait"]),
    ("‘We wait,’ said Veld.", ["We wait,"]),
    ("'We wait for Norland's ships,' said Veld.", ["We wait for Norland's ships,"]),
    ("'It is the sailors' day,' said Veld.", ["It is the sailors' day,"]),
    ("Norland's ships and the sailors' boats left in the '90s.", []),
    ("Rock 'n' roll and ’tis said.", []),
    ('"He told me \'go home\' and left," she said.', ["He told me 'go home' and left,"]),
    ('The mast is 40" tall and 12" wide.', []),
    ('It ended."We wait," said Veld.', ["We wait,"]),  # a lost space
    ("Veskia “waits” and ‘hopes’.", ["waits", "hopes"]),
    ('He was loved by the whole crew, and we mourn him."', ["He was loved by the whole crew, and we mourn him."]),
    ('"We wait, said Veld, who never ended it.', ["We wait, said Veld, who never ended it."]),
    ("(‘quietly’)", ["quietly"]),
    ("No marks at all.", []),
    ('""', []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_marked(text: str, expected: list[str]) -> None:
    found = marked(text, Span(start=0, end=len(text)))
    assert [text[m.span.start : m.span.end] for m in found if m.span.end > m.span.start] == expected


def test_a_quotation_over_paragraphs_is_one_entry_a_paragraph() -> None:
    text = "“We waited.\n\n“Then we left,” said Veld."
    found = quotations(Report(id="00", text=text), ())
    assert [text[q.span.start : q.span.end] for q in found] == ["We waited.", "Then we left,"]


def test_single_marks_over_paragraphs_too() -> None:
    text = "‘We waited a long time for it.\n\n‘Then we left,’ said Veld."
    found = quotations(Report(id="00", text=text), ())
    assert [text[q.span.start : q.span.end] for q in found] == ["We waited a long time for it.", "Then we left,"]


def test_a_closing_mark_is_believed_after_an_open_paragraph() -> None:
    text = "“We waited for a long time.\n\nthen we left the harbour,” said Veld."
    found = quotations(Report(id="00", text=text), ())
    assert [text[q.span.start : q.span.end] for q in found][-1] == "then we left the harbour,"


@given(st.text(alphabet="Aab .,\"“”‘’'«»„\n", max_size=120))
def test_quotations_are_ordered_inside_their_paragraph_and_hold_words(text: str) -> None:
    found = quotations(Report(id="00", text=text), ())
    blocks = paragraphs(text, ())
    for q in found:
        words = text[q.span.start : q.span.end]
        assert any(c.isalnum() for c in words)
        assert words == words.strip()
        assert any(b.covers(q.span) for b in blocks)
    assert all(a.span.start <= b.span.start for a, b in pairwise(found))
