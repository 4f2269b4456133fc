"""The records of a WARC archive, one after the other, also behind a record that lies about its length."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any, BinaryIO, cast

from crosswire.errors import ReadError
from crosswire.model import Struct

BEGINS = b"WARC/1."
BEHIND = b"\n" + BEGINS
PIECE = 1 << 20
MOST_DAMAGES = 100
KEPT = 64 * PIECE
"""Bytes kept of the record at hand; a lie in a longer one is mended from what is still there."""


class Record(Struct, frozen=True):
    """One record: its type, headers, the head of its body, and whether all of the body is there.

    `http` are the headers of the HTTP answer in it, `status` its number; both None for what is no answer.
    """

    kind: str
    headers: dict[str, str]
    http: dict[str, str] | None
    status: int | None
    charset: str | None
    body: bytes
    whole: bool


class Tape:
    """Feeds FastWARC, and keeps what it was fed since the record at hand began."""

    def __init__(self, stream: BinaryIO, begin: bytes = b"") -> None:
        self._stream = stream
        self._begin = memoryview(begin)
        self._taken = 0
        self._kept = bytearray()
        self._at = 0  # where the kept bytes begin, counted from the first byte fed
        self._fed = 0

    def read(self, size: int = -1) -> bytes:
        """Gives the next bytes, as every stream does."""
        size = PIECE if size is None or size < 0 else min(size, PIECE)
        piece = bytes(self._begin[self._taken : self._taken + size]) or self._stream.read(size)
        self._taken += len(piece)
        self._kept += piece
        self._fed += len(piece)
        if len(self._kept) > KEPT:
            self._forget(len(self._kept) - KEPT // 2)
        return piece

    def tell(self) -> int:
        """Returns how many bytes were given; FastWARC asks every stream for it."""
        return self._fed

    def begin(self, position: int) -> None:
        """Forgets what stands before a record, which begins at `position`."""
        self._forget(position - self._at)

    def behind(self) -> Tape | None:
        """Returns a tape that begins with the next record behind the one at hand; None when no more follows."""
        left = bytes(self._kept) + bytes(self._begin[self._taken :])
        found = left.find(BEHIND, 1)
        while found < 0:
            piece = self._stream.read(PIECE)
            if not piece:
                return None
            left = left[-len(BEHIND) :] + piece
            found = left.find(BEHIND)
        return Tape(self._stream, left[found + 1 :])

    def _forget(self, count: int) -> None:
        if count > 0:
            del self._kept[:count]
            self._at += count


def records(stream: BinaryIO, name: str, largest: int) -> Iterator[Record | str]:
    """Gives each record with a body of at most `largest` bytes and one, and a word where the archive is damaged.

    Reading goes on at the next record behind the damage.

    Raises:
        ReadError: it does not begin like a WARC archive.
    """
    start = stream.read(PIECE)
    head = start.lstrip()
    if head and not head.startswith(b"WARC/"):
        raise ReadError(name, "not a WARC archive: it does not begin with WARC/")
    tape: Tape | None = Tape(stream, start)
    for _ in range(MOST_DAMAGES):
        if tape is None or (told := (yield from _until_damage(tape, largest))) is None:
            return
        tape = tape.behind()
        yield f"{told}; " + ("reading went on at the next record" if tape else "no record follows")
    if tape is not None:
        yield f"damaged in more than {MOST_DAMAGES} places: not read further"


def _until_damage(tape: Tape, largest: int) -> Generator[Record, None, str | None]:
    """Gives records up to the first that is damaged, and returns the damage; None at the archive's end."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    url = "its beginning"
    kinds = WarcRecordType.any_type
    try:
        for found in ArchiveIterator(cast(BinaryIO, tape), record_types=kinds, parse_http=True, auto_decode="none"):
            tape.begin(found.stream_pos)
            url = found.headers.get("WARC-Target-URI") or "a record without an address"
            body = found.reader.read(largest + 1)
            ends = body.find(BEHIND)
            whole = len(body) >= min(found.content_length, largest + 1)
            if ends >= 0:
                yield _record(found, body[:ends].rstrip(b"\r\n"), False)
                return f"damaged: {url} tells a wrong length, and another record begins inside it"
            yield _record(found, body, whole)
            if not whole:
                return None
    except (OSError, ValueError) as error:
        return f"damaged behind {url}: {str(error)[:120]}"
    return None


def _record(found: Any, body: bytes, whole: bool) -> Record:
    http = found.http_headers
    return Record(
        kind=str(found.record_type.name if hasattr(found.record_type, "name") else found.record_type),
        headers={str(k).lower(): str(v) for k, v in found.headers},
        http={str(k).lower(): str(v) for k, v in http} if http else None,
        status=http.status_code if http else None,
        charset=found.http_charset,
        body=body,
        whole=whole,
    )
