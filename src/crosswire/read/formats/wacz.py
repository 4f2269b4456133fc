"""WACZ: the WARC archives inside it, of the pages on its list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import BinaryIO
from zipfile import ZipFile

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.formats.warc import read_warc
from crosswire.read.found import Found, Source, read_partly
from crosswire.read.guard import DAMAGED, guarded
from crosswire.read.naming import tidy
from crosswire.read.packed import checked, member, opened, sought
from crosswire.read.unpack import read_unpacked
from crosswire.read.wacz_hashes import DIGEST, PACKAGE, Hashes, Measured, hasher, hashes

LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
LARGEST_LIST = 20_000_000
ARCHIVES = (".warc", ".warc.gz")


def read_wacz(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the reports of the archives inside a WACZ file: of the pages on its list, where it has one.

    Files that are not as the archive's own hashes tell are named first, and read all the same; a report tells whether
    the hash of the archive it comes from was checked.
    """
    stream, size = sought(stream, source)
    with opened(stream, source) as packed:
        archives = [i for i in checked(packed, size, source) if i.filename.lower().endswith(ARCHIVES)]
        if not archives:
            raise ReadError(source.name, "no WARC archive inside it")
        reader = partial(read_warc, listed=_pages(packed, source))
        own = _hashes(packed, [info.filename for info in archives], source)
        for path, why in own.wrong:
            yield read_partly(source, why, tidy(path))
        for info in archives:
            place = tidy(info.filename) if len(archives) > 1 else None
            with member(packed, info, source) as plain:
                read = partial(reader, plain, source)
                if info.filename.lower().endswith(".gz"):
                    read = partial(read_unpacked, reader, plain, source)
                for item in guarded(read, source, place):
                    yield _recorded(item, info.filename, own.right.get(info.filename))


def _recorded(item: Found | Unread, name: str, told: str | None) -> Found | Unread:
    """Returns a report with the hash that was checked of the archive that it stands in, where one was."""
    if isinstance(item, Unread) or told is None:
        return item
    whence = msgspec.structs.replace(item.whence, archive=f"{tidy(name)}, {told}, as the archive tells")
    return msgspec.structs.replace(item, whence=whence)


def _hashes(packed: ZipFile, archives: Iterable[str], source: Source) -> Hashes:
    """Returns what comes of the archive's own hashes; nothing where it tells none."""
    names = frozenset(packed.namelist())

    def measure(path: str, kind: str) -> Measured | None:
        if path not in names:
            return None
        made, size = hasher(kind), 0
        try:
            with member(packed, path, source) as plain:
                while piece := plain.read(1 << 20):
                    made.update(piece)
                    size += len(piece)
        except (*DAMAGED, ReadError):  # it cannot be read to its end: not the bytes that were hashed
            return Measured(hash="", bytes=size)
        return Measured(hash=made.hexdigest(), bytes=size)

    if PACKAGE not in names or packed.getinfo(PACKAGE).file_size > LARGEST_LIST:
        return Hashes()
    digest = None
    if DIGEST in names and packed.getinfo(DIGEST).file_size <= LARGEST_LIST:
        digest = member(packed, DIGEST, source).read()
    return hashes(member(packed, PACKAGE, source).read(), digest, archives, measure)


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
