"""clean: a report → the stretches of it that are page furniture. Marked, never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosswire.clean.controls import has_no_words, is_controls
from crosswire.clean.inline import credit_at_end, datelines, inside
from crosswire.clean.lists import listed
from crosswire.clean.paragraphs import Piece, marks, pieces
from crosswire.clean.phrases import kind_of
from crosswire.clean.posts import posts
from crosswire.clean.titles import repeats, site_names
from crosswire.model import Furniture, Report

__all__ = ["furniture"]


def furniture(report: Report) -> tuple[Furniture, ...]:
    """Marks what a page adds around a report: buttons, bylines, datelines, captions, links to other stories, notices.

    The first line that tells the title is the report's own; where the title stands again it is furniture.

    Args:
        report: any report; the rules are those of English pages.

    Returns:
        The marked stretches in reading order, not overlapping, without space around them.
    """
    lines = pieces(report.text)
    found = [Furniture(span=span, kind="navigation") for span in marks(report.text)]
    found += repeats(lines, report.title)
    found += site_names(lines)
    found += datelines(lines)
    found += listed(lines)
    for index, line in enumerate(lines):
        found += _of_line(line, len(lines) - index - 1)
    return tuple(_apart([*found, *posts(report.text, lines, found)]))


def _of_line(line: Piece, from_end: int) -> Iterator[Furniture]:
    """Gives the line itself where it is furniture as a whole, else what stands in it in brackets."""
    if (kind := kind_of(line.words[: credit_at_end(line.words)].strip() or line.words, from_end)) is not None:
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
