"""Ages: "Mara Tellin, 25" against "Mara Tellin, 27"."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from rapidfuzz.distance import Indel

from crosswire.judge.numbers.numbers import nature_of, number_told, unmatched
from crosswire.judge.people.persons import age_bearer
from crosswire.judge.sides.finding import Finding
from crosswire.judge.sides.governors import near_alike
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.slots import Compared, Relation, unequal
from crosswire.judge.sides.units import PEOPLE
from crosswire.model import Annotated, Nature, Quantity
from crosswire.values.numbers.measures import singular

#: From this score on two ages are taken for one person's.
_LEAST: Final = 0.5
#: Ages of which one is so many times the other are two persons', unless the sides are alike in every other word.
_FAR_APART: Final = 1.5
#: From this likeness on two first names may be one, misspelt.
_ALIKE: Final = 0.7
_BEARER_AFTER: Final = re.compile(r"\s(?:[a-z]+\s)?([a-z]+)\b")
_BEARER_BEFORE: Final = re.compile(r"\b([A-Za-z]+),\s$")


def ages(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds the age of the one person that both sides tell an age of, where the ages differ.

    Reason given: "age: 25 in 01; 27 in 04". Ages that both sides tell are set aside first. What is left is paired by
    the name, or
    the noun ("the pilot"), that it stands beside; the rest where both stand in one slot, are not told of two names or
    two kinds of people, and are near enough to be one person's.
    """
    left, right = unmatched(_ages(a), _ages(b))

    def relation(one: Quantity, other: Quantity) -> Relation | None:
        if nature_of(one, other) != "conflict":
            return "within"
        return "apart" if _may_be_one(a, one, b, other) else None

    how = Compared(relation=relation, tells=_is_told, kind=lambda age: "age", least=_LEAST)
    pairs = _paired(a, left, b, right) or unequal(a, left, b, right, how)
    if not pairs and len(left) == len(right) == 1 and nature_of(left[0], right[0]) not in (None, "conflict"):
        pairs = [(left[0], right[0])]
    return tuple(_finding(a, one, b, other, nature) for one, other in pairs[:1] if (nature := nature_of(one, other)))


def _finding(a: Side, one: Quantity, b: Side, other: Quantity, nature: Nature) -> Finding:
    values = number_told(a, one), number_told(b, other)
    return Finding(slot="number", nature=nature, left=values[0], right=values[1], about="age")


def _is_told(piece: Annotated, wanted: Quantity, instead: Quantity) -> bool:
    return any(q.kind == "age" and q.span != instead.span and q.low == wanted.low for q in piece.quantities)


def _ages(side: Side) -> list[Quantity]:
    return [q for q in side.quantities if q.kind == "age"]


def _paired(a: Side, left: list[Quantity], b: Side, right: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """The ages that stand beside the same surname, where each side has one age beside it."""
    ones, others = ([(_surname(s, q), q) for q in ages] for s, ages in ((a, left), (b, right)))
    once, once_more = Counter(k for k, _ in ones), Counter(k for k, _ in others)
    return [
        (p, q)
        for k, p in ones
        for key, q in others
        if k and k == key and once[k] == once_more[k] == 1 and _may_be_named_alike(a, p, b, q)
    ]


def _may_be_named_alike(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    names = age_bearer(a.piece, one), age_bearer(b.piece, other)
    return not names[0] or not names[1] or _is_one_name(names[0], names[1])


def _is_one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names have one surname, and first names that may be one: not those of two brothers."""
    if one[-1] != other[-1]:
        return False
    if len(one) < 2 or len(other) < 2 or one[0][0] == other[0][0]:
        return True
    return Indel.normalized_similarity(one[0], other[0]) >= _ALIKE


def _surname(side: Side, age: Quantity) -> str | None:
    name = age_bearer(side.piece, age)
    return name[-1] if name else None


def _beside(side: Side, age: Quantity) -> str | None:
    """The surname or the noun for a person that an age stands beside."""
    name = age_bearer(side.piece, age)
    if name:
        return name[-1]
    text = side.piece.report.text
    after = _BEARER_AFTER.match(text, age.span.end)
    before = _BEARER_BEFORE.search(text, max(0, age.span.start - 20), age.span.start)
    nouns = [singular(m[1].lower()) for m in (after, before) if m]
    return next((noun for noun in nouns if noun in PEOPLE), None)


def _may_be_one(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    """Whether two ages may be one person's: not told of two names or two kinds of people, and not a child's and its
    mother's."""
    names = age_bearer(a.piece, one), age_bearer(b.piece, other)
    if names[0] and names[1]:
        return _is_one_name(names[0], names[1])
    beside = _beside(a, one), _beside(b, other)
    if not (names[0] or names[1]) and beside[0] and beside[1] and beside[0] != beside[1]:
        return False
    return max(one.low, other.low) <= _FAR_APART * max(1, min(one.low, other.low)) or near_alike(a, b)
