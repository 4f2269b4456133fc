"""Weighing: how sure it is that any two values of a story that exclude one another are of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from crosswire.judge.sides.side import Side
from crosswire.judge.values.kinds import KINDS
from crosswire.judge.values.likeness import chance, likeness, weighed
from crosswire.judge.values.telling import Key, Page, Telling, Valued, pages, rarity
from crosswire.judge.values.values import elsewhere
from crosswire.model import Annotated, Point, Slot, Span

_KINDS: Final = {kind.slot: kind for kind in KINDS}


class Weighing:
    """The values of a story, of which any two can be weighed, whether or not `values` sets them against one another."""

    def __init__(self, pieces: Sequence[Annotated], points: Sequence[Point]) -> None:
        self._pieces, self._points = pieces, points
        self._report = {piece.report.id: i for i, piece in enumerate(pieces)}
        self._told: dict[tuple[Slot, int, int], Telling | None] = {}

    def chance(self, slot: Slot, a: Side, left: Span, b: Side, right: Span) -> float | None:
        """Returns how sure it is, from 0 to 1, that the values at `left` and `right` are of one thing, seen over the
        whole story; None where no such value is compared over a story."""
        if slot not in _KINDS:
            return None
        one, other = self._telling(slot, a.report, left), self._telling(slot, b.report, right)
        if one is None or other is None:
            return None
        near = float(one.vector @ other.vector) if one.vector.shape == other.vector.shape else 0.0
        seen = likeness(_KINDS[slot], one, other, near, self._rare)
        known, reports = self._known[slot]
        return chance(weighed(_KINDS[slot], {**seen, **elsewhere(one, other, known, reports)}))

    def _telling(self, slot: Slot, report: str, span: Span) -> Telling | None:
        number = self._report[report]
        asked = (slot, number, span.start)
        if asked not in self._told:
            found = self._values[slot][number]
            beside = self._pages[number].tellings(v for v in found if v[0].span == span)
            self._told[asked] = beside[0] if beside else None
        return self._told[asked]

    @cached_property
    def _pages(self) -> list[Page]:
        return pages(self._pieces, self._points)

    @cached_property
    def _rare(self) -> dict[str, float]:
        return rarity(self._pieces)

    @cached_property
    def _values(self) -> dict[Slot, list[list[tuple[Valued, Key]]]]:
        """The values of each kind, report by report."""
        return {slot: [list(kind.found(piece)) for piece in self._pieces] for slot, kind in _KINDS.items()}

    @cached_property
    def _known(self) -> dict[Slot, tuple[list[frozenset[Key]], Counter[Key]]]:
        """Which values of each kind every report tells, and how many reports tell each."""
        known = {slot: [frozenset(key for _, key in told) for told in found] for slot, found in self._values.items()}
        return {slot: (keys, Counter(key for told in keys for key in told)) for slot, keys in known.items()}
