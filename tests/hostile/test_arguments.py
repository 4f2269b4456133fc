"""Arguments and settings of which each is wrong in a way of its own, and what each is told."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from crosswire import compare
from crosswire.cli import main
from crosswire.errors import ArgumentError, NothingReadError
from crosswire.model import Report
from crosswire.read.given import checked

TEXT = "Norland closed the strait of Mirra on Friday, its foreign minister said in Halden."
PATHS = "a path, an http(s) address, a Report, or a list of them"


class Bytes:
    def __fspath__(self) -> bytes:
        return b"a.txt"


class Fails:
    def __fspath__(self) -> str:
        raise ZeroDivisionError


class Number:
    def __fspath__(self) -> Any:
        return 7


def report(**fields: Any) -> Report:
    return Report(**({"id": "r", "text": TEXT} | fields))


@pytest.mark.parametrize(
    ("given", "which", "why"),
    [
        (None, "given", "None is none of these"),
        (5, "given", "5 is none of these"),
        (0.5, "given", "0.5 is none of these"),
        (True, "given", "True is none of these"),
        (b"a.txt", "given", "b'a.txt' is none of these"),
        (object, "given", "<class 'object'> is none of these"),
        ("", "given[0]", "an empty path"),
        ([""], "given[0]", "an empty path"),
        ([None], "given[0]", "None is none of these"),
        (["a.txt", 7], "given[1]", "7 is none of these"),
        ([["a.txt"]], "given[0]", "['a.txt'] is none of these"),
        ([b"a.txt"], "given[0]", "b'a.txt' is none of these"),
        ({"a": 1, 2: 3}, "given[1]", "2 is none of these"),
        (Bytes(), "given[0]", "a path of bytes"),
        (Fails(), "given[0]", "a path that cannot be told: ZeroDivisionError"),
        (Number(), "given[0]", "a path that cannot be told: TypeError"),
        (report(text=5), "given[0].text", "5 is no string"),
        (report(text=None), "given[0].text", "None is no string"),
        (report(text=b"x"), "given[0].text", "b'x' is no string"),
        (report(id=5), "given[0].id", "5 is no string"),
        (report(id=None), "given[0].id", "None is no string"),
        (report(title=["x"]), "given[0].title", "['x'] is no string"),
        (report(outlet=3), "given[0].outlet", "3 is no string"),
        (report(url=3), "given[0].url", "3 is no string"),
        (report(language=3), "given[0].language", "3 is no string"),
        (report(published=3), "given[0].published", "3 is no date"),
        (report(published="soon"), "given[0].published", "'soon' is no date"),
        (report(published="2031-02-30"), "given[0].published", "'2031-02-30' is no date"),
        (report(published=""), "given[0].published", "'' is no date"),
        (report(text="a\ud800"), "given[0].text", "half of a surrogate pair in it"),
        (report(id="a\udfff"), "given[0].id", "half of a surrogate pair in it"),
        (report(title="a\ud800"), "given[0].title", "half of a surrogate pair in it"),
        (report(outlet="a\ud800"), "given[0].outlet", "half of a surrogate pair in it"),
        (report(url="a\ud800"), "given[0].url", "half of a surrogate pair in it"),
        (report(language="\ud800"), "given[0].language", "half of a surrogate pair in it"),
    ],
)
def test_the_python_call_names_the_argument(given: Any, which: str, why: str) -> None:
    with pytest.raises(ArgumentError) as refused:
        checked(given, "given")
    assert (refused.value.which, refused.value.why) == (which, why)
    assert refused.value.allowed
    with pytest.raises(ArgumentError, match=r"wrong argument: paths_or_reports"):
        compare(given)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (date(2031, 9, 5), "2031-09-05"),
        (datetime(2031, 9, 5, 10, tzinfo=UTC), "2031-09-05T10:00:00+00:00"),
        ("20310905", "2031-09-05"),
        ("20310905T100000Z", "2031-09-05T10:00:00+00:00"),
        ("5 September 2031", "2031-09-05"),
        (None, None),
    ],
)
def test_a_date_is_taken_as_it_comes(told: Any, kept: str | None) -> None:
    (taken,) = checked(report(published=told), "given")
    assert isinstance(taken, Report)
    assert taken.published == kept


def test_nothing_given_is_nothing_read() -> None:
    for nothing in ([], (), iter(())):
        with pytest.raises(NothingReadError):
            compare(nothing)


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "usage: crosswire"),
        (["reed"], 2, "invalid choice: 'reed'"),
        (["read"], 2, "the following arguments are required: REPORT"),
        (["read", "--json"], 2, "the following arguments are required: REPORT"),
        (["read", "a.txt", "--jso"], 2, "unrecognized arguments: --jso"),
        (["--x\x1b]0;gone\x07"], 2, "crosswire: error"),
        (["compare", "a.txt", "--x\x1b[31m"], 2, "unrecognized arguments: --x [31m"),
        (["compare", "a.txt", "--format", "\x1b[31m"], 2, "invalid choice"),
        (["compare", "a.txt", "--output", "a.\x1b[31m"], 2, "unknown ending"),
        (["compare", "a.txt", "--output", ""], 2, "no ending"),
        (["read", "a.txt", "--fields", "text"], 2, "'text' (allowed: WORD=NAME"),
        (["read", "a.txt", "--fields", "words=Body"], 2, "'words=Body' (allowed: WORD=NAME"),
        (["read", "a.txt", "--fields", "text="], 2, "'text=' (allowed: WORD=NAME"),
        (["read", "a.txt", "--fields", ""], 2, "'' (allowed: WORD=NAME"),
        (["read", "gone.txt"], 1, "could not read: gone.txt: no such file"),
        (["read", ""], 1, "an empty path"),
        (["read", "x" * 5000], 1, "file name too long"),
        (["read", "a/" * 3000], 1, "file name too long"),
        (["read", "null\x00byte"], 1, "not a path: there is a zero byte in it"),
        (["read", "gone\x1b[31m.txt"], 1, "could not read: gone [31m.txt: no such file"),
        (["read", "/dev/null"], 1, "a device, not a file"),
        (["read", "/proc/kmsg"], 1, "a file of the system"),
        (["read", "http://127.0.0.1:1/"], 1, "not a public address"),
        (["read", "http://[64:ff9b::7f00:1]/"], 1, "not a public address"),
        (["read", "http://user@news.example/"], 1, "a name or a password before its host"),
        (["read", "https://evil.example\\@news.example/"], 1, "a backslash or a control character in it"),
        (["read", "http://"], 1, "no host in it"),
        (["read", "http://a:99999/"], 1, "not an address"),
        (["compare", "gone.txt", "--output", "gone/a.html"], 1, "there is no folder"),
        (["compare", "gone.txt", "--output", "x" * 300 + ".html"], 1, "file name too long"),
        (["compare", "gone.txt", "--output", "x/" * 3000 + "a.html"], 1, "file name too long"),
        (["compare", "gone.txt", "--output", "loop.html"], 1, "too many levels of symbolic links"),
        (["compare", "gone.txt", "--output", "null\x00.html"], 1, "not a path: there is a zero byte in it"),
        (["compare", "gone.txt", "--output", "folder.html"], 1, "it is a folder"),
    ],
)
def test_the_command_line_names_the_argument(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop.html").symlink_to("loop.html")
    (tmp_path / "folder.html").mkdir()
    try:
        ended = main(arguments)
    except SystemExit as end:
        ended = int(end.code or 0)
    told = capsys.readouterr()
    assert ended == status
    assert message in told.err
    assert "\x1b" not in told.err
    assert "fault of crosswire" not in told.err
    assert told.out == ""


def run(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "crosswire.cli", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=120, **more)


def test_a_pipe_that_nobody_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("crosswire.cli.output.SECONDS", 0.1)
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "a.txt").write_text(TEXT)
    assert main(["compare", str(tmp_path / "a.txt"), "--output", str(tmp_path / "pipe.json")]) == 1
    assert "a pipe that nobody reads for 0 seconds" in capsys.readouterr().err


def on_a_terminal(*arguments: str) -> str:
    """What a command writes on a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "crosswire.cli", *arguments]
    process = subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    told = b""
    try:
        while piece := os.read(ours, 1 << 16):
            told += piece
    except OSError:  # the terminal's end: nobody writes any more
        pass
    process.wait()
    os.close(ours)
    return told.decode()


