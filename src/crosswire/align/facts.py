"""Facts: what a passage tells in a comparable form, so that "Sunday" meets "July 17" and "he" meets his name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crosswire.align.passages import Passage
from crosswire.align.words import stem
from crosswire.model import Annotated, Quantity, Span, Time

KINDS = ("day", "count", "person", "body", "place", "voice", "meant", "doing", "link")
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
_stem = lru_cache(maxsize=65_536)(stem)
Facts = dict[str, list[set[str]]]


def facts(passages: Sequence[Passage], pieces: Sequence[Annotated]) -> Facts:
    """Returns for each of KINDS one set of comparable values a passage, in the order of `passages`."""
    found: Facts = {kind: [set() for _ in passages] for kind in KINDS}
    for number, piece in enumerate(pieces):
        mine = [i for i, passage in enumerate(passages) if passage.report == number]
        starts = [passages[i].span.start for i in mine]
        for kind, span, value in _told(piece):
            at = bisect_right(starts, span.start) - 1
            if at >= 0 and span.start < passages[mine[at]].span.end:
                found[kind][mine[at]].add(value)
        last: set[str] = set()
        for i in mine:
            if found["person"][i]:
                last = found["person"][i]
            elif not _PRONOUN.search(passages[i].text):
                continue
            found["meant"][i] |= last
    return found


def _told(piece: Annotated) -> Iterator[tuple[str, Span, str]]:
    for time in piece.times:
        yield from (("day", time.span, value) for value in _days(time))
    for quantity in piece.quantities:
        yield from (("count", quantity.span, value) for value in _counts(quantity))
    for name in piece.names:
        if name.kind in ("person", "organisation"):
            words = (name.actor or piece.words_of(name.span)).lower()
            yield ("person" if name.kind == "person" else "body"), name.span, words
    for place in piece.places:
        yield "place", place.span, place.name.lower()
    yield from _syntax(piece)
    for statement in piece.statements:
        if statement.voice.name:
            for span in (*statement.content, *([statement.cue] if statement.cue else [])):
                yield "voice", span, statement.voice.name.lower()


def _syntax(piece: Annotated) -> Iterator[tuple[str, Span, str]]:
    """What is done, and what hangs on what: "kill", "four kill", "kill trawler"."""
    stems = [_stem(piece.report.text[word.start : word.end].lower()) for word in piece.words]
    for word, own in zip(piece.words, stems, strict=True):
        span = Span(start=word.start, end=word.end)
        if word.pos == "VERB":
            yield "doing", span, own
        if word.pos in _CONTENT and word.head >= 0 and piece.words[word.head].pos in _CONTENT:
            yield "link", span, f"{own} {stems[word.head]}"


def _days(time: Time) -> Iterator[str]:
    if time.first and time.last:
        yield f"{time.first} {time.last}"
    if time.clock:
        yield time.clock


def _counts(quantity: Quantity) -> Iterator[str]:
    value = f"{quantity.kind} {quantity.low:g} {quantity.high:g}"
    yield value
    if quantity.scope:
        yield f"{value} {quantity.scope}"
    if quantity.unit:
        yield f"{value} {stem(quantity.unit)}"
