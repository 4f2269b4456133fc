"""`crosswire read`: what was made of each report, for people and for programs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bench.fuzz.builders import FORMATS, OUTLET, TITLE, pdf, plain, table, warc

from crosswire.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("plain.txt", "page.html", "print.pdf", "table.csv"):
        (tmp_path / name).write_bytes(FORMATS[name]())
    (tmp_path / "map.png").write_bytes(b"x")
    return tmp_path


def test_what_was_made_of_each(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder)]) == 0
    told = capsys.readouterr()
    blocks = [block.split("\n") for block in told.out.strip().split("\nt")]
    assert told.err == f"set aside: {folder}/map.png: a picture, no report\n"
    assert told.out.splitlines()[0] == "page"
    assert f"  title      {TITLE} (the page)" in blocks[0]
    assert "  published  2031-09-05 (the page's meta element article:published_time)" in blocks[0]
    assert "  published  2031-09-05 (a line at the head of the text)" in told.out
    assert f'  outlet     {OUTLET} (the field "Source")' in told.out
    assert "  language   en" in told.out
    assert "of it furniture" in told.out
    assert f"  begins     {TITLE} Norland will close the strait" in told.out


def test_json_lines_with_the_stored_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--json", "--text"]) == 0
    rows = {row["id"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert set(rows) == {"plain", "page", "print", "strait-closed"}
    assert rows["plain"]["text"] == plain().decode()
    for row in rows.values():
        assert row["characters"] == len(row["text"])
        assert 0 <= row["share"] <= 1
    assert rows["plain"]["published_from"] == "a line at the head of the text"
    assert main(["read", str(folder), "--json"]) == 0
    assert all("text" not in json.loads(line) for line in capsys.readouterr().out.splitlines())


def test_the_stored_text_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder / "plain.txt"), "--text"]) == 0
    assert plain().decode() in capsys.readouterr().out


def test_fields_that_the_user_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = table().replace(b"Body", b"Rumpf").replace(b"Headline", b"Kopf")
    (tmp_path / "a.csv").write_bytes(data)
    assert main(["read", str(tmp_path)]) == 1
    assert "no column of text among Kopf, Source" in capsys.readouterr().err
    assert main(["read", str(tmp_path), "--fields", "text=Rumpf, title=kopf"]) == 0
    assert f'{TITLE} (the field "Kopf")' in capsys.readouterr().out


@pytest.mark.parametrize("given", [pdf(), warc(), FORMATS["crawl2.warc.gz"](), FORMATS["pages.wacz"](), table()])
def test_standard_input_by_what_it_holds(given: bytes) -> None:
    command = [sys.executable, "-m", "crosswire.cli", "read", "-", "--json"]
    told = subprocess.run(command, input=given, capture_output=True, check=False, timeout=120)
    assert told.returncode == 0
    assert json.loads(told.stdout.splitlines()[0])["language"] == "en"


def test_strict_passes_over_what_is_no_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--strict", str(folder)]) == 0
    (folder / "empty.txt").write_text("")
    assert main(["read", "--strict", str(folder)]) == 1
    assert f"could not read: {folder}/empty.txt: empty file" in capsys.readouterr().err
