"""Hostile and faulty inputs, each with what it must answer: so many reports, and a reason for all else."""

from __future__ import annotations

import gzip
import json
import os
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from bench.fuzz.builders import FORMATS, PAGE, PARAGRAPHS, TEXT, URL, WORDS, chunked, record, table, zipped

from crosswire.model import Report, Unread
from crosswire.read import gather, kinds

HEAD = "<html><head><title>T</title>"
HEADER = b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://h.example/%s\r\n"


class Case(NamedTuple):
    """A file, how many reports it must give (None: any number), and what its reasons must hold."""

    about: str
    file: str
    data: bytes
    reports: int | None
    why: str = ""


def page(head: str = "", body: str = PARAGRAPHS) -> bytes:
    return f"{HEAD}{head}</head><body><article>{body}</article></body></html>".encode()


def of_every_format() -> Iterator[Case]:
    """Each format whole, cut, empty, random, under no ending, and under the ending of another."""
    noise = random.Random(7).randbytes(2000) + b"\x00\x01"
    for name, build in FORMATS.items():
        data, kind = build(), name.partition(".")[2]
        several = {"jsonl": 2, "warc": 2, "warc.gz": 2, "zip": 2}.get(kind, 1)
        yield Case("whole", name, data, several)
        yield Case("cut", name, data[: len(data) // 2], None)
        yield Case("empty", name, b"", 0)
        yield Case("noise", name, noise, 0)
        if kind not in ("csv", "tsv", "md"):
            yield Case("no ending", kind.replace(".", "_"), data, several)
        yield Case("a page", name, PAGE.encode(), None)
        yield Case("a picture", name, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 0)


CHARSETS = (
    "unicode_escape raw_unicode_escape utf-7 punycode idna rot13 base64 hex zlib bz2 uu quopri undefined mbcs a\x00b "
    "utf-8-sig latin-1 ascii utf-16 cp1252 x-unknown " + "x" * 500
).split()


def of_charsets() -> Iterator[Case]:
    for charset in CHARSETS:
        told = f"text/plain; charset={charset}"
        yield Case("a charset in WARC", "a.warc", record(URL, TEXT.encode(), told), 1)
        yield Case("a charset in a page", "a.html", page(f"<meta charset='{charset}'>"), 0 if "\x00" in charset else 1)
        mail = f"From: a@h.example\r\nContent-Type: {told}\r\n\r\n{TEXT}\r\n"
        yield Case("a charset in a message", "a.eml", mail.encode(), 1)


DATES = (
    "Mon, 1 Jan 2020 00:00:00 +99999999999999999",
    "1 Jan 99999999999999999999 00:00:00",
    "0000-00-00",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "-1",
    "99999999999999999999",
    "2031-13-45",
    "2031-02-30",
    "31 February 2031",
    "soon",
    "١٢٣٤-٠١-٠١",
    "2031-09-05T10:00:00+99:99",
    "Fri, 99 Sep 2031 99:99:99 +0000",
    "x" * 10_000,
    "1 " * 5_000,
)


def of_dates() -> Iterator[Case]:
    for told in DATES:
        row = json.dumps({"text": TEXT, "published": told}).encode()
        yield Case("a date in a row", "a.jsonl", row, 1, "is not a date")
        meta = f'<meta property="article:published_time" content="{told}">'
        yield Case("a date in a page", "a.html", page(meta), 1)
        rss = f"<rss version='2.0'><channel><item><pubDate>{told}</pubDate><description>{WORDS[0]}</description></item>"
        yield Case("a date in a feed", "a.rss", f"{rss}</channel></rss>".encode(), 1)
        yield Case("a date in a message", "a.eml", f"From: a@h.example\r\nDate: {told}\r\n\r\n{TEXT}".encode(), 1)


def lying(length: int | str) -> bytes:
    whole = record("https://h.example/lie", TEXT.encode(), "text/plain")
    head, _, rest = whole.partition(b"Content-Length: ")
    return head + b"Content-Length: " + str(length).encode() + rest[rest.index(b"\r\n") :]


def of_archives() -> Iterator[Case]:
    one, two = (record(f"https://h.example/{n}", TEXT.encode(), "text/plain") for n in "12")
    for length in (100, 390, 500, 10**12, 10**25, -5, "x", ""):
        about = f"a record of length {length}"
        yield Case(about, "a.warc", one + lying(length) + two, None, "http")
        yield Case(about, "a.warc.gz", b"".join(map(gzip.compress, (one, lying(length), two))), None, "http")
    coded = "Content-Encoding: {}\r\n".format
    yield Case("says gzip, is not", "a.warc", record(URL, TEXT.encode(), "text/plain", coded("gzip")), 1)
    yield Case("says br, is noise", "a.warc", record(URL, b"\x00\x01", headers=coded("br")), 0, "damaged")
    yield Case("says lzw", "a.warc", record(URL, b"\x00\x01", headers=coded("lzw")), 0, "not known: lzw")
    bomb = gzip.compress(b"a " * 10_000_000)
    yield Case("a bomb", "a.warc", record(URL, bomb, "text/plain", coded("gzip")), 0, "larger than 10 MB")
    cut = chunked(TEXT.encode(), 50)[:-40]
    yield Case("chunks cut", "a.warc", record(URL, cut, "text/plain", "Transfer-Encoding: chunked\r\n"), 1, "cut short")
    yield Case("cut", "a.warc", one + two[:-100], 2, "cut short")
    yield Case("304", "a.warc", one + record(URL, b"", status="304 Not Modified"), 1, "answers 304")
    revisit = HEADER % (b"revisit", b"r") + b"Content-Length: 0\r\n\r\n\r\n\r\n"
    yield Case("revisit", "a.warc", one + revisit, 1, "revisit")
    truncated = one.replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date")
    yield Case("truncated", "a.warc", truncated, 1, "cut by the crawler (length)")
    yield Case("a PDF that is none", "a.warc", record(URL, b"%PDF-1.5\n....", "application/pdf"), 0, "damaged PDF")
    yield Case("a picture", "a.warc", one + record(URL, b"x", "image/png"), 1, "no page but image/png")
    yield Case("endless headers", "a.warc", b"WARC/1.0\r\n" * 20_000, 0, "damaged")
    yield Case("no name in UTF-8", "a.wacz", b"PK\x03\x04", 0, "damaged")
    deep = {"archive/a.warc": one, "pages/pages.jsonl": b"[" * 100_000}
    yield Case("pages nested deep", "a.wacz", zipped(deep), 1)
    yield Case("not a WARC in it", "a.wacz", zipped({"archive/a.warc": b"hello"}), 0, "not a WARC archive")
    yield Case("nothing in it", "a.wacz", zipped({"a.txt": b"hello"}), 0, "no WARC archive inside it")
    nested = zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"a.txt": TEXT.encode()})})})})
    yield Case("zips in zips", "a.zip", nested, 0, "an archive in 2 others is not opened")
    yield Case("zips in a zip", "a.zip", zipped({"a.zip": zipped({"a.txt": TEXT.encode()})}), 1)
    yield Case("a path that climbs", "a.zip", zipped({"../../a.txt": TEXT.encode()}), None, "")
    yield Case("a bomb", "a.zip", zipped({"a.txt": b"\0" * 30_000_000}), 0, "unpacks to more than 200 times")
    yield Case("empty", "a.zip", zipped({}), 0, "an empty archive")
    yield Case(
        "a bomb", "a.docx", zipped({"word/document.xml": b" " * 30_000_000}), 0, "unpacks to more than 200 times"
    )


