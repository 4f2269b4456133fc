"""A side: one report's telling of a point, with what stands in its slots."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Protocol, TypeVar

from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.lying import Lying
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Annotated, Clause, Member, Name, Place, Quantity, Span, Statement, Struct, Time, Voice

_TOKEN: Final = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
STOP: Final = listed_words("stop", "sides.txt")


class Token(Struct, frozen=True):
    """A word of a side, lower-cased, with its stem and where it stands in the report."""

    word: str
    stem: str
    start: int
    end: int


class Side(Struct, frozen=True, eq=False):
    """A clause in its report with its slots; everything in it lies inside `span`.

    `certainty` is how sure the aligner is, from 0 to 1, that it tells the same as the other sides of its point.
    Two sides are equal when they are the same one, so that what is found in a side once can be kept for every other
    side that it is compared with.
    """

    piece: Annotated
    span: Span
    tokens: tuple[Token, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    places: tuple[Place, ...]
    persons: tuple[Name, ...]
    clause: Clause | None = None
    statement: Statement | None = None
    certainty: float = 1.0

    @property
    def report(self) -> str:
        """The id of the report that tells it."""
        return self.piece.report.id

    @property
    def text(self) -> str:
        """The words of the clause."""
        return self.piece.words_of(self.span)

    @property
    def voice(self) -> Voice | None:
        """Whose word it is: the voice of the statement that the clause lies in, None where the outlet itself tells
        it."""
        return self.statement.voice if self.statement else None

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return _stems(self)


@once_a_story
def _stems(side: Side) -> frozenset[str]:
    return frozenset(t.stem for t in side.tokens if t.word not in STOP)


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


S = TypeVar("S", bound=_Spanned)


def inside(found: Sequence[S], span: Span) -> tuple[S, ...]:
    """Returns those of `found`, which is in reading order, that lie wholly inside `span`."""
    at = bisect_left(found, span.start, key=lambda f: f.span.start)
    kept = []
    while at < len(found) and found[at].span.start < span.end:
        if found[at].span.end <= span.end:
            kept.append(found[at])
        at += 1
    return tuple(kept)


def side_of(piece: Annotated, member: Member, certainty: float = 1.0) -> Side:
    """Returns the side that `member` tells in its annotated report."""
    clause = piece.clauses[member.clause] if 0 <= member.clause < len(piece.clauses) else None
    return side_at(piece, member.span, clause, certainty)


def side_at(piece: Annotated, span: Span, clause: Clause | None = None, certainty: float = 1.0) -> Side:
    """Returns the side told by `span` of an annotated report."""
    persons = tuple(n for n in inside(piece.names, span) if n.kind == "person")
    places = tuple(p for p in inside(piece.places, span) if not _is_in_person(piece, p, span))
    return Side(
        piece=piece,
        span=span,
        tokens=tokens(piece.report.text, span),
        times=inside(piece.times, span),
        quantities=inside(piece.quantities, span),
        places=places,
        persons=persons,
        clause=clause,
        statement=_statement(piece, span, clause),
        certainty=certainty,
    )


def _is_in_person(piece: Annotated, place: Place, span: Span) -> bool:
    """Whether a place stands in the name of a person inside `span`."""
    return any(place.span.overlaps(n) and span.covers(n) for n in _persons(piece).near(place.span))


@once_a_story
def _persons(piece: Annotated) -> Lying[Span]:
    """The names of persons of a report by where they lie."""
    return Lying((n.span, (n.span,)) for n in piece.names if n.kind == "person")


def _statement(piece: Annotated, span: Span, clause: Clause | None) -> Statement | None:
    """The innermost statement whose content holds most of the clause."""
    if clause is not None and clause.statement:
        return _by_id(piece).get(clause.statement)
    near = _lying(piece).near(span)
    telling = [s for s in near if s.cue and span.covers(s.cue) and any(c.overlaps(span) for c in s.content)]
    if telling:
        return max(telling, key=lambda s: sum(min(c.end, span.end) - max(c.start, span.start) for c in s.content))
    holding = [
        (sum(c.end - c.start for c in s.content), s)
        for s in near
        if any(2 * (min(c.end, span.end) - max(c.start, span.start)) > span.end - span.start for c in s.content)
    ]
    return min(holding, key=lambda h: h[0])[1] if holding else None


@once_a_story
def _by_id(piece: Annotated) -> dict[str, Statement]:
    """The first statement of each id."""
    return {s.id: s for s in reversed(piece.statements)}


@once_a_story
def _lying(piece: Annotated) -> Lying[Statement]:
    """The statements of a report by where their content lies."""
    return Lying((s, s.content) for s in piece.statements)


@once_a_story
def cued(piece: Annotated) -> Lying[Statement]:
    """The statements of a report by where their cue lies."""
    return Lying((s, (s.cue,)) for s in piece.statements if s.cue)


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """Returns the words of `text` inside `span` in reading order."""
    return tuple(
        Token(word=(word := found[0].lower().replace("’", "'")), stem=stem(word), start=found.start(), end=found.end())
        for found in _TOKEN.finditer(text, span.start, span.end)
    )


_IRREGULAR: Final = {
    "said": "say", "went": "go", "gone": "go", "came": "come", "took": "take", "taken": "take", "made": "make",
    "shot": "shoot",
    "fled": "flee", "found": "find", "held": "hold", "left": "leave", "met": "meet", "gave": "give",
    "given": "give", "died": "die",
    "dead": "die", "began": "begin", "begun": "begin", "told": "tell", "saw": "see", "seen": "see", "knew": "know",
    "known": "know",
    "got": "get", "won": "win", "lost": "lose", "ran": "run", "sent": "send", "spoke": "speak", "spoken": "speak",
    "wrote": "write",
    "written": "write", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "men": "man",
    "women": "woman",
    "children": "child", "people": "person", "dying": "die", "lying": "lie", "struck": "strike", "hidden": "hide",
    "hid": "hide",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Returns what is left of a lower-cased word without its ending: "wounded", "wounds", "wounding" meet."""
    word = word.removesuffix("'s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "slz":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def stems_of(*words: str) -> frozenset[str]:
    """Returns the stems of lower-cased words, of which each argument may hold several with spaces between."""
    return frozenset(stem(word) for some in words for word in some.split())
