"""JSON lines: one report a line, its fields by the names people use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from crosswire.model import Unread
from crosswire.read.fields import ALLOWED, row_report
from crosswire.read.found import LARGEST, Found, Source, not_usable

PATIENCE = 20
"""So many bad lines with no good one before them, and the file is taken not to be JSON lines."""


def read_lines(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the report of each line in order; a bad line is named by its number, and the rest goes on."""
    items = _items(stream, source)
    bad: list[Unread] = []
    for item in items:
        if isinstance(item, Found):
            yield from bad
            yield item
            yield from items
            return
        bad.append(item)
        if len(bad) >= PATIENCE:
            yield not_usable(source, f"no usable line among the first {PATIENCE}; {bad[0].why}")
            return
    yield from bad or [not_usable(source, "empty file")]


def _items(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    for number, line in enumerate(iter(lambda: stream.readline(LARGEST + 1), b""), 1):
        place = f"line {number}"
        if len(line) > LARGEST:
            yield not_usable(source, f"longer than {LARGEST // 1_000_000} MB; from here on nothing was read", place)
            return
        if line.strip():
            yield from _line(line.removeprefix(b"\xef\xbb\xbf"), source, place)


def _line(line: bytes, source: Source, place: str) -> Iterator[Found | Unread]:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield not_usable(source, f"not JSON: {str(error).removeprefix('JSON is malformed: ')}; {ALLOWED}", place)
    except RecursionError:
        yield not_usable(source, f"not JSON of a report: nested too deeply; {ALLOWED}", place)
    else:
        yield from row_report(row, source, place)