BOMB = "".join(f"<!ENTITY {chr(98 + n)} '" + f"&{chr(97 + n)};" * 10 + "'>" for n in range(12))


def of_markup() -> Iterator[Case]:
    for tag in ("<br>", "<b>w</b> ", "<a href='/x'>w</a> ", "&eacute; ", "<p>word</p>", "<div>", "<!--", "<", "</p>"):
        yield Case(f"2,000 {tag}", "a.html", page(body=PARAGRAPHS + tag * 2000), None)
    yield Case(
        "entities", "a.xml", f"<!DOCTYPE nitf [<!ENTITY a 'a'>{BOMB}]><nitf>&m;</nitf>".encode(), 0, "damaged XML"
    )
    secret = "<!DOCTYPE nitf [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><nitf><body.content>&a;</body.content></nitf>"
    yield Case("a file of this computer", "a.xml", secret.encode(), 0, "no text in it")
    yield Case("a script alone", "a.html", b"<html><body><script>alert(1)</script></body></html>", 0, "no article text")
    yield Case("a feed of nothing", "a.rss", b"<rss version='2.0'><channel></channel></rss>", 0, "no entries")
    yield Case("RTF nested deep", "a.rtf", b"{\\rtf1 " + b"{" * 100_000, 0, "empty file")
    yield Case("headers without end", "a.eml", b"Subject: " + b"=?utf-8?q?a?= " * 5000 + b"\n\nwords", 1)
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000))
    yield Case("parts in parts", "a.eml", parts, 0, "nested too deeply")
    yield Case("JSON nested deep", "a.json", b"[" * 100_000, 0)
    yield Case("a table without text", "a.csv", b"a,b\n1,2\n", 0, "no column of text among a, b")
    yield Case("a quotation mark left open", "a.csv", b'text\n"' + b"word " * 50_000, 1)
    yield Case("half a surrogate pair", "a.jsonl", b'{"text": "\\ud800"}', 0, "not JSON")


