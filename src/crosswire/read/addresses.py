"""A file of addresses: one http(s) address a line, and nothing else but blank lines and remarks behind a "#"."""

from __future__ import annotations

import re
from typing import BinaryIO

LARGEST = 1_000_000
MOST = 1_000
"""Addresses that are fetched of one list."""

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def listed(start: bytes, stream: BinaryIO) -> tuple[str, ...]:
    """Returns the addresses of a list; none when it is no such list. Its bytes are left in `stream`.

    Args:
        start: how the file begins.
        stream: the file, at its beginning.
    """
    if not start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith((b"http", b"#")):
        return ()
    data = stream.read(LARGEST)
    stream.seek(0)
    try:
        lines = [line.strip() for line in data.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError:
        return ()
    lines = [line for line in lines if line and not line.startswith("#")]
    urls = tuple(dict.fromkeys(lines)) if all(map(_ADDRESS.fullmatch, lines)) else ()
    return urls[:MOST] if len(data) < LARGEST else ()
