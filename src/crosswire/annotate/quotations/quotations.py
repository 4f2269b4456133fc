"""Quotations: marks paired within a paragraph, and whether somebody says what stands between them.

Straight and curly, double and single, guillemets and low-high pairs. A straight mark opens or closes by what is open
already and by the characters beside it. Single marks count only outside double ones, and an apostrophe is no mark.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from crosswire.annotate.quotations.stretches import with_marks
from crosswire.annotate.sentences.sentences import paragraphs
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Furniture, Quotation, Report, Span

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


def quotations(report: Report, furniture: tuple[Furniture, ...]) -> tuple[Quotation, ...]:
    """Returns every stretch between quotation marks in `report`, in reading order, speakers not yet told.

    A quotation ends with its paragraph at the latest; one inside another is part of it. Whether anybody spoke the
    words is not decided here (`spoken` stays True).
    """
    found: list[Quotation] = []
    open_before = False
    for block in paragraphs(report.text, furniture):
        inside = marked(report.text, block, open_before)
        open_before = bool(inside) and inside[-1].left_open
        found.extend(Quotation(span=q.span, statement=None, speaker=None) for q in inside if _has_words(report, q.span))
    return tuple(found)


def _has_words(report: Report, span: Span) -> bool:
    return any(c.isalnum() for c in report.text[span.start : span.end])


_NAMING = re.compile(
    r"(?:so[- ]called|known as|goes by|went by|going by|by the name|dubbed|nicknamed|entitled|titled|named|code-?named|"
    r"aka|a\.k\.a\.|referred to as|"
    r"the (?:term|word|phrase|song|film|movie|book|show|series|album|hit|play|novel|website|page|programme|program)|"
    r"(?:page|show|film|movie|song|book|series|album|novel|play|podcast|newspaper|magazine|slogan|hashtag|button|link))\s+"
    r"(?:a|an|the)?\s*$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:['’]s?|\bon|\bof|\bin|\bthe|\bwith|\btold|\bcalled)\s+$", re.IGNORECASE)
#: Between a given name and a last one stands what somebody is called: Iven "Gull" Maas.
_GIVEN = re.compile(r"(?:^|\s)([A-Z][\w.'’-]+),?\s+$")
_LAST = re.compile(r"\s+(?:[A-Z]\.\s+)?([A-Z]\w+)")
_LONGEST_NICKNAME = 4
_SMALL = listed_words("small")


class Draft(Protocol):
    """What is known of a quotation's attribution."""

    @property
    def source(self) -> Span | None:
        """The words that tell who."""

    @property
    def cue(self) -> Span | None:
        """The words that tell that something is said."""


def is_spoken(text: str, quotation: Quotation, draft: Draft | None) -> bool:
    """Tells whether somebody said or wrote the words of `quotation`.

    Not spoken: what a naming word introduces ("known as", "the film"), a nickname between given and last name, a title
    in capitals hung on a preposition or a possessive, and a few words in marks that no voice of the sentence is given.
    """
    words = text[quotation.span.start : quotation.span.end]
    before = text[max(0, quotation.span.start - 60) : with_marks(text, quotation.span).start]
    before = before[before.rfind("\n") + 1 :]
    count = len(words.split())
    if count <= 6 and _NAMING.search(before):
        return False
    if count <= _LONGEST_NICKNAME and _is_nickname(text, quotation.span, before):
        return False
    if count <= 6 and _is_title(words) and _OWNED.search(before) and not _line_in_capitals(text, quotation.span):
        return False
    return draft is not None or count >= 5


def _is_nickname(text: str, span: Span, before: str) -> bool:
    words = text[span.start : span.end]
    if not words[-1:].isalnum() or not (words[0].isupper() or words[0].isdigit()):
        return False
    given, last = _GIVEN.search(before), _LAST.match(text, with_marks(text, span).end)
    return given is not None and last is not None and not {given[1].lower(), last[1].lower()} & _SMALL


def _is_title(words: str) -> bool:
    plain = [w for w in re.findall(r"[\w'’-]+", words) if w.lower() not in _SMALL]
    return bool(plain) and all(w[0].isupper() for w in plain) and words[-1:] not in "!?"


def _line_in_capitals(text: str, span: Span) -> bool:
    line = text[text.rfind("\n", 0, span.start) + 1 : (text.find("\n", span.end) + 1 or len(text) + 1) - 1]
    words = [w for w in re.findall(r"[A-Za-z][\w'’]*", line) if len(w) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) / len(words) > 0.7
