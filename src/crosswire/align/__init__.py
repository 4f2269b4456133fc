"""align: the clauses of a story → points (the same assertion in several reports) and utterances (the same words)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosswire.align.copies import origin_of
from crosswire.align.members import members
from crosswire.align.passages import Passage, passages
from crosswire.align.utterances import utterances
from crosswire.model import Aligned, Alignment, Annotated, Origin

if TYPE_CHECKING:
    from crosswire.align.scorer import Trees

__all__ = ["align", "align_by"]


def align(pieces: Sequence[Annotated], origins: Sequence[Origin]) -> Alignment:
    """Finds the same assertion, and the same utterance, in every report that tells it.

    Args:
        pieces: the annotated reports of one story.
        origins: who copied whom; every copy keeps its own member, and counting origins is left to the judge.

    Returns:
        The points in order of first telling, those told by one report alone included, and the utterances.
    """
    from crosswire.align.scorer import load

    return align_by(load("passages"), pieces, origins)


def align_by(scorer: Trees, pieces: Sequence[Annotated], origins: Sequence[Origin]) -> Alignment:
    """Aligns by a scorer given, as `align` does by the shipped one: so that one can be measured on stories left out."""
    told = passages(pieces)
    found = [
        Aligned(members=members(point, told, pieces), confidence=sure)
        for point, sure in _points(scorer, told, pieces, origin_of(pieces, origins))
    ]
    order = {piece.report.id: i for i, piece in enumerate(pieces)}
    found.sort(key=lambda point: [(order[m.report], m.span.start, m.span.end) for m in point.members])
    return Alignment(points=tuple(found), utterances=utterances(pieces))


def _points(
    scorer: Trees, told: Sequence[Passage], pieces: Sequence[Annotated], origins: Sequence[int]
) -> list[tuple[tuple[int, ...], float]]:
    """The passages of each point, and how sure it is; a passage in no point is one of its own, its copies left out."""
    from crosswire.align.features import candidates
    from crosswire.align.index import Index
    from crosswire.align.points import points

    index = Index(told, pieces, origins)
    found: list[tuple[tuple[int, ...], float]] = []
    if len(set(index.origin.tolist())) > 1:
        pairs = candidates(index)
        scores = scorer.probability(pairs.figures)
        found = points(pairs.left, pairs.right, scores, index.twin, scorer.threshold)
    joined = {i for members, _ in found for i in members}
    return found + [((i,), 1.0) for i, first in enumerate(index.twin.tolist()) if i == first and i not in joined]
