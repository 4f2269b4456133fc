"""Plain text and Markdown: one report a file, its stored text the decoded file, unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from crosswire.model import Report, Unread
from crosswire.read.decoding import decode
from crosswire.read.found import Found, Source, whole
from crosswire.read.told import told_date


def read_plain(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the one report of a text: every line end and space as it stands, so that offsets fit the file on disk."""
    text = decode(whole(stream, source), source.name, source.charset)
    yield Found(report=Report(id=source.id, text=text, published=told_date(text), url=source.url))