def of_own_output() -> Iterator[Case]:
    own = '<meta name="generator" content="crosswire">'
    yield Case("the page", "story.html", page(own), 0, "a page that crosswire wrote")
    yield Case("the ledger", "story.json", b'{"format":"crosswire.story/1"}', 0, "a ledger that crosswire wrote")
    yield Case("the table", "story.csv", b"part,id,verdict,slot,nature\r\n", 0, "a table that crosswire wrote")
    yield Case(
        "the brief",
        "story.md",
        b"# T\n\n## 1 Read: 2 reports, 1 origin\n\n- **01** a",
        0,
        "a brief that crosswire wrote",
    )
    desk = b"SQLite format 3\x00".ljust(68, b"\x00") + b"cwde"
    yield Case("the desk", "a.desk", desk, 0, "a desk of crosswire, not a report")
    yield Case("a table", "a.csv", table(), 1)


CASES = [
    case
    for cases in (of_every_format, of_charsets, of_dates, of_archives, of_markup, of_own_output)
    for case in cases()
]


def test_there_are_enough() -> None:
    assert len(CASES) >= 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.about[:30]} {case.file}")
def test_every_input_answers(tmp_path: Path, case: Case) -> None:
    path = tmp_path / case.file
    path.write_bytes(case.data)
    reports, unread = gather([path])
    assert reports or unread
    assert case.reports is None or len(reports) == case.reports
    assert case.why in "; ".join(note.why for note in unread)
    assert all(report.to_json() and report.text.strip() for report in reports)
    assert all("could not be understood" not in note.why for note in unread)
    if path.is_file() and case.about == "a path that climbs":
        assert not (tmp_path.parent.parent / "a.txt").exists()


NAMES = (
    "-x.txt",
    "a\x1b[31m.txt",
    "a\nb.txt",
    "\u202etxt.exe.txt",
    "é.txt",
    "a b.txt",
    "a;b.txt",
    "…" * 60 + ".txt",
    "*.txt",
)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT)
    (report,), unread = gather([tmp_path])
    assert unread == ()
    assert report.id.isprintable()


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text(TEXT)
    (report,), _ = gather([tmp_path])
    assert report.to_json()


def test_a_fault_of_a_reader_is_told_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Iterator[Report | Unread]:
        raise ZeroDivisionError("by nought")

    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    monkeypatch.setitem(kinds.READERS, ".md", fail)
    reports, unread = gather([tmp_path])
    assert [report.id for report in reports] == ["b"]
    assert [note.why for note in unread] == ["could not be understood: ZeroDivisionError: by nought"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.html", page(body=PARAGRAPHS + "words<br>" * 100_000)),
        ("a.html", page(body=PARAGRAPHS + "<a href='/x'>word</a> " * 100_000)),
        ("a.html", page(body="<p>" + "&eacute; &amp; " * 100_000)),
        ("a.html", page(body="<table>" + "<tr><td>w</td></tr>" * 7_400)),
        ("a.txt", b"norland closed the strait of mirra " * 300_000),
        ("a.jsonl", b'{"text": "Norland closed the strait of Mirra."}\n' * 50_000),
        ("a.csv", b"title,text\n" + b"x,Norland closed it\n" * 50_000),
        ("a.eml", b"From: a@h.example\r\n\r\n" + b"words and " * 1_000_000),
        (
            "a.xml",
            b"<rss version='2.0'><channel>" + b"<item><title>x</title><description>w</description></item>" * 10_000,
        ),
        ("a.rtf", b"{\\rtf1 " + b"{\\b word} \\par " * 100_000 + b"}"),
    ],
)
def test_large_inputs_are_read(tmp_path: Path, file: str, data: bytes) -> None:
    (tmp_path / file).write_bytes(data)
    assert gather([tmp_path / file])[0]


@pytest.mark.slow
def test_many_large_members_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(30):
            packed.writestr(f"archive/{number}.warc", b"\0" * 20_000_000)
    assert [note.why for note in gather([tmp_path / "a.wacz"])[1]] == [
        "its files unpack to more than 200 times its size"
    ]
