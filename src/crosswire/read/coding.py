"""HTTP codings undone: chunks joined, gzip, deflate, brotli and zstd unpacked, within bounds and whatever was told."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

from crosswire.errors import ReadError
from crosswire.read.naming import tidy

_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")
_TEXT = re.compile(rb"\s*[<{\[A-Za-z\xef\"#]")
IDENTITY = ("", "identity", "none", "binary", "utf-8", "utf8", "8bit")


def joined(body: bytes) -> tuple[bytes, bool]:
    """Returns the body with its chunks joined, and whether all of it is there.

    Crawlers often keep the header and store the body joined already: what does not begin with a chunk comes
    back as it is.
    """
    at = _SIZE.match(body)
    if at is None:
        return body, True
    pieces: list[bytes] = []
    while at is not None:
        size = int(at[1], 16)
        if size == 0:
            return b"".join(pieces), True
        piece = body[at.end() : at.end() + size]
        pieces.append(piece)
        behind = at.end() + size
        behind += 2 if body.startswith(b"\r\n", behind) else 1 if body.startswith(b"\n", behind) else 0
        at = _SIZE.match(body, behind)
        if at is None:
            pieces.append(body[behind:])  # no chunk follows: what is left is kept
    return b"".join(pieces), False


def decoded(body: bytes, codings: str, largest: int, name: str) -> bytes:
    """Returns the body with the codings of a Content-Encoding header undone, the last one first.

    A body that is told to be packed and is plain text comes back as it is: many archives keep such headers.

    Args:
        codings: the header's value, such as "gzip" or "deflate, br".
        largest: bytes that are unpacked at most; one byte more is given when there is more.
        name: what the source is known by, for the message.

    Raises:
        ReadError: the coding is unknown, or the bytes do not fit it and are no text either.
    """
    for coding in reversed([name.strip().lower() for name in codings.split(",")]):
        if coding in IDENTITY:
            continue
        undo = _UNDO.get(coding)
        if undo is None:
            raise ReadError(name, f"packed in a way that is not known: {tidy(coding)[:40]}")
        plain = undo(body, largest + 1)
        if not plain and body and not _TEXT.match(body[:64]):
            raise ReadError(name, f"told to be packed as {coding}, but damaged")
        body = plain or body
    return body


def _gzip(body: bytes, most: int) -> bytes:
    pieces: list[bytes] = []
    left = most
    while body and left > 0:
        undo = zlib.decompressobj(wbits=31)
        try:
            pieces.append(undo.decompress(body, left))
        except zlib.error:
            break
        left -= len(pieces[-1])
        body = undo.unused_data
    return b"".join(pieces)


def _deflate(body: bytes, most: int) -> bytes:
    for bits in (15, -15):  # the standard's form, and the bare one that some servers send
        try:
            return zlib.decompressobj(wbits=bits).decompress(body, most)
        except zlib.error:
            continue
    return b""


def _brotli(body: bytes, most: int) -> bytes:
    import brotli

    undo = brotli.Decompressor()
    pieces: list[bytes] = []
    size = 0
    try:
        piece = undo.process(body, output_buffer_limit=1 << 20)
        while piece:
            pieces.append(piece)
            size += len(piece)
            if size >= most:
                break
            piece = undo.process(b"", output_buffer_limit=1 << 20)
    except brotli.error:
        pass
    return b"".join(pieces)[:most]


def _zstd(body: bytes, most: int) -> bytes:
    import zstandard

    undo = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    pieces: list[bytes] = []
    size = 0
    try:
        with undo.stream_reader(body, read_across_frames=True) as reader:
            while size < most and (piece := reader.read(min(1 << 20, most - size))):
                pieces.append(piece)
                size += len(piece)
    except zstandard.ZstdError:
        pass
    return b"".join(pieces)


# Each gives what stands before a damage, and nothing where the bytes do not fit it at all.
_UNDO: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
