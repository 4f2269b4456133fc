"""A printed page in two columns → its lines in reading order, from a layout in which words stand where they are set."""

from __future__ import annotations

from collections.abc import Iterator

FEWEST = 6
"""Lines that have to keep a gutter free for it to be one."""

CLEAR = 0.5
"""Of the page's lines, the share that must stand on both sides of the gutter."""

CROSSED = 0.25
"""The share that may run across it, such as headlines."""

PROSE = 3.5
"""Words that a line of a column has on average; a table has fewer."""

MARGIN = 15
WIDEST = 400


def in_columns(layout: str) -> str | None:
    """Returns the lines of a page of two columns, the left before the right; None for a page that has no columns.

    A line across both columns, such as a headline, parts what stands above it from what stands below.
    """
    lines = [line.rstrip()[:WIDEST] for line in layout.split("\n")]
    gutter = _gutter([line for line in lines if line.strip()])
    return None if gutter is None else "\n".join(_read(lines, gutter))


def _gutter(lines: list[str]) -> int | None:
    """Returns where two blanks stand in most lines, words on both sides; None where these are no columns of prose."""
    if len(lines) < FEWEST:
        return None
    found: tuple[int, int] = (0, 0)
    for at in range(MARGIN, max(map(len, lines)) - MARGIN):
        sides = [line for line in lines if line[at : at + 2] == "  " and line[:at].strip() and line[at:].strip()]
        if len(sides) > found[0]:
            found = (len(sides), at)
    count, at = found
    crossed = sum(len(line) > at + 1 and line[at : at + 2] != "  " for line in lines)
    if count < max(FEWEST, CLEAR * len(lines)) or crossed > CROSSED * len(lines):
        return None
    both = [line for line in lines if line[at : at + 2] == "  " and line[at:].strip()]
    fewer = min(sum(len(line[part].split()) for line in both) for part in (slice(0, at), slice(at, None)))
    return at if fewer >= PROSE * len(both) else None


def _read(lines: list[str], gutter: int) -> Iterator[str]:
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        if len(line) > gutter + 1 and line[gutter : gutter + 2] != "  ":
            yield from (*_filled(left), *_filled(right), line)
            left, right = [], []
        else:
            left.append(line[:gutter])
            right.append(line[gutter:])
    yield from (*_filled(left), *_filled(right))


def _filled(column: list[str]) -> list[str]:
    """Returns a column without the empty lines above and below: a sentence may go on in the next."""
    places = [at for at, line in enumerate(column) if line.strip()]
    return column[places[0] : places[-1] + 1] if places else [""]
