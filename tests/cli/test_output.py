"""Writing: whole files or none, and complaints on one harmless line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from crosswire.cli.output import check_writable, complain, put, write_file
from crosswire.errors import OutputError


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_file(str(path), "Mirra – strait\r\n\n")
    assert path.read_bytes() == "Mirra – strait\r\n\n".encode()
    assert path.stat().st_mode & 0o111 == 0
    assert os.listdir(tmp_path) == ["a.md"]


def test_an_old_file_keeps_its_mode_and_a_link_its_place(tmp_path: Path) -> None:
    old, link = tmp_path / "old.md", tmp_path / "link.md"
    old.write_text("old")
    old.chmod(0o640)
    link.symlink_to(old)
    write_file(str(link), "new")
    assert link.is_symlink()
    assert (old.read_text(), old.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError, match=r"could not write: .*a\.md: no space left on device"):
        write_file(str(path), "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file("/dev/null", "words")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(("name", "why"), [("", "it is a folder"), ("none/a.md", "there is no folder")])
def test_what_cannot_be_written_is_known_before_the_work(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(OutputError, match=why):
        check_writable(str(tmp_path / name))
    check_writable(str(tmp_path / "a.md"))


def test_a_complaint_is_one_line_without_escape_sequences(capsys: pytest.CaptureFixture[str]) -> None:
    complain("could not read: a\x1b[31m\nb\x07\x9b31m: \u202eno")
    assert capsys.readouterr().err == "could not read: a [31m b 31m: no\n"


def test_what_the_terminal_cannot_write_becomes_a_like_sign_or_a_question_mark(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    put("Mirra – “the ▸strait◂ of Zürich…”\n", "ascii")
    put("Mirra – “the ▸strait◂ of Zürich…”\n", "cp1252")
    put("Mirra – \ud800\n")
    assert capsysbinary.readouterr().out.splitlines() == [
        b'Mirra - "the >strait< of Z?rich..."',
        b"Mirra \x96 \x93the >strait< of Z\xfcrich\x85\x94",
        b"Mirra \xe2\x80\x93 ?",
    ]


def test_a_write_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    # As the system answers anyone but its administrator about a file of mode 444.
    monkeypatch.setattr(os, "access", lambda asked, _: Path(asked) != path)
    with pytest.raises(OutputError, match=r"could not write: .*a\.md: it is write-protected"):
        check_writable(str(path))


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_stream_is_no_failure_of_python(monkeypatch: pytest.MonkeyPatch, stream: str) -> None:
    monkeypatch.setattr(sys, stream, None)
    complain("could not read: a.txt: no such file")
    if stream == "stdout":
        with pytest.raises(OutputError, match="could not write: standard output: it is closed"):
            put("Mirra")
