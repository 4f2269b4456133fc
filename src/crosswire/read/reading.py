"""One thing to read → its reports, each with an id of its own and its language; whatever fails is named."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Report, Struct, Unread
from crosswire.read.addresses import listed
from crosswire.read.found import Found, Reader, Source, Whence, not_usable
from crosswire.read.guard import guarded
from crosswire.read.kinds import GZIP, MEDIA, PEEK, by_content, by_ending, read_by_content, read_gzip
from crosswire.read.language import language_of, told_language
from crosswire.read.naming import COMPRESSED, Ids, id_of_address, stem, tidy
from crosswire.read.places import Address, File, Input, Place
from crosswire.read.sidecar import completed
from crosswire.read.special import opened
from crosswire.read.unpack import read_unpacked

if TYPE_CHECKING:
    from crosswire.read.address import Answer


class Asked(Struct, frozen=True):
    """What holds for all that is read in one call: private addresses, and the user's names for the fields of data."""

    allow_private: bool = False
    fields: Mapping[str, str] = {}


class Read(Struct, frozen=True):
    """A report as it is given on: which source it came from, and where its title, outlet and day were found."""

    report: Report
    name: str
    whence: Whence


def read_place(place: Place, wanted: dict[Path, str], ids: Ids, asked: Asked) -> Iterator[Read | Unread]:
    """Gives the reports of one place, and a note for each thing in it that could not be used; raises nothing."""
    if isinstance(place, Unread):
        yield place
        return
    if isinstance(place, Report):
        name = f"report {tidy(str(place.id))}"
        yield from _finished(Found(report=place), Source(name=name, id="report"), ids)
        return
    source = _source(place, wanted, asked)
    for item in guarded(partial(_items, place, source, asked.allow_private), source):
        if isinstance(item, Unread):
            yield item
            continue
        found = completed(item, place.told) if isinstance(place, File) and place.told else item
        yield from _finished(found, source, ids)


def _source(place: Input | Address | File, wanted: dict[Path, str], asked: Asked) -> Source:
    if isinstance(place, Address):
        return Source(name=place.url, id=id_of_address(place.url), url=place.url, fields=asked.fields)
    if isinstance(place, File):
        return Source(name=place.name, id=wanted.get(place.path) or stem(place.path), fields=asked.fields)
    return Source(name="standard input", id="stdin", fields=asked.fields)


def _items(place: Input | Address | File, source: Source, allow_private: bool) -> Iterator[Found | Unread]:
    if isinstance(place, Input):
        if sys.stdin is None:
            raise ReadError(source.name, "it is closed", "a pipe or a file behind it")
        yield from read_by_content(sys.stdin.buffer, source)
    elif isinstance(place, File):
        yield from _file(place, source, allow_private)
    else:
        yield from _address(place.url, source, allow_private)


def _address(url: str, source: Source, allow_private: bool) -> Iterator[Found | Unread]:
    from crosswire.read.address import fetch

    yield from _answered(fetch(url, allow_private), source)


def read_answer(answer: Answer, url: str) -> Iterator[Read | Unread]:
    """Gives the reports of what an address answered, and a note for each thing in it that could not be used.

    Args:
        answer: an answer with bytes.
        url: the address that was asked.
    """
    source, ids = Source(name=url, id=id_of_address(url), url=url), Ids()
    for item in guarded(partial(_answered, answer, source), source):
        if isinstance(item, Unread):
            yield item
        else:
            yield from _finished(item, source, ids)


def _answered(answer: Answer, source: Source) -> Iterator[Found | Unread]:
    reader = MEDIA.get(answer.media) if answer.media else by_content(answer.body[:PEEK])
    if reader is None:
        raise ReadError(source.name, f"answers with {answer.media}", "HTML, plain text, RSS, Atom, PDF, DOCX, JSON")
    inside = msgspec.structs.replace(source, url=answer.url, charset=answer.charset)
    yield from reader(io.BytesIO(answer.body), inside)


def _file(place: File, source: Source, allow_private: bool) -> Iterator[Found | Unread]:
    path = place.path
    with opened(path, source) as stream:
        start = _start(stream)
        reader: Reader = by_ending(path.name) or by_content(start)
        urls = listed(start, stream) if path.suffix.lower() in ("", ".txt", ".urls", ".lst") else ()
        if urls and not place.named:
            raise ReadError(
                source.name, "a list of addresses is read only when it is named itself, not with its folder"
            )
        if urls:
            yield from _addresses(urls, source, allow_private)
        elif reader is not read_gzip and (path.suffix.lower() == COMPRESSED or start.startswith(GZIP)):
            yield from read_unpacked(reader, stream, source)
        else:
            yield from reader(stream, source)


def _addresses(urls: tuple[str, ...], source: Source, allow_private: bool) -> Iterator[Found | Unread]:
    for url in urls:
        inside = Source(name=url, id=id_of_address(url), url=url, fields=source.fields)
        for item in guarded(partial(_address, url, inside, allow_private), inside):
            yield msgspec.structs.replace(item, place=item.place or url) if isinstance(item, Found) else item


def _start(stream: BinaryIO) -> bytes:
    """Returns the first bytes of `stream` without taking them from it."""
    if isinstance(stream, io.BufferedReader):
        return stream.peek(PEEK)[:PEEK]
    start = stream.read(PEEK)
    stream.seek(0)
    return start


def _finished(found: Found, source: Source, ids: Ids) -> Iterator[Read | Unread]:
    """Gives the report with an id that no other has and its language, or the note that it is empty."""
    report = found.report
    if not report.text.strip():
        what = "text" if found.place or source.name.startswith("report ") else "file"
        why = f"empty {what}" if not report.text else f"nothing but white space in the {what}"
        yield not_usable(source, why, found.place)
        return
    language = told_language(report.language) or language_of(report.text)
    named = msgspec.structs.replace(report, id=ids.take(report.id, source.id), language=language)
    yield Read(report=named, name=source.name, whence=found.whence)
