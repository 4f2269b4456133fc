"""Two versions of a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosswire.model import Span
from crosswire.store.types import Edit

_WORD: Final = re.compile(r"\w+|[^\w\s]")


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """Returns what changed from `old` to `new`, in reading order: words put in, taken out, or put in place of others.

    A place where nothing stands is an empty span. White space alone is no change.
    """
    from rapidfuzz.distance import Levenshtein

    left, right = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    steps = Levenshtein.opcodes([w.group() for w in left], [w.group() for w in right])
    found = []
    for step in steps:
        if step.tag != "equal":
            mine = _span(left, step.src_start, step.src_end, len(old))
            theirs = _span(right, step.dest_start, step.dest_end, len(new))
            found.append(
                Edit(
                    old=mine, new=theirs, old_words=old[mine.start : mine.end], new_words=new[theirs.start : theirs.end]
                )
            )
    return tuple(found)


def _span(words: Sequence[re.Match[str]], first: int, last: int, length: int) -> Span:
    if first == last:
        at = words[first].start() if first < len(words) else length
        return Span(start=at, end=at)
    return Span(start=words[first].start(), end=words[last - 1].end())
