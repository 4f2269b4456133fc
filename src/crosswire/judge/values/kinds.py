"""Kinds of value: which a report tells, when two exclude one another, and what besides their places speaks for one
thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

from crosswire.judge.numbers.numbers import about, comparable, number_told
from crosswire.judge.numbers.wholes import is_of_same
from crosswire.judge.places.places import at_other_times, way
from crosswire.judge.sides.finding import Told, told
from crosswire.judge.sides.governors import other_subject
from crosswire.judge.sides.lying import Lying
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.units import PEOPLE, same_unit
from crosswire.judge.times.dates import bound, day_relation, days_of, is_again, is_said, is_same_word
from crosswire.judge.times.happenings import Happening, happening_of, may_be_one
from crosswire.judge.values.telling import Telling
from crosswire.model import Annotated, Name, Place, Quantity, Slot, Struct, Time
from crosswire.values.numbers.measures import singular
from crosswire.values.numbers.relate import relate
from crosswire.values.places.addresses import street_name
from crosswire.values.places.levels import level, plain
from crosswire.values.places.relate import relate as relate_places
from crosswire.values.times.relate import is_day

#: What is seen of two tellings, each from nought to one.
Features = dict[str, float]
_COUNTED: Final = frozenset({"count", "money", "percent"})
#: Numbers further apart than this count different things.
_FAR_APART: Final = 4.0
#: What tells that a number belongs to something before this.
_EARLIER: Final = re.compile(r"\b(?:previous(?:ly)?|formerly|again|once\smore|in\sthe\spast)\b", re.IGNORECASE)
_HIS: Final = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_WEEK: Final = 7
_NIGHT: Final = re.compile(r"night|late\b")


class Kind(Struct, frozen=True):
    """One kind of value.

    `found` gives a report's values, each with the form in which it is told again elsewhere; `excludes` tells of two
    values whether they cannot both be right of one thing, None where they need not meet; `may_be_one` tells whether
    their words leave room for one thing; `features` sees what else speaks for it; `told` and `about` word the
    difference. From the score `least` on two values are taken for values of one thing.
    """

    name: str
    slot: Slot
    least: float
    found: Callable[[Annotated], Iterator[tuple[Any, tuple[object, ...]]]]
    excludes: Callable[[Any, Any], bool | None]
    may_be_one: Callable[[Telling, Telling], bool]
    features: Callable[[Telling, Telling], Features]
    told: Callable[[Side, Any], Told]
    about: Callable[[Any, Any], str]


def _numbers(piece: Annotated) -> Iterator[tuple[Quantity, tuple[object, ...]]]:
    for quantity in piece.quantities:
        if quantity.kind in _COUNTED:
            yield quantity, (quantity.kind, quantity.low, quantity.high)


def _unlike_numbers(one: Quantity, other: Quantity) -> bool | None:
    how = relate(one, other).how
    return None if how in ("within", "rounding", "incomparable") else how == "apart"


def _of_one_lot(a: Telling, b: Telling) -> bool:
    one, other = a.value, b.value
    assert isinstance(one, Quantity)
    assert isinstance(other, Quantity)
    low, high = sorted((one.low, other.low))
    if high > _FAR_APART * max(low, 1) or (one.kind == "money" and _of_two_persons(a.side, b.side)):
        return False
    if _is_counted_on(b.side, one) or _is_counted_on(a.side, other):
        return False
    earlier = [_EARLIER.search(side.text) is not None for side in (a.side, b.side)]
    return earlier[0] == earlier[1] and is_of_same(a.side, one, b.side, other)


def _of_two_persons(a: Side, b: Side) -> bool:
    """Whether both sides name persons, and none that the other names: each has a bail of his own."""
    left, right = ({_surname(side.piece, n) for n in side.persons} or _meant(side) for side in (a, b))
    return bool(left and right) and not left & right


def _meant(side: Side) -> set[str]:
    """Whose "his bail" is: that of the person named last before, somebody's where none was."""
    if not _HIS.search(side.text):
        return set()
    before = [n for n in side.piece.names if n.kind == "person" and n.span.end <= side.span.start]
    return {_surname(side.piece, before[-1]) if before else "somebody"}


def _surname(piece: Annotated, name: Name) -> str:
    return piece.words_of(name.span).split()[-1].removesuffix("’s").removesuffix("'s")


def _is_counted_on(side: Side, whole: Quantity) -> bool:
    """Whether a side tells the last of so many by itself: "four people and a fifth" are five."""
    return any(q.kind == "ordinal" and q.low == whole.low and singular(q.unit or "") in PEOPLE for q in side.quantities)


def _of_numbers(a: Telling, b: Telling) -> Features:
    one, other = a.value, b.value
    assert isinstance(one, Quantity)
    assert isinstance(other, Quantity)
    units = bool(one.unit) + bool(other.unit)
    same = same_unit(one.unit, other.unit)
    return {
        "one unit": same,
        "no unit": units == 0,
        "two units": units == 2 and not same,
        "one tells what befell them": bool(one.scope) != bool(other.scope),
        "two things befell them": bool(one.scope and other.scope) and one.scope != other.scope,
        "they can be compared": comparable(one, other),
    }


