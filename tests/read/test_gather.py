"""Everything that may be given, and everything that may be wrong with it."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.errors import ReadError
from crosswire.model import Report, Unread
from crosswire.read import found, gather, stream

TEXT = "Norland will close the strait of Mirra on Friday, its foreign minister said in Halden.\n\nVeskia objected.\n"
PAGE = (
    f"<html><head><title>Strait closed</title></head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
)
ENTRY = f"<item><title>A</title><description>{TEXT}</description></item>"
FEED = f"<rss version='2.0'><channel><title>F</title>{ENTRY}</channel></rss>"
LINE = '{"id": "l1", "text": "Norland will close the strait of Mirra on Friday."}\n'


def ids(reports: tuple[Report, ...]) -> list[str]:
    return [report.id for report in reports]


def whys(unread: tuple[Unread, ...]) -> list[str]:
    return [item.why for item in unread]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "two\r\nline ends\rof each\n kind  ",
        "\n\n  leading",
        "no end",
        "tab\tand\u00a0nbsp",
        "a \u2028 b \x0c c \x85 d",
    ],
)
def test_a_plain_text_is_stored_unchanged(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    (report,), unread = gather([path])
    assert report.text == text
    assert (report.id, report.title, report.outlet, unread) == ("a", None, None, ())


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))).filter(str.strip))
def test_every_plain_text_is_stored_unchanged(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(text.encode("utf-8-sig"))
    (report,), _ = gather([path])
    assert report.text == text


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", TEXT, ["a"]),
        ("a.TXT", TEXT, ["a"]),
        ("a.md", "# Strait closed\n\n" + TEXT, ["a"]),
        ("a.html", PAGE, ["a"]),
        ("a.htm", PAGE, ["a"]),
        ("a.jsonl", LINE, ["l1"]),
        ("a.xml", FEED, ["A"]),
        ("a.rss", FEED, ["A"]),
        ("a.atom", FEED, ["A"]),
        ("a.json", LINE, ["l1"]),
        ("told-by-content", PAGE, ["told-by-content"]),
        ("told-by-content.dat", TEXT, ["told-by-content"]),
    ],
)
def test_kinds_of_file(tmp_path: Path, name: str, content: str, expected: list[str]) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    reports, unread = gather([str(tmp_path / name)])
    assert (ids(reports), unread) == (expected, ())
    assert all("Norland" in report.text and "<" not in report.text for report in reports)


def test_a_packed_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINE.encode()))
    assert ids(gather([tmp_path])[0]) == ["l1"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b"\xef\xbb\xbf", "empty file"),
        ("a.txt", b" \n\t\r\n", "nothing but white space in the file"),
        ("a.txt", b"Norland\x00Veskia", "not text: binary data"),
        ("a.txt", b"%PDF-1.7", "not text: a PDF document"),
        ("a.docx", b"PK\x03\x04", "damaged: File is not a zip file"),
        ("a.html", b"<html><body><script>alert(1)</script></body></html>", "no article text found in the page"),
        ("a.html", b"", "empty file"),
        ("a.html", b"\x89PNG\r\n\x1a\n\x00", "not text: an image"),
        ("a.xml", b"<?xml version='1.0'?><note>hello</note>", "neither RSS nor Atom"),
        ("a.rss", b"not xml at all", "neither RSS nor Atom"),
        ("a.rss", b"<rss version='2.0'><channel><title>F</title></channel></rss>", "the feed has no entries"),
        ("a.jsonl", b"", "empty file"),
        ("a.jsonl.gz", b"not packed", "damaged: Not a gzipped file (b'no')"),
        ("a.jsonl.gz", gzip.compress(LINE.encode() * 50)[:40], "damaged: Compressed file ended before"),
        ("a.warc", b"not an archive", "not a WARC archive: it does not begin with WARC/"),
        ("a.warc", b"", "no archived page in it"),
        ("a.wacz", b"not a zip", "damaged: File is not a zip file"),
    ],
)
def test_unusable_files(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    reports, unread = gather([path])
    assert reports == ()
    assert [item.name for item in unread] == [str(path)]
    assert unread[0].why.startswith(why)


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    gone = tmp_path / "gone.txt"
    dangling = tmp_path / "dangling.txt"
    dangling.symlink_to(tmp_path / "gone too.txt")
    reports, unread = gather([gone, dangling, "/dev/zero", "x" * 5000, "null\0byte.txt"])
    assert reports == ()
    assert whys(unread)[:2] == ["no such file", "no such file"]
    assert whys(unread)[2].startswith("a device, not a file; allowed: .txt")
    assert whys(unread)[3:] == ["file name too long", "not a path: there is a zero byte in it"]


def test_a_file_that_vanishes_while_the_others_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    items = stream([tmp_path])
    assert isinstance(next(items), Report)
    (tmp_path / "b.txt").unlink()
    assert [(Path(item.name).name, item.why) for item in items if isinstance(item, Unread)] == [
        ("b.txt", "no such file")
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert whys(gather([tmp_path / "a.txt"])[1]) == ["no permission to read it"]


def test_a_folder_is_read_in_the_order_of_names_other_endings_passed_over(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a/3.htm", "c.txt", "picture.png", "gold.json", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE if name.endswith("htm") else TEXT)
    reports, unread = gather([tmp_path])
    assert ids(reports) == ["c", "3", "1", "2"]
    assert {Path(item.name).name: item.why for item in unread} == {
        tmp_path.name: "2 set aside: hidden: .git, .hidden.txt",
        "picture.png": "a picture, no report",
        "gold.json": "not JSON: invalid character (byte 0); allowed: a list of reports, or one report",
    }


@pytest.mark.parametrize(
    ("names", "what"),
    [([], "an empty folder"), (["x.png", "y.dat", "z"], "only what is set aside")],
)
def test_a_folder_with_nothing_to_read(tmp_path: Path, names: list[str], what: str) -> None:
    for name in names:
        (tmp_path / name).write_text(TEXT)
    reports, unread = gather([tmp_path])
    assert reports == ()
    assert [item.name for item in unread] == [*(str(tmp_path / name) for name in names), str(tmp_path)]
    assert unread[-1].why.startswith(f"nothing to read in it: {what}; allowed: .txt")


def test_the_same_file_is_read_once_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert ids(gather(["a.txt", tmp_path / "a.txt", "./a.txt", tmp_path, "link.txt"])[0]) == ["a"]


def test_copies_under_names_of_their_own_are_all_read(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(TEXT)
    reports, unread = gather([tmp_path])
    assert ids(reports) == [f"{n:02}" for n in range(30)]
    assert unread == ()


def test_two_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    for folder in ("halden", "orsk"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "00.txt").write_text(f"{folder} says: {TEXT}")
    reports, _ = gather([tmp_path])
    assert {report.id: report.text[:4] for report in reports} == {"halden/00": "hald", "orsk/00": "orsk"}


def test_reports_given_directly_are_kept_and_completed() -> None:
    told = Report(id="r", text=TEXT, language="en-GB", outlet="Halden Post")
    reports, unread = gather([told, told, Report(id="r", text=TEXT + "More."), Report(id="e", text=" ")])
    assert ids(reports) == ["r", "report/r"]
    assert (reports[0].language, reports[0].outlet, reports[1].language) == ("en", "Halden Post", "en")
    assert whys(unread) == ["nothing but white space in the text"]


def test_one_path_alone_is_no_list_of_letters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert ids(gather(str(tmp_path / "a.txt"))[0]) == ["a"]
    assert ids(gather(tmp_path / "a.txt")[0]) == ["a"]


def test_what_is_no_path_is_named() -> None:
    assert gather([7]) == ((), (Unread(name="7", why="neither a path, an address nor a Report"),))  # type: ignore[list-item]


def test_strict_stops_at_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    with pytest.raises(ReadError, match=r"could not read: .*b\.txt: empty file"):
        gather([tmp_path], strict=True)


def test_a_report_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found.whole, "__defaults__", (1_000_000,))
    (tmp_path / "a.txt").write_text("x" * 1_000_001)
    (tmp_path / "b.txt").write_text("x " * 500_000)
    reports, unread = gather([tmp_path])
    assert (ids(reports), whys(unread)) == (["b"], ["larger than 1 MB"])


def test_ten_megabytes_are_read(tmp_path: Path) -> None:
    text = TEXT * (10_000_000 // len(TEXT))
    (tmp_path / "a.txt").write_text(text)
    (report,), _ = gather([tmp_path])
    assert report.text == text
    assert report.language == "en"
