"""gzip, unpacked as it is read and within bounds: a small file cannot become an endless one."""

from __future__ import annotations

import gzip
import io
from typing import Any, BinaryIO, cast

from crosswire.errors import ReadError

FREE = 64_000_000
"""Unpacked bytes that are always allowed."""

MOST = 200
"""Beyond them, the largest ratio of unpacked to packed bytes; text and its markup rarely pass 20."""


class _Bounded(io.RawIOBase):
    def __init__(self, packed: BinaryIO, name: str) -> None:
        self._packed = packed
        self._plain = gzip.GzipFile(fileobj=packed)
        self._name = name
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        got = self._plain.read1(len(buffer))
        buffer[: len(got)] = got
        self._given += len(got)
        if self._given > FREE and self._given > MOST * self._packed.tell():
            raise ReadError(self._name, f"unpacks to more than {MOST} times its size; not read further")
        return len(got)


def unpacked(packed: BinaryIO, name: str) -> BinaryIO:
    """Returns the stream of what `packed`, a gzip stream that can tell its position, holds.

    Reading it raises ReadError when it grows beyond `FREE` bytes and `MOST` times what was packed; gzip.BadGzipFile,
    EOFError and zlib.error when it is damaged.
    """
    return cast(BinaryIO, io.BufferedReader(_Bounded(packed, name), 1 << 16))
