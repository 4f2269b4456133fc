"""The line of progress: on a terminal alone, on standard error alone, gone at the end."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosswire.cli.progress import Progress, line

pty = pytest.importorskip("pty", reason="a terminal can be made on Unix alone")

REPORT = "Norland closed the strait of Mirra on Friday, its foreign minister, Ada Holm, said in Halden. "


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("", "reading", 0, 3.9), "reading, 0:03"),
        (("report 12", "reading", 0, 75), "report 12: reading, 1:15"),
        (("1 report", "reading closely", 0.437, 3601), "1 report: reading closely, 43 % of the text, 60:01"),
        (("2 reports", "reading closely", 1.0, 9), "2 reports: reading closely, 99 % of the text, 0:09"),
    ],
)
def test_the_line(told: tuple[str, str, float, float], expected: str) -> None:
    assert line(*told) == expected


class Terminal(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crosswire.cli.progress.PATIENCE", 0)
    monkeypatch.setattr("crosswire.cli.progress.BEAT", 0.005)
    monkeypatch.setenv("TERM", "xterm")


def until(stream: io.StringIO, words: str) -> None:
    """Waits until the words are written, at most ten seconds."""
    for _ in range(2000):
        if words in stream.getvalue():
            return
        time.sleep(0.005)
    raise AssertionError(f"{words!r} not in {stream.getvalue()[-200:]!r}")


def screen(written: str) -> list[str]:
    """The lines as they stand on a terminal in the end, carriage returns obeyed."""
    rows: list[str] = []
    for row in written.split("\n"):
        cells: list[str] = []
        for part in row.split("\r"):
            cells[: len(part)] = part
        rows.append("".join(cells).rstrip())
    return rows


def test_the_line_is_renewed_and_wiped(quick: None) -> None:
    terminal = Terminal()
    with Progress(terminal) as progress:
        progress.count("80 reports")
        progress.tell("reading closely", 0.5)
        until(terminal, "80 reports: reading closely, 50 % of the text, 0:00")
        progress.tell("comparing")
        until(terminal, "80 reports: comparing, 0:00")
        assert screen(terminal.getvalue()) == ["80 reports: comparing, 0:00"]
    assert screen(terminal.getvalue()) == [""]


def test_a_step_without_a_name_shows_no_line(quick: None) -> None:
    terminal = Terminal()
    with Progress(terminal) as progress:
        progress.tell("")
        time.sleep(0.05)
        assert terminal.getvalue() == ""
        progress.tell("reading")
        until(terminal, "reading")
        progress.tell("")
        time.sleep(0.05)
        assert screen(terminal.getvalue()) == [""]


def test_other_lines_stand_whole(quick: None) -> None:
    terminal = Terminal()
    with Progress(terminal) as progress:
        for number in range(20):
            progress.tell("reading")
            time.sleep(0.01)
            with progress.aside():
                print(f"complaint {number}", file=terminal)
    assert screen(terminal.getvalue()) == [*(f"complaint {number}" for number in range(20)), ""]


def test_a_failure_wipes_it_too(quick: None) -> None:
    terminal = Terminal()

    def fail() -> None:
        with Progress(terminal) as progress:
            progress.tell("reading")
            until(terminal, "reading")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert screen(terminal.getvalue()) == [""]


@pytest.mark.parametrize(("stream", "kind"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_nothing_is_written_where_no_line_can_be_renewed(
    quick: None, monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, kind: str
) -> None:
    monkeypatch.setenv("TERM", kind)
    with Progress(stream) as progress:
        progress.tell("reading", 0.5)
        time.sleep(0.05)
        with progress.aside():
            pass
    assert stream.getvalue() == ""


def on_a_terminal(*arguments: str, columns: int) -> tuple[bytes, bytes]:
    """What crosswire writes to standard output, a file here, and to standard error, a terminal of so many columns."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-m", "crosswire.cli", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=os.environ | {"TERM": "xterm"})
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # how Linux says that the other end is closed
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    assert process.stdout is not None
    with process.stdout as out:
        told = out.read()
    assert process.wait(timeout=300) == 0
    return told, written


@pytest.mark.parametrize("columns", [40, 100])
def test_a_long_run_on_a_terminal(tmp_path: Path, columns: int) -> None:
    (tmp_path / "long.txt").write_text(f"{REPORT * 4}\n\n" * 60)
    (tmp_path / "none.txt").write_text("")
    out, written = on_a_terminal("statements", str(tmp_path), columns=columns)
    assert out.startswith(b'{"id":"long"')
    assert out.count(b"\n") == 1
    assert b"reading closely" in written
    assert all(len(part.rstrip(b"\r")) < columns for part in written.split(b"\r") if b"reading" in part)
    shown = [row for row in screen(written.decode().replace("\r\n", "\n")) if row]
    assert shown == [f"could not read: {tmp_path}/none.txt: empty file"]
