"""Numbers that a story has one of, as each report tells them first; compared over the whole story."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from msgspec.structs import replace

from crosswire.judge.numbers.numbers import comparable, nature_of, number_told
from crosswire.judge.numbers.tallies import TALLIES
from crosswire.judge.numbers.wholes import excludes
from crosswire.judge.sides.finding import Finding, Pair
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Quantity


def tolls(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two reports whose first told counts exclude one another, neither telling the other's number
    anywhere."""
    found: list[tuple[str, Pair]] = []
    for about, find in TALLIES.items():
        told = [(piece, toll) for piece in pieces if (toll := find(piece))]
        found.extend(
            (about, _pair(about, telling(a, one.span), one, telling(b, other.span), other))
            for (a, one), (b, other) in combinations(told, 2)
            if _exclude(a, one, b, other)
        )
    return found


def _exclude(a: Annotated, one: Quantity, b: Annotated, other: Quantity) -> bool:
    if nature_of(_counted(one), _counted(other)) != "conflict" or _tells(a, other, one) or _tells(b, one, other):
        return False
    return excludes(telling(a, one.span, whole=True), one, telling(b, other.span, whole=True), other)


def _counted(quantity: Quantity) -> Quantity:
    """A number as a count: the fifth suspect is one of five."""
    return replace(quantity, kind="count") if quantity.kind == "ordinal" else quantity


def _pair(about: str, left: Side, one: Quantity, right: Side, other: Quantity) -> Pair:
    values = number_told(left, one), number_told(right, other)
    return left, right, Finding(slot="number", nature="conflict", left=values[0], right=values[1], about=about)


def _tells(piece: Annotated, toll: Quantity, own: Quantity) -> bool:
    """Whether a report tells this number too, of whatever part of those whom it befell; one is told of anybody."""
    if toll.kind == "count" and toll.high <= 1:
        return any(q.low <= 1 <= q.high and q.scope == toll.scope and q.scope for q in piece.quantities)
    scopes = (toll.scope, own.scope, None)
    return any(
        q.kind == own.kind
        and q.span != own.span
        and nature_of(_counted(q), _counted(toll)) != "conflict"
        and q.scope in scopes
        and (q.unit is None or toll.unit is None or comparable(q, toll) or q.scope == toll.scope)
        for q in piece.quantities
    )
