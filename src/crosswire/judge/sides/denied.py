"""Denied: where the word stands that denies what is told at a place, so that no value is shown or compared without
it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from crosswire.judge.sides.governors import head_of, words_in
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.tellings import sentence_at
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Annotated, Doing, Span

#: Words that deny a verb from afar: those that hang on it are known by the syntax.
_DENYING: Final = re.compile(
    r"(?<![\w-])(?:not|never|no|none|nobody|nothing|neither|nor|nowhere|without|cannot|unless|\w+n[’']t|yet\sto|"
    r"(?:fail|refus|declin|den[yi]|reject|avoid|prevent|neglect|doubt|disput|forb|prohibit|bann|barr|stopp|block|kept|"
    r"keep|unable|unwilling|unlikely)\w*)(?!\w)",
    re.IGNORECASE,
)
#: What makes less of a doing than it says: who nearly died did not die.
_NEARLY: Final = listed_words("nearly", "sides.txt")
_NOT: Final = listed_words("not", "sides.txt")
#: Behind a "not" they take the denial back.
_ONLY: Final = listed_words("only", "sides.txt")
#: "Few were hurt" denies it of most; "a few", "the few" tell it.
_SOME: Final = listed_words("some", "sides.txt")
_OWN: Final = ("det", "nmod:poss")
#: What denies the rest of its word, or the next word.
_PREFIX: Final = re.compile(r"\b(?:non[\s-]*|un)\Z", re.IGNORECASE)
_LONGEST_WORD: Final = 40
_STEPS: Final = 6  # words that hang on one another from a phrase up to its verb


def denial(piece: Annotated, span: Span) -> Span | None:
    """Returns where the words stand, outside `span`, that deny what a report tells there; None where it tells it.

    What is told is denied by what denies a doing in the place itself ("none of them was hurt"), or else what governs it
    ("no trace of a gun", "not killed in a robbery"). What `span` itself holds, "not hurt", denies nothing from outside.
    """
    return next((place for place in _denials(piece, span) if not span.covers(place)), None)


def _denials(piece: Annotated, span: Span) -> Iterator[Span]:
    before = _PREFIX.search(piece.report.text, max(0, span.start - _LONGEST_WORD), span.start)
    if before:
        yield Span(start=before.start(), end=before.end())
    inside = doings_in(piece, span)
    for doing in inside:
        place = place_of(piece, doing)
        if place is not None:
            yield place
    if not inside:
        yield from _above(piece, span)


def doings_in(piece: Annotated, span: Span) -> tuple[Doing, ...]:
    """Returns the doings whose predicate shares a character with a place, in reading order."""
    starts = _starts(piece)
    near = piece.doings[max(0, bisect_left(starts, span.start) - 1) : bisect_left(starts, span.end)]
    return tuple(doing for doing in near if doing.predicate.overlaps(span))


@once_a_story
def _starts(piece: Annotated) -> list[int]:
    return [doing.predicate.start for doing in piece.doings]


def _above(piece: Annotated, span: Span) -> Iterator[Span]:
    """What denies a phrase: a "no" on it or on a noun that it hangs on, or what denies their verb."""
    at = head_of(piece.words, span) if piece.words else None
    for _ in range(_STEPS):
        if at is None or at < 0:
            return
        word = _span(piece, at)
        for doing in doings_in(piece, word):
            place = place_of(piece, doing)
            if place is not None:
                yield place
            return
        own = [i for i in _children(piece).get(at, ()) if _is_not(piece, i)]
        above = piece.words[at].head
        if above < 0 and _is_not(piece, at):
            own.append(at)
        if own:
            yield _span(piece, own[0])
        if own or _is_given(piece, at):
            return
        at = above


def _is_given(piece: Annotated, at: int) -> bool:
    """Whether a word is a subject that is there whatever is denied of it: "the wounded sailor was not arrested" was
    wounded; but "there were not any wounded sailors", and "wounded sailors were not seen"."""
    word, below = piece.words[at], _children(piece)
    if any(piece.words[i].relation == "expl" for i in below.get(word.head, ())):
        return False
    if word.relation == "nsubj:pass":
        return word.pos == "PROPN" or any(piece.words[i].relation in _OWN for i in below.get(at, ()))
    return word.relation in ("nsubj", "csubj", "nsubj:outer")


def place_of(piece: Annotated, doing: Doing) -> Span | None:
    """Returns where the words stand by which a doing is denied, or nearly so; None where it is told as done."""
    first, last = words_in(piece.words, doing.predicate)
    below = [i for at in range(first, last) for i in _children(piece).get(at, ())]
    nearly = [k for i in below for k in ([i] if _word(piece, i) in _NEARLY else _few(piece, i))]
    if nearly:
        return _span(piece, nearly[0])
    return _place(piece, doing, below) if doing.negated else None


def _place(piece: Annotated, doing: Doing, below: list[int]) -> Span | None:
    """The "not" that hangs on a verb, the "no" of its subject or object, or the nearest such word before or behind."""
    for i in below:
        if _is_not(piece, i):
            return _span(piece, i)
        if piece.words[i].relation.split(":")[0] in ("nsubj", "obj"):
            for k in _children(piece).get(i, ()):
                if _word(piece, k) in ("no", "neither"):
                    return Span(start=piece.words[k].start, end=piece.words[i].end)  # "made no arrests"
    text, sentence, verb = piece.report.text, sentence_at(piece, doing.predicate), doing.predicate
    before = list(_DENYING.finditer(text, sentence.start, verb.start))
    found = before[-1] if before else _DENYING.search(text, verb.end, sentence.end)
    return Span(start=found.start(), end=found.end()) if found else None


def _is_not(piece: Annotated, i: int) -> bool:
    return _word(piece, i) in _NOT and not (i + 1 < len(piece.words) and _word(piece, i + 1) in _ONLY)


def _few(piece: Annotated, i: int) -> list[int]:
    """The "few" of a subject: "few were hurt", "few sailors were hurt"."""
    if piece.words[i].relation.split(":")[0] != "nsubj":
        return []
    few = [k for k in (i, *_children(piece).get(i, ())) if _word(piece, k) == "few"]
    return [k for k in few if k == 0 or _word(piece, k - 1) not in _SOME]


def _word(piece: Annotated, i: int) -> str:
    return piece.words_of(_span(piece, i)).lower().replace("’", "'")


def _span(piece: Annotated, i: int) -> Span:
    return Span(start=piece.words[i].start, end=piece.words[i].end)


@once_a_story
def _children(piece: Annotated) -> dict[int, list[int]]:
    """The words that hang on each word, by their indices."""
    found: dict[int, list[int]] = {}
    for i, word in enumerate(piece.words):
        found.setdefault(word.head, []).append(i)
    return found
