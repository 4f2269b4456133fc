"""Ages: "Mara Tellin, 25" against "Mara Tellin, 27"."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from crosswire.judge.finding import Finding
from crosswire.judge.numbers import meet, nature_of, number_told, unmatched
from crosswire.judge.people import age_bearer
from crosswire.judge.side import Side
from crosswire.judge.units import PEOPLE, singular
from crosswire.model import Quantity

_BEARER_AFTER: Final = re.compile(r"\s(?:[a-z]+\s)?([a-z]+)\b")
_BEARER_BEFORE: Final = re.compile(r"\b([A-Za-z]+),\s$")


def ages(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds the age of the one person that both sides tell an age of, where the ages differ.

    Reason given: "age: 25 in 01; 27 in 04". Ages that both sides tell are set aside first. What is left is paired by
    the name, or
    the noun ("the pilot"), that it stands beside; where one age is left on each side they are paired in any case,
    unless they
    stand beside two names. An age beside a name meets one beside no name only where the sides share three words.
    """
    left, right = unmatched(_ages(a), _ages(b))
    pairs = _paired(a, left, b, right) or ([(left[0], right[0])] if len(left) == len(right) == 1 else [])
    findings = []
    for one, other in pairs:
        nature = nature_of(one, other)
        if nature and (nature != "conflict" or _of_one(a, one, b, other)):
            values = number_told(a, one), number_told(b, other)
            findings.append(Finding(slot="number", nature=nature, left=values[0], right=values[1], about="age"))
    return tuple(findings[:1])


def _ages(side: Side) -> list[Quantity]:
    return [q for q in side.quantities if q.kind == "age"]


def _paired(a: Side, left: list[Quantity], b: Side, right: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """The ages that stand beside the same name or noun, where each side has one age beside it."""
    ones, others = [(_beside(a, q), q) for q in left], [(_beside(b, q), q) for q in right]
    once, once_more = Counter(k for k, _ in ones), Counter(k for k, _ in others)
    return [(p, q) for k, p in ones for key, q in others if k and k == key and once[k] == once_more[k] == 1]


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


def _of_one(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    """Whether two ages may be one person's: not beside two names, and told with enough words in common."""
    names = age_bearer(a.piece, one), age_bearer(b.piece, other)
    if names[0] and names[1]:
        return names[0][-1] == names[1][-1]
    return meet(a, b, 3 if names[0] or names[1] else 2)
