"""The toll that each report tells first: killed, injured; compared over the whole story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from crosswire.judge.differences import Pair
from crosswire.judge.finding import Finding
from crosswire.judge.numbers import nature_of, number_told
from crosswire.judge.side import Side
from crosswire.judge.tellings import telling
from crosswire.judge.units import GENERAL, singular
from crosswire.judge.wholes import excludes
from crosswire.model import Annotated, Quantity

_Wanted = Callable[[Quantity], bool]
_SUSPECTS: Final = frozenset({"suspect", "gunman", "shooter", "attacker", "assailant"})
_SHOTS: Final = frozenset({"shot", "round", "bullet", "gunshot"})
#: The toll of the event itself stands early; further down other events are told.
_EARLY: Final = 0.4


def _befallen(scope: str) -> _Wanted:
    return lambda q: q.scope == scope and (q.unit is None or singular(q.unit) in GENERAL)


_SLOTS: Final[dict[str, _Wanted]] = {
    "people killed": _befallen("kill"),
    "people injured": _befallen("injure"),
    "suspects": lambda q: q.unit is not None and singular(q.unit) in _SUSPECTS,
    "shots fired": lambda q: (
        q.unit is not None and singular(q.unit) in _SHOTS and q.scope in ("fire", None) and q.low > 4
    ),
}


def tolls(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two reports whose first told counts exclude one another, neither telling the other's number
    anywhere."""
    found: list[tuple[str, Pair]] = []
    for about, wanted in _SLOTS.items():
        first = [(piece, toll) for piece in pieces if (toll := _first(piece, wanted))]
        for i, (a, one) in enumerate(first):
            for b, other in first[i + 1 :]:
                if nature_of(one, other) == "conflict" and not _tells(a, other, one) and not _tells(b, one, other):
                    left, right = telling(a, one.span), telling(b, other.span)
                    if excludes(left, one, right, other):
                        found.append((about, _pair(about, left, one, right, other)))
    return found


def _pair(about: str, left: Side, one: Quantity, right: Side, other: Quantity) -> Pair:
    values = number_told(left, one), number_told(right, other)
    return left, right, Finding(slot="number", nature="conflict", left=values[0], right=values[1], about=about)


def _first(piece: Annotated, wanted: _Wanted) -> Quantity | None:
    early = len(piece.report.text) * _EARLY + 400
    return next((q for q in piece.quantities if q.kind == "count" and q.span.start < early and wanted(q)), None)


def _tells(piece: Annotated, toll: Quantity, own: Quantity) -> bool:
    """Whether a report tells this number too, of whatever part of those whom it befell."""
    scopes = (toll.scope, own.scope, None)
    return any(
        q.kind == "count" and q.low <= toll.high and toll.low <= q.high and q.scope in scopes for q in piece.quantities
    )
