"""Which reader reads what: by the ending of a name, else by how the content begins."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO, cast

import msgspec

from crosswire.model import Unread
from crosswire.read.formats.data import read_data
from crosswire.read.formats.docx import read_docx
from crosswire.read.formats.feed import read_feed
from crosswire.read.formats.lines import read_lines
from crosswire.read.formats.mail import read_mail, read_saved
from crosswire.read.formats.newsml import FEEDS, TRADE, read_xml, root_of
from crosswire.read.formats.odt import read_odt
from crosswire.read.formats.page import read_page
from crosswire.read.formats.pdf import read_pdf
from crosswire.read.formats.plain import read_plain
from crosswire.read.formats.rtf import read_rtf
from crosswire.read.formats.table import read_table
from crosswire.read.formats.wacz import read_wacz
from crosswire.read.formats.warc import read_warc
from crosswire.read.formats.zipped import read_zip
from crosswire.read.found import Found, Reader, Source
from crosswire.read.naming import COMPRESSED
from crosswire.read.unpack import read_unpacked

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".mhtml": read_saved,
    ".mht": read_saved,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".odt": read_odt,
    ".rtf": read_rtf,
    ".eml": read_mail,
    ".json": read_data,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".csv": read_table,
    ".tsv": read_table,
    ".xml": read_xml,
    ".rss": read_feed,
    ".atom": read_feed,
    ".warc": read_warc,
    ".wacz": read_wacz,
    ".zip": read_zip,
}
MEDIA: dict[str, Reader] = {
    "text/html": read_page,
    "application/xhtml+xml": read_page,
    "text/plain": read_plain,
    "text/markdown": read_plain,
    "multipart/related": read_saved,
    "message/rfc822": read_mail,
    "application/pdf": read_pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": read_docx,
    "application/vnd.oasis.opendocument.text": read_odt,
    "application/rtf": read_rtf,
    "text/rtf": read_rtf,
    "text/csv": read_table,
    "text/tab-separated-values": read_table,
    "application/rss+xml": read_feed,
    "application/atom+xml": read_feed,
    "application/rdf+xml": read_feed,
    "application/xml": read_xml,
    "text/xml": read_xml,
    "application/json": read_data,
    "application/feed+json": read_data,
    "application/jsonl": read_lines,
    "application/x-ndjson": read_lines,
    "application/zip": read_zip,
}
GZIP = b"\x1f\x8b"
PAGES = (b"<!doctype html", b"<html", b"<head", b"<body")
PEEK = 4096
"""Bytes from the beginning that tell what a file is."""

_MAIL = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2}")
_MAIL_NAMES = re.compile(rb"^(?:from|date|subject|mime-version|message-id|received|return-path):", re.I | re.M)


def by_ending(name: str) -> Reader | None:
    """Returns the reader for a file of this name, a `.gz` behind the ending passed over; None for other endings."""
    path = PurePath(name)
    ending = PurePath(path.stem).suffix if path.suffix.lower() == COMPRESSED else path.suffix
    return READERS.get(ending.lower())


def by_content(start: bytes) -> Reader:
    """Returns the reader for content that begins like this: what is nothing else is read as plain text."""
    for mark, reader in ((b"%PDF-", read_pdf), (b"PK\x03\x04", read_zip), (b"{\\rtf", read_rtf), (b"WARC/", read_warc)):
        if start.lstrip().startswith(mark):
            return reader
    if start.startswith(GZIP):
        return read_gzip
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:2048].lower()
    if head.startswith(b"{"):
        return read_lines if b"\n" in head and head.split(b"\n", 1)[0].rstrip().endswith(b"}") else read_data
    if head.startswith(b"["):
        return read_data
    if head.startswith(b"<"):
        return _of_markup(start, head)
    if _MAIL.match(start) and len(_MAIL_NAMES.findall(start[:PEEK])) >= 2:
        return read_saved if b"multipart/related" in head else read_mail
    return read_plain


def read_gzip(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives what a gzip archive holds, by how that begins."""
    inside = msgspec.structs.replace(source, depth=source.depth + 1)
    yield from read_unpacked(read_by_content, stream, inside)


def read_by_content(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives what a stream holds, by how it begins."""
    ahead: Any = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(Any, stream))
    reader = by_content(ahead.peek(PEEK)[:PEEK])
    yield from (read_plain if reader is read_gzip and source.depth else reader)(ahead, source)


def _of_markup(start: bytes, head: bytes) -> Reader:
    root = root_of(start)
    if root in FEEDS:
        return read_feed
    if root in TRADE:
        return read_xml
    if head.startswith((b"<?xml", *PAGES)) or (head.startswith(b"<!--") and b"<html" in head):
        return read_page
    return read_plain
