"""Slots: whether two values, each in its report's telling of one point, are told of the same thing.

The decision never looks at the values themselves: only at what stands around them, what governs them, whose word it
is, how many other values could be meant, and whether either report tells both.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Generic, Literal, Protocol, TypeVar

from crosswire.judge.sides.governors import governors, head_of, is_beside, is_one_word, same_doing
from crosswire.judge.sides.kept import once_a_span, once_a_story
from crosswire.judge.sides.side import STOP, Side, Token, certainty
from crosswire.model import Annotated, Span, Struct

Kind = Literal["number", "money", "day", "clock", "place", "name", "age"]
#: "unlike": the values exclude one another, and nothing tells that one doing is meant.
Relation = Literal["same", "within", "apart", "unlike"]

#: What speaks for one slot (above nought) and against it, in steps of which 0.7 double the odds. Fitted on values
#: that the labelled stories tell alike (one slot) and unlike without differing (two), each story left out in turn.
WEIGHTS: Final[dict[str, float]] = {
    "to begin with": -2.2,
    "how sure it is that the sides tell one thing": 2.2,
    "the same word governs both": 1.3,
    "words for one doing govern both": 0.6,
    "the same word stands before both": 1.1,
    "the same word stands after both": 1.0,
    "the words around them agree": 0.9,
    "the same preposition": 0.4,
    "two prepositions": -0.4,
    "the same voice": 0.3,
    "two voices": -0.5,
    "other values differ too": -0.5,
    "other values could be meant": -0.8,
    "one report tells both": -0.6,
    "both reports tell both": -2.0,
    "day": 0.5,
    "place": 0.4,
    "money": 0.4,
}
#: How many content words off still stand around a value.
_AROUND: Final = 4
#: From this score on a value that is settled elsewhere still differs.
HARD_TO_DOUBT: Final = 0.8
#: From this score on values differ although nothing tells that one doing is meant.
_LIKELY: Final = 0.6
_POSSESSIVE: Final = ("'s", "’s", "'", "’")


class Slot(Struct, frozen=True):
    """How sure it is, from 0 to 1, that two values stand in one slot, and what speaks for it, the strongest first."""

    score: float
    reasons: tuple[str, ...]


class Asked(Struct, frozen=True):
    """What is known of two values besides their places.

    `rivals` counts the pairs of open values that these two are one of; `told` the reports, of the two, that tell both
    values somewhere.
    """

    kind: Kind
    rivals: int = 1
    told: int = 0


def same_slot(a: Side, left: Span, b: Side, right: Span, asked: Asked) -> Slot:
    """Tells how sure it is that the values at `left` and `right` are values of one thing.

    Sides that share no word of substance tell nothing of one thing: then it is 0.
    """
    if not a.stems & b.stems:
        return Slot(score=0.0, reasons=())
    found = _features(a, left, b, right, asked)
    weighed = {name: WEIGHTS[name] * value for name, value in found.items() if value}
    score = 1 / (1 + math.exp(-sum(weighed.values())))
    return Slot(score=score, reasons=tuple(sorted((n for n, w in weighed.items() if w > 0), key=lambda n: -weighed[n])))


def _features(a: Side, left: Span, b: Side, right: Span, asked: Asked) -> dict[str, float]:
    one, other = governors(a, left), governors(b, right)
    before, after = beside(a, left), beside(b, right)
    ins = preposition(a, left), preposition(b, right)
    voices = [side.voice.name if side.voice else None for side in (a, b)]
    found = {
        "to begin with": 1.0,
        "how sure it is that the sides tell one thing": certainty(a, b),
        "the same word governs both": is_one_word(one, other),
        "words for one doing govern both": bool(one and other)
        and not is_one_word(one, other)
        and (same_doing(one, other) or (asked.kind != "name" and is_beside(a, left, b, right))),
        "the same word stands before both": _is_shared(before[0][-1:], after[0][-1:]),
        "the same word stands after both": _is_shared(before[1][:1], after[1][:1]),
        "the words around them agree": _agreement(before[0] + before[1], after[0] + after[1]),
        "the same preposition": ins[0] == ins[1],
        "two prepositions": bool(ins[0] and ins[1]) and ins[0] != ins[1],
        "the same voice": bool(voices[0]) and voices[0] == voices[1],
        "two voices": bool(voices[0] and voices[1]) and voices[0] != voices[1],
        "other values differ too": _others_differ(a, left, b, right),
        "other values could be meant": math.log(asked.rivals),
        "one report tells both": asked.told == 1,
        "both reports tell both": asked.told == 2,
    }
    if asked.kind in WEIGHTS:
        found[asked.kind] = 1.0
    return {name: float(value) for name, value in found.items()}


@once_a_span
def beside(side: Side, span: Span) -> tuple[list[Token], list[Token]]:
    """Returns the content words before and after a value, those nearest to it, in reading order."""
    content = _content(side)
    before = [t for t in content if t.end <= span.start][-_AROUND:]
    return before, [t for t in content if t.start >= span.end][:_AROUND]


@once_a_story
def _content(side: Side) -> tuple[Token, ...]:
    return tuple(t for t in side.tokens if t.word not in STOP)


def _is_shared(one: list[Token], other: list[Token]) -> bool:
    return bool(one and other) and one[0].stem == other[0].stem


def _agreement(one: list[Token], other: list[Token]) -> float:
    """The share of the fewer words around one value that stand around the other too."""
    left, right = {t.stem for t in one}, {t.stem for t in other}
    return len(left & right) / max(1, min(len(left), len(right)))


@once_a_span
def preposition(side: Side, span: Span) -> str | None:
    """Returns the preposition before a value, lower-cased; None where there is none, or no syntax is known."""
    words = side.piece.words
    top = head_of(words, span) if words else None
    if top is None:
        return None
    near = range(max(0, top - 8), min(len(words), top + 3))
    own = (words[i] for i in near if words[i].head == top and words[i].relation.split(":")[0] in ("case", "mark"))
    told = (side.piece.report.text[w.start : w.end].lower() for w in own)
    return next((word for word in told if word not in _POSSESSIVE), None)


def _others_differ(a: Side, left: Span, b: Side, right: Span) -> float:
    """How much else of one kind the sides tell differently: numbers, places, persons; 1 for three or more."""
    apart = 0
    for one, other in zip(_others(a, left), _others(b, right), strict=True):
        apart += min(len(one - other), len(other - one))
    return min(apart, 3) / 3


@once_a_span
def _others(side: Side, span: Span) -> tuple[frozenset[object], ...]:
    numbers = {(q.kind, q.low, q.high) for q in side.quantities if not q.span.overlaps(span)}
    places = {p.name for p in side.places if not p.span.overlaps(span)}
    persons = {side.piece.words_of(n.span).split()[-1] for n in side.persons if not n.span.overlaps(span)}
    return frozenset(numbers), frozenset(places), frozenset(persons)


class Spanned(Protocol):
    """Anything that stands somewhere in a report."""

    @property
    def span(self) -> Span:
        """Where it stands."""


V = TypeVar("V", bound=Spanned)


class Compared(Struct, Generic[V], frozen=True):
    """How values of one kind are compared: how two relate (None: they never meet), whether a report tells one too,
    and the score from which two stand in one slot; `likely` is that of values of unlike doings."""

    relation: Callable[[V, V], Relation | None]
    tells: Callable[[Annotated, V, V], bool]
    kind: Callable[[V], Kind]
    least: float
    likely: float = _LIKELY


def unequal(a: Side, lefts: Sequence[V], b: Side, rights: Sequence[V], how: Compared[V]) -> list[tuple[V, V]]:
    """Returns the values that exclude one another in one slot, the surest first; each value stands in one pair.

    A value that the other side tells too, or tells sharper or vaguer, is settled: it meets another only where that one
    slot is hard to doubt, as where one side tells a place twice and the other once.
    """
    related = {(i, k): how.relation(one, other) for i, one in enumerate(lefts) for k, other in enumerate(rights)}
    settled = _settled(related)
    apart = [
        pair
        for pair, r in related.items()
        if r in ("apart", "unlike") and not (pair[0] in settled[0] and pair[1] in settled[1])
    ]
    scored = [(_score(a, lefts[i], b, rights[k], how, _rivals(apart, i, k)), i, k) for i, k in apart]
    found: list[tuple[V, V]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for score, i, k in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        least = max(how.least, how.likely) if related[i, k] == "unlike" else how.least
        if i in settled[0] or k in settled[1]:
            least = HARD_TO_DOUBT
        if score >= least and i not in taken[0] and k not in taken[1]:
            taken[0].add(i)
            taken[1].add(k)
            found.append((lefts[i], rights[k]))
    return found


def _settled(related: Mapping[tuple[int, int], Relation | None]) -> tuple[set[int], set[int]]:
    """The values of both sides that have their like on the other."""
    alike = [pair for pair, relation in related.items() if relation in ("same", "within")]
    return {i for i, _ in alike}, {k for _, k in alike}


def _rivals(apart: Sequence[tuple[int, int]], one: int, other: int) -> int:
    """How many pairs could be meant by the values that exclude one of these two, and by these."""
    return len({i for i, k in apart if k == other}) * len({k for i, k in apart if i == one})


def _score(a: Side, one: V, b: Side, other: V, how: Compared[V], rivals: int) -> float:
    both = how.tells(a.piece, other, one) + how.tells(b.piece, one, other)
    asked = Asked(kind=how.kind(one), rivals=rivals, told=both)
    return same_slot(a, one.span, b, other.span, asked).score
