"""RSS and Atom: one report an entry, by feedparser."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from crosswire.errors import ReadError
from crosswire.model import Report, Unread
from crosswire.read.found import Found, Source, Whence, not_usable, whole
from crosswire.read.markup import text_of
from crosswire.read.naming import id_of_address, tidy

LARGEST_FEED = 20_000_000


def read_feed(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives a report for each entry in the feed's order: its content, or its summary if there is nothing else."""
    import feedparser

    told = feedparser.parse(io.BytesIO(whole(stream, source, LARGEST_FEED)), sanitize_html=False)
    if not told.get("version"):
        raise ReadError(source.name, "neither RSS nor Atom")
    if not told.entries:
        raise ReadError(source.name, "the feed has no entries")
    outlet = text_of(told.feed.get("title") or "") or None
    for number, entry in enumerate(told.entries, 1):
        yield _entry(entry, outlet, number, source)


def _entry(entry: Any, outlet: str | None, number: int, source: Source) -> Found | Unread:
    place = f"entry {number}"
    text = words_of(entry)
    if not text:
        return not_usable(source, "no text in it", place)
    title, link = text_of(entry.get("title") or "") or None, entry.get("link") or None
    wanted = id_of_address(link) if link else tidy(title or f"{source.id}-{number}")[:80]
    day = published_of(entry)
    report = Report(id=wanted, text=text, title=title, outlet=outlet, published=day, url=link)
    whence = Whence(
        title="the feed's entry" if title else None,
        outlet="the feed's title" if outlet else None,
        published="the feed's entry" if day else None,
    )
    return Found(report=report, place=place, whence=whence)


def words_of(entry: Any) -> str:
    """Returns what an entry of feedparser tells: its content, or its summary if there is nothing else."""
    bodies = [text_of(content.get("value") or "") for content in entry.get("content") or ()]
    return max(bodies, key=len, default="") or text_of(entry.get("summary") or "")


def published_of(entry: Any) -> str | None:
    """Returns when an entry of feedparser was published, in ISO 8601; None where it does not tell."""
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if not parsed:
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat()
    except (ValueError, TypeError, OverflowError, OSError):
        return None
