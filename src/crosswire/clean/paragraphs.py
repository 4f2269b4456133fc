"""The text cut where pages cut it: at line ends and at `###`, each piece trimmed to its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.model import Span, Struct

SEPARATOR = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+|(?<!#)###(?!#)")


class Piece(Struct, frozen=True):
    """One line of a report, or what stands between two `###`: its span without the space around it, and its words."""

    span: Span
    words: str


def pieces(text: str) -> tuple[Piece, ...]:
    """Returns the pieces of `text` in order, none of them empty."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    start = 0
    for cut in [*SEPARATOR.finditer(text), None]:
        end = cut.start() if cut else len(text)
        words = text[start:end].strip()
        if words:
            at = text.index(words[0], start)
            yield Piece(span=Span(start=at, end=at + len(words)), words=words)
        start = cut.end() if cut else end


def marks(text: str) -> Iterator[Span]:
    """Gives the spans of the `###` themselves, which are nobody's words."""
    for cut in SEPARATOR.finditer(text):
        if text[cut.start()] == "#":
            yield Span(start=cut.start(), end=cut.end())
