from __future__ import annotations

import numpy as np

from crosswire.align.passages import LONGEST, passages
from crosswire.model import Annotated, Clause, Report, Span

PART = "Norland's navy seized the tanker Alma in the strait of Mirra and took its crew to Halden, "


def long_sentence(clauses: int) -> Annotated:
    text = PART * clauses
    spans = [Span(start=i * len(PART), end=(i + 1) * len(PART) - 1) for i in range(clauses)]
    return Annotated(
        report=Report(id="00", text=text),
        sentences=(Span(start=0, end=len(text)),),
        clauses=tuple(Clause(span=span, sentence=0) for span in spans),
        vectors=np.zeros((clauses, 4), np.float32),
    )


def test_clauses_of_one_sentence_are_one_passage_while_they_fit() -> None:
    found = passages([long_sentence(6)])
    assert [(p.first, p.last) for p in found] == [(0, 3), (4, 5)]
    assert all(len(p.text) <= LONGEST for p in found)


def test_a_clause_that_is_too_long_is_cut_at_a_word() -> None:
    text = "strait " * 100
    piece = Annotated(
        report=Report(id="00", text=text),
        sentences=(Span(start=0, end=len(text)),),
        clauses=(Clause(span=Span(start=0, end=len(text)), sentence=0),),
    )
    (found,) = passages([piece])
    assert len(found.text) <= LONGEST
    assert found.text.endswith("strait")


def test_sentences_are_never_joined() -> None:
    text = "The strait is calm. Boats leave Halden."
    piece = Annotated(
        report=Report(id="00", text=text),
        sentences=(Span(start=0, end=19), Span(start=20, end=39)),
        clauses=(Clause(span=Span(start=0, end=19), sentence=0), Clause(span=Span(start=20, end=39), sentence=1)),
    )
    assert [p.text for p in passages([piece])] == ["The strait is calm.", "Boats leave Halden."]
