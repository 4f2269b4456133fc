"""JSON lines: good ones, bad ones named by their number, and files that are none."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from crosswire.model import Unread
from crosswire.read import gather, unpack
from crosswire.read.formats import lines
from crosswire.read.formats.lines import read_lines
from crosswire.read.found import Found, Source

SOURCE = Source(name="a.jsonl", id="a")
GOOD = {"id": "x", "text": "Norland closed the strait on Friday."}
ALLOWED = 'allowed: "text" (or body, content ...), and optionally "id", "title", "outlet", "published", "url"'


def read(text: str | bytes) -> list[Found | Unread]:
    return list(read_lines(io.BytesIO(text if isinstance(text, bytes) else text.encode()), SOURCE))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "x"}', f'no "text"; {ALLOWED}'),
        ('{"id": "x", "text": null}', f'no "text"; {ALLOWED}'),
        ('{"id": "x", "text": 7}', f'"text" is not a string; {ALLOWED}'),
        ('{"id": [], "text": "t"}', f'"id" is not a string; {ALLOWED}'),
        ('{"id": true, "text": "t"}', f'"id" is not a string; {ALLOWED}'),
        ('{"id": "x", "text": "t", "title": 3}', f'"title" is not a string; {ALLOWED}'),
        ('["x"]', f"not an object; {ALLOWED}"),
        ("{", f"not JSON: Input data was truncated; {ALLOWED}"),
        ("plain words", f"not JSON: invalid character (byte 0); {ALLOWED}"),
        ('{"id": "x", "text": "\\ud800"}', "not JSON: "),
        (b'{"id": "x", "text": "caf\xe9"}', "not JSON: "),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: str | bytes, why: str) -> None:
    bad = line if isinstance(line, bytes) else line.encode()
    first, second = read(json.dumps(GOOD).encode() + b"\n\n" + bad + b"\n")
    assert isinstance(first, Found)
    assert isinstance(second, Unread)
    assert second.name == "a.jsonl"
    assert second.why.startswith(f"line 3: {why}")


def test_everything_told_is_kept() -> None:
    told = {
        "title": "T",
        "outlet": "Halden Post",
        "published": "2031-09-05",
        "url": "https://h.example/1",
        "language": "en",
    }
    (item,) = read("\ufeff" + json.dumps(GOOD | told | {"other": [1]}))
    assert isinstance(item, Found)
    assert {key: getattr(item.report, key) for key in GOOD | told} == GOOD | told


def test_a_number_is_an_id_too() -> None:
    (item,) = read('{"id": 17, "text": "t"}')
    assert isinstance(item, Found)
    assert item.report.id == "17"


def test_a_date_that_is_none_is_told_and_the_report_kept() -> None:
    note, item = read(json.dumps(GOOD | {"published": "soon"}))
    assert note == Unread(
        name="a.jsonl",
        why="line 1: \"published\" is not a date: 'soon'; the report is read without it",
        kind="partly",
    )
    assert isinstance(item, Found)
    assert item.report.published is None


def test_a_file_that_holds_no_json_lines_is_named_once() -> None:
    (note,) = read("a line of words\n" * 5000)
    assert isinstance(note, Unread)
    assert note.why.startswith("no usable line among the first 20; line 1: not JSON")


def test_few_bad_lines_are_each_named() -> None:
    assert [item.why.split(":")[0] for item in read("{\n{\n") if isinstance(item, Unread)] == ["line 1", "line 2"]


def test_an_endless_line_ends_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LARGEST", 1_000_000)
    items = read(json.dumps(GOOD) + "\n" + "x" * 2_000_000)
    assert [type(item) for item in items] == [Found, Unread]
    assert items[1] == Unread(name="a.jsonl", why="line 2: longer than 1 MB; from here on nothing was read")


def test_ids_given_twice_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(GOOD) + "\n" + json.dumps(GOOD | {"text": "Veskia denied it."}))
    reports, unread = gather([tmp_path])
    assert [report.id for report in reports] == ["x", "a/x"]
    assert unread == ()


def test_an_empty_text_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": ""}\n{"id": "y", "text": " "}')
    assert [item.why for item in gather([tmp_path])[1]] == [
        "line 1: empty text",
        "line 2: nothing but white space in the text",
    ]


def test_a_small_packed_file_cannot_become_an_endless_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "FREE", 1_000_000)
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=9) as packed:
        packed.write(json.dumps(GOOD).encode() + b"\n")
        for _ in range(3):
            packed.write(b"\n" * 1_000_000)
    reports, unread = gather([path])
    assert [report.id for report in reports] == ["x"]
    assert [item.why for item in unread] == ["unpacks to more than 200 times its size; not read further"]
