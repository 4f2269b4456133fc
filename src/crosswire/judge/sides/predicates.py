"""What a side tells, predicate by predicate: the verb or state, its arguments as stems, and whether it is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.side import STOP, Side, inside, stem, tokens
from crosswire.judge.sides.synonyms import meanings
from crosswire.model import Annotated, Doing, Span

#: Words before a past participle that make it its own denial, where the rest is a word of its own.
_UNDOING: Final = ("un",)
#: Verbs that say too little by themselves: what they are told of has to be the same as well.
_LIGHT: Final = """be is was were have has had do did does make made take took get got go went come came give gave say
said tell told see saw become became find found put know knew use want think"""
LIGHT: Final = frozenset(map(stem, _LIGHT.split()))


#: Words behind a predicate that are taken to be told of it, up to the end of its clause.
_NEXT: Final = 5
_BREAK: Final = re.compile(r"[,;:.!?]|\s(?:but|and|or|that|who|which|because|if|when|while)\s")


class Predicate(NamedTuple):
    """One doing of a side: its comparable forms, the stems of its subject, object and all arguments, denied or not.

    `names` are those of the stems of subject and object that name a person.
    """

    doing: Doing
    forms: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    arguments: frozenset[str]
    names: tuple[frozenset[str], frozenset[str]]
    denied: bool


@once_a_story
def predicates(side: Side) -> tuple[Predicate, ...]:
    """Returns what a side tells in reading order; empty where the report's syntax is not known."""
    return tuple(predicates_in(side.piece, side.span))


def predicates_in(piece: Annotated, span: Span) -> Iterator[Predicate]:
    """Yields what a stretch of a report tells, in reading order."""
    for doing in inside(piece.doings, span):
        word = piece.words_of(doing.predicate).lower().replace("’", "'")
        bare, undone = _undone(word)
        subject, thing = _stems(piece, doing.subject), _stems(piece, doing.object)
        others = frozenset(s for span in doing.others for s in _stems(piece, span)) | _following(piece, doing, span)
        names = (_names(piece, doing.subject), _names(piece, doing.object))
        yield Predicate(doing, meanings(bare), subject, thing, subject | thing | others, names, doing.negated ^ undone)


def _following(piece: Annotated, doing: Doing, span: Span) -> frozenset[str]:
    """The stems of the words next behind a predicate, which mostly tell of what it is told; a verb that says little
    by itself is told of too many things."""
    if stem(piece.words_of(doing.predicate).lower()) in LIGHT:
        return frozenset()
    text, at = piece.report.text, doing.predicate.end
    end = _BREAK.search(text, at, span.end)
    found = tokens(text, Span(start=at, end=end.start() if end else max(at, span.end)))
    return frozenset(t.stem for t in found[:_NEXT] if t.word not in STOP)


def _undone(word: str) -> tuple[str, bool]:
    """A participle without the prefix that denies it: "unidentified" is "identified", denied."""
    for prefix in _UNDOING:
        if word.startswith(prefix) and word.endswith(("ed", "hurt", "known", "seen")) and len(word) > 5:
            return word.removeprefix(prefix), True
    return word, False


def _stems(piece: Annotated, span: Span | None) -> frozenset[str]:
    if span is None:
        return frozenset()
    return frozenset(t.stem for t in tokens(piece.report.text, span) if t.word not in STOP)


def _names(piece: Annotated, span: Span | None) -> frozenset[str]:
    """The names of persons in a phrase; a country and its capital may be one party."""
    if span is None:
        return frozenset()
    persons = [name for name in inside(piece.names, span) if name.kind == "person"]
    return frozenset(s for name in persons for s in _stems(piece, name.span))


def agreement(one: Predicate, other: Predicate) -> float:
    """Returns how far two predicates are told of the same things, in [0, 1]: the share of the arguments of the one
    that tells fewer; 0 where the forms of the predicates share nothing."""
    if not one.forms & other.forms or _of_others(one, other):
        return 0.0
    fewer = min(len(one.arguments), len(other.arguments))
    return len(one.arguments & other.arguments) / fewer if fewer else 0.0


def _of_others(one: Predicate, other: Predicate) -> bool:
    """Whether both name who does it, or to whom, and not the same."""
    return any(a and b and not a & b for a, b in zip(one.names, other.names, strict=True))
