"""The commands from end to end: results on standard output, complaints on standard error, the status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from crosswire import compare
from crosswire.cli import main
from crosswire.errors import NothingReadError, ReadError
from crosswire.model import Report
from crosswire.read.found import KINDS

Site = Callable[[Callable[[BaseHTTPRequestHandler], None]], str]
ONE = (
    "Strait of Mirra closed\n\n"
    "Norland closed the strait of Mirra on Friday, its foreign minister, Ada Holm, said in Halden.\n\n"
    "“Nobody will pass,” Holm said. Fourteen ships turned back.\n\nAlso read:\n\n0 Comments\n"
)
TWO = (
    "Veskia protests\n\nVeskia protested on Saturday after Norland closed the strait of Mirra to foreign ships.\n\n"
    "“It is a breach of the treaty,” said Ivo Brandt, the Veskian envoy in Halden. Sixteen ships turned back.\n"
)
RUSSIAN = (
    "Норландия закрыла пролив Мирра\n\n"
    "Норландия закрыла пролив Мирра в пятницу, заявила в Хальдене министр иностранных дел.\n\n"
    "«Никто не пройдёт», — сказала она. Четырнадцать судов повернули назад.\n"
)
HOSTILE = "\x1b]0;gone\x07\x1b[31mred\x1b[0m <script>alert(1)</script> Norland closed the strait on Friday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "two.txt").write_text(TWO, "utf-8")
    return tmp_path


def run(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Runs crosswire as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "crosswire.cli", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=300,
        **more,
    )


def story(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, Any, str]:
    """The status, the ledger and the complaints of `compare --format json`."""
    status = main(["compare", "--format", "json", *map(str, arguments)])
    told = capsys.readouterr()
    return status, json.loads(told.out) if told.out else None, told.err


def test_compare_gives_the_ledger(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, ledger, errors = story(capsys, folder)
    assert (status, errors) == (0, "")
    assert ledger["format"] == "crosswire.story/1"
    assert [report["id"] for report in ledger["reports"]] == ["one", "two"]
    texts = {"one": ONE, "two": TWO}
    for point in ledger["points"]:
        for told in point["evidence"]:
            assert texts[told["report"]][told["start"] : told["end"]] == told["exact"]
    furniture = [ONE[f["start"] : f["end"]] for f in ledger["reports"][0]["furniture"]]
    assert furniture == ["Also read:", "0 Comments"]


@pytest.mark.parametrize(
    ("name", "start"), [("a.html", "<!doctype html>"), ("a.json", '{"format":'), ("a.md", "# "), ("a.csv", "")]
)
def test_the_ending_of_the_output_chooses_the_format(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, start: str
) -> None:
    out = folder.parent / f"{folder.name}-{name}"
    assert main(["compare", str(folder), "--output", str(out)]) == 0
    assert capsys.readouterr() == ("", "")
    written = out.read_text("utf-8")
    assert written.lower().startswith(start)
    assert written.endswith("\n")


def test_the_brief(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "one" in out
    assert "\x1b" not in out


def test_statements_come_one_line_a_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statements", str(folder)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["one", "two"]
    assert [statement["voice"]["name"] for statement in rows[1]["statements"] if statement["content"]]
    for statement in rows[0]["statements"]:
        assert statement["id"].startswith("one:")


def test_group(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "three.txt").write_text(ONE.replace("Also read:", "Read more:"), "utf-8")
    assert main(["group", str(folder)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [sorted(row) for row in rows] == [["id", "origin", "outlet", "published", "story", "title", "why"]] * 3
    assert [row["title"] for row in rows] == ["Strait of Mirra closed", "Strait of Mirra closed", "Veskia protests"]
    assert rows[0]["why"]["nearest"] == "three"
    assert "Mirra" in rows[0]["why"]["shared"]
    origin = {row["id"]: row["origin"] for row in rows}
    assert origin["one"] == origin["three"] != origin["two"]
    place = {row["id"]: row["story"] for row in rows}
    assert place["one"] == place["three"]


def test_group_writes_stories_that_compare_takes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = folder.parent / f"{folder.name}-stories"
    assert main(["group", str(folder), "--into", str(into)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {path.stem for path in into.iterdir()} == {row["story"] for row in rows}
    status, ledger, _ = story(capsys, into / f"{rows[0]['story']}.jsonl")
    assert status == 0
    assert ledger["reports"][0]["text"] == ONE
    assert main(["group", str(folder), "--into", str(into)]) == 1
    assert capsys.readouterr() == (
        "",
        f"could not write: {into}: the folder is not empty (allowed: a new folder, an empty one)\n",
    )


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "binary.md").write_bytes(bytes(range(256)))
    status, ledger, errors = story(capsys, folder, folder / "gone.txt")
    assert status == 0
    assert len(ledger["reports"]) == 2
    assert errors.splitlines() == [
        f"could not read: {folder}/binary.md: not text: binary data; allowed: {KINDS}",
        f"could not read: {folder}/empty.txt: empty file",
        f"could not read: {folder}/gone.txt: no such file",
    ]
    reasons = [f"not text: binary data; allowed: {KINDS}", "empty file", "no such file"]
    assert [item["why"] for item in ledger["unread"]] == reasons


@pytest.mark.parametrize("command", ["compare", "statements", "group"])
def test_nothing_usable_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert main([command, str(tmp_path), str(tmp_path / "gone")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[-1] == "nothing to show: 2 given: no usable report among them"


@pytest.mark.parametrize("command", ["compare", "statements", "group"])
def test_strict_ends_with_1_at_the_first(folder: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    (folder / "a.txt").write_text("")
    assert main([command, "--strict", str(folder)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"could not read: {folder}/a.txt: empty file\n"


def test_an_output_that_cannot_be_written_ends_with_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(folder), "--output", str(folder / "none" / "a.html")]) == 1
    assert capsys.readouterr().err.startswith(f"could not write: {folder}/none/a.html: there is no folder")


@pytest.mark.parametrize(
    ("text", "encoding"), [(ONE, "cp1252"), (ONE, "utf-16"), (ONE, "utf-8-sig"), (ONE.replace("\n", "\r\n"), "utf-8")]
)
def test_encodings(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, encoding: str) -> None:
    (tmp_path / "one.txt").write_bytes(text.encode(encoding))
    status, ledger, _ = story(capsys, tmp_path)
    assert (status, ledger["reports"][0]["text"]) == (0, text)


def test_one_report_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, ledger, _ = story(capsys, folder / "one.txt")
    assert status == 0
    assert [origin["reports"] for origin in ledger["origins"]] == [["one"]]
    assert {point["verdict"] for point in ledger["points"]} <= {"single-source"}


def test_thirty_copies_are_one_origin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(ONE, "utf-8")
    status, ledger, _ = story(capsys, tmp_path)
    assert status == 0
    assert len(ledger["reports"]) == 30
    assert len(ledger["origins"]) == 1
    assert "corroborated" not in {point["verdict"] for point in ledger["points"]}


def test_a_report_in_another_language_is_kept_named_and_not_aligned(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "ru.txt").write_text(RUSSIAN, "utf-8")
    status, ledger, _ = story(capsys, folder)
    assert status == 0
    report = {r["id"]: r for r in ledger["reports"]}["ru"]
    assert (report["language"], report["understood"], report["text"]) == ("ru", False, RUSSIAN)
    assert all(told["report"] != "ru" for point in ledger["points"] for told in point["evidence"])
    assert any("ru" in origin["reports"] for origin in ledger["origins"])
    assert main(["statements", str(folder / "ru.txt")]) == 0
    assert json.loads(capsys.readouterr().out) == {"id": "ru", "statements": [], "understood": False}


@pytest.mark.parametrize("form", ["terminal", "html", "json", "markdown", "csv"])
def test_a_report_cannot_write_escape_sequences(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    (tmp_path / "a\x1b[31m.txt").write_text(HOSTILE, "utf-8")
    (tmp_path / "b\x1b[31m.txt").write_text("")
    assert main(["compare", str(tmp_path), "--format", form]) == 0
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert "\x07" not in told.out + told.err


def test_a_pattern_that_the_shell_left_is_spelled_out(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "[1].txt").write_text(ONE, "utf-8")
    assert main(["group", "t*.txt", "[1].txt", "o?e.txt", "x*.txt"]) == 0
    told = capsys.readouterr()
    assert [json.loads(line)["id"] for line in told.out.splitlines()] == ["two", "[1]", "one"]
    assert told.err == "could not read: x*.txt: no such file\n"


def test_a_report_of_only_a_title_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "title.txt").write_text("Norland closes strait of Mirra", "utf-8")
    status, ledger, errors = story(capsys, tmp_path)
    assert (status, errors) == (0, "")
    assert ledger["reports"][0]["understood"]


def test_one_line_without_a_stop_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = "norland closed the strait of mirra and the ships turned back because nobody would pass "
    (tmp_path / "line.txt").write_text(words * 120, "utf-8")
    status, ledger, errors = story(capsys, tmp_path)
    assert (status, errors) == (0, "")
    assert max(len(told["exact"]) for point in ledger["points"] for told in point["evidence"]) <= 400


def test_standard_input(folder: Path) -> None:
    lines = "".join(json.dumps({"id": f"{n}", "text": text}) + "\n" for n, text in enumerate([ONE, TWO]))
    told = run("group", "-", input=(lines + "{bad\n").encode())
    assert told.returncode == 0
    assert [json.loads(line)["id"] for line in told.stdout.splitlines()] == ["0", "1"]
    assert told.stderr.startswith(b"could not read: standard input: line 3: not JSON")
    told = run("group", "-", folder / "one.txt", "-", input=TWO.encode())
    assert [json.loads(line)["id"] for line in told.stdout.splitlines()] == ["stdin", "one"]
    told = run("group", "-", input=b"")
    assert (told.returncode, told.stderr.splitlines()[0]) == (1, b"could not read: standard input: empty file")


def test_a_terminal_without_utf8(folder: Path) -> None:
    told = run("compare", folder, env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.isascii()
    assert b"Nobody will pass" in told.stdout


def test_a_reader_that_goes_away(folder: Path) -> None:
    command = (
        f'"{sys.executable}" -m crosswire.cli compare "{folder}" --format json | head -c 1; exit ${{PIPESTATUS[0]}}'
    )
    told = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=300)
    assert (told.returncode, told.stdout, told.stderr) == (0, b"{", b"")


@pytest.mark.parametrize(
    ("closed", "arguments", "status", "out", "error"),
    [
        ("<&-", ["group", "-"], 1, b"", b"could not read: standard input: it is closed"),
        ("<&-", ["group", "-", "one.txt"], 0, b'{"id":"one"', b"could not read: standard input: it is closed"),
        (">&-", ["compare", "one.txt"], 1, b"", b"could not write: standard output: it is closed"),
        (">&-", ["statements", "one.txt"], 1, b"", b"could not write: standard output: it is closed"),
        ("2>&-", ["group", "gone.txt", "one.txt"], 0, b'{"id":"one"', b""),
        (">/dev/full", ["group", "one.txt"], 1, b"", b"could not write: standard output: no space left on device\n"),
    ],
)
def test_streams_that_are_closed_or_full(
    folder: Path, closed: str, arguments: list[str], status: int, out: bytes, error: bytes
) -> None:
    command = f'"{sys.executable}" -m crosswire.cli {" ".join(arguments)} {closed}'
    told = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=300, cwd=folder)
    assert told.returncode == status
    assert told.stdout.startswith(out)
    assert told.stderr.startswith(error)
    assert b"Traceback" not in told.stderr
    assert out or not told.stdout


def test_an_interruption_ends_with_130(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("crosswire.read.look", interrupt)
    assert main(["group", str(folder)]) == 130
    assert capsys.readouterr().err == "interrupted\n"


def not_found(request: BaseHTTPRequestHandler) -> None:
    request.send_error(404)


def round_and_round(request: BaseHTTPRequestHandler) -> None:
    request.send_response(302)
    request.send_header("Location", "/again")
    request.end_headers()


def without_end(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"x" * 1_000_000)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (not_found, "answers 404 Not Found"),
        (round_and_round, "redirects more than 5 times"),
        (without_end, "answers with more than 20 MB"),
    ],
)
def test_addresses_that_give_nothing(
    site: Site, capsys: pytest.CaptureFixture[str], answer: Callable[[BaseHTTPRequestHandler], None], why: str
) -> None:
    url = site(answer)
    assert main(["group", "--allow-private", url]) == 1
    assert capsys.readouterr().err.splitlines()[0] == f"could not read: {url}: {why}"


def test_an_address_in_the_own_network_needs_to_be_allowed(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    asked = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.path)
        request.send_response(200)
        request.send_header("Content-Type", "text/plain; charset=utf-8")
        request.end_headers()
        request.wfile.write(ONE.encode())

    url = site(answer) + "/strait.txt"
    assert main(["group", url]) == 1
    assert "not a public address; --allow-private fetches it all the same" in capsys.readouterr().err
    assert asked == []
    assert main(["group", "--allow-private", url]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "strait"


def test_the_python_call(folder: Path) -> None:
    told = compare([folder / "one.txt", Report(id="two", text=TWO), "gone.txt"])
    assert [report.id for report in told.reports] == ["one", "two"]
    assert [item.why for item in told.unread] == ["no such file"]
    with pytest.raises(NothingReadError, match=r"gone\.txt: no such file"):
        compare(["gone.txt"])
    with pytest.raises(ReadError, match=r"gone\.txt: no such file"):
        compare([folder, "gone.txt"], strict=True)
