"""Lines that pages add around a report, known by their words: the rules applied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import cast

from crosswire.clean.rules import ANYWHERE, OPENING, OPENING_HEADLINE, TAIL, WHOLE, Rule
from crosswire.model import FurnitureKind

AROUND = " \t\u00a0*_#[](){}"
"""What may stand around the words of a line and tells nothing: brackets, marks of emphasis and of headings."""

LAST = 8
LONGEST = 700
END_MARK = re.compile(r"[.!?…]['\"’”)]*\s*$")


Joined = tuple[tuple[int, re.Pattern[str]], ...]


def _joined(rules: Sequence[Rule], end: str = "") -> Joined:
    """Returns one pattern for all rules of one length, shortest first, each rule a group named by its kind.

    A fifth of the time of trying rule by rule.
    """
    by_length: dict[int, list[str]] = defaultdict(list)
    for number, (kind, longest, pattern) in enumerate(rules):
        by_length[longest].append(rf"(?P<{kind}_{number}>(?:{pattern}){end})")
    return tuple((length, re.compile("|".join(by_length[length]), re.IGNORECASE)) for length in sorted(by_length))


_WHOLE = _joined(WHOLE, r"\W*\Z")
_OPENING = _joined(OPENING)
_HEADLINES = _joined(OPENING_HEADLINE)
_TAIL = _joined(TAIL)
_ANYWHERE = tuple((kind, longest, sign, re.compile(rule, re.IGNORECASE)) for kind, longest, sign, rule in ANYWHERE)


def kind_of(words: str, from_end: int) -> FurnitureKind | None:
    """Returns what kind of furniture a whole line is; None when it is the report's own.

    Args:
        words: the line, trimmed.
        from_end: how many lines follow it.
    """
    words = words.strip(AROUND)
    if len(words) > LONGEST:
        return None
    lists = [_WHOLE, _OPENING]
    if not END_MARK.search(words):
        lists.append(_HEADLINES)
    if from_end < LAST:
        lists.append(_TAIL)
    for rules in lists:
        for longest, rule in rules:
            if len(words) <= longest and (found := rule.match(words)):
                return _kind(found)
    return _anywhere(words)


def _anywhere(words: str) -> FurnitureKind | None:
    lower = words.lower()
    for kind, longest, sign, rule in _ANYWHERE:
        if sign in lower and len(words) <= longest and rule.search(words):
            return kind
    return None


def _kind(found: re.Match[str]) -> FurnitureKind:
    return cast(FurnitureKind, str(found.lastgroup).partition("_")[0])
