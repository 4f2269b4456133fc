"""Days that a page tells of itself: when it was published, whose rights they are, when its picture was taken."""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[^.;\n]{0,40}$"
    r"|(?:^|[.|•·\n]\s*)(?:(?:first|last|originally)\s)?(?:published|updated|posted|accepted|received|revised|modified|created|"
    r"corrected|filed|printed)(?:\s(?:on|at|in|by\s[\w\s]{1,30}))?[:,]?\s(?:the\s)?$"
    r"|\b(?:issue|edition)\s(?:of|dated|for)\s(?:the\s)?$"
    r"|\b(?:file|archive|stock|undated)\s(?:photo(?:graph)?|picture|image|footage)s?\b[^.;\n]{0,60}$"
    r"|\b(?:photo(?:graph)?|picture|image)\s(?:was\s)?(?:taken|shot|dated|from)\s[^.;\n]{0,24}$"
    r"|\bFILE\s?[-–—:]\s[^.\n]{0,120}$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"[,\s]{1,2}(?:file|archive|handout|satellite)?\s?(?:photo(?:graph)?|picture|image)\b(?!\s(?:shows|showed)\s\w+ing\b)",
    re.IGNORECASE,
)
_PICTURED: Final = re.compile(r"\b(?:in\sthis|seen\sin\sa|pictured\s(?:here\s)?(?:on|in))\s$", re.IGNORECASE)


def is_of_page(words: str, start: int, end: int) -> bool:
    """Tells whether the time at words[start:end] is one of the page or of its picture, and of no happening.

    Args:
        words: the sentence or the line that the time stands in.
        start: where the time begins in it.
        end: where it ends.
    """
    before = words[max(0, start - 160) : start]
    if _BEFORE.search(before):
        return True
    return bool(_PICTURED.search(before[-24:])) and (
        bool(_BEHIND.match(words, end)) or "pictured" in before[-24:].lower()
    )
