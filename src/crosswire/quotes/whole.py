"""Quotations whose words a report has as they are: all of them, a part, or parts in order with some left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crosswire.quotes.folding import Folded
from crosswire.quotes.streams import Opened, Stream

#: Words that an ellipsis may stand for.
_LEFT_OUT = 150
#: Fewer words than this are looked for among what somebody says alone: they may stand anywhere by chance.
FEWEST_ANYWHERE = 4


class Stretch(NamedTuple):
    """The numbers of a report's words that a quotation has; `whole` when they are all of one or several quotations."""

    words: tuple[int, ...]
    whole: bool
    stream: Stream | None


def stretches(asked: Folded, report: Opened) -> Iterator[Stretch]:
    """Yields every place where the words of a quotation stand as they are: in quotations first, then anywhere."""
    segments = _segments(asked)
    for stream in report.streams:
        keys = [report.words.keys[number] for number in stream.words]
        for found in _in_order(segments, keys, range(len(keys))):
            numbers = tuple(stream.words[j] for j in found)
            in_a_row = found[-1] - found[0] == len(found) - 1
            whole = in_a_row and found[0] in stream.firsts and found[-1] + 1 in stream.ends
            yield Stretch(numbers, whole, stream)
    if len(asked.keys) >= FEWEST_ANYWHERE:
        starts = report.places.get(segments[0][0], ())
        for found in _in_order(segments, report.words.keys, starts):
            yield Stretch(found, found[-1] - found[0] == len(found) - 1, None)


def _segments(asked: Folded) -> list[tuple[str, ...]]:
    """The parts of a quotation between its ellipses."""
    cuts = sorted({0, *asked.elisions, len(asked.keys)})
    return [asked.keys[a:b] for a, b in pairwise(cuts) if b > a]


def _in_order(
    segments: Sequence[tuple[str, ...]], keys: Sequence[str], starts: Sequence[int] | range
) -> Iterator[tuple[int, ...]]:
    for start in starts:
        if tuple(keys[start : start + len(segments[0])]) != segments[0]:
            continue
        found = list(range(start, start + len(segments[0])))
        for segment in segments[1:]:
            at = _next(segment, keys, found[-1] + 1)
            if at is None:
                break
            found.extend(range(at, at + len(segment)))
        else:
            yield tuple(found)


def _next(segment: tuple[str, ...], keys: Sequence[str], after: int) -> int | None:
    for start in range(after, min(after + _LEFT_OUT, len(keys)) + 1):
        if tuple(keys[start : start + len(segment)]) == segment:
            return start
    return None
