"""Unsettled: what passages of one point tell unlike, in what may be one slot, too unsure to be called a difference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final, TypeVar

from crosswire.judge.events.polarity import is_excluded, predicate_told
from crosswire.judge.numbers.numbers import nature_of
from crosswire.judge.people.names import difference
from crosswire.judge.people.voices import are_different
from crosswire.judge.places.levels import agree, are_exclusive
from crosswire.judge.sayings.sayings import Saying, likeness_in_telling, sayings_in
from crosswire.judge.sides.finding import Told, told
from crosswire.judge.sides.predicates import LIGHT, predicates
from crosswire.judge.sides.side import STOP, Side
from crosswire.judge.sides.slots import Asked, Kind, Relation, Spanned, same_slot
from crosswire.judge.sides.units import same_unit
from crosswire.judge.times.dates import day_relation, is_day
from crosswire.model import Place, Quantity, Slot, Span, Struct, Unsettled

#: From this score on two values may stand in one slot.
_MAY_BE_ONE: Final = 0.2
#: From this likeness on two sayings may be one.
_MAY_BE_SAID: Final = 0.4
#: So many words of what a doing is told of are told beside the word for it.
_SHARED: Final = 2
_NOT_JUST: Final = re.compile(r"\bnot ((?:just|only|merely|simply) \w+)")
#: A name of fewer words may be anything: a country, a people, a ship.
_FULL: Final = 2
_COUNTED: Final = frozenset({"count", "money", "percent", "measure"})
#: A point of more passages is looked at in its first ones, which keeps the cost linear in reports.
_MOST_COMPARED: Final = 12

V = TypeVar("V", bound=Spanned)


class Doubt(Struct, frozen=True):
    """Two values, one of each side, that exclude one another if they stand in one slot."""

    slot: Slot
    left: Told
    right: Told


def unsettled(sides: Sequence[Side], same_origin: Callable[[str, str], bool]) -> tuple[Unsettled, ...]:
    """Returns in which slots the sides of a point do not confirm one another, though nothing is claimed of them.

    Each tells a number, day, place, first name, speaker or denial that another tells otherwise, in what may be one
    slot. One entry a slot, with every value told; empty where the sides are at one.
    """
    found: dict[Slot, dict[str, list[str]]] = {}
    for a, b in combinations(sides[:_MOST_COMPARED], 2):
        if same_origin(a.report, b.report):
            continue
        for doubt in doubts(a, b):
            values = found.setdefault(doubt.slot, {})
            for side, value in ((a, doubt.left), (b, doubt.right)):
                reports = values.setdefault(value.shown, [])
                if side.report not in reports:
                    reports.append(side.report)
    return tuple(
        Unsettled(slot=slot, why="; ".join(f"{shown} in {', '.join(reports)}" for shown, reports in values.items()))
        for slot, values in found.items()
    )


def doubts(a: Side, b: Side) -> Iterator[Doubt]:
    """Yields what two sides of a point tell unlike in what may be one slot, one of a kind."""
    for look in (_numbers, _days, _places, _names, _speakers, _denials):
        doubt = next(look(a, b), None)
        if doubt is not None:
            yield doubt


def _numbers(a: Side, b: Side) -> Iterator[Doubt]:
    left, right = ([q for q in side.quantities if q.kind in _COUNTED] for side in (a, b))
    return _open(a, left, b, right, _of_numbers, "number", "number")


def _of_numbers(one: Quantity, other: Quantity) -> Relation | None:
    units = one.unit is None or other.unit is None or same_unit(one.unit, other.unit)
    if one.kind != other.kind or not units:
        return None
    return "apart" if nature_of(one, other) == "conflict" else "same"


def _days(a: Side, b: Side) -> Iterator[Doubt]:
    left, right = ([t for t in side.times if is_day(t)] for side in (a, b))
    return _open(a, left, b, right, day_relation, "day", "date")


def _places(a: Side, b: Side) -> Iterator[Doubt]:
    return _open(a, a.places, b, b.places, _of_places, "place", "place")


def _of_places(one: Place, other: Place) -> Relation | None:
    if agree(one, other):
        return "same"
    return "apart" if are_exclusive(one, other) else None


def _open(
    a: Side,
    lefts: Sequence[V],
    b: Side,
    rights: Sequence[V],
    relation: Callable[[V, V], Relation | None],
    kind: Kind,
    slot: Slot,
) -> Iterator[Doubt]:
    """Yields values, neither of which the other side tells too, that may stand in one slot, the likeliest first."""
    related = {(i, k): relation(one, other) for i, one in enumerate(lefts) for k, other in enumerate(rights)}
    same = [pair for pair, r in related.items() if r == "same"]
    left, right = {i for i, _ in same}, {k for _, k in same}
    scored = [
        (-same_slot(a, lefts[i].span, b, rights[k].span, Asked(kind=kind)).score, i, k)
        for (i, k), r in related.items()
        if r == "apart" and i not in left and k not in right
    ]
    for score, i, k in sorted(scored):
        if -score >= _MAY_BE_ONE:
            yield Doubt(slot=slot, left=told(a, lefts[i].span), right=told(b, rights[k].span))


def _names(a: Side, b: Side) -> Iterator[Doubt]:
    for one in a.persons:
        for other in b.persons:
            written = a.piece.words_of(one.span), b.piece.words_of(other.span)
            if min(len(name.split()) for name in written) < _FULL:
                continue
            if difference(*written) == "conflict" and not (_has(b, written[0]) or _has(a, written[1])):
                yield Doubt(slot="name", left=told(a, one.span), right=told(b, other.span))


def _has(side: Side, name: str) -> bool:
    """Whether a side names a person of that name, in full."""
    return any(side.piece.words_of(n.span).lower() == name.lower() for n in side.persons)


def _speakers(a: Side, b: Side) -> Iterator[Doubt]:
    for one in sayings_in(a):
        for other in sayings_in(b):
            if are_different(one.voice, other.voice) and likeness_in_telling(one, other) >= _MAY_BE_SAID:
                yield Doubt(slot="speaker", left=_said_by(one), right=_said_by(other))


def _said_by(said: Saying) -> Told:
    name = said.voice.name or ""
    return Told(value=name, shown=name, span=said.span)


def _denials(a: Side, b: Side) -> Iterator[Doubt]:
    """Yields a doing that one side denies and the other tells, of something that both name: as a doing too, or in any
    word of it ("was not necessary", "a necessary step")."""
    for one in predicates(a):
        for other in predicates(b):
            shared = one.forms & other.forms - LIGHT
            if one.denied != other.denied and shared and one.arguments & other.arguments and is_excluded(one, other):
                yield Doubt(slot="stance", left=predicate_told(a, one), right=predicate_told(b, other))
    yield from (Doubt(slot="stance", left=denial, right=word) for denial, word in (*_worded(a, b), *_limited(a, b)))
    yield from (Doubt(slot="stance", left=word, right=denial) for denial, word in (*_worded(b, a), *_limited(b, a)))


def _worded(denying: Side, telling: Side) -> Iterator[tuple[Told, Told]]:
    """What one side denies, with the word of it that the other tells and denies nowhere."""
    denied = {form for p in predicates(telling) if p.denied for form in p.forms}
    for predicate in predicates(denying):
        told_of = predicate.arguments & telling.stems
        if not predicate.denied or predicate.forms & denied or len(told_of) < min(_SHARED, len(predicate.arguments)):
            continue
        word = next((t for t in telling.tokens if t.stem in predicate.forms - LIGHT and t.word not in STOP), None)
        if word is not None:
            span = Span(start=word.start, end=word.end)
            yield predicate_told(denying, predicate), told(telling, span)


def _limited(denying: Side, telling: Side) -> Iterator[tuple[Told, Told]]:
    """ "Not just trying" on one side, and "just trying" on the other."""
    for denial in _NOT_JUST.finditer(denying.text):
        for limit in re.finditer(rf"(?<!not ){re.escape(denial[1])}", telling.text):
            yield told(denying, _moved(denying, denial.span())), told(telling, _moved(telling, limit.span()))


def _moved(side: Side, within: tuple[int, int]) -> Span:
    return Span(start=side.span.start + within[0], end=side.span.start + within[1])
