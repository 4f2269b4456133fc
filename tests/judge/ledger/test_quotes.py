"""What another telling of a quotation cuts, adds and changes."""

from __future__ import annotations

import pytest

from crosswire.judge.ledger.quotes import quotes
from crosswire.model import Alignment, Annotated, Quotation, Report, Retelling, Span, Statement, Utterance, Voice

WHOLE = "We will not give up the Alma while a single sailor is held"
ROWS = [
    ("We will not give up the Alma", ["while a single sailor is held"], [], []),
    ("We will never give up the Alma while a single sailor is held", [], [], [("not", "never")]),
    ("We will not give up the Alma or the crew while a single sailor is held", [], ["or the crew"], []),
    (WHOLE, [], [], []),
    ("Nobody asked them", [], [], []),
]


def retelling(other: str) -> Retelling:
    pieces = [
        Annotated(
            report=Report(id=name, text=f"“{words},” she said."),
            quotations=(Quotation(span=Span(start=1, end=1 + len(words)), statement=None, speaker="Ina Falk"),),
        )
        for name, words in (("00", WHOLE), ("01", other))
    ]
    same = Utterance(quotations=(("00", 0), ("01", 0)))
    return quotes(pieces, Alignment(points=(), utterances=(same,)))[0].retold[0]


@pytest.mark.parametrize(("other", "cut", "added", "changed"), ROWS)
def test_what_was_cut_and_changed(other: str, cut: list[str], added: list[str], changed: list[tuple[str, str]]) -> None:
    told = retelling(other)
    mine, theirs = f"“{WHOLE},”", f"“{other},”"
    assert [mine[s.start : s.end] for s in told.cut] == cut
    assert [theirs[s.start : s.end] for s in told.added] == added
    assert [(mine[c.own.start : c.own.end], theirs[c.theirs.start : c.theirs.end]) for c in told.changed] == changed


def test_indirect_speech_is_shown_with_its_statement_and_speaker() -> None:
    text = "She said they would not give up the Alma while a single sailor is held."
    content = Span(start=9, end=len(text) - 1)
    said = Statement(
        id="01:s1", report="01", manner="indirect", voice=Voice(name="Ina Falk"), cue=None, content=(content,)
    )
    quoted = Annotated(
        report=Report(id="00", text=f"“{WHOLE}.”"),
        quotations=(Quotation(span=Span(start=1, end=1 + len(WHOLE)), statement=None, speaker="Falk"),),
    )
    pieces = [quoted, Annotated(report=Report(id="01", text=text), statements=(said,))]
    same = Utterance(quotations=(("00", 0),), retold=(("01", "01:s1"),))
    (quote,) = quotes(pieces, Alignment(points=(), utterances=(same,)))
    (told,) = quote.retold
    assert (told.statement, told.quote, told.speaker) == ("01:s1", None, "Ina Falk")
    assert told.evidence.exact == "they would not give up the Alma while a single sailor is held"
    assert [text[c.theirs.start : c.theirs.end] for c in told.changed] == ["they would"]
