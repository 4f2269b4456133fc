"""Passages: what align compares. A sentence, or so many of its clauses as evidence may be long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosswire.model import Annotated, Span

#: Evidence is at most this many characters (the contract).
LONGEST = 400


class Passage(NamedTuple):
    """Consecutive clauses of one sentence: the report's and the sentence's index, the clauses' indices, the text."""

    report: int
    sentence: int
    first: int
    last: int
    span: Span
    text: str


def passages(pieces: Sequence[Annotated]) -> tuple[Passage, ...]:
    """Returns the passages of all reports, report by report, each in reading order; at most LONGEST characters each.

    A single clause longer than that is cut short at its last word that fits.
    """
    return tuple(passage for i, piece in enumerate(pieces) for passage in _of(i, piece))


def _of(report: int, piece: Annotated) -> Iterator[Passage]:
    first = 0
    for i, clause in enumerate(piece.clauses):
        following = piece.clauses[i + 1] if i + 1 < len(piece.clauses) else None
        start = piece.clauses[first].span.start
        if following and following.sentence == clause.sentence and following.span.end - start <= LONGEST:
            continue
        span = _fitting(piece.report.text, Span(start=start, end=clause.span.end))
        yield Passage(report, clause.sentence, first, i, span, piece.words_of(span))
        first = i + 1


def _fitting(text: str, span: Span) -> Span:
    if span.end - span.start <= LONGEST:
        return span
    cut = text.rfind(" ", span.start, span.start + LONGEST)
    return Span(start=span.start, end=cut if cut > span.start else span.start + LONGEST)
