"""The toll that each report tells first: killed, injured; compared over the whole story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from crosswire.judge.differences import Pair
from crosswire.judge.finding import Finding
from crosswire.judge.numbers import nature_of, number_told
from crosswire.judge.tellings import telling
from crosswire.judge.units import GENERAL, singular
from crosswire.model import Annotated, Quantity

_TOLLS: Final = {"kill": "people killed", "injure": "people injured"}
#: The toll of the event itself stands early; further down other events are told.
_EARLY: Final = 0.4


def tolls(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two reports whose first told tolls exclude one another, neither telling the other's number anywhere."""
    found: list[tuple[str, Pair]] = []
    for scope, about in _TOLLS.items():
        first = [(piece, toll) for piece in pieces if (toll := _first(piece, scope))]
        for i, (a, one) in enumerate(first):
            for b, other in first[i + 1 :]:
                if nature_of(one, other) == "conflict" and not _tells(a, other, scope) and not _tells(b, one, scope):
                    left, right = telling(a, one.span), telling(b, other.span)
                    finding = Finding(
                        slot="number",
                        nature="conflict",
                        left=number_told(left, one),
                        right=number_told(right, other),
                        about=about,
                    )
                    found.append((about, (left, right, finding)))
    return found


def _first(piece: Annotated, scope: str) -> Quantity | None:
    early = len(piece.report.text) * _EARLY + 400
    return next((q for q in piece.quantities if q.span.start < early and _is_toll(q, scope)), None)


def _is_toll(quantity: Quantity, scope: str) -> bool:
    return (
        quantity.kind == "count"
        and quantity.scope == scope
        and (quantity.unit is None or singular(quantity.unit) in GENERAL)
    )


def _tells(piece: Annotated, toll: Quantity, scope: str) -> bool:
    """Whether a report tells this number too, of whatever part of those whom it befell."""
    return any(
        q.kind == "count" and q.low <= toll.high and toll.low <= q.high and q.scope in (scope, None)
        for q in piece.quantities
    )
