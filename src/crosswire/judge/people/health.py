"""How somebody fares, compared over the whole story: in critical condition in one report, dead in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from crosswire.judge.people.health_scale import Fare, Person, may_be_one, persons
from crosswire.judge.sides.finding import Finding, Pair, asserted
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated

#: What cannot be said of one person at one time.
_CLASHES: Final = {
    "dead": frozenset({"critical", "serious", "stable", "recovering", "paralyzed"}),
    "critical": frozenset({"serious", "stable", "recovering"}),
    "paralyzed": frozenset({"recovering"}),
    "serious": frozenset({"recovering", "stable"}),
}
#: From so many killed or injured on, one of them is known by his name or age alone.
_CROWD: Final = 3
_Place = tuple[int, int]


def health(pieces: Sequence[Annotated]) -> Iterator[tuple[str, Pair]]:
    """Yields every two tellings of one person who fares differently in them, with the key of that person.

    Reason given: "condition: in critical condition in 01; died in 03". Persons are one by name, by age, or where each
    report tells of one alone who fits.
    """
    found = [persons(piece) for piece in pieces]
    crowds = [any(_is_crowd(q.low, q.scope) for q in piece.quantities if q.kind == "count") for piece in pieces]
    first: dict[_Place, _Place] = {}
    for (i, mine), (k, theirs) in combinations(enumerate(found), 2):
        for n, one in enumerate(mine):
            m = _same(one, mine, theirs, crowds[i] or crowds[k])
            if m is None:
                continue
            key = first.setdefault((k, m), first.setdefault((i, n), (i, n)))
            a, b = one.final(), theirs[m].final()
            if _clash(a.level, b.level):
                yield f"health {key}", _pair(one, a, theirs[m], b)


def _is_crowd(count: float, scope: str | None) -> bool:
    return count >= _CROWD and scope in ("kill", "injure", "shoot")


def _same(one: Person, mine: Sequence[Person], theirs: Sequence[Person], crowd: bool) -> int | None:
    """The index of the one person of another report who is the same, None where none is, or several may be."""
    left, right = _without_the_dead(mine, theirs) if one.final().level != "dead" else (mine, theirs)
    fits = [k for k, other in enumerate(theirs) if other in right and may_be_one(one.bearer, other.bearer)]
    if len(fits) != 1 or sum(may_be_one(own.bearer, theirs[fits[0]].bearer) for own in left) != 1:
        return None
    a, b = one.bearer, theirs[fits[0]].bearer
    if (a.surname and a.surname == b.surname) or (a.age and a.age == b.age and a.gender == b.gender):
        return fits[0]
    alike = a.kind == b.kind and (a.gender is not None and a.gender == b.gender)
    alone = len(mine) == len(theirs) == 1 and a.kind == b.kind
    return fits[0] if not crowd and (alike or alone) else None


def _without_the_dead(mine: Sequence[Person], theirs: Sequence[Person]) -> tuple[Sequence[Person], Sequence[Person]]:
    """The persons of two reports; where each tells of one dead who may be the same, those besides him."""
    dead = [[p for p in persons if p.final().level == "dead"] for persons in (mine, theirs)]
    if any(len(d) != 1 for d in dead) or not may_be_one(dead[0][0].bearer, dead[1][0].bearer):
        return mine, theirs
    return [p for p in mine if p not in dead[0]], [p for p in theirs if p not in dead[1]]


def _clash(one: str, other: str) -> bool:
    return other in _CLASHES.get(one, ()) or one in _CLASHES.get(other, ())


def _pair(one: Person, a: Fare, other: Person, b: Fare) -> Pair:
    left, right = telling(one.piece, a.span), telling(other.piece, b.span)
    values = asserted(left, a.span), asserted(right, b.span)
    return left, right, Finding(slot="stance", nature="conflict", left=values[0], right=values[1], about="condition")
