"""JSON lines: one report a line, with `id` and `text` and what else is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from crosswire.model import Report, Unread
from crosswire.read.found import LARGEST, Found, Source, not_usable
from crosswire.read.published import published_iso

ALLOWED = 'allowed: "id" and "text", and optionally "title", "outlet", "published", "url", "language"'
OPTIONAL = ("title", "outlet", "published", "url", "language")
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
        return
    except RecursionError:
        yield not_usable(source, f"not JSON of a report: nested too deeply; {ALLOWED}", place)
        return
    if (why := _refusal(row)) is not None:
        yield not_usable(source, f"{why}; {ALLOWED}", place)
        return
    told: dict[str, str] = {key: value for key in OPTIONAL if (value := row.get(key))}
    if "published" in told:
        day = published_iso(told.pop("published"))
        if day is None:
            yield not_usable(
                source, f'"published" is not a date: {row["published"]!r}; the report is read without it', place
            )
        else:
            told["published"] = day
    yield Found(report=Report(id=str(row["id"]), text=row["text"], **told), place=place)


def _refusal(row: Any) -> str | None:
    """Says why a decoded line holds no report; None when it does."""
    if not isinstance(row, dict):
        return "not an object"
    for key in ("id", "text"):
        if row.get(key) is None:
            return f'no "{key}"'
    if not isinstance(row["id"], str | int) or isinstance(row["id"], bool):
        return '"id" is not a string'
    wrong = next((k for k in ("text", *OPTIONAL) if row.get(k) is not None and not isinstance(row[k], str)), None)
    return f'"{wrong}" is not a string' if wrong else None
