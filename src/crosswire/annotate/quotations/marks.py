"""Quotation marks paired within a paragraph.

Straight and curly, double and single, guillemets and low-high pairs. A straight mark opens or closes by what is open
already and by the characters beside it. Single marks count only outside double ones, and an apostrophe is no mark.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crosswire.model import Span

_DOUBLE = re.compile(r"\"|“|”|„|‟|«|»|``|''|‘‘|’’|″")
_SINGLE_OPEN = re.compile(r"(?<![\w\"“])['‘‚](?=[\w\[$£€])|(?<=[\"“])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"['’](?!\w)")
#: Words that lose their head: the mark before them is an apostrophe.
_ELIDED = re.compile(r"['‘’](?:\d0s|\d\d\b|tis\b|twas\b|em\b|cause\b|til\b|n\b|bout\b|round\b)", re.IGNORECASE)
_LONGEST_SINGLE = 400
#: A single mark at the head of a shorter paragraph, never closed, may be an apostrophe.
_SHORT = 25


class Marked(NamedTuple):
    """The words between two marks; `left_open` when the paragraph ended before the closing mark."""

    span: Span
    left_open: bool = False


def marked(text: str, block: Span, open_before: bool = False) -> list[Marked]:
    """Returns what stands between quotation marks in the paragraph `block`, in order.

    Args:
        text: the report's text.
        block: the paragraph; no quotation leaves it.
        open_before: the paragraph before ended inside a quotation, so a first closing mark is believed.
    """
    doubles = _doubles(text, block, open_before)
    return sorted([*doubles, *_singles(text, block, doubles)], key=lambda m: m.span.start)


def _doubles(text: str, block: Span, open_before: bool) -> list[Marked]:
    found: list[Marked] = []
    opened: int | None = None
    marks = list(_DOUBLE.finditer(text, block.start, block.end))
    for i, mark in enumerate(marks):
        if _is_inches(text, mark) and opened is None:
            continue
        direction = _direction(text, block, mark, opened is not None)
        if direction > 0:
            if opened is not None and not _closed_by(text, block, marks[i + 1 :]):
                continue  # a nested mark that the text never closes
            if opened is not None:
                found.append(_trimmed(text, opened, mark.start(), False))
            opened = mark.end()
        elif opened is not None:
            found.append(_trimmed(text, opened, mark.start(), False))
            opened = None
        elif not found and _believable_end(text, block, mark, open_before):
            found.append(_trimmed(text, block.start, mark.start(), False))
    if opened is not None and opened < block.end:
        found.append(_trimmed(text, opened, block.end, True))
    return [m for m in found if m.span.start < m.span.end]


def _direction(text: str, block: Span, mark: re.Match[str], inside: bool) -> int:
    """1 opens, -1 closes."""
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    kind = mark.group()
    if kind in ("«", "„", "‟", "``", "‘‘"):
        return 1
    if kind == "“":
        return -1 if inside and not before.isspace() and (after.isspace() or after in ",.;:!?") else 1
    if kind in ("”", "»", "’’"):
        return 1 if kind == "”" and not inside and before.isspace() and after.isalnum() else -1
    if inside:
        return 1 if (before.isspace() or before in "(—") and not after.isspace() else -1
    if after.isspace() or after in ",.;:!?)":
        return -1 if not before.isspace() or after != " " else 1
    return 1


def _closed_by(text: str, block: Span, rest: list[re.Match[str]]) -> bool:
    """Whether of the marks that follow the first closes: then this one opens anew."""
    return bool(rest) and _direction(text, block, rest[0], True) < 0


def _is_inches(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1 : mark.start()]
    return mark.group() in ('"', "″", "''", "”") and before.isdigit()


def _believable_end(text: str, block: Span, mark: re.Match[str], open_before: bool) -> bool:
    """A closing mark without its opening one: the paragraph up to it is a quotation when it ends like one."""
    before = text[mark.start() - 1 : mark.start()]
    ended = before in (",", ".", "!", "?", "…")
    return mark.start() - block.start > 20 and ended and (open_before or text[block.start].isupper())


def _trimmed(text: str, start: int, end: int, left_open: bool) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(Span(start=start, end=end), left_open)


def _singles(text: str, block: Span, doubles: list[Marked]) -> list[Marked]:
    found: list[Marked] = []
    at = block.start
    while mark := _SINGLE_OPEN.search(text, at, block.end):
        at = mark.end()
        if _ELIDED.match(text, mark.start()) or _within(mark.start(), doubles):
            continue
        end = _single_end(text, mark.end(), block.end)
        if end is None and mark.start() == block.start and block.end - block.start > _SHORT:
            return sorted([*found, _trimmed(text, mark.end(), block.end, True)], key=lambda m: m.span.start)
        if end is None or any(mark.start() < d.span.start < end for d in doubles):
            continue
        found.append(_trimmed(text, mark.end(), end, False))
        at = end + 1
    return found


def _within(place: int, doubles: list[Marked]) -> bool:
    return any(d.span.start <= place <= d.span.end for d in doubles)


def _single_end(text: str, start: int, end: int) -> int | None:
    """The closing single mark: the first after punctuation, else the first that no plural possessive explains."""
    closing = [m.start() for m in _SINGLE_CLOSE.finditer(text, start, min(end, start + _LONGEST_SINGLE))]
    for place in closing:
        after = text[place + 1 : place + 2]
        if (
            text[place - 1] in ",.!?…"
            or after in ("", ",", ".", ";", ":", "!", "?", ")", "\n", '"', "”")
            or place == end - 1
        ):
            return place
        if text[place - 1] != "s" or len(closing) == 1:
            return place
    return closing[0] if closing else None
