"""Files that are no files: pipes, devices, sockets, what /proc tells. Only a pipe is read, and only when named."""

from __future__ import annotations

import io
import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from crosswire.errors import ReadError
from crosswire.read.found import READ, Source, whole

SECONDS = 5.0
"""How long somebody is waited for who writes into a pipe."""

LARGEST_PIPE = 200_000_000
SYSTEM = ("/proc/", "/sys/")


def kind_of(path: Path) -> str | None:
    """Returns what a path leads to if that is neither a file nor a folder: "a pipe", "a device" ...; None otherwise.

    Raises:
        OSError: nothing is there, or it may not be looked at.
    """
    mode = os.stat(path).st_mode
    for told, what in (
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISSOCK, "a socket"),
    ):
        if told(mode):
            return what
    if stat.S_ISREG(mode) and os.path.realpath(path).startswith(SYSTEM):
        return "a file of the system"
    return None


def opened(path: Path, source: Source) -> BinaryIO:
    """Returns a file, or the whole of a pipe, opened for reading.

    Raises:
        ReadError: it is a device, a socket, a folder, or a pipe that nobody writes into.
        OSError: the system refuses it.
    """
    kind = kind_of(path)
    if kind == "a pipe":
        return _piped(path, source)
    if kind is not None:
        raise ReadError(source.name, f"{kind}, not a file", READ)
    try:
        return open(path, "rb")
    except IsADirectoryError:
        raise ReadError(source.name, "a folder that cannot be read") from None


def _piped(path: Path, source: Source) -> BinaryIO:
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with open(handle, "rb", buffering=0) as pipe:
        first = _first(handle, source)
        os.set_blocking(handle, True)
        return io.BytesIO(first + whole(pipe, source, LARGEST_PIPE))


def _first(handle: int, source: Source) -> bytes:
    """Waits until somebody writes into a pipe, and returns what has come until then."""
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        with suppress(BlockingIOError):  # somebody has it open and has written nothing yet
            if (piece := os.read(handle, 1 << 16)) != b"":
                return piece
            time.sleep(0.02)
            continue
        return b""
    raise ReadError(source.name, f"a pipe that nobody writes into for {SECONDS:.0f} seconds")
