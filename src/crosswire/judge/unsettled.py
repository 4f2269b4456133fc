"""Unsettled: what passages of one point tell unlike, in what may be one slot, too unsure to be called a difference."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, Generic, NamedTuple, TypeVar

from crosswire.judge.events.polarity import is_excluded, predicate_told
from crosswire.judge.numbers.numbers import nature_of
from crosswire.judge.people.names import difference, whole, writes
from crosswire.judge.people.namesakes import are_two_kin
from crosswire.judge.people.voices import are_different, are_two_named
from crosswire.judge.sayings.sayings import FEWEST, Saying, likeness_in_telling, sayings_in
from crosswire.judge.sides.denied import denial
from crosswire.judge.sides.finding import Told, told
from crosswire.judge.sides.predicates import LIGHT, Predicate, predicates
from crosswire.judge.sides.side import STOP, Side, stem
from crosswire.judge.sides.slots import HARD_TO_DOUBT, Asked, Kind, Relation, Spanned, same_slot
from crosswire.judge.sides.units import same_unit
from crosswire.judge.times.dates import day_relation
from crosswire.judge.typed import value_of
from crosswire.judge.values.weighing import Weighing
from crosswire.model import Name, Place, Quantity, Slot, Span, Struct, Unsettled, Voice
from crosswire.values.names.written import parts, similar
from crosswire.values.places.relate import agree, are_exclusive
from crosswire.values.times.relate import is_day

#: From this score on two values may stand in one slot.
_MAY_BE_ONE: Final = 0.2
_BOTH: Final = 2
#: How sure it must be at least that two values are of one thing, seen in the point and over the whole story: the
#: logarithm of the odds of both, multiplied.
_LEAST: Final[Mapping[Slot, float]] = {"number": -2.2, "date": -2.7, "place": -2.2}
#: From this likeness on two sayings may be one.
_MAY_BE_SAID: Final = 0.4
#: The same where a voice is known by one word alone.
_SAID_ALIKE: Final = 0.75
#: Sides whose voices differ share so much of what the shorter one tells.
_HALF: Final = 0.45
#: So many words of what a doing is told of are told beside the word for it.
_SHARED: Final = 2
_SAYINGS: Final = frozenset({"say", "tell"})
_NOT_JUST: Final = re.compile(r"\bnot ((?:just|only|merely|simply) \w+)")
#: A name of fewer words may be anything: a country, a people, a ship.
_FULL: Final = 2
_IN_NAME: Final = re.compile(r"\d.*\s[A-Z]")
_COUNTED: Final = frozenset({"count", "money", "percent", "measure"})
#: A point of more passages is looked at in its first ones, which keeps the cost linear in reports.
_MOST_COMPARED: Final = 12

V = TypeVar("V", bound=Spanned)


class Open(NamedTuple, Generic[V]):
    """How values of one kind are looked at: how two relate, what kind they are, in which slot they stand, and what
    weighs them."""

    relation: Callable[[V, V], Relation | None]
    kind: Kind
    slot: Slot
    weighing: Weighing


class Doubt(Struct, frozen=True):
    """Two values, one of each side, that exclude one another if they stand in one slot."""

    slot: Slot
    left: Told
    right: Told


def unsettled(
    sides: Sequence[Side], same_origin: Callable[[str, str], bool], weighing: Weighing
) -> tuple[Unsettled, ...]:
    """Returns in which slots the sides of a point do not confirm one another, though nothing is claimed of them.

    Each tells a number, day, place, first name, speaker or denial that another tells otherwise, in what may be one
    slot. One entry a slot, with every value told; empty where the sides are at one.
    """
    found: dict[Slot, dict[str, list[tuple[Side, Told]]]] = {}
    for a, b in combinations(sides[:_MOST_COMPARED], 2):
        if same_origin(a.report, b.report):
            continue
        for doubt in doubts(a, b, weighing):
            values = found.setdefault(doubt.slot, {})
            for side, value in ((a, doubt.left), (b, doubt.right)):
                tellings = values.setdefault(value.shown, [])
                if all(side.report != other.report for other, _ in tellings):
                    tellings.append((side, value))
    return tuple(
        Unsettled(slot=slot, values=tuple(value_of(slot, told[0][1], told) for told in values.values()))
        for slot, values in found.items()
    )


def doubts(a: Side, b: Side, weighing: Weighing) -> Iterator[Doubt]:
    """Yields what two sides of a point tell unlike in what may be one slot, one of a kind."""
    for found in (*(look(a, b, weighing) for look in _VALUES), *(look(a, b) for look in _OTHERS)):
        doubt = next(found, None)
        if doubt is not None:
            yield doubt


def _numbers(a: Side, b: Side, weighing: Weighing) -> Iterator[Doubt]:
    left, right = ([q for q in side.quantities if _counts(side, q)] for side in (a, b))
    return _open(a, left, b, right, Open(_of_numbers, "number", "number", weighing))


def _counts(side: Side, number: Quantity) -> bool:
    """Whether a number counts anything: one that stands before a name is part of it ("2 Orsk"), and figures of nothing
    are an age or a model ("both 16")."""
    words = side.piece.words_of(number.span)
    bare = words.isdigit() and not (number.unit or number.scope)
    return number.kind in _COUNTED and not bare and not _IN_NAME.search(words)


def _of_numbers(one: Quantity, other: Quantity) -> Relation | None:
    units = one.unit is None or other.unit is None or same_unit(one.unit, other.unit)
    if one.kind != other.kind or not units:
        return None
    return "apart" if nature_of(one, other) == "conflict" else "same"


def _days(a: Side, b: Side, weighing: Weighing) -> Iterator[Doubt]:
    left, right = ([t for t in side.times if is_day(t)] for side in (a, b))
    return _open(a, left, b, right, Open(day_relation, "day", "date", weighing))


def _places(a: Side, b: Side, weighing: Weighing) -> Iterator[Doubt]:
    return _open(a, a.places, b, b.places, Open(_of_places, "place", "place", weighing))


def _of_places(one: Place, other: Place) -> Relation | None:
    if agree(one, other):
        return "same"
    return "apart" if are_exclusive(one, other) else None


def _open(a: Side, lefts: Sequence[V], b: Side, rights: Sequence[V], how: Open[V]) -> Iterator[Doubt]:
    """Yields values that may be of one thing, the likeliest first; where the other side tells one of them too, of
    another doing perhaps, only those whose slot is hard to doubt."""
    related = {(i, k): how.relation(one, other) for i, one in enumerate(lefts) for k, other in enumerate(rights)}
    same = [pair for pair, r in related.items() if r == "same"]
    left, right = {i for i, _ in same}, {k for _, k in same}
    scored = []
    for (i, k), r in related.items():
        settled = (i in left) + (k in right)
        if r == "apart" and settled < _BOTH:
            least = HARD_TO_DOUBT if settled else _MAY_BE_ONE
            scored.append((-_odds(a, lefts[i].span, b, rights[k].span, how, least), i, k))
    for odds, i, k in sorted(scored):
        if -odds >= _LEAST[how.slot]:
            yield Doubt(slot=how.slot, left=told(a, lefts[i].span), right=told(b, rights[k].span))


def _odds(a: Side, left: Span, b: Side, right: Span, how: Open[V], least: float) -> float:
    """The logarithm of the odds that two values are of one thing, in the point and over the whole story; none where
    their score in the point is less than `least`."""
    score = same_slot(a, left, b, right, Asked(kind=how.kind)).score
    if score < least:
        return -math.inf
    chance = how.weighing.chance(how.slot, a, left, b, right)
    return _log_odds(score) + _log_odds(score if chance is None else chance)


def _log_odds(chance: float) -> float:
    return math.log(chance / (1 - chance)) if 0 < chance < 1 else math.inf if chance else -math.inf


def _names(a: Side, b: Side) -> Iterator[Doubt]:
    for one in a.persons:
        for other in b.persons:
            written = a.piece.words_of(one.span), b.piece.words_of(other.span)
            if min(len(name.split()) for name in written) < _FULL or any(map(str.isupper, written)):
                continue
            if difference(*written) != "conflict":
                continue
            if not (_has(b, written[0]) or _has(a, written[1])) and not _are_known_for_two(a, one, b, other):
                yield Doubt(slot="name", left=told(a, one.span), right=told(b, other.span))


def _has(side: Side, name: str) -> bool:
    """Whether a side names a person of that name, in full."""
    return any(side.piece.words_of(n.span).lower() == name.lower() for n in side.persons)


def _are_known_for_two(a: Side, one: Name, b: Side, other: Name) -> bool:
    """Whether two who share a surname are told as two kinds of kin, or both reports know them both; two spellings of
    one name are not."""
    left, right = parts(a.piece.words_of(one.span)), parts(b.piece.words_of(other.span))
    if left[-1] != right[-1] or similar(left[0], right[0]):
        return False
    both = writes(a.piece, whole(a.piece), right[0]) and writes(b.piece, whole(b.piece), left[0])
    return both or are_two_kin(a.piece, one.span, b.piece, other.span)


def _speakers(a: Side, b: Side) -> Iterator[Doubt]:
    """Yields one saying given to two voices: word for word for the most part, or in two sides that speak alike."""
    for one in sayings_in(a):
        for other in sayings_in(b):
            likeness = likeness_in_telling(one, other)
            if likeness >= _MAY_BE_SAID and (
                are_different(one.voice, other.voice)
                or (likeness >= _SAID_ALIKE and are_two_named(one.voice, other.voice))
            ):
                yield Doubt(slot="speaker", left=_said_by(one), right=_said_by(other))
    if a.voice and b.voice and are_different(a.voice, b.voice) and _speak_alike(a, b):
        yield Doubt(slot="speaker", left=_voice_of(a, a.voice), right=_voice_of(b, b.voice))


def _speak_alike(a: Side, b: Side) -> bool:
    """Whether half of what the side that tells less tells stands in the other too."""
    shared = len(a.stems & b.stems)
    return shared >= FEWEST and shared >= _HALF * min(len(a.stems), len(b.stems))


def _voice_of(side: Side, voice: Voice) -> Told:
    name = voice.name or ""
    return Told(value=name, shown=name, span=voice.span or side.span)


def _said_by(said: Saying) -> Told:
    name = said.voice.name or ""
    return Told(value=name, shown=name, span=said.span)


def _denials(a: Side, b: Side) -> Iterator[Doubt]:
    """Yields a doing that one side denies and the other tells, of something that both name: as a doing too, or in any
    word of it ("was not necessary", "a necessary step")."""
    for one in predicates(a):
        for other in predicates(b):
            doing, shared = one.forms & other.forms, one.arguments & other.arguments
            if one.denied == other.denied or not doing or _is_saying(a, one) or _is_saying(b, other):
                continue
            if len(shared) >= (1 if doing - LIGHT else _SHARED) and is_excluded(one, other):
                yield Doubt(slot="stance", left=predicate_told(a, one), right=predicate_told(b, other))
    yield from (Doubt(slot="stance", left=denial, right=word) for denial, word in (*_worded(a, b), *_limited(a, b)))
    yield from (Doubt(slot="stance", left=word, right=denial) for denial, word in (*_worded(b, a), *_limited(b, a)))


def _is_saying(side: Side, predicate: Predicate) -> bool:
    """Whether a doing is a saying: who does not say a thing denies nothing of it."""
    return stem(side.piece.words_of(predicate.doing.predicate).lower()) in _SAYINGS


def _worded(denying: Side, telling: Side) -> Iterator[tuple[Told, Told]]:
    """What one side denies, with the word of it that the other tells and denies nowhere."""
    denied = {form for p in predicates(telling) if p.denied for form in p.forms}
    for predicate in predicates(denying):
        told_of = predicate.arguments & telling.stems
        if not predicate.denied or predicate.forms & denied or len(told_of) < min(_SHARED, len(predicate.arguments)):
            continue
        for word in telling.tokens:
            if word.stem in predicate.forms - LIGHT and word.word not in STOP:
                span = Span(start=word.start, end=word.end)
                if denial(telling.piece, span) is None:
                    yield predicate_told(denying, predicate), told(telling, span)


def _limited(denying: Side, telling: Side) -> Iterator[tuple[Told, Told]]:
    """ "Not just trying" on one side, and "just trying" on the other."""
    for more in _NOT_JUST.finditer(denying.text):
        for limit in re.finditer(rf"(?<!not ){re.escape(more[1])}", telling.text):
            yield told(denying, _moved(denying, more.span())), told(telling, _moved(telling, limit.span()))


def _moved(side: Side, within: tuple[int, int]) -> Span:
    return Span(start=side.span.start + within[0], end=side.span.start + within[1])


_VALUES: Final = (_numbers, _days, _places)
_OTHERS: Final = (_names, _speakers, _denials)
