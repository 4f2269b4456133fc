"""clean: a report → the stretches of it that are page furniture. Marked, never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosswire.clean.controls import has_no_words, is_controls
from crosswire.clean.inline import credit_at_end, datelines, inside
from crosswire.clean.lists import listed
from crosswire.clean.paragraphs import Piece, marks, pieces
from crosswire.clean.phrases import kind_of
from crosswire.clean.posts import posts
from crosswire.clean.stamps import cut, stamps
from crosswire.clean.titles import repeats, site_names
from crosswire.model import Furniture, FurnitureKind, Report

__all__ = ["furniture"]

#: A sentence behind a stamp is the report's own from so many characters.
LEAD = 40


def furniture(report: Report) -> tuple[Furniture, ...]:
    """Marks what a page adds around a report: buttons, bylines, datelines, captions, links to other stories, notices.

    The first line that tells the title is the report's own; where the title stands again it is furniture.

    Args:
        report: any report; the rules are those of English pages.

    Returns:
        The marked stretches in reading order, not overlapping, without space around them.
    """
    whole = pieces(report.text)
    stamped = tuple(_stamped(whole))
    lines = tuple(cut(whole, stamped))
    found = [*stamped]
    found += [Furniture(span=span, kind="navigation") for span in marks(report.text)]
    for cut_or_not in (lines, whole) if stamped else (lines,):
        found += repeats(cut_or_not, report.title)
    found += site_names(lines)
    found += datelines(lines)
    found += listed(lines)
    for index, line in enumerate(lines):
        found += _of_line(line, len(lines) - index - 1)
    return tuple(_apart([*found, *posts(report.text, lines, found)]))


def _stamped(lines: tuple[Piece, ...]) -> Iterator[Furniture]:
    """Gives the stamps in lines that are not furniture as a whole, or that go on with a lead."""
    for index, line in enumerate(lines):
        found = stamps([line])
        if found and (_goes_on(line, found[-1]) or _whole(line, len(lines) - index - 1) is None):
            yield from found


def _goes_on(line: Piece, stamp: Furniture) -> bool:
    after = line.words[stamp.span.end - line.span.start :].strip()
    return len(after) >= LEAD and after[-1] in '.!?"”'


def _whole(line: Piece, from_end: int) -> FurnitureKind | None:
    return kind_of(line.words[: credit_at_end(line.words)].strip() or line.words, from_end)


def _of_line(line: Piece, from_end: int) -> Iterator[Furniture]:
    """Gives the line itself where it is furniture as a whole, else what stands in it in brackets."""
    if (kind := _whole(line, from_end)) is not None:
        yield Furniture(span=line.span, kind=kind)
    elif has_no_words(line.words) or is_controls(line.words):
        yield Furniture(span=line.span, kind="navigation")
    else:
        yield from inside(line)


def _apart(found: Iterable[Furniture]) -> Iterator[Furniture]:
    """Gives the stretches in reading order, the longer of two that start together, none inside or over another."""
    end = 0
    for piece in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if piece.span.start >= end:
            yield piece
            end = piece.span.end