def test_json_on_a_terminal_steers_nothing_and_is_the_same_json(tmp_path: Path) -> None:
    text = f"{TEXT} \x9b31m \u202e \u200b \U000e0041 \ufeff"
    (tmp_path / "a.txt").write_text(text)
    told = on_a_terminal("read", str(tmp_path / "a.txt"), "--json", "--text")
    assert not any(sign in told for sign in "\x9b\u202e\u200b\U000e0041\ufeff")
    assert json.loads(told)["text"] == text
    piped = run("read", str(tmp_path / "a.txt"), "--json", "--text").stdout.decode()
    assert "\u202e" in piped
    assert json.loads(piped)["text"] == text


def test_standard_output_by_another_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    told = run("compare", str(tmp_path / "a.txt"), "--format", "json", "--output", "/dev/stdout")
    assert (told.returncode, told.stderr) == (0, b"")
    assert json.loads(told.stdout)["format"] == "crosswire.story/1"


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signal here")
def test_a_terminal_that_is_gone_ends_it(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "crosswire.cli", "read", "-"]
    ended = lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL)  # noqa: E731 - what the test itself may have been told
    process = subprocess.Popen(command, stdin=reading, stderr=subprocess.PIPE, preexec_fn=ended)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and "SigCgt:\t0000000000000000" in _status(process.pid):
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGHUP)
    _, errors = process.communicate(timeout=60)
    os.close(writing)
    assert process.returncode in (129, -signal.SIGHUP)
    assert b"Traceback" not in errors


def _status(process: int) -> str:
    try:
        return Path(f"/proc/{process}/status").read_text()
    except OSError:
        return ""
