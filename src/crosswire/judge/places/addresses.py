"""Addresses on one street, compared over the whole story: a street has one name and one kind, and a happening one
block, or one corner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz.distance import OSA

from crosswire.judge.sides.finding import Finding, Pair, told
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Place
from crosswire.values.places.addresses import address_of, may_be_one_address, street_name, streets_of
from crosswire.values.places.levels import level

#: Names of streets that differ in no more letters, and that begin alike, are one name in two spellings.
_MISSPELT: Final = 2
_LEAST_LETTERS: Final = 4
Streets = Mapping[str, list[Place]]


def addresses(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two tellings of one street that give it two kinds, two spellings, two sides of the compass, two
    blocks or two corners, each with the key of its slot.

    A report that tells several addresses on a street differs from another only where none of them may be the other's.
    Reason given: "address: Birch Street in 01; Birch Avenue in 03".
    """
    streets = [(piece, _by_street(piece)) for piece in pieces]
    found: list[tuple[str, Pair]] = []
    for (a, ones), (b, others) in combinations(streets, 2):
        for name, other in _one_street(ones, others):
            if not any(_may_be_one(x, y) for x in ones[name] for y in others[other]):
                found.append((f"address {name}", _pair(a, ones[name][0], b, others[other][0])))
    return sorted(found, key=lambda f: (f[0], f[1][0].report, f[1][1].report))


def is_elsewhere(side: Side, piece: Annotated) -> bool:
    """Tells whether a side names streets, and a report others alone."""
    here, there = (
        {street_name(street) for p in places if level(p) == "street" for street in streets_of(address_of(p))}
        for places in (side.places, piece.places)
    )
    return bool(here and there) and not here & there


def _by_street(piece: Annotated) -> dict[str, list[Place]]:
    """The addresses that a report tells, by the bare name of their street, in reading order; a corner lies on two."""
    found: dict[str, list[Place]] = {}
    for place in piece.places:
        if level(place) == "street":
            for street in streets_of(address_of(place)):
                found.setdefault(street_name(street), []).append(place)
    return found


def _one_street(ones: Streets, others: Streets) -> Iterator[tuple[str, str]]:
    """The names of one street in two reports: the same, or two spellings, neither of which the other report has."""
    for name in ones:
        if name in others:
            yield name, name
        else:
            near = [other for other in others if other not in ones and _is_misspelt(name, other)]
            yield from ((name, other) for other in near if _kinds(ones[name]) & _kinds(others[other]))


def _kinds(places: Sequence[Place]) -> frozenset[str]:
    """What the streets are called: street, avenue, drive."""
    return frozenset(address_of(place).split()[-1] for place in places)


def _is_misspelt(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST_LETTERS or one[0] != other[0] or not (one + other).replace(" ", "").isalpha():
        return False
    return OSA.distance(one, other) <= _MISSPELT


def _may_be_one(one: Place, other: Place) -> bool:
    return bool(may_be_one_address(address_of(one), address_of(other)))


def _pair(a: Annotated, one: Place, b: Annotated, other: Place) -> Pair:
    left, right = telling(a, one.span), telling(b, other.span)
    finding = Finding(
        slot="place", nature="conflict", left=told(left, one.span), right=told(right, other.span), about="address"
    )
    return left, right, finding
