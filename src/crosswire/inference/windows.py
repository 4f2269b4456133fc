"""Windows over a long text: whole sentences, with context shared between neighbours, each word owned by one window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosswire.language.words import Span


@dataclass(frozen=True, slots=True)
class Window:
    """Words [start, end) are read together; decisions about [first, last) are taken from this reading."""

    start: int
    end: int
    first: int
    last: int


def bounded_sentences(sentences: Sequence[Span], counts: Sequence[int], limit: int) -> list[Span]:
    """The sentences, those of more than `limit` pieces cut into parts that fit."""
    bounded = []
    for start, end in sentences:
        total = 0
        for i in range(start, end):
            if total + counts[i] > limit:
                bounded.append((start, i))
                start, total = i, 0
            total += counts[i]
        if start < end:
            bounded.append((start, end))
    return bounded


def windows_of(
    sentences: Sequence[Span], counts: Sequence[int], limit: int, overlap: int, first_limit: int | None = None
) -> list[Window]:
    """Windows of at most `limit` pieces over sentences that each fit; neighbours share up to `overlap` pieces.

    Args:
        sentences: spans of words, in order, without gaps, none longer than `limit` pieces.
        counts: pieces of each word.
        limit: the most pieces of a window.
        overlap: the most pieces that a window repeats of the one before it.
        first_limit: the most pieces of the first window, where another than `limit`.
    """
    sizes = [sum(counts[a:b]) for a, b in sentences]
    ranges: list[Span] = []  # of sentences
    start = 0
    while start < len(sentences):
        allowed = first_limit if first_limit and not ranges else limit
        end, total = start, 0
        while end < len(sentences) and (total + sizes[end] <= allowed or end == start):
            total += sizes[end]
            end += 1
        ranges.append((start, end))
        if end == len(sentences):
            break
        back, shared = end, 0
        while (
            back - 1 > start and shared + sizes[back - 1] <= overlap and shared + sizes[back - 1] + sizes[end] <= limit
        ):
            back -= 1
            shared += sizes[back]
        start = back
    return _owned(ranges, sentences, sizes)


def _owned(ranges: Sequence[Span], sentences: Sequence[Span], sizes: Sequence[int]) -> list[Window]:
    cuts = [0]
    for (_, end), (start, _) in pairwise(ranges):
        half, total, cut = sum(sizes[start:end]) / 2, 0, start
        while cut < end and total + sizes[cut] / 2 < half:
            total += sizes[cut]
            cut += 1
        cuts.append(cut)
    cuts.append(len(sentences))
    return [
        Window(sentences[a][0], sentences[b - 1][1], sentences[first][0], sentences[last - 1][1])
        for (a, b), first, last in zip(ranges, cuts, cuts[1:], strict=False)
        if first < last
    ]
