"""Which reader reads what: by the ending of a name, else by how the content begins."""

from __future__ import annotations

from pathlib import PurePath

from crosswire.read.archive import read_wacz, read_warc
from crosswire.read.feed import read_feed
from crosswire.read.found import Reader
from crosswire.read.lines import read_lines
from crosswire.read.naming import COMPRESSED
from crosswire.read.page import read_page
from crosswire.read.plain import read_plain

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_lines,
    ".warc": read_warc,
    ".wacz": read_wacz,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
}
MEDIA: dict[str, Reader] = {
    "text/html": read_page,
    "application/xhtml+xml": read_page,
    "text/plain": read_plain,
    "text/markdown": read_plain,
    "application/rss+xml": read_feed,
    "application/atom+xml": read_feed,
    "application/rdf+xml": read_feed,
    "application/xml": read_feed,
    "text/xml": read_feed,
    "application/jsonl": read_lines,
    "application/x-ndjson": read_lines,
}
FEEDS = (b"<rss", b"<feed", b"<rdf:rdf")
PAGES = (b"<!doctype html", b"<html", b"<head", b"<body")


def by_ending(name: str) -> Reader | None:
    """Returns the reader for a file of this name, a `.gz` behind the ending passed over; None for other endings."""
    path = PurePath(name)
    ending = PurePath(path.stem).suffix if path.suffix.lower() == COMPRESSED else path.suffix
    return READERS.get(ending.lower())


def by_content(start: bytes) -> Reader:
    """Returns the reader for content that begins like this: what is nothing else is read as plain text."""
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:2048].lower()
    if head.startswith(b"{"):
        return read_lines
    if head.startswith(b"<?xml") or head.startswith(FEEDS):
        return read_feed if any(tag in head for tag in FEEDS) else read_page
    return read_page if head.startswith(PAGES) or (head.startswith(b"<!--") and b"<html" in head) else read_plain
