"""ZIP, checked before it is unpacked: a small file cannot become an endless one."""

from __future__ import annotations

import io
from typing import BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from crosswire.errors import ReadError
from crosswire.read.found import Source, whole
from crosswire.read.naming import tidy
from crosswire.read.unpack import FREE, MOST

LOCKED = 1  # the flag of a ZIP member that needs a password
MOST_MEMBERS = 100_000
SMALL = 20_000_000
"""Unpacked bytes of one member that are allowed whatever its ratio."""

ALL = 4 * FREE
"""Unpacked bytes of all members together that are always allowed."""


LARGEST_HELD = 1_000_000_000
"""Bytes of an archive that can only be read from beginning to end, and is held for that."""


def sought(stream: BinaryIO, source: Source) -> tuple[BinaryIO, int]:
    """Returns a stream of the same bytes in which one can go back at no cost, and its size."""
    direct = isinstance(stream, io.BytesIO) or isinstance(getattr(stream, "raw", None), io.FileIO)
    if not (direct and stream.seekable()):
        stream = io.BytesIO(whole(stream, source, LARGEST_HELD))
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return stream, size


def opened(stream: BinaryIO, source: Source) -> ZipFile:
    """Returns a ZIP archive opened for reading.

    Raises:
        ReadError: it is damaged, or a name in it is not in the encoding that it says.
    """
    try:
        return ZipFile(stream)
    except UnicodeDecodeError:
        raise ReadError(source.name, "damaged: the name of a file in it is not UTF-8") from None
    except ValueError as error:
        raise ReadError(source.name, f"damaged: {error}") from None


def member(packed: ZipFile, info: ZipInfo | str, source: Source) -> BinaryIO:
    """Returns one file of a ZIP archive opened for reading. Raises ReadError where it lies outside of the archive."""
    try:
        return cast(BinaryIO, packed.open(info))
    except ValueError as error:
        raise ReadError(source.name, f"damaged: {error}") from None


def checked(packed: ZipFile, size: int, source: Source) -> list[ZipInfo]:
    """Returns the members of a ZIP archive.

    Args:
        packed: the archive.
        size: its size in bytes.
        source: what it is known by.

    Raises:
        ReadError: a member is locked with a password; or it, or all together, grow beyond bounds when unpacked.
    """
    members = packed.infolist()
    if len(members) > MOST_MEMBERS:
        raise ReadError(source.name, f"more than {MOST_MEMBERS} files in it")
    for info in members:
        if info.file_size > MOST * max(info.compress_size, 1) and info.file_size > SMALL:
            raise ReadError(source.name, f"{tidy(info.filename)} unpacks to more than {MOST} times its size")
        if info.flag_bits & LOCKED:
            raise ReadError(source.name, f"{tidy(info.filename)} is locked with a password")
    if sum(info.file_size for info in members) > max(ALL, MOST * size):
        raise ReadError(source.name, f"its files unpack to more than {MOST} times its size")
    return members
