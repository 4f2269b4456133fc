"""Denials over the whole story: a sentence of one report that another turns round, nearly word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    told = [tuple(predicates_in(p, Span(start=0, end=len(p.report.text)))) for p in pieces]
    index: dict[str, list[_Told]] = {}
    for i, own in enumerate(told):
        for predicate in own:
            for form in predicate.forms if not predicate.denied else ():
                index.setdefault(form, []).append((i, predicate))
    for i, own in enumerate(told):
        for number, denied in enumerate(own):
            if denied.denied and len(denied.arguments) >= _FEWEST:
                near = {id(p): (k, p) for form in denied.forms for k, p in index.get(form, ()) if _is_one(denied, p)}
                yield from _pairs(pieces, i, denied, tuple(near.values()), f"denial {i} {number}")


def _pairs(
    pieces: Sequence[Annotated], i: int, denied: Predicate, near: Sequence[_Told], key: str
) -> Iterator[tuple[str, Pair]]:
    left = telling(pieces[i], denied.doing.span, True)
    for k, plain in near:
        if k != i and is_excluded(denied, plain):
            right = telling(pieces[k], plain.doing.span, True)
            if near_alike(left, right):
                yield key, (left, right, clash(left, denied, right, plain))


def _is_one(one: Predicate, other: Predicate) -> bool:
    """Whether both are one doing, told of the same things by both."""
    return len(one.arguments & other.arguments) >= _FEWEST and agreement(one, other) >= _AGREED
