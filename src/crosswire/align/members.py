"""Members: the passages of a point → each report's evidence, and the clause that stands for it."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.align.passages import Passage
from crosswire.align.words import terms
from crosswire.model import Annotated, Member


def members(point: Sequence[int], told: Sequence[Passage], pieces: Sequence[Annotated]) -> tuple[Member, ...]:
    """Returns one member a passage, in the order of the reports.

    The clause that stands for a passage is the one that shares most words with the other members, the first of equals.
    """
    words = {i: {term.stem for term in terms(told[i].text) if not term.plain} for i in point}
    found = []
    for i in sorted(point):
        others = set().union(*(words[k] for k in point if k != i))
        piece = pieces[told[i].report]
        clause = max(
            range(told[i].first, told[i].last + 1),
            key=lambda k: (_shared(piece.words_of(piece.clauses[k].span), others), -k),
        )
        found.append(Member(report=piece.report.id, clause=clause, span=told[i].span))
    return tuple(found)


def _shared(text: str, others: set[str]) -> int:
    return len({term.stem for term in terms(text)} & others)
