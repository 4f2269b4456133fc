"""What a reader gives, before it has an id of its own, and the limits that every reader keeps to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from crosswire.errors import ReadError
from crosswire.model import Report, Struct, Unread

LARGEST = 50_000_000
"""The largest single report, in bytes as they are decoded."""

READ = ".txt, .md, .html, .htm, .jsonl, .warc, .wacz, .xml, .rss, .atom, .jsonl.gz, .warc.gz"
"""The endings that are read, as messages name them."""

KINDS = "plain text, Markdown, HTML, JSON lines, WARC, WACZ, RSS, Atom"
"""The kinds of content that are read, as messages name them."""


class Source(Struct, frozen=True):
    """Where bytes come from: the name the user knows it by, the id wanted for it, its address and the charset told."""

    name: str
    id: str
    url: str | None = None
    charset: str | None = None


class Found(Struct, frozen=True):
    """A report as its source tells it; `place` says where inside the source it stands ("line 12"), where needed."""

    report: Report
    place: str | None = None


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
