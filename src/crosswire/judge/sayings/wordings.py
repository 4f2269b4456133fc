"""Wording: words in quotation marks that both sides quote, and not the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Indel, Levenshtein

from crosswire.judge.events.opposites import is_negator
from crosswire.judge.sides.finding import Finding, Told, told
from crosswire.judge.sides.side import Side, Token, inside, tokens
from crosswire.model import Quotation, Span

_SAME_UTTERANCE: Final = 0.6
_AROUND: Final = 1  # words at least that agree before and behind a denial that one quotation alone has


def wordings(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds quotations of one utterance whose words differ: a note, but where one alone has a "not".

    Reason given: "quoted words: ... in 01; ... in 02", or "told and denied: will join in 01; will not join in 02".
    """
    findings = []
    for one in _spoken(a):
        words = tokens(a.piece.report.text, one.span)
        for other in _spoken(b):
            others = tokens(b.piece.report.text, other.span)
            if _are_versions([t.word for t in words], [t.word for t in others]):
                findings.append(_denial(a, words, b, others) or _wording(told(a, one.span), told(b, other.span)))
    return tuple(findings)


def _spoken(side: Side) -> list[Quotation]:
    return [q for q in inside(side.piece.quotations, side.span) if q.spoken]


def _are_versions(words: Sequence[str], others: Sequence[str]) -> bool:
    return words != others and len(words) > 3 and Indel.normalized_similarity(words, others) >= _SAME_UTTERANCE


def _wording(left: Told, right: Told) -> Finding:
    return Finding(slot="wording", nature="wording", left=left, right=right, about="quoted words")


def _denial(a: Side, words: Sequence[Token], b: Side, others: Sequence[Token]) -> Finding | None:
    """The finding that one version denies what the other tells, in words that are the same before and behind."""
    steps = list(Levenshtein.opcodes([t.word for t in words], [t.word for t in others]))
    for before, step, behind in zip(steps, steps[1:], steps[2:], strict=False):
        alone = words[step.src_start : step.src_end] or others[step.dest_start : step.dest_end]
        if step.tag not in ("insert", "delete") or len(alone) != 1 or not is_negator(alone[0]):
            continue
        if min(s.src_end - s.src_start for s in (before, behind)) >= _AROUND:
            left = _around(a, words, before.src_end - 1, behind.src_start)
            right = _around(b, others, before.dest_end - 1, behind.dest_start)
            return Finding(slot="stance", nature="conflict", left=left, right=right, about="told and denied")
    return None


def _around(side: Side, words: Sequence[Token], first: int, last: int) -> Told:
    return told(side, Span(start=words[first].start, end=words[last].end))
