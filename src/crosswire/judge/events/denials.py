"""Denials over the whole story: a sentence of one report that another turns round, nearly word for word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from crosswire.judge.events.polarity import clash, is_excluded
from crosswire.judge.sides.finding import Pair
from crosswire.judge.sides.governors import near_alike
from crosswire.judge.sides.predicates import Predicate, agreement, predicates_in
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Span

#: How much of what both are said of has to be the same, and how many words of it.
_AGREED: Final = 0.75
_FEWEST: Final = 2
_Told = tuple[int, Predicate]


def denials(pieces: Sequence[Annotated]) -> Iterator[tuple[str, Pair]]:
    """Yields every sentence that one report tells and another denies, alike in nearly all else, with the key of its
    slot: what a copy turned round, wherever it stands.

    Reason given: "told and denied: towed in 01; not towed in 02".
    """
    if len(pieces) < 2:
        return
    told = [tuple(predicates_in(p, Span(start=0, end=len(p.report.text)))) for p in pieces]
    plain = [(i, p) for i, own in enumerate(told) for p in own if not p.denied]
    index: dict[str, list[int]] = {}
    for at, (_, predicate) in enumerate(plain):
        for argument in predicate.arguments:
            index.setdefault(argument, []).append(at)
    for i, own in enumerate(told):
        for number, denied in enumerate(own):
            if denied.denied and len(denied.arguments) >= _FEWEST:
                near = [
                    (k, p) for k, p in (plain[at] for at in _sharing(denied, index)) if k != i and _is_one(denied, p)
                ]
                yield from _pairs(pieces, i, denied, near, f"denial {i} {number}")


def _sharing(denied: Predicate, index: Mapping[str, Sequence[int]]) -> list[int]:
    """Where everything stands that may share two arguments: what shares one besides that which most have."""
    rare = sorted((index.get(argument, ()) for argument in denied.arguments), key=len)[:-1]
    return sorted({at for places in rare for at in places})


def _pairs(
    pieces: Sequence[Annotated], i: int, denied: Predicate, near: Sequence[_Told], key: str
) -> Iterator[tuple[str, Pair]]:
    left = telling(pieces[i], denied.doing.span, True)
    for k, plain in near:
        if is_excluded(denied, plain):
            right = telling(pieces[k], plain.doing.span, True)
            if near_alike(left, right):
                yield key, (left, right, clash(left, denied, right, plain))


def _is_one(one: Predicate, other: Predicate) -> bool:
    """Whether both are one doing, told of the same things by both."""
    return len(one.arguments & other.arguments) >= _FEWEST and agreement(one, other) >= _AGREED
