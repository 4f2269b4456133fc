"""Spots: where in a house, or in what kind of place, something is told to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosswire.judge.places.spot_kinds import HEADS, LONGEST, SPOTS
from crosswire.judge.sides.finding import Finding, told
from crosswire.judge.sides.governors import one_doing, words_in
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.side import Side, stem
from crosswire.judge.sides.slots import Compared, Relation, unequal
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Annotated, Span, Struct

#: Prepositions that put something at a spot, or take it from there; "near" and "outside" say another.
_AT: Final = listed_words("at", "spots.txt")
_NEIGHBOUR: Final = re.compile(
    r"\b(?:neighbou?r(?:['’]?s?['’]?|ing)|next[-\s]door|adjacent|adjoining)\b", re.IGNORECASE
)
_LEAST: Final = 0.5


class Spot(Struct, frozen=True):
    """A spot told: its place, the index of its last word, its level and kind, and whether it is a neighbour's."""

    span: Span
    word: int
    level: str
    kind: str
    neighbours: bool


def spots(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds spots of one level that cannot both be where one thing is done, or lies.

    Reason given: "spot: desk in 01; shelf in 03". A spot that both sides tell is set aside first.
    """
    pairs = unequal(a, spots_of(a), b, spots_of(b), _COMPARED)
    return tuple(
        Finding(slot="place", nature="conflict", left=told(a, one.span), right=told(b, other.span), about="spot")
        for one, other in pairs[:1]
        if one_doing(a, one.span, b, other.span)
    )


@once_a_story
def spots_of(side: Side) -> tuple[Spot, ...]:
    """Returns the spots that a side puts something at, in reading order; empty where the syntax is not known."""
    return tuple(_found(side))


def _found(side: Side) -> Iterator[Spot]:
    words, text = side.piece.words, side.piece.report.text
    for i in range(*words_in(words, side.span)):
        word = words[i]
        if stem(text[word.start : word.end].lower()) not in HEADS or word.relation == "compound":
            continue
        near = range(max(0, i - 8), i)
        case = next((k for k in near if words[k].head == i and words[k].relation.startswith("case")), None)
        if case is None or text[words[case].start : words[case].end].lower() not in _AT:
            continue
        named = _named(side.piece, i)
        if named is not None:
            start, level, kind = named
            behind = text[word.end : word.end + 40]
            owned = _NEIGHBOUR.search(text[words[case].end : word.end] + (behind if behind.startswith(" of ") else ""))
            yield Spot(
                span=Span(start=start, end=word.end), word=i, level=level, kind=kind, neighbours=owned is not None
            )


def _named(piece: Annotated, at: int) -> tuple[int, str, str] | None:
    """Where the longest name of a spot that ends at a word begins, its level and its kind; None for no spot."""
    words, text = piece.words, piece.report.text
    for length in range(min(LONGEST, at + 1), 0, -1):
        run = words[at - length + 1 : at + 1]
        found = SPOTS.get(tuple(stem(text[w.start : w.end].lower()) for w in run))
        if found and not any(text[w.start].isupper() for w in run):
            return run[0].start, *found
    return None


def are_apart(one: Spot, other: Spot) -> bool:
    """Tells whether two spots cannot be one."""
    return _relation(one, other) == "apart"


def _relation(one: Spot, other: Spot) -> Relation | None:
    if one.level != other.level:
        return None
    if one.kind == other.kind:
        return "apart" if one.neighbours != other.neighbours and one.kind == "backyard" else "same"
    return "apart"


def _is_told(piece: Annotated, wanted: Spot, instead: Spot) -> bool:
    """Whether a report tells a spot of this kind anywhere."""
    if wanted.kind == instead.kind:
        return False
    text = piece.report.text
    names = [name for name, (_, kind) in SPOTS.items() if kind == wanted.kind]
    return any(re.search(r"\b" + r"\w*\s".join(map(re.escape, name)) + r"\w{0,3}\b", text) for name in names)


_COMPARED: Final[Compared[Spot]] = Compared(relation=_relation, tells=_is_told, kind=lambda spot: "place", least=_LEAST)
