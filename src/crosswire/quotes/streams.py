"""A report as streams of words: what one speaker says, his quotations joined over the report's own words; all of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from crosswire.model import Span
from crosswire.quotes.folding import Folded, folded
from crosswire.quotes.types import Said, Source

#: Characters of a report's own words between two quotations that are still one saying ("..., the minister said, ...").
_BETWEEN = 200


class Stream(NamedTuple):
    """Words in a row: the number of each among the report's words, and where quotations begin and end among them."""

    words: tuple[int, ...]
    firsts: frozenset[int]
    ends: frozenset[int]
    said: tuple[Said, ...]


class Opened(NamedTuple):
    """A report made ready: its words, where each stands, the streams of what is quoted."""

    source: Source
    words: Folded
    places: dict[str, tuple[int, ...]]
    streams: tuple[Stream, ...]


def opened(source: Source) -> Opened:
    """Returns a report made ready to be looked in, as often as wanted."""
    words = folded(source.text)
    places: dict[str, list[int]] = {}
    for number, key in enumerate(words.keys):
        places.setdefault(key, []).append(number)
    return Opened(source, words, {key: tuple(there) for key, there in places.items()}, _streams(source, words))


def _streams(source: Source, words: Folded) -> tuple[Stream, ...]:
    quoted = sorted((said for said in source.said if said.marks), key=lambda said: said.span)
    runs: list[list[Said]] = []
    for said in quoted:
        before = runs[-1][-1] if runs else None
        if before is not None and _goes_on(before, said):
            runs[-1].append(said)
        else:
            runs.append([said])
    return tuple(stream for run in runs if (stream := _stream(run, words)).words)


def _goes_on(before: Said, said: Said) -> bool:
    one_voice = before.speaker is not None and before.speaker == said.speaker
    one_statement = before.statement is not None and before.statement == said.statement
    return (one_voice or one_statement) and 0 <= said.span.start - before.span.end <= _BETWEEN


def _stream(run: Sequence[Said], words: Folded) -> Stream:
    numbers: list[int] = []
    firsts, ends = set(), set()
    for said in run:
        firsts.add(len(numbers))
        numbers.extend(within(said.span, words))
        ends.add(len(numbers))
    return Stream(tuple(numbers), frozenset(firsts), frozenset(ends), tuple(run))


def within(span: Span, words: Folded) -> range:
    """Returns the numbers of the words that begin inside a span."""
    return range(bisect_left(words.starts, span.start), bisect_left(words.starts, span.end))
