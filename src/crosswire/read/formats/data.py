"""JSON: a list of reports, an object that holds such a list, one report, or lines of JSON."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from crosswire.errors import NoReportError, ReadError
from crosswire.model import Unread
from crosswire.read.decoding import decode
from crosswire.read.fields import ALLOWED, known, row_report
from crosswire.read.formats.lines import read_lines
from crosswire.read.found import LARGEST_DATA, Found, Source, set_aside, whole

LISTS = (
    "articles",
    "items",
    "results",
    "posts",
    "reports",
    "documents",
    "docs",
    "stories",
    "entries",
    "data",
    "hits",
    "news",
)
"""Names under which an object holds a list of reports, the likeliest first."""

OWN = "crosswire."


def read_data(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the reports of a JSON file in its order; what is no report is named by its number, and the rest goes on."""
    data = whole(stream, source, LARGEST_DATA)
    text = decode(data, source.name, source.charset)
    if not text.strip():
        raise ReadError(source.name, "empty file" if not text else "nothing but white space in the file")
    try:
        told = msgspec.json.decode(text)
    except RecursionError:
        raise ReadError(source.name, "not JSON of a report: nested too deeply") from None
    except msgspec.DecodeError as error:
        if "\n" in text.strip() and text.lstrip().startswith("{"):
            yield from read_lines(io.BytesIO(data), source)
            return
        why = f"not JSON: {str(error).removeprefix('JSON is malformed: ')}"
        raise ReadError(source.name, why, "a list of reports, or one report") from None
    if isinstance(told, dict) and str(told.get("format", "")).startswith(OWN):
        raise NoReportError(source.name, "a ledger that crosswire wrote, not a report")
    rows, feed = _rows(told, source)
    if not any(isinstance(row, dict) and "text" in known(_ninjs(row), source.fields) for row in rows):
        yield set_aside(source, f"no report in it: nothing that is called text, body, content ...; {ALLOWED}")
        return
    for number, row in enumerate(rows, 1):
        for item in row_report(_ninjs(row), source, f"item {number}"):
            yield _of_feed(item, feed) if isinstance(item, Found) else item


def _rows(told: Any, source: Source) -> tuple[list[Any], str | None]:
    """Returns the rows of a file, and the title of the feed that they are in, where it has one."""
    if isinstance(told, list):
        return told, None
    if not isinstance(told, dict):
        raise ReadError(source.name, "neither a list nor an object", "a list of reports, or one report")
    if "text" not in known(told, source.fields) or any(
        isinstance(told.get(name), list) for name in ("articles", "items")
    ):
        for name in LISTS:
            inner = told.get(name)
            if isinstance(inner, dict):  # a search engine's answer holds hits in hits
                inner = inner.get(name)
            if isinstance(inner, list) and inner:
                title = told.get("title")
                rows = [row.get("_source", row) if isinstance(row, dict) else row for row in inner]
                return rows, title if isinstance(title, str) else None
    return [told], None


def _ninjs(row: Any) -> Any:
    """Returns an item of the ninjs standard with its headline and body where every row has them."""
    if not isinstance(row, dict):
        return row
    for name, word, wanted in (("headlines", "headline", "main"), ("bodies", "body_text", "text/plain")):
        told = row.get(name)
        if isinstance(told, list) and word not in row:
            parts = [part for part in told if isinstance(part, dict) and isinstance(part.get("value"), str)]
            if parts:
                best = next((p for p in parts if wanted in (p.get("role"), p.get("contentType"))), parts[0])
                row = {**row, word: best["value"]}
    return row


def _of_feed(item: Found, feed: str | None) -> Found:
    if feed is None or (item.report.outlet and item.whence.outlet != "the host of its address"):
        return item
    report = msgspec.structs.replace(item.report, outlet=feed)
    return msgspec.structs.replace(item, report=report, whence=msgspec.structs.replace(item.whence, outlet="the feed"))
