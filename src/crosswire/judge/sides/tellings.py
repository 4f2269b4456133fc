"""The clause that tells something, found from the place of a word in a report."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from crosswire.judge.sides.evidences import clipped
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.lying import Lying
from crosswire.judge.sides.side import Side, side_at
from crosswire.model import Annotated, Clause, Span

_ENDED: Final = re.compile(r"[.!?…][”\"'’)]*\s*$")


def telling(piece: Annotated, span: Span, whole: bool = False) -> Side:
    """Returns the side made of the clause around `span`, or of its whole sentence where `whole` or where no clause
    holds it."""
    clause = None if whole else clause_at(piece, span)
    if clause is not None:
        return side_at(piece, clause.span, clause)
    return side_at(piece, clipped(piece.report.text, sentence_at(piece, span)))


def is_headline(piece: Annotated, number: int) -> bool:
    """Tells whether a sentence, by its number, is the first and ends without a mark."""
    return number == 0 and not _ENDED.search(piece.words_of(piece.sentences[0]))


def clause_at(piece: Annotated, span: Span) -> Clause | None:
    """Returns the shortest clause that covers `span`, None where none does."""
    covering = [c for c in _lying(piece).near(span) if c.span.covers(span)]
    return min(covering, key=lambda c: c.span.end - c.span.start, default=None)


@once_a_story
def _lying(piece: Annotated) -> Lying[Clause]:
    """The clauses of a report by where they lie."""
    return Lying((c, (c.span,)) for c in piece.clauses)


def sentence_at(piece: Annotated, span: Span) -> Span:
    """Returns the sentence that `span` starts in, `span` itself where it lies in none."""
    at = bisect_right(piece.sentences, span.start, key=lambda s: s.start) - 1
    if at >= 0 and piece.sentences[at].end >= span.end:
        return piece.sentences[at]
    return span
