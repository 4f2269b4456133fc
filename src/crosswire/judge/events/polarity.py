"""Polarity: one doing that one side tells, and the other tells not to be so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosswire.judge.people.voices import are_different
from crosswire.judge.sides.finding import Finding, Told, asserted
from crosswire.judge.sides.governors import near_alike
from crosswire.judge.sides.predicates import LIGHT, Predicate, agreement, predicates
from crosswire.judge.sides.side import Side
from crosswire.model import Modality

#: The share of arguments that two tellings of one doing have in common.
_AGREED: Final = 0.5
#: Shared arguments from which on one doing is meant, whoever tells it.
_CERTAIN: Final = 3
#: How far sides must speak alike that share three arguments of a doing, two, or one.
_ALIKE_OF_THREE: Final = 0.35
_ALIKE_OF_TWO: Final = 0.4
_ALIKE_OF_ONE: Final = 0.5
#: What excludes a denial told so: a denied "can" excludes "can" and "will", a denied "did" what was done.
_EXCLUDES: Final[dict[Modality, frozenset[Modality]]] = {
    "asserted": frozenset({"asserted"}),
    "possible": frozenset({"possible", "asserted", "intended", "doubted"}),
    "necessary": frozenset({"necessary"}),
    "intended": frozenset({"intended", "asserted"}),
    "conditional": frozenset({"conditional"}),
    "doubted": frozenset(),
}


def polarity(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds a doing that one side tells and the other denies: one predicate or a synonym, said of the same things.

    Reason given: "told and denied: charged in 01; not charged in 02". What somebody else is quoted as denying is no
    difference between the reports.
    """
    disputed = a.voice and b.voice and are_different(a.voice, b.voice) and not near_alike(a, b)
    for one, other in _matched(a, b):
        if disputed and len(one.arguments & other.arguments) < _CERTAIN:
            continue
        if one.denied != other.denied and is_excluded(one, other) and _is_solid(a, one, b, other):
            return (clash(a, one, b, other),)
    return ()


def _matched(a: Side, b: Side) -> Iterator[tuple[Predicate, Predicate]]:
    """The predicates that are each other's best match, the best first."""
    scored = sorted(
        (
            (-score, i, k)
            for i, one in enumerate(predicates(a))
            for k, other in enumerate(predicates(b))
            if (score := _score(one, other)) >= _AGREED
        ),
    )
    left: set[int] = set()
    right: set[int] = set()
    for _, i, k in scored:
        if i not in left and k not in right:
            left.add(i)
            right.add(k)
            yield predicates(a)[i], predicates(b)[k]


def _score(one: Predicate, other: Predicate) -> float:
    """How well two predicates match; of equals those that share most, then those that are told alike."""
    agreed = agreement(one, other)
    shared = len(one.arguments & other.arguments)
    return agreed and agreed + 0.1 * shared + 0.01 * (one.denied == other.denied)


def clash(a: Side, one: Predicate, b: Side, other: Predicate) -> Finding:
    """Returns the finding that one side tells what the other denies."""
    left, right = predicate_told(a, one), predicate_told(b, other)
    return Finding(slot="stance", nature="conflict", left=left, right=right, about="told and denied")


def is_excluded(one: Predicate, other: Predicate) -> bool:
    """Tells whether of two tellings, one a denial, the denial excludes the other: "may not" does not exclude "will"."""
    denied, plain = (one, other) if one.denied else (other, one)
    return plain.doing.modality in _EXCLUDES[denied.doing.modality]


def _is_solid(a: Side, one: Predicate, b: Side, other: Predicate) -> bool:
    """Whether enough is shared to be sure that one doing is meant: the fewer arguments, the more the sides must speak
    alike."""
    shared = one.arguments & other.arguments
    if one.subject and other.subject and one.object and other.object and not one.object & other.object:
        return False
    alike = len(a.stems & b.stems) / max(1, min(len(a.stems), len(b.stems)))
    if len(shared) >= _CERTAIN:
        return alike >= _ALIKE_OF_THREE
    if len(shared) == _CERTAIN - 1 and alike >= _ALIKE_OF_TWO:
        return True
    return alike >= _ALIKE_OF_ONE and not one.forms & other.forms <= LIGHT


def predicate_told(side: Side, predicate: Predicate) -> Told:
    """Returns the predicate, with the words that deny it."""
    return asserted(side, predicate.doing.predicate)
