"""One thing to read → its reports, each with an id of its own and its language; whatever fails is named."""

from __future__ import annotations

import io
import os
import stat
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Report, Unread
from crosswire.read.found import READ, Found, Reader, Source, not_usable
from crosswire.read.kinds import MEDIA, by_content, by_ending
from crosswire.read.language import language_of, told_language
from crosswire.read.naming import COMPRESSED, Ids, id_of_address, stem
from crosswire.read.places import Address, File, Input, Place, reason
from crosswire.read.unpack import read_unpacked


def read_place(place: Place, wanted: dict[Path, str], ids: Ids, allow_private: bool) -> Iterator[Report | Unread]:
    """Gives the reports of one place, and a note for each thing in it that could not be used; raises nothing."""
    if isinstance(place, Unread):
        yield place
        return
    if isinstance(place, Report):
        yield from _finished(Found(report=place), Source(name=f"report {place.id}", id="report"), ids)
        return
    source = _source(place, wanted)
    try:
        for item in _items(place, source, allow_private):
            yield from [item] if isinstance(item, Unread) else _finished(item, source, ids)
    except ReadError as error:
        yield not_usable(source, error.why + (f"; allowed: {error.allowed}" if error.allowed else ""))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        yield not_usable(source, f"damaged: {error}".rstrip(": "))
    except OSError as error:
        yield not_usable(source, reason(error))


def _source(place: Input | Address | File, wanted: dict[Path, str]) -> Source:
    if isinstance(place, Address):
        return Source(name=place.url, id=id_of_address(place.url), url=place.url)
    if isinstance(place, File):
        return Source(name=place.name, id=wanted.get(place.path) or stem(place.path))
    return Source(name="standard input", id="stdin")


def _items(place: Input | Address | File, source: Source, allow_private: bool) -> Iterator[Found | Unread]:
    if isinstance(place, Input):
        if sys.stdin is None:
            raise ReadError(source.name, "it is closed", "a pipe or a file behind it")
        stream = sys.stdin.buffer
        yield from by_content(_start(stream))(stream, source)
    elif isinstance(place, File):
        yield from _file(place.path, source)
    else:
        from crosswire.read.address import fetch

        answer = fetch(place.url, allow_private)
        reader = MEDIA.get(answer.media) if answer.media else by_content(answer.body[:4096])
        if reader is None:
            raise ReadError(source.name, f"answers with {answer.media}", "HTML, plain text, RSS, Atom")
        yield from reader(
            io.BytesIO(answer.body), msgspec.structs.replace(source, url=answer.url, charset=answer.charset)
        )


def _file(path: Path, source: Source) -> Iterator[Found | Unread]:
    with _opened(path, source) as stream:
        reader: Reader = by_ending(path.name) or by_content(_start(stream))
        if path.suffix.lower() == COMPRESSED:
            yield from read_unpacked(reader, stream, source)
        else:
            yield from reader(stream, source)


def _opened(path: Path, source: Source) -> io.BufferedReader:
    try:
        stream = open(path, "rb")  # noqa: SIM115 - closed by the caller
    except IsADirectoryError:
        raise ReadError(source.name, "a folder that cannot be read") from None
    if stat.S_ISCHR(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise ReadError(source.name, "a device, not a file", READ)
    return stream


def _start(stream: BinaryIO) -> bytes:
    """Returns the first bytes of `stream` without taking them from it."""
    return stream.peek(4096)[:4096] if isinstance(stream, io.BufferedReader) else b""


def _finished(found: Found, source: Source, ids: Ids) -> Iterator[Report | Unread]:
    """Gives the report with an id that no other has and its language, or the note that it is empty."""
    report = found.report
    if not report.text.strip():
        what = "text" if found.place or source.name.startswith("report ") else "file"
        yield not_usable(
            source, f"empty {what}" if not report.text else f"nothing but white space in the {what}", found.place
        )
        return
    yield msgspec.structs.replace(
        report,
        id=ids.take(report.id, source.id),
        language=told_language(report.language) or language_of(report.text),
    )
