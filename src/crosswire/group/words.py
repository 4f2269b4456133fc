"""The words of a report that are compared for copying: lower-cased, without furniture, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosswire.model import Annotated, Span

GRAM = 5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STEP = np.uint64(0x9E3779B97F4A7C15)


class Told(NamedTuple):
    """The words of one report: a number for each, its span, and whether it stands inside quotation marks."""

    numbers: NDArray[np.uint64]
    spans: list[tuple[int, int]]
    quoted: NDArray[np.bool_]


def told(piece: Annotated, vocabulary: dict[str, int]) -> Told:
    """Returns the words of `piece` outside its furniture, numbered by `vocabulary`, which grows."""
    text = piece.report.text
    numbers: list[int] = []
    spans: list[tuple[int, int]] = []
    for start, end in _outside(len(text), [f.span for f in piece.furniture]):
        for found in _WORD.finditer(text, start, end):
            word = found.group().lower().replace("’", "'")
            numbers.append(vocabulary.setdefault(word, len(vocabulary) + 1))
            spans.append(found.span())
    quoted = _inside([q.span for q in piece.quotations if q.spoken], spans)
    return Told(np.array(numbers, dtype=np.uint64), spans, quoted)


def grams(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Returns a 64-bit number for every run of five words, in order; empty when there are fewer words.

    Two runs that differ get the same number once in about 10^19 pairs.
    """
    if len(numbers) < GRAM:
        return np.zeros(0, np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(numbers, GRAM)
    total = np.zeros(len(windows), np.uint64)
    for column in range(GRAM):
        total = (total ^ windows[:, column]) * _STEP
        total ^= total >> np.uint64(29)
    return total


def _outside(length: int, cut: Sequence[Span]) -> list[tuple[int, int]]:
    """Returns the stretches of `[0, length)` that no span of `cut` touches."""
    kept = []
    at = 0
    for span in sorted(cut):
        if span.start > at:
            kept.append((at, span.start))
        at = max(at, span.end)
    if at < length:
        kept.append((at, length))
    return kept


def _inside(marks: Sequence[Span], spans: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Tells for each word whether it stands inside one of `marks`."""
    starts = np.array([start for start, _ in spans], dtype=np.int64)
    inside = np.zeros(len(spans), dtype=np.bool_)
    for mark in marks:
        first, last = np.searchsorted(starts, [mark.start, mark.end])
        inside[first:last] = True
    return inside
