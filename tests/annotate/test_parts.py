"""A long report is read in parts and comes out whole."""

from __future__ import annotations

import numpy as np
import pytest

from crosswire.annotate import annotate, report
from crosswire.annotate.report import joined
from crosswire.annotate.tagging.tagger import MODEL
from crosswire.model import Annotated, Clause, Quotation, Report, Span, Statement, Voice, Word

PARAGRAPH = "“The mast was rotten,” said Ada Veld. Ivo Marsk denied it on Friday.\n\n"


def part(start: int) -> Annotated:
    span = Span(start=start, end=start + 5)
    said = Statement(id="00:s1", report="00", manner="direct", voice=Voice(), cue=None, content=(span,))
    return Annotated(
        report=Report(id="00", text="x" * 40),
        sentences=(span,),
        words=(Word(start=start, end=start + 5, pos="VERB", head=-1, relation="root"),
               Word(start=start + 5, end=start + 6, pos="PUNCT", head=0, relation="punct")),
        statements=(said,),
        quotations=(Quotation(span=span, statement="00:s1", speaker=None),),
        clauses=(Clause(span=span, sentence=0, statement="00:s1"),),
        vectors=np.zeros((1, 2), np.float32),
        word_vectors=np.zeros((2, 3), np.float16),
    )  # fmt: skip


def test_ids_heads_and_sentences_are_counted_through() -> None:
    whole = joined(Report(id="00", text="x" * 40), (), [part(0), part(20)])
    assert [s.id for s in whole.statements] == ["00:s1", "00:s2"]
    assert [q.statement for q in whole.quotations] == ["00:s1", "00:s2"]
    assert [c.sentence for c in whole.clauses] == [0, 1]
    assert [w.head for w in whole.words] == [-1, 0, -1, 2]
    assert whole.vectors.shape == (2, 2)
    assert whole.word_vectors.shape == (4, 3)


def test_no_part_is_an_empty_report() -> None:
    assert joined(Report(id="00", text=""), (), []).sentences == ()


@pytest.mark.skipif(not (MODEL / "reading.bin").exists(), reason="the model is not in this tree")
def test_parts_change_neither_spans_nor_speakers(monkeypatch: pytest.MonkeyPatch) -> None:
    text = PARAGRAPH * 6
    (whole,) = annotate([(Report(id="00", text=text), ())])
    monkeypatch.setattr(report, "PART", 100)
    (cut,) = annotate([(Report(id="00", text=text), ())])
    assert cut.sentences == whole.sentences
    assert [q.span for q in cut.quotations] == [q.span for q in whole.quotations]
    assert [s.id for s in cut.statements] == [f"00:s{n + 1}" for n in range(len(cut.statements))]
    assert [(s.voice.name, s.content) for s in cut.statements] == [(s.voice.name, s.content) for s in whole.statements]
