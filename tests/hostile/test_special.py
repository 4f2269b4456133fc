"""Pipes, devices, sockets and links among the files given, lists of addresses, and a current folder that is gone."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import pytest
from bench.fuzz.builders import TEXT

from crosswire.read import gather


def test_special_files_in_a_folder_are_set_aside(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(tmp_path / "socket.txt"))
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "proc.txt").symlink_to("/proc/kmsg")
    (tmp_path / "self").symlink_to(tmp_path)
    reports, unread = gather([tmp_path])
    told = {Path(note.name).name: note.why for note in unread}
    assert reports == ()
    assert told["pipe.txt"] == "a pipe, not a file"
    assert told["socket.txt"] == "a socket, not a file"
    assert told["device.txt"] == "a device, not a file"
    assert told["proc.txt"] == "a file of the system, not a file"
    assert told["loop.txt"] == "too many levels of symbolic links"
    assert told["self"] == "a link to a folder is not followed"


@pytest.mark.parametrize(
    "path", ["/dev/zero", "/dev/tty0", "/proc/kmsg", "/proc/self/mem", "/proc/self/environ", "/dev/null"]
)
def test_special_files_that_are_named(path: str) -> None:
    reports, unread = gather([path])
    assert reports == ()
    assert len(unread) == 1


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=[TEXT])
    writer.start()
    reports, unread = gather([tmp_path / "pipe"])
    writer.join()
    assert ([report.text for report in reports], unread) == ([TEXT], ())


def test_a_pipe_that_nobody_writes_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crosswire.read.special.SECONDS", 0.1)
    os.mkfifo(tmp_path / "pipe")
    assert [note.why for note in gather([tmp_path / "pipe"])[1]] == ["a pipe that nobody writes into for 0 seconds"]


def test_a_list_of_addresses_is_fetched_only_when_named(tmp_path: Path) -> None:
    (tmp_path / "links.txt").write_text("# seen\nhttp://127.0.0.1:1/a\n\nhttp://10.0.0.1/b\n")
    (note,) = [note for note in gather([tmp_path])[1] if "list of addresses" in note.why]
    assert "only when it is named itself" in note.why
    named = gather([tmp_path / "links.txt"])[1]
    assert [item.name for item in named] == ["http://127.0.0.1:1/a", "http://10.0.0.1/b"]
    assert all("not a public address" in item.why for item in named)


def test_a_current_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(gone)
    gone.rmdir()
    reports, unread = gather(["b.txt", "b.md", str(tmp_path / "a.txt"), "."])
    assert [report.id for report in reports] == ["a"]
    assert len(unread) == 3
