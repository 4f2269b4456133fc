"""WACZ: the WARC archives inside it, of the pages on its list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import BinaryIO
from zipfile import ZipFile

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.formats.warc import read_warc
from crosswire.read.found import Found, Source
from crosswire.read.guard import guarded
from crosswire.read.naming import tidy
from crosswire.read.packed import checked, member, opened, sought
from crosswire.read.unpack import read_unpacked

LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
LARGEST_LIST = 20_000_000
ARCHIVES = (".warc", ".warc.gz")


def read_wacz(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the reports of the archives inside a WACZ file: of the pages on its list, where it has one."""
    stream, size = sought(stream, source)
    with opened(stream, source) as packed:
        archives = [i for i in checked(packed, size, source) if i.filename.lower().endswith(ARCHIVES)]
        if not archives:
            raise ReadError(source.name, "no WARC archive inside it")
        reader = partial(read_warc, listed=_pages(packed, source))
        for info in archives:
            place = tidy(info.filename) if len(archives) > 1 else None
            with member(packed, info, source) as plain:
                if info.filename.lower().endswith(".gz"):
                    yield from guarded(partial(read_unpacked, reader, plain, source), source, place)
                else:
                    yield from guarded(partial(reader, plain, source), source, place)


def _pages(packed: ZipFile, source: Source) -> frozenset[str] | None:
    """Returns the addresses on the lists of pages; None when there is no such list or it is empty."""
    urls: set[str] = set()
    for name in LISTS:
        if name not in packed.namelist() or packed.getinfo(name).file_size > LARGEST_LIST:
            continue
        for line in member(packed, name, source).read().splitlines():
            try:
                row = msgspec.json.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                continue
            if isinstance(row, dict) and isinstance(row.get("url"), str):
                urls.add(row["url"])
    return frozenset(urls) or None
