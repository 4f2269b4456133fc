"""Evidence that keeps the promise: at most 400 characters, never across a blank line."""

from __future__ import annotations

import re
from typing import Final

from crosswire.model import Span

LONGEST: Final = 400
_BLANK: Final = re.compile(r"\n[^\S\n]*\n")


def clipped(text: str, span: Span) -> Span:
    """Returns `span` cut before its first blank line and after at most 400 characters, at the end of a word."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    blank = _BLANK.search(text, start, end)
    end = blank.start() if blank else end
    if end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        end = cut if cut > start else start + LONGEST
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)
