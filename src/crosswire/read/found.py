"""What a reader gives, before it has an id of its own, and the limits that every reader keeps to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Report, Struct, Unread

LARGEST = 50_000_000
"""The largest single report, in bytes as they are decoded."""

LARGEST_DATA = 200_000_000
"""The largest file of many reports that is held as a whole: a JSON list, a table."""

READ = (
    ".txt, .md, .html, .htm, .mhtml, .pdf, .docx, .odt, .rtf, .eml, .json, .jsonl, .csv, .tsv, .xml, .rss, .atom, "
    ".warc, .wacz, .zip, and .gz behind any of them"
)
"""The endings that are read, as messages name them."""

KINDS = "plain text, Markdown, HTML, MHTML, PDF, DOCX, ODT, RTF, EML, JSON, CSV, RSS, Atom, NewsML-G2, WARC, WACZ, ZIP"
"""The kinds of content that are read, as messages name them."""


class Whence(Struct, frozen=True):
    """Where a report's title, outlet and day were found, in words for the user; None for what was not found.

    `archive` is the file of an archive that it stands in, with the archive's own hash of it, where that was checked.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    archive: str | None = None


class Source(Struct, frozen=True):
    """Where bytes come from: the name the user knows it by, the id wanted for it, its address and the charset told.

    `fields` are the names that the user gave for the fields of data files: our word → theirs. `depth` is the number of
    archives that it lies in.
    """

    name: str
    id: str
    url: str | None = None
    charset: str | None = None
    fields: Mapping[str, str] = {}
    depth: int = 0


class Found(Struct, frozen=True):
    """A report as its source tells it; `place` says where inside the source it stands ("line 12"), where needed."""

    report: Report
    place: str | None = None
    whence: Whence = Whence()


Reader = Callable[[BinaryIO, Source], Iterator[Found | Unread]]


def whole(stream: BinaryIO, source: Source, largest: int = LARGEST) -> bytes:
    """Returns all bytes of `stream`. Raises ReadError when there are more than `largest`."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(min(1 << 20, largest + 1 - size)):
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            raise ReadError(source.name, f"larger than {largest // 1_000_000} MB")
    return b"".join(pieces)


def not_usable(source: Source, why: str, place: str | None = None) -> Unread:
    """Returns the note that something of `source` could not be used, with its place in front."""
    return Unread(name=source.name, why=f"{place}: {why}" if place else why)


def set_aside(source: Source, why: str, place: str | None = None) -> Unread:
    """Returns the note that something of `source` is no report."""
    return msgspec.structs.replace(not_usable(source, why, place), kind="aside")


def read_partly(source: Source, why: str, place: str | None = None) -> Unread:
    """Returns the note that a report of `source` was read, but not all that it tells."""
    return msgspec.structs.replace(not_usable(source, why, place), kind="partly")
