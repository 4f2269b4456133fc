"""Embedded posts: those of people whom the report does not tell of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crosswire.clean.paragraphs import Piece
from crosswire.model import Furniture

SIGNED = re.compile(r"(?:—|--|–|-)\s*(?P<name>[^—()]{2,60})\(@\w{1,30}\)\s*(?:[A-Z][a-z]+ \d{1,2}, \d{4})?")
LINK = re.compile(r"pic\.twitter\.com/\w+|https?://t\.co/\w+")
WORD = re.compile(r"\w+")
NEWSROOM = re.compile(
    r"(?i:\b(?:reporter|correspondent|photographer|producer|anchor|journalist))s?(?:,? [A-Z][\w’'-]+){1,3}"
)
LONGEST = 450


def posts(text: str, pieces: Sequence[Piece], others: Iterable[Furniture]) -> Iterator[Furniture]:
    """Gives the embedded posts of people whom the report does not name, or names only as reporters.

    A post of somebody whom the report tells of is part of what it reports. `others` is the furniture found so far,
    where a name tells nothing.
    """
    signed = [(piece, found["name"].split()[-1]) for piece in pieces if (found := _signature(piece.words))]
    if not signed:
        return
    named = Counter(word for stretch in _unmarked(text, others) for word in WORD.findall(NEWSROOM.sub("", stretch)))
    named.subtract(word for piece, _ in signed for word in WORD.findall(piece.words))
    for piece, name in signed:
        if named[name] <= 0:
            yield Furniture(span=piece.span, kind="promotion")


def _signature(words: str) -> re.Match[str] | None:
    return SIGNED.search(words) if len(words) <= LONGEST and LINK.search(words) else None


def _unmarked(text: str, marked: Iterable[Furniture]) -> Iterator[str]:
    start = 0
    for piece in sorted(marked, key=lambda one: one.span):
        yield text[start : piece.span.start]
        start = max(start, piece.span.end)
    yield text[start:]
