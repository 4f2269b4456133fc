"""Tellings: one value where a report tells it, with what stands around it, found once for every pair it is part of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosswire.judge.sides.governors import governors
from crosswire.judge.sides.lying import Lying
from crosswire.judge.sides.side import STOP, Side, side_at, tokens
from crosswire.judge.sides.slots import beside, preposition
from crosswire.judge.sides.tellings import clause_at, sentence_at
from crosswire.model import Annotated, Place, Point, Quantity, Span, Struct, Time

Valued: TypeAlias = Quantity | Time | Place
#: The form in which a value is the same wherever it is told.
Key: TypeAlias = tuple[object, ...]


class Telling(Struct, frozen=True, eq=False):
    """One value where a report tells it.

    `report` is the number of its report, `key` the form in which the value is told again elsewhere. `side` is its
    sentence, `beside` the keys of all values of its kind in it, `before` and `behind` the stems of the content words
    next to it, `governors` what governs it, `clause` the index of its clause, None where none holds it, `points` how
    sure each point of the story that holds it is, by the point's place among them.
    """

    report: int
    side: Side
    value: Valued
    key: Key
    beside: frozenset[Key]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    governors: frozenset[str]
    preposition: str | None
    clause: int | None
    points: Mapping[int, float]

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return self.value.span

    @property
    def vector(self) -> NDArray[np.float32]:
        """What its clause means; noughts where none holds it."""
        vectors = self.side.piece.vectors
        return vectors[self.clause] if self.clause is not None else np.zeros(vectors.shape[1], np.float32)

    @property
    def around(self) -> frozenset[str]:
        """The stems of the content words around it."""
        return frozenset((*self.before, *self.behind))


class Page:
    """One report while its values are looked at: its sentences as sides, and the points that its passages stand in."""

    def __init__(self, number: int, piece: Annotated, points: Sequence[tuple[Span, int, float]]) -> None:
        self.number, self.piece = number, piece
        self._points = Lying((point, (point[0],)) for point in points)
        self._sides: dict[Span, Side] = {}
        self._clauses = {c.span: i for i, c in enumerate(piece.clauses)}

    def tellings(self, values: Iterable[tuple[Valued, Key]]) -> list[Telling]:
        """Returns each value of this report, given with its key, with what stands around it."""
        told = [(value, key, sentence_at(self.piece, value.span)) for value, key in values]
        keys: dict[Span, list[Key]] = {}
        for _, key, sentence in told:
            keys.setdefault(sentence, []).append(key)
        return [self._telling(value, key, frozenset(keys[sentence])) for value, key, sentence in told]

    def _telling(self, value: Valued, key: Key, beside_it: frozenset[Key]) -> Telling:
        span = value.span
        side = self._side(span)
        before, behind = beside(side, span)
        clause = clause_at(self.piece, span)
        return Telling(
            report=self.number, side=side, value=value, key=key, beside=beside_it,
            before=tuple(t.stem for t in before), behind=tuple(t.stem for t in behind),
            governors=governors(side, span), preposition=preposition(side, span),
            clause=self._clauses.get(clause.span) if clause else None,
            points={i: sure for where, i, sure in self._points.near(span) if where.covers(span)},
        )  # fmt: skip

    def _side(self, span: Span) -> Side:
        sentence = sentence_at(self.piece, span)
        if sentence not in self._sides:
            self._sides[sentence] = side_at(self.piece, sentence)
        return self._sides[sentence]


def pages(pieces: Sequence[Annotated], points: Sequence[Point]) -> list[Page]:
    """Returns one page a report, in the order of the reports, with the points of several reports that it stands in."""
    held: dict[str, list[tuple[Span, int, float]]] = {}
    for i, point in enumerate(points):
        if len(point.evidence) > 1:
            for e in point.evidence:
                held.setdefault(e.report, []).append((Span(start=e.start, end=e.end), i, point.confidence))
    return [Page(i, piece, held.get(piece.report.id, ())) for i, piece in enumerate(pieces)]


def rarity(pieces: Sequence[Annotated]) -> dict[str, float]:
    """Returns how rare each stem is among the sentences of a story: the logarithm of how few of them tell it."""
    told: Counter[str] = Counter()
    count = 1
    for piece in pieces:
        for sentence in piece.sentences:
            told.update({t.stem for t in tokens(piece.report.text, sentence) if t.word not in STOP})
            count += 1
    return {stem: math.log(count / many) for stem, many in told.items()}
