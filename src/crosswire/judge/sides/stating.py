"""Stating: how much of a clause is shown for what it tells at a place: its denial, whole words, and what completes
them."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.sides.denied import denial, doings_in
from crosswire.judge.sides.governors import words_in
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Annotated, Doing, Span

#: Where a word begins that a place stands in; "non" goes with what it denies.
_BEGUN: Final = re.compile(r"(?:\bnon\s+)?[\w’'-]*\Z", re.IGNORECASE)
_LONGEST_WORD: Final = 40
#: Words that say nothing without the word behind them that they hang on: "in" a place, "life-threatening" injuries.
_OPEN: Final = listed_words("open", "sides.txt")
_STEPS: Final = 4
_NEAR: Final = 5  # words up to that one
_REACH: Final = 25  # characters from a verb to its object, or to what it is a part of
_LONGEST: Final = 60  # characters of these


def stated(piece: Annotated, span: Span) -> Span:
    """Returns `span` from its first whole word on, with the words that deny it: "no gun was found in"."""
    text, start = piece.report.text, span.start
    while start < span.end and text[start].isspace():
        start += 1
    whole = Span(start=_begun(text, start), end=span.end)
    place = denial(piece, whole)
    if place is None:
        return whole
    return Span(start=min(whole.start, _begun(text, place.start)), end=max(whole.end, place.end))


def completed(piece: Annotated, span: Span, end: int) -> Span:
    """Returns `span` up to what completes it, before `end` at most: "found in the cabin", "suffered severe injuries".

    It goes on to the word that its last one hangs on, and to the object of a verb that stands last.
    """
    words, at = piece.words, words_in(piece.words, span)[1] - 1
    for _ in range(_STEPS):
        if at < 0 or words[at].relation not in _OPEN or not at < words[at].head <= at + _NEAR:
            break
        if words[words[at].head].end > end:
            break
        at = words[at].head
    if at >= 0 and words[at].end > span.end:
        span = Span(start=span.start, end=words[at].end)
    last = [doing for doing in doings_in(piece, span) if doing.predicate.end == span.end]
    stop = max((_object_end(piece, doing, end) for doing in last), default=span.end)
    return Span(start=span.start, end=max(span.end, stop))


def _begun(text: str, at: int) -> int:
    """Where the word begins that `at` stands in: "wasn't", "non-fatal"."""
    begun = _BEGUN.search(text, max(0, at - _LONGEST_WORD), at)
    return begun.start() if begun else at


def _object_end(piece: Annotated, doing: Doing, end: int) -> int:
    """Where the object of a doing ends that stands right behind it, or what it is to do, or a part of."""
    at = doing.predicate.end
    for phrase in (doing.object, *doing.others):
        if phrase is None or not at <= phrase.start <= at + _REACH or phrase.end > min(end, at + _LONGEST):
            continue
        between = piece.report.text[at : phrase.start]
        if phrase is doing.object or between.strip() == "of" or piece.words_of(phrase).startswith("to "):
            return at if "," in between or "\n" in between else phrase.end
    return at
