"""The codings of HTTP, told rightly, wrongly and not at all."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
import zstandard
from bench.fuzz.builders import chunked
from hypothesis import given
from hypothesis import strategies as st

from crosswire.errors import ReadError
from crosswire.read.coding import decoded, joined

WORDS = b"Norland closed the strait of Mirra on Friday. " * 30
MOST = 1_000_000


@pytest.mark.parametrize(
    ("body", "codings"),
    [
        (gzip.compress(WORDS), "gzip"),
        (gzip.compress(WORDS), "X-GZIP"),
        (gzip.compress(WORDS[:100]) + gzip.compress(WORDS[100:]), "gzip"),
        (zlib.compress(WORDS), "deflate"),
        (zlib.compress(WORDS)[2:-4], "deflate"),
        (brotli.compress(WORDS), "br"),
        (zstandard.compress(WORDS), "zstd"),
        (zstandard.compress(WORDS[:100]) + zstandard.compress(WORDS[100:]), "zstd"),
        (brotli.compress(gzip.compress(WORDS)), "gzip, br"),
        (WORDS, ""),
        (WORDS, "identity"),
        (WORDS, "gzip"),
        (WORDS, "br"),
        (WORDS, "zstd"),
        (WORDS, "deflate"),
    ],
)
def test_what_is_told_is_undone_and_text_left_as_it_is(body: bytes, codings: str) -> None:
    assert decoded(body, codings, MOST, "a") == WORDS


@pytest.mark.parametrize(
    ("body", "codings", "why"),
    [
        (b"\x00\x01\x02", "gzip", "told to be packed as gzip, but damaged"),
        (b"\x00\x01\x02", "zstd", "told to be packed as zstd, but damaged"),
        (WORDS, "lzw", "packed in a way that is not known: lzw"),
    ],
)
def test_what_does_not_fit_is_named(body: bytes, codings: str, why: str) -> None:
    with pytest.raises(ReadError) as refused:
        decoded(body, codings, MOST, "a")
    assert refused.value.why == why


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, brotli.compress, zstandard.compress])
def test_a_small_body_cannot_become_an_endless_one(pack: object) -> None:
    coding = {gzip.compress: "gzip", zlib.compress: "deflate", brotli.compress: "br"}.get(pack, "zstd")  # type: ignore[call-overload]
    assert len(decoded(pack(b"\0" * 5_000_000), coding, MOST, "a")) == MOST + 1  # type: ignore[operator]


@given(st.binary(max_size=500), st.integers(1, 60))
def test_chunks_are_joined(body: bytes, size: int) -> None:
    assert joined(chunked(body, size)) == (body, True)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", (b"", True)),
        (WORDS, (WORDS, True)),
        (chunked(WORDS)[:-20], (WORDS[:-10], False)),
        (b"5\r\nwords and more", (b"words and more", False)),
        (b"5;name=value\r\nwords\r\n0\r\n\r\n", (b"words", True)),
    ],
)
def test_chunks_that_are_none_or_not_all(body: bytes, told: tuple[bytes, bool]) -> None:
    found, complete = joined(body)
    assert complete is told[1]
    assert found.startswith(told[0][:20])
    assert len(found) >= len(told[0]) - 10
