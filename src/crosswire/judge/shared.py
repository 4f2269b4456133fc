"""What the passages of a point share: the words to show, so that no detail of one report is shown as told by all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosswire.judge.narrowed import tellings
from crosswire.judge.sides.side import STOP, Side, stem
from crosswire.judge.supported import are_told
from crosswire.model import Annotated, Span

#: A telling of fewer words of substance than this asserts too little to stand for the others.
_FEWEST: Final = 3
#: Less of a telling than this in one of the others: it is not told by all.
ENOUGH: Final = 0.7
#: Two words whose vectors are so near say the same in their sentences.
_ALIKE: Final = 0.7
_SUBSTANCE: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


class Shared(NamedTuple):
    """Exact words of one side, and which sides tell them, by their places, that one among them."""

    words: str
    by: tuple[int, ...]


def shared(sides: Sequence[Side], origins: Sequence[str]) -> Shared | None:
    """Returns the words of one side that others tell too, as they stand there; None where no two origins share any.

    Another side tells them when it tells ENOUGH of their words of substance, by the same stem or by a word that means
    the same there, and every number, time, place and name in them, or one that fits it. Taken are the words that most
    origins tell, of these those that say most.

    Args:
        sides: at least two, one a report.
        origins: the origin of each side's report; copies have one.
    """
    best, found = (0, 0.0), None
    content = [_content(side.piece, side.span) for side in sides]
    for i, side in enumerate(sides):
        for span in tellings(side):
            own = _within(content[i], span)
            if len(own.stems) < _FEWEST:
                continue
            share = [1.0 if k == i else _share(own, content[k]) for k in range(len(sides))]
            by = tuple(k for k, s in enumerate(share) if s >= ENOUGH and (k == i or _tells(sides[k], side, span)))
            told = min(share[k] for k in by) * len(own.stems) ** 0.5
            score = len({origins[k] for k in by}), told
            if score[0] > 1 and score > best:
                best, found = score, Shared(side.piece.words_of(span), by)
    return found


def _tells(other: Side, side: Side, span: Span) -> bool:
    return are_told(side.piece, span, other.piece, other.span)


class _Content:
    """The words of substance of a stretch of a report: where they stand, their stems and their vectors."""

    def __init__(self, places: list[Span], stems: list[str], vectors: NDArray[np.float32]) -> None:
        self.places, self.stems, self.vectors = places, stems, vectors


def _content(piece: Annotated, span: Span) -> _Content:
    text = piece.report.text
    inside = [i for i, w in enumerate(piece.words) if span.start <= w.start and w.end <= span.end]
    told = {i: text[piece.words[i].start : piece.words[i].end].lower() for i in inside}
    found = [i for i in inside if piece.words[i].pos in _SUBSTANCE and told[i] not in STOP]
    words = [piece.words[i] for i in found]
    rows = piece.word_vectors[found] if len(piece.word_vectors) == len(piece.words) else np.zeros((len(found), 1))
    vectors = rows.astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return _Content([Span(start=w.start, end=w.end) for w in words], [stem(told[i]) for i in found], vectors)


def _within(content: _Content, span: Span) -> _Content:
    kept = [i for i, place in enumerate(content.places) if span.covers(place)]
    return _Content([content.places[i] for i in kept], [content.stems[i] for i in kept], content.vectors[kept])


def _share(own: _Content, other: _Content) -> float:
    """How much of the words of one the other tells, from 0 to 1."""
    if not own.stems or not other.stems:
        return 0.0
    near = (own.vectors @ other.vectors.T).max(1) >= _ALIKE
    known = set(other.stems)
    return float(np.mean([word in known or alike for word, alike in zip(own.stems, near.tolist(), strict=True)]))
