"""What may happen to a file: bytes lost, doubled, changed, mixed with another's; and hostile pieces put into it."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable
from typing import Final

from bench.fuzz.builders import FORMATS, zipped

PIECES: Final = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\x1b]0;gone\x07",
    b"\xe2\x80\xae",
    b"<" * 300,
    b"<!--",
    b"]]>",
    b"<br>" * 400,
    b"<b>" * 400,
    b"&amp;" * 200,
    b"[" * 2000,
    b'{"a":' * 500,
    b'"' * 50,
    b"\r\n\r\n",
    b"WARC/1.0\r\n",
    b"Content-Length: 99999999999999999999\r\n",
    b"Content-Length: -1\r\n",
    b"Content-Encoding: zstd\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"charset=unicode_escape",
    b"charset=utf-7",
    b"charset=punycode",
    b"charset=idna",
    b"charset=rot13",
    b"Mon, 1 Jan 2020 00:00:00 +99999999999999",
    b"1 Jan 99999999999999999999 00:00:00",
    b"0000-00-00",
    b"9999-12-31T23:59:59-23:59",
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>&b;',
    b"%PDF-1.7",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"{\\rtf1",
    b"=?utf-8?q?=00?=",
    b"Content-Type: multipart/mixed; boundary=b\r\n",
    b"a" * 5000,
    b"A. " * 300,
    b"\xe2\x80\xa8" * 20,
)
"""Pieces that have broken readers, ours or others'."""


def damaged(chance: random.Random) -> tuple[str, bytes]:
    """Returns the name and the bytes of a generated file: one of a format, damaged up to four times."""
    name = chance.choice(sorted(FORMATS))
    data = SEEDS[name]
    for _ in range(chance.randint(0, 4)):
        data = chance.choice(WAYS)(data, chance)
    if chance.random() < 0.1:
        name = chance.choice(sorted(FORMATS))
    if chance.random() < 0.05:
        return f"{name}.gz", gzip.compress(data, 1)
    if chance.random() < 0.05:
        return "a.zip", zipped({name: data})
    return name, data


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _lost(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.randint(1, 200) :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randint(0, len(data)), chance.randint(1, 2000)
    return data[:at] + data[at : at + size] * chance.randint(2, 30) + data[at:]


def _changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _pieced(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(PIECES) + data[at:]


def _mixed(data: bytes, chance: random.Random) -> bytes:
    other = SEEDS[chance.choice(sorted(FORMATS))]
    at, begin = chance.randint(0, len(data)), chance.randint(0, len(other))
    return data[:at] + other[begin : begin + chance.randint(1, 3000)] + data[at:]


def _replaced(data: bytes, chance: random.Random) -> bytes:
    """Puts a piece where a value stands: behind one of the marks that values stand behind."""
    places = [at + 1 for at, byte in enumerate(data[:20_000]) if byte in b'">=:,']
    if not places:
        return data
    at = chance.choice(places)
    return data[:at] + chance.choice(PIECES) + data[at + chance.randint(0, 30) :]


Way = Callable[[bytes, random.Random], bytes]
WAYS: Final[tuple[Way, ...]] = (_cut, _lost, _doubled, _changed, _pieced, _pieced, _mixed, _replaced, _replaced)
SEEDS: Final = {name: build() for name, build in FORMATS.items()}
