"""What lies where in a report, so that a long one is not gone through for each of its passages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from crosswire.model import Span

T = TypeVar("T")
_CELL: Final = 256  # characters


class Lying(Generic[T]):
    """Things found by where they lie, each at one place or several."""

    def __init__(self, things: Iterable[tuple[T, Iterable[Span]]]) -> None:
        self._things: list[T] = []
        self._cells: dict[int, list[int]] = {}
        for number, (thing, spans) in enumerate(things):
            self._things.append(thing)
            for cell in {cell for span in spans for cell in _cells(span)}:
                self._cells.setdefault(cell, []).append(number)

    def near(self, span: Span) -> list[T]:
        """Returns, in the order given, everything that shares a place with `span`, and some of what lies near it."""
        cells = _cells(span)
        if len(cells) == 1:
            return [self._things[i] for i in self._cells.get(cells[0], ())]
        return [self._things[i] for i in sorted({i for cell in cells for i in self._cells.get(cell, ())})]


def _cells(span: Span) -> range:
    """The stretches of a text that a span touches, at its end too."""
    return range(span.start // _CELL, max(span.start, span.end) // _CELL + 1)
