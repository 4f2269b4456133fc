"""Bytes → text: the encoding told by a mark, else UTF-8, else the one that reads best; binary data is refused."""

from __future__ import annotations

import codecs
import re

from crosswire.errors import NoReportError, ReadError
from crosswire.read.found import KINDS

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SQLITE = b"SQLite format 3\x00"
DESK = b"cwde"
"""The application id by which a SQLite file says that it is a desk."""

SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (SQLITE, "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
ENCODINGS = re.compile(
    r"utf[-_](?:8|16|32)|iso8859|cp\d|koi8|mac[-_]|big5|gb|euc[-_]|shift_jis|latin|tis[-_]?620|hz|iso2022|johab|ptcp|kz1048"
)
"""How the encodings of text begin, by Python's names for them; its other codecs turn text into something else."""

WRONG = re.compile("[\x00\ud800-\udfff]")
"""What no text holds that was read in the right encoding."""

SAMPLE = 1 << 16
CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b\x08")
SIGN_IN_WORD = re.compile(r"[^\W\d_][\u00a1-\u00bf\u00d7\u00f7\u201a-\u2022\u2030\u20ac\u2122\u02dc\u02c6]+[^\W\d_]")
"""A sign between two letters: what a text of another alphabet looks like when it is read as cp1252."""


def decode(data: bytes, name: str, charset: str | None = None) -> str:
    """Returns the text of `data`, its line ends untouched, without the byte order mark, which is no part of the text.

    Args:
        data: all bytes of the text.
        name: what the user knows it by, for the message.
        charset: the encoding that the source tells; passed over when the bytes do not fit it, or are plainly UTF-8.

    Raises:
        ReadError: the bytes are binary data, or do not fit the encoding that their mark tells.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _as_told(data, encoding, name, len(mark))
    if charset and (told := _told(data, charset)) is not None:
        return told
    if (wide := _wide(data[:SAMPLE])) is not None:
        return _as_told(data, wide, name, 0)
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _best(data)


def known(charset: str) -> str | None:
    """Returns the name of the text encoding that a source tells; None for what is none, whatever Python's codecs take.

    Latin-1 and ASCII are read as cp1252, as browsers do.
    """
    try:
        name = codecs.lookup(charset.strip()[:40]).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return name if ENCODINGS.match(name) else None


def _told(data: bytes, charset: str) -> str | None:
    """Reads the bytes as told, but as UTF-8 where they can be nothing else: many servers tell latin-1 for all."""
    encoding = known(charset)
    if encoding is None or (encoding.startswith(("utf-16", "utf-32")) and b"\x00" not in data):
        return None  # as browsers do with a page that says so and is readable enough to say it
    try:
        if not data.isascii():
            return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError):
        return None
    return None if WRONG.search(text) else text


def _as_told(data: bytes, encoding: str, name: str, begin: int) -> str:
    """Reads the bytes behind the mark, which ends at `begin`; 0 where there is none and the bytes themselves tell."""
    try:
        text = data[begin:].decode(encoding)
    except UnicodeDecodeError as error:
        told = "marked as" if begin else "looks like"
        raise ReadError(name, f"{told} {encoding.upper()}, but byte {begin + error.start} does not fit it") from None
    if WRONG.search(text):
        raise ReadError(name, "not text: binary data", KINDS)
    return text


def _wide(sample: bytes) -> str | None:
    """Tells UTF-16 without a mark by where its zero bytes stand, as in text of mostly Latin letters."""
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.02 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.02 * half else None


def _refuse_binary(data: bytes, name: str) -> None:
    if data.startswith(SQLITE) and data[68:72] == DESK:
        raise NoReportError(name, "a desk of crosswire, not a report")
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(name, f"not text: {what}", KINDS)
    controls = len(data[:SAMPLE]) - len(data[:SAMPLE].translate(None, CONTROLS))
    if b"\x00" in data or controls > max(2, 0.01 * len(data[:SAMPLE])):
        raise ReadError(name, "not text: binary data", KINDS)


def _best(data: bytes) -> str:
    """Reads Latin letters as cp1252 unless that puts signs inside words; otherwise what charset-normalizer finds.

    On short texts charset-normalizer takes cp1252 for cp1250 or cp437, so it is not asked first.
    """
    sample = data[:SAMPLE]
    foreign = sum(map(len, re.findall(rb"[\x80-\xff]+", sample)))
    if foreign < 0.25 * len(sample):
        text = data.decode("cp1252", "replace")
        if "\ufffd" not in text and not SIGN_IN_WORD.search(text):
            return text
    from charset_normalizer import from_bytes

    found = from_bytes(sample).best()
    return data.decode(found.encoding if found else "cp1252", "replace")
