"""Plain text and Markdown: one report a file, its stored text the decoded file, unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from crosswire.errors import NoReportError
from crosswire.model import Report, Unread
from crosswire.read.decoding import decode
from crosswire.read.found import Found, Source, Whence, whole
from crosswire.read.told import told_date

OWN = re.compile(r"^## 1 Read: \d+ reports?, \d+ origins?$", re.MULTILINE)
"""The first part of the brief that crosswire itself writes as Markdown."""

HEAD = 2_000


def read_plain(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the one report of a text: every line end and space as it stands, so that offsets fit the file on disk."""
    text = decode(whole(stream, source), source.name, source.charset)
    if OWN.search(text[:HEAD]):
        raise NoReportError(source.name, "a brief that crosswire wrote, not a report")
    yield of_text(text, source)


def of_text(text: str, source: Source, title: str | None = None) -> Found:
    """Returns a report of a text that tells its day, if at all, in a line at its head."""
    day = told_date(text)
    report = Report(id=source.id, text=text, title=title or None, published=day, url=source.url)
    return Found(
        report=report,
        whence=Whence(
            title="the document's properties" if title else None,
            published="a line at the head of the text" if day else None,
        ),
    )
