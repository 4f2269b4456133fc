"""Values as facts: what a report tells at some words, as a number, a time, a place or a name."""

from __future__ import annotations

import math
from typing import Final, TypeVar

from msgspec.structs import replace

from crosswire.judge.sides.finding import Told
from crosswire.judge.sides.side import Side, inside
from crosswire.model import Annotated, Place, Quantity, Slot, Span, Time, Value, ValueKind, evidence

#: What kind of value a slot is filled with, where the words hold none that was annotated.
_KINDS: Final[dict[Slot, ValueKind]] = {"name": "name", "speaker": "speaker", "role": "role"}


def value_of(slot: Slot, told: Told, tellings: list[tuple[Side, Told]]) -> Value:
    """Returns one value of a slot with its evidence, typed by what was annotated at the words of its first telling.

    Args:
        slot: what it is a value of.
        told: the value as it was compared.
        tellings: who tells it, and where; at least one.
    """
    side, first = tellings[0]
    given = tuple(evidence(side.piece.report, telling.span) for side, telling in tellings)
    return typed(Value(value=told.value, evidence=given), slot, side.piece, first.span)


def typed(value: Value, slot: Slot, piece: Annotated, span: Span) -> Value:
    """Returns the value with what its words tell as facts: a number's range, a time's days, a place's containers."""
    if slot == "number":
        found = inside(piece.quantities, span) or _holding(piece.quantities, span)
        return _number(value, found[0]) if found else value
    if slot == "date":
        times = inside(piece.times, span) or _holding(piece.times, span)
        return _time(value, times[0]) if times else value
    if slot == "place":
        places = inside(piece.places, span) or _holding(piece.places, span)
        return replace(value, kind="place", place=places[0].name, within=places[0].within) if places else value
    if slot in _KINDS:
        names = [n for n in inside(piece.names, span) if n.kind == "person"]
        name = names[0].actor or piece.words_of(names[0].span) if names else piece.words_of(span)
        return replace(value, kind=_KINDS[slot], name=" ".join(name.split()))
    return value


M = TypeVar("M", Quantity, Time, Place)


def _holding(mentions: tuple[M, ...], span: Span) -> tuple[M, ...]:
    return tuple(m for m in mentions if m.span.overlaps(span))


def _number(value: Value, told: Quantity) -> Value:
    high = None if math.isinf(told.high) else told.high
    facts = {"unit": told.unit, "exact": told.exact, "scope": told.scope}
    return replace(value, kind="number", low=told.low, high=high, **facts)


def _time(value: Value, told: Time) -> Value:
    return replace(value, kind="time", first=told.first, last=told.last, clock=told.clock)
