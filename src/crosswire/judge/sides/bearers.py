"""Bearers: of whom a state or a doing is told, so that two persons' states are not set against one another."""

from __future__ import annotations

from typing import Final

from crosswire.judge.sides.nouns import COUNTS, CULPRITS, ORDINALS, SEVERAL, SUSPECTS, VICTIMS
from crosswire.judge.sides.predicates import Predicate, predicates
from crosswire.judge.sides.side import Side, stems_of
from crosswire.judge.sides.units import PEOPLE
from crosswire.model import Span

#: Who did it, and whom it befell.
_ROLES: Final = (
    stems_of(*SUSPECTS, *CULPRITS, "driver"), stems_of(*VICTIMS, "dead deceased body wounded injured hurt"),
)  # fmt: skip
#: What tells one of several from the others.
_ONE_OF: Final = stems_of("first", *ORDINALS, "other others another remaining rest both former latter")
_HOW_MANY: Final = stems_of(*COUNTS, "dozen")
_PEOPLE: Final = stems_of("person", *PEOPLE) | _ROLES[0] | _ROLES[1]
_ALONE: Final = frozenset({"he", "she", "him", "her"})
_SEVERAL: Final = frozenset((*SEVERAL, "dozen", "both", "they", "them"))
#: Characters from a word to the verb that it belongs to.
_REACH: Final = 40


def other_bearer(a: Side, left: Span, b: Side, right: Span) -> bool:
    """Tells whether the words at `left` and `right` are told of two: a suspect and a victim, the second man and the
    third, one and several, a person and a thing, two things. Nothing known speaks against none."""
    one, other = _predicate(a, left), _predicate(b, right)
    if one is None or other is None:
        return False
    if _is_several(a, one) * _is_several(b, other) < 0:
        return True
    mine, theirs = _bearer(one), _bearer(other)
    if ("another" in mine) != ("another" in theirs):
        return True
    return bool(mine and theirs) and _are_two(mine, theirs)


def other_thing(a: Side, left: Span, b: Side, right: Span) -> bool:
    """Tells whether the words at `left` and `right` are told of two things that share no word: the talks that began,
    the car that was stopped."""
    one, other = _predicate(a, left), _predicate(b, right)
    if one is None or other is None:
        return False
    mine, theirs = _bearer(one), _bearer(other)
    return bool(mine and theirs) and not mine & theirs


def _predicate(side: Side, span: Span) -> Predicate | None:
    """The doing at a place: the one that stands in it, or the nearest within reach."""
    near = [(_distance(p.doing.predicate, span), i) for i, p in enumerate(predicates(side))]
    distance, i = min(near, default=(_REACH + 1, -1))
    return predicates(side)[i] if distance <= _REACH else None


def _distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _is_several(side: Side, predicate: Predicate) -> int:
    """1 where it is told of several persons, -1 where of one alone, 0 where the words do not tell."""
    role = predicate.doing.object or predicate.doing.subject
    if role is None:
        return 0
    told = frozenset(side.piece.words_of(role).lower().split())
    if told & _ALONE and len(told) == 1:
        return -1
    return int(bool(told & _SEVERAL))


def _bearer(predicate: Predicate) -> frozenset[str]:
    """To whom it is done, or who does it or is it; a person named counts as a person."""
    told = predicate.object or predicate.subject
    named = predicate.names[1] if predicate.object else predicate.names[0]
    return told | {"person"} if named else told


def _are_two(one: frozenset[str], other: frozenset[str]) -> bool:
    if one & _ONE_OF != other & _ONE_OF:
        return True
    counts = [frozenset(s for s in told if s in _HOW_MANY or s.isdigit()) for told in (one, other)]
    if all(counts) and not counts[0] & counts[1]:
        return True
    if any(one & mine and other & theirs for mine, theirs in (_ROLES, _ROLES[::-1])):
        return True
    return not one & other and bool(one & _PEOPLE) != bool(other & _PEOPLE)
