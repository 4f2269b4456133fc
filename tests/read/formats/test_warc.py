"""WARC and WACZ: a report a page."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.read import Read, gather, look

WORDS = (
    "Norland will close the strait of Mirra to all foreign ships on Friday, its foreign minister said in Halden. " * 3
)
HTML = f"<html><head><title>Strait closed</title></head><body><article><p>{WORDS}</p></article></body></html>".encode()


def record(url: str, body: bytes, media: str = "text/html", status: int = 200, headers: str = "") -> bytes:
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-09-05T10:00:00Z\r\n"
        + f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n".encode()
        + f"Content-Length: {len(http)}\r\n\r\n".encode()
        + http
        + b"\r\n\r\n"
    )


ARCHIVE = (
    record("https://halden.example/strait.html", HTML)
    + record("https://halden.example/logo.png", b"\x89PNG", "image/png")
    + record("https://halden.example/gone", HTML, status=404)
    + record("https://halden.example/empty", b"<html><body></body></html>")
    + record("https://halden.example/packed", gzip.compress(HTML), headers="Content-Encoding: gzip\r\n")
    + record("https://halden.example/plain", WORDS.encode(), "text/plain; charset=utf-8")
)


def test_each_page_is_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(ARCHIVE)
    reports, unread = gather([tmp_path])
    assert [(r.id, r.url) for r in reports] == [
        ("strait", "https://halden.example/strait.html"),
        ("packed", "https://halden.example/packed"),
        ("plain", "https://halden.example/plain"),
    ]
    assert all("strait of Mirra" in report.text and "<" not in report.text for report in reports)
    assert [item.why for item in unread] == [
        "https://halden.example/empty: no article text found in the page",
        "1 record passed over: no page but image/png; the first is https://halden.example/logo.png",
        "1 record passed over: answers 404; the first is https://halden.example/gone",
    ]


def test_a_packed_archive(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(
        b"".join(gzip.compress(r) for r in (ARCHIVE[: ARCHIVE.index(b"WARC/1.0", 9)], ARCHIVE))
    )
    reports, _ = gather([tmp_path])
    assert [report.id for report in reports] == ["strait", "a/strait", "packed", "plain"]


def test_an_archive_cut_short_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(
        (gzip.compress(record("https://h.example/1", HTML)) + gzip.compress(ARCHIVE))[:-60]
    )
    reports, unread = gather([tmp_path])
    assert reports[0].id == "1"
    assert any("damaged" in item.why for item in unread)


def wacz(path: Path, pages: list[str] | None) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("archive/data.warc.gz", gzip.compress(ARCHIVE))
        if pages is not None:
            lines = [{"format": "json-pages-1.0"}, *({"url": url} for url in pages)]
            packed.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)) + "\nnot json")


def test_wacz_with_its_list_of_pages(tmp_path: Path) -> None:
    wacz(tmp_path / "a.wacz", ["https://halden.example/plain"])
    reports, unread = gather([tmp_path])
    assert [report.id for report in reports] == ["plain"]
    assert "not on the archive's list of pages" in unread[0].why


def test_wacz_without_a_list(tmp_path: Path) -> None:
    wacz(tmp_path / "a.wacz", None)
    assert [report.id for report in gather([tmp_path])[0]] == ["strait", "packed", "plain"]


def test_wacz_without_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.writestr("datapackage.json", "{}")
    assert [item.why for item in gather([tmp_path])[1]] == ["no WARC archive inside it"]


def test_a_small_wacz_cannot_become_an_endless_one(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/data.warc", b"\0" * 30_000_000)
    (tmp_path / "a.wacz").write_bytes(buffer.getvalue())
    assert [item.why for item in gather([tmp_path])[1]] == ["archive/data.warc unpacks to more than 200 times its size"]


@pytest.mark.parametrize(
    ("place", "value", "why"),
    [
        (8, 1, "archive/data.warc.gz is locked with a password"),
        (10, 99, "damaged: That compression method is not supported"),
    ],
)
def test_a_wacz_that_cannot_be_unpacked_is_named(tmp_path: Path, place: int, value: int, why: str) -> None:
    wacz(tmp_path / "a.wacz", None)
    data = bytearray((tmp_path / "a.wacz").read_bytes())
    for start, back in ((data.index(b"PK\x01\x02"), 0), (data.index(b"PK\x03\x04"), 2)):
        data[start + place - back] = value
    (tmp_path / "a.wacz").write_bytes(data)
    assert [item.why for item in gather([tmp_path])[1]] == [why]


@settings(max_examples=60)
@given(
    st.sampled_from([".txt", ".html", ".jsonl", ".jsonl.gz", ".rss", ".warc", ".warc.gz", ".wacz", ".dat"]), st.data()
)
def test_no_file_whatever_raises(tmp_path_factory: pytest.TempPathFactory, ending: str, data: st.DataObject) -> None:
    seed = {".warc": ARCHIVE, ".warc.gz": gzip.compress(ARCHIVE), ".html": HTML}.get(
        ending, b'{"id": "x", "text": "words"}'
    )
    at = data.draw(st.integers(0, len(seed)))
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    path.write_bytes(seed[:at] + data.draw(st.binary(max_size=40)) + seed[at + data.draw(st.integers(0, 60)) :])
    reports, unread = gather([path])
    assert reports or unread
    assert all(item.why for item in unread)


def many(count: int, lies: dict[int, bytes]) -> bytes:
    return b"".join(
        lies.get(number, record(f"https://halden.example/{number}", HTML + b" " * (number * 997 % 60_000)))
        for number in range(count)
    )


@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
def test_a_lie_costs_one_record_and_no_other(tmp_path: Path, ending: str) -> None:
    true = record("https://halden.example/lie", HTML)
    length = str(len(true.partition(b"\r\n\r\n")[2]) - 4).encode()
    lies = {
        number: true.replace(b"Content-Length: " + length, b"Content-Length: " + lie)
        for number, lie in ((20, b"10"), (50, b"99999999999"), (51, b"x"), (80, b"70000"))
    }
    data = many(120, lies)
    (tmp_path / f"a{ending}").write_bytes(gzip.compress(data) if ending.endswith("gz") else data)
    reports, unread = gather([tmp_path])
    told = {report.url for report in reports}
    assert told >= {f"https://halden.example/{number}" for number in range(120) if number not in lies}
    assert sum("reading went on at the next record" in note.why for note in unread) == 4


def test_an_archive_that_is_packed_under_a_plain_name(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(gzip.compress(ARCHIVE))
    assert len(gather([tmp_path])[0]) == 3


def test_a_page_of_no_kind_told_is_known_by_how_it_begins(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record("https://h.example/1", b"<!-- a -->\n" + HTML, ""))
    assert [report.id for report in gather([tmp_path])[0]] == ["1"]


def told_by(path: Path, files: dict[str, bytes], changed: dict[str, bytes]) -> None:
    """A WACZ with hashes of `files`, in which those in `changed` are others."""
    resources = [
        {"path": name, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
        for name, data in files.items()
    ]
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in {**files, **changed}.items():
            packed.writestr(name, data)
        packed.writestr("datapackage.json", json.dumps({"resources": resources}))


PAGES = {"archive/data.warc": record("https://halden.example/a", HTML), "indexes/index.cdx": b"a 2031"}


def test_the_hash_of_an_archive_is_checked_and_recorded(tmp_path: Path) -> None:
    told_by(tmp_path / "a.wacz", PAGES, {})
    (read,) = [item for item in look([tmp_path]) if isinstance(item, Read)]
    digest = hashlib.sha256(PAGES["archive/data.warc"]).hexdigest()
    assert read.whence.archive == f"archive/data.warc, sha256:{digest}, as the archive tells"
    assert gather([tmp_path])[1] == ()


@pytest.mark.parametrize(
    ("name", "data", "recorded"),
    [
        ("archive/data.warc", record("https://halden.example/b", HTML), False),
        ("indexes/index.cdx", b"a 2032", True),
    ],
)
def test_a_file_that_was_changed_is_named_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, recorded: bool
) -> None:
    told_by(tmp_path / "a.wacz", PAGES, {name: data})
    reports, unread = gather([tmp_path])
    assert len(reports) == 1
    assert [(item.kind, item.why.partition(": ")[0]) for item in unread] == [("partly", name)]
    assert "sha256 is not the one told" in unread[0].why
    (read,) = [item for item in look([tmp_path]) if isinstance(item, Read)]
    assert (read.whence.archive is not None) == recorded
