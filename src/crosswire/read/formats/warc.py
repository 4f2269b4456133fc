"""WARC: one report for each archived page; everything else in the archive is counted and named."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.coding import decoded, joined
from crosswire.read.formats.page import LARGEST_PAGE, read_page
from crosswire.read.formats.pdf import read_pdf
from crosswire.read.formats.plain import read_plain
from crosswire.read.formats.tape import Record, records
from crosswire.read.found import Found, Reader, Source, not_usable, read_partly, set_aside
from crosswire.read.guard import guarded
from crosswire.read.naming import id_of_address, tidy

TYPES: dict[str, Reader] = {
    "text/html": read_page,
    "application/xhtml+xml": read_page,
    "text/plain": read_plain,
    "application/pdf": read_pdf,
}
BEGINS_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
ABOUT = ("warcinfo", "request", "metadata", "continuation")
"""Kinds of record that tell of the crawl and hold nothing that was published."""


def read_warc(stream: BinaryIO, source: Source, listed: frozenset[str] | None = None) -> Iterator[Found | Unread]:
    """Gives a report for each page that was answered with 200, in the archive's order, and names what else is in it.

    Args:
        listed: the addresses of the pages wanted, where they are known.

    Raises:
        ReadError: it is no WARC archive, or there is no page in it.
    """
    passed: dict[str, list[str]] = {}
    seen = False
    for record in records(stream, source.name, LARGEST_PAGE):
        if isinstance(record, str):
            yield not_usable(source, record)
            continue
        if record.kind in ABOUT:
            continue
        seen = True
        url = record.headers.get("warc-target-uri", "").strip("<>")
        if (why := _no_page(record, url, listed)) is not None:
            passed.setdefault(why, []).append(url)
            continue
        yield from _page(record, url, source)
    for why, urls in passed.items():
        several = f"{len(urls)} records" if len(urls) > 1 else "1 record"
        yield set_aside(source, f"{several} passed over: {why}; the first is {tidy(urls[0]) or 'without an address'}")
    if not seen:
        raise ReadError(source.name, "no archived page in it")


def _no_page(record: Record, url: str, listed: frozenset[str] | None) -> str | None:
    """Says why a record is passed over; None for a page."""
    if record.kind == "revisit":
        return "revisit: the page is as at an earlier crawl, and is not in this record"
    if record.kind not in ("response", "resource", "conversion"):
        return f"a record of the kind {tidy(record.kind)[:40]}"
    if record.kind == "response" and record.status is None:
        return "no HTTP answer in it"
    if record.status is not None and record.status != 200:
        return f"answers {record.status}" + (" (not changed since an earlier crawl)" if record.status == 304 else "")
    if listed is not None and url not in listed:
        return "not on the archive's list of pages"
    media = _media(record)
    return None if media in TYPES else f"no page but {tidy(media)[:60] or 'of no kind told'}"


def _media(record: Record) -> str:
    told = (record.http or record.headers).get("content-type", "").partition(";")[0].strip().lower()
    return told or ("text/html" if BEGINS_PAGE.match(record.body[:1024]) else "")


def _page(record: Record, url: str, source: Source) -> Iterator[Found | Unread]:
    place = tidy(url) or "a page without an address"
    inside = msgspec.structs.replace(source, id=id_of_address(url), url=url or None, charset=record.charset)
    try:
        body, complete = _body(record, source.name)
    except ReadError as error:
        yield not_usable(source, error.why, place)
        return
    if len(body) > LARGEST_PAGE:
        yield not_usable(source, f"larger than {LARGEST_PAGE // 1_000_000} MB", place)
        return
    if (cut := record.headers.get("warc-truncated")) is not None:
        yield read_partly(source, f"cut by the crawler ({tidy(cut)[:40]}); read as far as it goes", place)
    elif not (complete and record.whole):
        yield read_partly(source, "cut short in the archive; read as far as it goes", place)
    for item in guarded(partial(TYPES[_media(record)], io.BytesIO(body), inside), inside):
        if isinstance(item, Found):
            yield msgspec.structs.replace(item, place=place)
        else:
            yield msgspec.structs.replace(item, name=source.name, why=f"{place}: {item.why}")


def _body(record: Record, name: str) -> tuple[bytes, bool]:
    """Returns a record's body with its codings undone, and whether all its chunks are there."""
    http = record.http or {}
    body, complete = record.body, True
    if "chunked" in http.get("transfer-encoding", "").lower():
        body, complete = joined(body)
    return decoded(body, http.get("content-encoding", ""), LARGEST_PAGE, name), complete
