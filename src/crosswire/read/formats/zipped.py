"""ZIP: each file in it by its own ending; and which reader a ZIP archive with another ending needs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.formats.docx import read_docx
from crosswire.read.formats.odt import read_odt
from crosswire.read.formats.wacz import read_wacz
from crosswire.read.found import Found, Reader, Source, not_usable, set_aside
from crosswire.read.guard import guarded
from crosswire.read.naming import COMPRESSED, stem, tidy
from crosswire.read.packed import checked, member, opened, sought
from crosswire.read.setaside import EMPTY, why_set_aside
from crosswire.read.unpack import read_unpacked

DEEPEST = 2
"""Archives that may lie in one another."""


def read_zip(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the reports of every file in a ZIP archive, in the order of their names; others are named."""
    if source.depth >= DEEPEST:
        raise ReadError(source.name, f"an archive in {DEEPEST} others is not opened")
    stream, size = sought(stream, source)
    with opened(stream, source) as packed:
        members = [info for info in checked(packed, size, source) if not info.is_dir()]
        if (reader := _document(packed.namelist())) is not None:
            stream.seek(0)
            yield from reader(stream, source)
            return
        if not members:
            raise ReadError(source.name, "an empty archive")
        for info in sorted(members, key=lambda info: info.filename):
            yield from guarded(partial(_member, packed, info, source), source, tidy(info.filename))


def _document(names: list[str]) -> Reader | None:
    """Returns the reader of a document that is a ZIP archive inside; None for what is only an archive."""
    if "word/document.xml" in names:
        return read_docx
    if "content.xml" in names and "mimetype" in names:
        return read_odt
    if any(name.startswith("archive/") and ".warc" in name for name in names):
        return read_wacz
    return None


def _member(packed: ZipFile, info: ZipInfo, source: Source) -> Iterator[Found | Unread]:
    from crosswire.read.kinds import by_ending

    name = tidy(info.filename)
    path = Path(info.filename)
    reader = by_ending(path.name)
    why = why_set_aside(path, reader is not None, info.file_size)
    if why is not None or reader is None:
        empty = why == EMPTY
        yield (not_usable if empty else set_aside)(source, why or "not read", name)
        return
    inside = Source(name=source.name, id=stem(path), fields=source.fields, depth=source.depth + 1)
    with member(packed, info, source) as plain:
        items = read_unpacked(reader, plain, inside) if path.suffix.lower() == COMPRESSED else reader(plain, inside)
        for item in items:
            if isinstance(item, Found):
                yield msgspec.structs.replace(item, place=f"{name}: {item.place}" if item.place else name)
            else:
                yield msgspec.structs.replace(item, why=f"{name}: {item.why}")
