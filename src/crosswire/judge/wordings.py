"""Wording: words in quotation marks that both sides quote, and not the same."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import Indel

from crosswire.judge.finding import Finding, told
from crosswire.judge.side import Side, inside, tokens
from crosswire.model import Quotation

_SAME_UTTERANCE: Final = 0.6


def wordings(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds quotations of one utterance whose words differ; a note, never a conflict of its own.

    Reason given: "quoted words: ... in 01; ... in 02".
    """
    findings = []
    for one in _spoken(a):
        words = [t.word for t in tokens(a.piece.report.text, one.span)]
        for other in _spoken(b):
            others = [t.word for t in tokens(b.piece.report.text, other.span)]
            if words != others and len(words) > 3 and Indel.normalized_similarity(words, others) >= _SAME_UTTERANCE:
                findings.append(
                    Finding(
                        slot="wording",
                        nature="wording",
                        left=told(a, one.span),
                        right=told(b, other.span),
                        about="quoted words",
                    )
                )
    return tuple(findings)


def _spoken(side: Side) -> list[Quotation]:
    return [q for q in inside(side.piece.quotations, side.span) if q.spoken]
