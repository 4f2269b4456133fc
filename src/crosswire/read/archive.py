"""WARC and WACZ: one report for each archived page, by FastWARC."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, cast

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.found import Found, Reader, Source, not_usable
from crosswire.read.naming import id_of_address
from crosswire.read.page import LARGEST_PAGE, read_page
from crosswire.read.plain import read_plain
from crosswire.read.unpack import MOST, read_unpacked

TYPES: dict[str, Reader] = {"text/html": read_page, "application/xhtml+xml": read_page, "text/plain": read_plain}
LARGEST_LIST = 20_000_000
LOCKED = 1  # the flag of a ZIP member that needs a password


def read_warc(stream: BinaryIO, source: Source, listed: frozenset[str] | None = None) -> Iterator[Found | Unread]:
    """Gives a report for each page that was answered with 200, in the archive's order.

    Images, scripts, requests and other records are passed over. `listed` are the addresses of the pages wanted, where
    they are known.
    """
    seen = False
    for record in _records(stream, source):
        seen = True
        url = record.headers.get("WARC-Target-URI") or ""
        reader = TYPES.get(_content_type(record))
        if reader is None or not _answered(record) or (listed is not None and url not in listed):
            continue
        yield from _page(record, reader, _source(record, url, source.name))
    if not seen:
        raise ReadError(source.name, "no archived page in it")


def _records(stream: BinaryIO, source: Source) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream.tell()  # FastWARC panics on a stream that cannot tell its position: an OSError here is named instead
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        yield from ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all")
    except OSError as error:
        raise ReadError(source.name, f"damaged, or not a WARC archive: {error}") from None


def _source(record: Any, url: str, name: str) -> Source:
    return Source(name=name, id=id_of_address(url), url=url or None, charset=record.http_charset)


def _content_type(record: Any) -> str:
    told = record.http_headers.get("Content-Type") if record.http_headers else record.headers.get("Content-Type")
    return str(told or "").partition(";")[0].strip().lower()


def _answered(record: Any) -> bool:
    return record.http_headers is None or record.http_headers.status_code == 200


def _page(record: Any, reader: Reader, source: Source) -> Iterator[Found | Unread]:
    place = source.url or "a page without an address"
    try:
        body = io.BytesIO(record.reader.read(LARGEST_PAGE + 1))
        for item in reader(body, source):
            yield Found(report=item.report, place=place) if isinstance(item, Found) else item
    except ReadError as error:
        yield not_usable(source, error.why, place)
    except OSError as error:
        yield not_usable(source, f"damaged: {error}", place)


def read_wacz(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the reports of the archives inside a WACZ file: of the pages on its list, where it has one."""
    with zipfile.ZipFile(stream) as packed:
        for info in packed.infolist():
            if info.file_size > MOST * max(info.compress_size, 1) and info.file_size > LARGEST_LIST:
                raise ReadError(source.name, f"{info.filename} unpacks to more than {MOST} times its size")
            if info.flag_bits & LOCKED:
                raise ReadError(source.name, f"{info.filename} is locked with a password")
        archives = [i for i in packed.infolist() if i.filename.lower().endswith((".warc", ".warc.gz"))]
        if not archives:
            raise ReadError(source.name, "no WARC archive inside it")
        reader = partial(read_warc, listed=_pages(packed))
        for info in archives:
            with packed.open(info) as member:
                if info.filename.lower().endswith(".gz"):
                    yield from read_unpacked(reader, cast(BinaryIO, member), source)
                else:
                    yield from reader(cast(BinaryIO, member), source)


def _pages(packed: zipfile.ZipFile) -> frozenset[str] | None:
    """Returns the addresses on the list of pages; None when there is no such list or it is empty."""
    name = next((n for n in packed.namelist() if n == "pages/pages.jsonl"), None)
    if name is None or packed.getinfo(name).file_size > LARGEST_LIST:
        return None
    urls: set[str] = set()
    for line in packed.read(name).splitlines():
        try:
            row = msgspec.json.decode(line)
        except msgspec.DecodeError:
            continue
        if isinstance(row, dict) and isinstance(row.get("url"), str):
            urls.add(row["url"])
    return frozenset(urls) or None