def _days(piece: Annotated) -> Iterator[tuple[Time, tuple[object, ...]]]:
    for time in days_of(piece):
        yield time, (time.first, time.last) if time.first else (time.value.rpartition(" ")[2],)


def _unlike_days(one: Time, other: Time) -> bool | None:
    relation = day_relation(one, other)
    return None if relation is None else relation == "apart"


def _of_one_time(a: Telling, b: Telling) -> bool:
    one, other = a.value, b.value
    assert isinstance(one, Time)
    assert isinstance(other, Time)
    words = tuple(side.piece.words_of(time.span).lower() for side, time in ((a.side, one), (b.side, other)))
    if is_same_word(a.side, one, b.side, other) or (_apart(one, other) == 1 and any(map(_NIGHT.search, words))):
        return False  # a night belongs to two days
    if _tells(b.side, one) or _tells(a.side, other):
        return False
    kinds = happening_of(a.side, one.span).kinds, happening_of(b.side, other.span).kinds
    if all(kinds) and not kinds[0] & kinds[1]:
        return False
    return is_again(a.side, one) == is_again(b.side, other) and is_said(a.side, one) == is_said(b.side, other)


def _tells(side: Side, time: Time) -> bool:
    """Whether a side tells this day too, in whatever week its weekday is taken to lie."""
    return any(day_relation(t, time) == "same" for t in side.times if is_day(t))


def _is_said(told: Telling, happening: Happening) -> bool:
    """Whether a day is that of a saying, or of a conference."""
    assert isinstance(told.value, Time)
    return "saying" in happening.kinds or is_said(told.side, told.value)


def _of_days(a: Telling, b: Telling) -> Features:
    one, other = a.value, b.value
    assert isinstance(one, Time)
    assert isinstance(other, Time)
    happenings = happening_of(a.side, one.span), happening_of(b.side, other.span)
    same = may_be_one(*happenings)
    return {
        "one happening": same is True,
        "two happenings": same is False,
        "one word tells the happening": bool(happenings[0].stems & happenings[1].stems),
        "days of one week": _apart(one, other) <= _WEEK,
        "one is a bound": bound(a.side, one) != bound(b.side, other),
        "both are of a saying": _is_said(a, happenings[0]) and _is_said(b, happenings[1]),
        "two prepositions": _two_prepositions(a, b),
    }


def _apart(one: Time, other: Time) -> int:
    """How many days lie between two days; those of one week where only the weekday is told."""
    if not one.first or not other.first:
        return 0
    return abs((date.fromisoformat(one.first) - date.fromisoformat(other.first)).days)


def _two_prepositions(a: Telling, b: Telling) -> bool:
    return bool(a.preposition and b.preposition) and a.preposition != b.preposition


def _places(piece: Annotated) -> Iterator[tuple[Place, tuple[object, ...]]]:
    persons = Lying((n.span, (n.span,)) for n in piece.names if n.kind == "person")
    for place in piece.places:
        if not any(place.span.overlaps(person) for person in persons.near(place.span)):
            yield place, (plain(place.name),)


def _unlike_places(one: Place, other: Place) -> bool | None:
    return True if relate_places(one, other).how == "apart" else None


def _of_one_spot(a: Telling, b: Telling) -> bool:
    """Whether something is at both, and neither is only described: "a Veskia airport" may be any that lies there."""
    one, other = a.value, b.value
    assert isinstance(one, Place)
    assert isinstance(other, Place)
    if way(a.side, one) is None or way(b.side, other) is None or at_other_times(a.side, b.side):
        return False
    if level(one) == level(other) == "street":
        return street_name(plain(one.name)) == street_name(plain(other.name))  # a house may be told by either street
    return all(not p.name.split()[-1].islower() or level(p) != "building" for p in (one, other))


def _of_places(a: Telling, b: Telling) -> Features:
    one, other = a.value, b.value
    assert isinstance(one, Place)
    assert isinstance(other, Place)
    levels = level(one), level(other)
    return {
        "places of one level": levels[0] == levels[1],
        "places of no known kind": {*levels} <= {"named", "town"},
        "buildings": levels == ("building", "building"),
        "told in two ways": way(a.side, one) != way(b.side, other),
        "two subjects": other_subject(a.side, one.span, b.side, other.span),
    }


#: Every kind of value that is compared over the whole story.
KINDS: Final = (
    Kind(
        name="number", slot="number", least=0.75, found=_numbers, excludes=_unlike_numbers,
        may_be_one=_of_one_lot, features=_of_numbers,
        told=number_told, about=about,
    ),
    Kind(
        name="day", slot="date", least=0.65, found=_days, excludes=_unlike_days,
        may_be_one=_of_one_time, features=_of_days,
        told=lambda side, time: told(side, time.span, time.value), about=lambda one, other: "day",
    ),
    Kind(
        name="place", slot="place", least=0.7, found=_places, excludes=_unlike_places,
        may_be_one=_of_one_spot, features=_of_places,
        told=lambda side, place: told(side, place.span, place.name), about=lambda one, other: "place",
    ),
)  # fmt: skip
