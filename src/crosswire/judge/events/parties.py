"""Parties: who did something with whom, as two reports tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosswire.judge.sides.finding import Finding, Told, told
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.side import STOP, Side, tokens
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Doing, Span

#: What two parties have with one another.
_BETWEEN: Final = listed_words("between", "events.txt")
_JOINED: Final = re.compile(r"^(?P<one>[^,;]+?)\sand\s(?P<other>[^,;]+?)$")
#: Words for a person whom another report may name.
_ANYBODY: Final = listed_words("anybody", "events.txt")


def parties(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds two who have one quarrel, or one bond, of whom the sides agree on one and not on the other.

    Reason given: "who had the dispute: Brask and the mate in 01; Brask and Orvik in 02".
    """
    for matter, one, span in _pairs(a):
        for other_matter, other, other_span in _pairs(b):
            if matter == other_matter and _differ(one, other):
                return (_finding(matter, told(a, span), told(b, other_span)),)
    return ()


def _finding(matter: str, left: Told, right: Told) -> Finding:
    return Finding(slot="cause", nature="conflict", left=left, right=right, about=f"who had the {matter}")


_Parties = tuple[frozenset[str], frozenset[str]]


def _differ(one: _Parties, other: _Parties) -> bool:
    """Whether one party is the same and the other is not, and both are told by more than "a man"."""
    for mine, rest in (one, one[::-1]):
        for theirs, left in (other, other[::-1]):
            if mine & theirs and not rest & left and not rest & _ANYBODY and not left & _ANYBODY:
                return not (rest & theirs or left & mine)
    return False


@once_a_story
def _pairs(side: Side) -> tuple[tuple[str, _Parties, Span], ...]:
    return tuple(_found(side))


def _found(side: Side) -> Iterator[tuple[str, _Parties, Span]]:
    """Each "X and Y had a dispute" of a side: the matter, the two, and where it names them."""
    for doing in side.piece.doings:
        if not side.span.covers(doing.predicate) or doing.subject is None or doing.negated:
            continue
        matter = _matter(side, doing)
        joined = _JOINED.match(side.piece.words_of(doing.subject))
        if matter and joined:
            one, other = (_words(side, doing.subject, joined.span(name)) for name in ("one", "other"))
            if one and other:
                yield matter, (one, other), doing.subject


def _matter(side: Side, doing: Doing) -> str | None:
    """What they have with one another, as the object of what they do."""
    if doing.object is None:
        return None
    return next((t.word for t in tokens(side.piece.report.text, doing.object) if t.word in _BETWEEN), None)


def _words(side: Side, subject: Span, within: tuple[int, int]) -> frozenset[str]:
    span = Span(start=subject.start + within[0], end=subject.start + within[1])
    return frozenset(t.word for t in tokens(side.piece.report.text, span) if t.word not in STOP)
