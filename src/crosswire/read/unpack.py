"""gzip, unpacked as it is read and within bounds: a small file cannot become an endless one."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.found import Found, Reader, Source

FREE = 16_000_000
"""Unpacked bytes that are always allowed."""

MOST = 200
"""Beyond them, the largest ratio of unpacked to packed bytes; text and its markup rarely pass 20."""


def read_unpacked(reader: Reader, packed: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives what `reader` finds in a gzip stream.

    Of a damaged stream, what stands before the damage is read.

    Raises:
        ReadError: after that, for the damage; or when the stream grows beyond `FREE` bytes and `MOST` times its size.
    """
    plain = _Unpacked(packed, source.name)
    yield from reader(cast(BinaryIO, io.BufferedReader(plain, 1 << 16)), source)
    if plain.damage:
        raise ReadError(source.name, f"damaged: {plain.damage}")


class _Counted:
    """A stream that counts what was taken from it, also where it cannot tell its position."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.taken += len(piece)
        return piece


class _Unpacked(io.RawIOBase):
    def __init__(self, packed: BinaryIO, name: str) -> None:
        self._packed = _Counted(packed)
        self._plain = gzip.GzipFile(fileobj=cast(BinaryIO, self._packed))
        self._name = name
        self._given = 0
        self.damage: str | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        """Returns how many bytes were given; FastWARC asks every stream for it."""
        return self._given

    def readinto(self, buffer: Any) -> int:
        got = self._read(len(buffer))
        buffer[: len(got)] = got
        self._given += len(got)
        if self._given > FREE and self._given > MOST * self._packed.taken:
            raise ReadError(self._name, f"unpacks to more than {MOST} times its size; not read further")
        return len(got)

    def _read(self, most: int) -> bytes:
        """Gives the next bytes; at the damage none, so that the stream ends there, or the error at its start."""
        if self.damage:
            return b""
        try:
            return self._plain.read1(most)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            self.damage = str(error) or type(error).__name__
            if not self._given:
                raise ReadError(self._name, f"damaged: {self.damage}") from None
            return b""
