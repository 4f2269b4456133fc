"""Addresses on one street, compared over the whole story: a street has one kind, and a happening one block."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from crosswire.judge.places.levels import level, plain, street_name, streets_meet
from crosswire.judge.sides.finding import Finding, Pair, told
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Place


def addresses(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two tellings of one street that give it two kinds, two sides of the compass or two blocks, each
    with the key of its slot.

    A report that tells several addresses on a street differs from another only where none of them may be the other's.
    Reason given: "address: Birch Street in 01; Birch Avenue in 03".
    """
    streets = [(piece, _by_street(piece)) for piece in pieces]
    found: list[tuple[str, Pair]] = []
    for (a, ones), (b, others) in combinations(streets, 2):
        for name in ones.keys() & others.keys():
            if not any(streets_meet(plain(x.name), plain(y.name)) for x in ones[name] for y in others[name]):
                found.append((f"address {name}", _pair(a, ones[name][0], b, others[name][0])))
    return sorted(found, key=lambda f: (f[0], f[1][0].report, f[1][1].report))


def _by_street(piece: Annotated) -> dict[str, list[Place]]:
    """The addresses that a report tells, by the bare name of their street, in reading order."""
    found: dict[str, list[Place]] = {}
    for place in piece.places:
        if level(place) == "street":
            found.setdefault(street_name(plain(place.name)), []).append(place)
    return found


def _pair(a: Annotated, one: Place, b: Annotated, other: Place) -> Pair:
    left, right = telling(a, one.span), telling(b, other.span)
    finding = Finding(
        slot="place", nature="conflict", left=told(left, one.span), right=told(right, other.span), about="address"
    )
    return left, right, finding
