"""Bytes → text: encodings told, guessed, and binary data refused."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.errors import ReadError
from crosswire.read.decoding import decode

ENGLISH = "“We will not close the strait,” the minister said – a café owner in Orsk agreed. It’s £5 million…"
GERMAN = "Der Außenminister erklärte am Freitag, die Straße von Mirra bleibe für alle Schiffe geöffnet."
FRENCH = "Le ministre a déclaré vendredi que le détroit resterait fermé jusqu’à nouvel ordre, l’été étant décisif."
POLISH = (
    "Minister spraw zagranicznych oświadczył w piątek, że cieśnina pozostanie zamknięta dla wszystkich statków; "
    "źródła rządowe potwierdziły."
)
RUSSIAN = "Министр иностранных дел заявил в пятницу, что пролив останется закрытым для всех судов."
JAPANESE = "外務大臣は金曜日、海峡は閉鎖されたままだと述べた。政府は新しい措置を検討している。"


@pytest.mark.parametrize(
    ("text", "encoding", "mark"),
    [
        (ENGLISH, "utf-8", b""),
        (ENGLISH, "utf-8", codecs.BOM_UTF8),
        (ENGLISH, "utf-16-le", codecs.BOM_UTF16_LE),
        (ENGLISH, "utf-16-be", codecs.BOM_UTF16_BE),
        (ENGLISH, "utf-32-le", codecs.BOM_UTF32_LE),
        (ENGLISH, "utf-16-le", b""),
        (ENGLISH, "utf-16-be", b""),
        (ENGLISH, "cp1252", b""),
        ("The fine is €5 million, the ministry said.", "cp1252", b""),
        (GERMAN, "cp1252", b""),
        (FRENCH, "cp1252", b""),
        (GERMAN, "latin-1", b""),
        (POLISH, "cp1250", b""),
        (RUSSIAN, "cp1251", b""),
        (RUSSIAN, "koi8-r", b""),
        (RUSSIAN, "utf-16-le", codecs.BOM_UTF16_LE),
        (JAPANESE, "shift_jis", b""),
        ("", "utf-8", b""),
        ("\ufeff in the middle \ufeff stays", "utf-8", codecs.BOM_UTF8),
    ],
)
def test_decode(text: str, encoding: str, mark: bytes) -> None:
    assert decode(mark + text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        ("koi8-r", "koi8-r"),
        ("iso8859-5", "ISO-8859-5"),
        ("utf-8", "latin-1"),
        ("utf-8", "koi8-r"),
        ("utf-8", "no-such-charset"),
        ("utf-8", "ascii"),
        ("utf-8-sig", "latin-1"),
    ],
)
def test_a_charset_told(encoding: str, charset: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "a.html", charset) == RUSSIAN


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7\n1 0 obj", "not text: a PDF document"),
        (b"PK\x03\x04\x14\x00", "not text: a ZIP archive or office document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not text: an image"),
        (b"\x1f\x8b\x08\x00abc", "not text: a gzip archive"),
        (b"Norland\x00Veskia", "not text: binary data"),
        (bytes(range(1, 32)) * 9, "not text: binary data"),
        (codecs.BOM_UTF8 + b"caf\xe9", "marked as UTF-8, but byte 6 does not fit it"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "marked as UTF-16-LE, but byte 4 does not fit it"),
        ("Norland, Veskia".encode("utf-16-le") + b"x", "looks like UTF-16-LE, but byte 30 does not fit it"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\x00", "not text: binary data"),
    ],
)
def test_refused(data: bytes, why: str) -> None:
    with pytest.raises(ReadError) as refused:
        decode(data, "a.txt")
    assert (refused.value.which, refused.value.why) == ("a.txt", why)


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs", "Cc")) | st.sampled_from("\r\n\t")))
def test_utf8_comes_back_unchanged(text: str) -> None:
    data = text.encode()
    if data.startswith(codecs.BOM_UTF8):
        text = text[1:]
    assert decode(data, "a.txt") == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with suppress(ReadError):
        assert "\x00" not in decode(data, "a.txt")
