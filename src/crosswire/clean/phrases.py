"""Lines that pages add around a report, known by their words: the rules applied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.clean.rules import ANYWHERE, OPENING, OPENING_HEADLINE, TAIL, WHOLE, Rule
from crosswire.model import FurnitureKind

AROUND = " \t\u00a0*_#[](){}"
"""What may stand around the words of a line and tells nothing: brackets, marks of emphasis and of headings."""

LAST = 8
LONGEST = 700
END_MARK = re.compile(r"[.!?…]['\"’”)]*\s*$")


def _compiled(rules: Sequence[Rule], wrap: str) -> tuple[tuple[FurnitureKind, int, re.Pattern[str]], ...]:
    return tuple((kind, longest, re.compile(wrap % pattern, re.IGNORECASE)) for kind, longest, pattern in rules)


_MATCHED = _compiled(WHOLE, r"(?:%s)\W*\Z") + _compiled(OPENING, r"(?:%s)")
_HEADLINES = _compiled(OPENING_HEADLINE, r"(?:%s)")
_SEARCHED = _compiled(ANYWHERE, r"%s")
_TAIL = _compiled(TAIL, r"(?:%s)")


def kind_of(words: str, from_end: int) -> FurnitureKind | None:
    """Returns what kind of furniture a whole line is; None when it is the report's own.

    Args:
        words: the line, trimmed.
        from_end: how many lines follow it.
    """
    words = words.strip(AROUND)
    length = len(words)
    if length > LONGEST:
        return None
    rules = _MATCHED if END_MARK.search(words) else _MATCHED + _HEADLINES
    if from_end < LAST:
        rules += _TAIL
    for kind, longest, rule in rules:
        if length <= longest and rule.match(words):
            return kind
    return next((kind for kind, longest, rule in _SEARCHED if length <= longest and rule.search(words)), None)
