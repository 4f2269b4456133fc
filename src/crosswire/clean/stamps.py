"""Stamps of time: when a page was posted or changed, wherever in a line the page has put it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crosswire.clean.moments import Moment, moment_at
from crosswire.clean.paragraphs import Piece
from crosswire.clean.wording import MONTH, NAME, WEEKDAY
from crosswire.model import Furniture, Span

_DONE = r"published|posted|updated|modified|uploaded|created|filed|issued|revised"
_LABEL = re.compile(
    rf"(?:(?:web|story|article|page|post|date|time)\s+)?(?:(?:first|last|originally)\s+)?(?P<done>{_DONE})\b"
    r"|last\s+update\b|(?:publication|publish|posting)\s+date\b|update\b",
    re.IGNORECASE,
)
_BEHIND_LABEL = re.compile(rf"(?:\s+by\s+{NAME}(?:\s+{NAME}){{0,4}})?(?P<sign>\s*[:|]|\s+(?:on|at)\b)?[\s,(]*", re.I)
#: A page does this to itself alone; what is created, filed, issued or revised may be told of by the report.
_OF_PAGES = frozenset(("published", "posted", "updated", "modified", "uploaded"))
_ENDS = '.!?…:;|•·()[]"”’–—'
_BEFORE = 20  # as many characters before a label tell whether a sentence has ended there
_PERSON = rf"(?!(?:{WEEKDAY}|{MONTH})\s){NAME}(?:\s+{NAME}){{1,3}}"
_MORE = rf"(?:(?:\s*[,|/]\s*|\s+(?:and|of|the)\s+(?:the\s+)?|\s+){NAME}){{0,12}}"
_BYLINE = re.compile(rf"[Bb][Yy]:?\s+{_PERSON}{_MORE}\s*[,|•·–—-]*\s*")
_NAMES = re.compile(rf"{_PERSON}(?:\s+and\s+{_PERSON})?\s*[,|]\s*{NAME}(?:\s+{NAME}){{0,3}}\s*[,|•·–—-]*\s*\Z")
_LONGEST_NAMES = 90
_TRAILING = re.compile(r"\s*[)\]|]+")
_RUNS_ON = re.compile(r"\s*(?:,|[a-z])")
_LEADS_ON = re.compile(r"\b(?:on|at|in|of|by|since|until|till|from|for|to|before|after|between|and|or|the)\s*\Z", re.I)
_LONGEST_HEADLINE, _LONGEST_BYLINE = 200, 160


def stamps(pieces: Sequence[Piece]) -> tuple[Furniture, ...]:
    """Returns the stamps of time in the lines, and the bylines that stand right before them, in reading order.

    A stamp is a label with a moment ("Posted: Friday, March 5, 2032 7:39 AM"), or a full moment that is glued to a
    headline's end, a lead's beginning or a byline. What a sentence tells of a day ("Posted on Friday, the letter
    ...") is none.
    """
    return tuple(
        Furniture(span=Span(start=piece.span.start + start, end=piece.span.start + end), kind="byline")
        for piece in pieces
        for start, end in _in_line(piece.words)
    )


def cut(pieces: Sequence[Piece], stamped: Sequence[Furniture]) -> Iterator[Piece]:
    """Gives the lines without their stamps: what stands before one, between two and behind one is a line each."""
    starts = [one.span.start for one in stamped]
    for piece in pieces:
        first, last = bisect_left(starts, piece.span.start), bisect_left(starts, piece.span.end)
        yield from _parts(piece, [one.span for one in stamped[first:last]])


def _parts(piece: Piece, inside: Sequence[Span]) -> Iterator[Piece]:
    if not inside:
        yield piece
        return
    start = piece.span.start
    for end, after in [*((span.start, span.end) for span in inside), (piece.span.end, 0)]:
        words = piece.words[start - piece.span.start : end - piece.span.start]
        if bare := words.strip():
            at = start + words.index(bare[0])
            yield Piece(span=Span(start=at, end=at + len(bare)), words=bare)
        start = after


def _in_line(words: str) -> Iterator[tuple[int, int]]:
    end = 0
    for label in _LABEL.finditer(words):
        moment = _told_by(words, label)
        if moment is None or label.start() < end:
            continue
        yield _with_byline(words, end, label.start()), moment.end
        end = moment.end
    if not end and (bare := _bare(words)) is not None:
        yield bare


def _told_by(words: str, label: re.Match[str]) -> Moment | None:
    """The moment behind a label, None where the words are a sentence's own."""
    behind = _BEHIND_LABEL.match(words, label.end())
    moment = moment_at(words, behind.end()) if behind else None
    if behind is None or moment is None or not _begins(words, label.start()):
        return None
    moment = moment.to(_closed(words, moment.end))
    opens = _ended(words, label.start())
    signed = ":" in (behind["sign"] or "") or "|" in (behind["sign"] or "")
    if label[0].lower() == "update":
        told = opens and moment.clock and words[moment.end :].lstrip()[:1] in ("", ":", "-", "–", "—")
    elif signed:
        told = opens or label[0][0].isupper()
    else:
        told = _unsigned(words, label, moment, opens)
    return moment if told else None


def _unsigned(words: str, label: re.Match[str], moment: Moment, opens: bool) -> bool:
    """Whether a label without a colon is a stamp: in capitals, with an hour or a year, and no sentence goes on."""
    if not label[0][0].isupper() or _RUNS_ON.match(words, moment.end):
        return False
    if label["done"] is not None and label["done"].lower() not in _OF_PAGES:
        return False
    return bool(moment.clock or moment.year or moment.ago) if opens else bool(moment.day and moment.clock)


def _begins(words: str, start: int) -> bool:
    """Whether a word begins here; where a line break was lost, a capital behind a small letter does."""
    before = words[start - 1 : start]
    return not before.isalpha() or (before.islower() and words[start].isupper())


def _ended(words: str, start: int) -> bool:
    """Whether a line begins or a sentence has ended before `start`."""
    before = words[max(0, start - _BEFORE) : start].rstrip()
    return not before or before[-1] in _ENDS


def _closed(words: str, end: int) -> int:
    found = _TRAILING.match(words, end)
    return found.end() if found else end


def _with_byline(words: str, start: int, label: int) -> int:
    """Where the stamp begins, the byline right before it included."""
    before = words[start:label]
    bare = before.lstrip(" \t([|•·")
    byline = _BYLINE.fullmatch(bare[: _LONGEST_BYLINE + 1]) or (
        _NAMES.match(bare) if len(bare) <= _LONGEST_NAMES else None
    )
    if start == 0 and byline:
        return label - len(bare)
    return label - (len(before) - len(before.rstrip("([")))


def _bare(words: str) -> tuple[int, int] | None:
    """A day with its year and hour without a label: behind a byline, before a lead, or at the end of a headline."""
    byline = _BYLINE.match(words, 0, _LONGEST_BYLINE)
    while byline is not None:
        moment = moment_at(words, byline.end())
        if moment is not None and moment.day and (moment.clock or moment.year):
            return None if _RUNS_ON.match(words, moment.end) else (0, moment.end)
        shorter = byline.end() - 1
        byline = _BYLINE.match(words, 0, shorter) if shorter > 0 else None
    opening = moment_at(words, 0)
    if opening and opening.full and words[opening.end :].lstrip()[:1].isupper():
        return 0, opening.end
    return _at_end(words)


def _at_end(words: str) -> tuple[int, int] | None:
    if len(words) > _LONGEST_HEADLINE or not words[-1].isalnum():
        return None
    for space in re.finditer(r"\s(?=[A-Z\d])", words):
        moment = moment_at(words, space.end())
        if moment and moment.full and moment.end == len(words):
            return None if _LEADS_ON.search(words, 0, space.start()) else (space.end(), moment.end)
    return None
