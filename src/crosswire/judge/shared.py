"""What the passages of a point share: the words to show, so that no detail of one report is shown as told by all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from crosswire.judge.sides.side import Side, side_at
from crosswire.model import Span

#: A clause of fewer words of substance than this asserts too little to stand for the others.
_FEWEST: Final = 3


def shared_words(sides: Sequence[Side]) -> str:
    """Returns the clause of one side that the others tell most of, word for word as it stands there.

    A clause counts by how much of it the side that tells least of it tells, and a little by how much it says. Where no
    clause says enough, the first side is told whole.

    Args:
        sides: at least two, one a report, of origins that are not copies of one another where there are such.
    """
    best, found = 0.0, sides[0].text
    for i, side in enumerate(sides):
        others = [other.stems for k, other in enumerate(sides) if k != i and other.text != side.text]
        for span in _clauses(side):
            told = side_at(side.piece, span).stems
            if len(told) < _FEWEST or not others:
                continue
            least = min(len(told & other) / len(told) for other in others)
            if (score := least**2 * len(told) ** 0.5) > best:
                best, found = score, side.piece.words_of(span)
    return found


def _clauses(side: Side) -> Iterator[Span]:
    """The side whole, then each clause in it."""
    yield side.span
    for clause in side.piece.clauses:
        if side.span.covers(clause.span) and clause.span != side.span:
            yield clause.span
