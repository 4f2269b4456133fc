"""Killed at any moment, a desk loses nothing that was acknowledged, is sound, and goes on."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.invented import Plain, report

from crosswire.model import Report
from crosswire.store import Desk, schema

ROOT = Path(__file__).parents[2]
WORK = ("add", "merge", "migrate")


def started(what: str, path: Path, *more: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.worker", what, str(path), *more],
        stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment,
    )  # fmt: skip


def killed(what: str, path: Path, number: int, draw: random.Random) -> list[str]:
    """Starts a worker, kills it a random moment after it opened the desk, and returns what it acknowledged."""
    process = started(what, path, str(number))
    assert process.stdout is not None
    if what != "migrate":
        process.stdout.readline()
    time.sleep(draw.uniform(0.25, 0.6) if what == "migrate" else draw.uniform(0, 0.4))
    process.send_signal(signal.SIGKILL)
    told = process.stdout.read().splitlines()
    process.wait()
    return told


def try_once(folder: Path, number: int) -> None:
    draw = random.Random(number)
    path = folder / f"desk-{number}.db"
    with Desk(path, analyst=Plain()) as desk:
        desk.add([report("ferry", 1, "First"), report("mine", 1, "First")])
    what = WORK[number % len(WORK)]
    told = killed(what, path, number, draw)
    if what == "migrate":
        with closing(sqlite3.connect(path)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            made = connection.execute("SELECT count(*) FROM sqlite_master WHERE name GLOB 't[0-9]*'").fetchone()[0]
            assert (version, made) in ((schema.VERSION, 0), (schema.VERSION + 1, 40))
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    with Desk(path, analyst=Plain()) as desk:
        ids = {r.id for r in desk.reports()}
        assert desk.verify().sound
        if what == "add":
            assert set(told) - {"open"} <= ids
        elif what == "merge":
            done = {(d.id, d.undone_at is not None) for d in desk.decisions()}
            assert {int(line.split()[1]) for line in told if line.startswith("merge")} <= {n for n, _ in done}
            assert {int(line.split()[1]) for line in told if line.startswith("undo")} <= {n for n, gone in done if gone}
        desk.add(report("bank", 1, "Last"))
        assert desk.verify().sound
        assert not any(story.stale for story in desk.stories())
        assert sum(story.reports for story in desk.stories()) == len(ids) + 1


@pytest.mark.parametrize("number", range(5))
def test_a_few_times(tmp_path: Path, number: int) -> None:
    try_once(tmp_path, number)


@pytest.mark.slow
def test_a_hundred_times(tmp_path: Path) -> None:
    for number in range(5, 105):
        try_once(tmp_path, number)


def both_write(path: Path, times: int) -> None:
    with Desk(path, analyst=Plain()) as desk:
        desk.add(report("mine", 0, "First"))
    processes = [started("write", path, str(times), name) for name in ("one", "two")]
    told = [process.communicate(timeout=600)[0].splitlines()[1:] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert [len(lines) for lines in told] == [times, times]
    with Desk(path, analyst=Plain()) as desk:
        assert {line for lines in told for line in lines} <= {r.id for r in desk.reports()}
        found = {frozenset(r.id for r in desk.reports(story.id)) for story in desk.stories()}
        assert not any(story.stale for story in desk.stories())
        assert desk.verify().sound
    given = [report("ferry", n, f"Process {name}") for n in range(times) for name in ("one", "two")]
    with Desk(path.with_name("at-once.db"), analyst=Plain()) as desk:
        desk.add([report("mine", 0, "First"), *given])
        assert found == {frozenset(r.id for r in desk.reports(story.id)) for story in desk.stories()}


def test_two_that_place_the_same_reports_make_the_same_stories(tmp_path: Path) -> None:
    class Slow(Plain):
        """Is overtaken by another program while it groups."""

        def group(self, reports: Sequence[Report]) -> tuple[str, ...]:
            with Desk(tmp_path / "desk.db", analyst=Plain()) as other:
                other.catch_up()
            return super().group(reports)

    with Desk(tmp_path / "desk.db", analyst=Slow()) as desk:
        desk.add([report("ferry", 1, "A"), report("ferry", 2, "B")])
        assert [(story.id, story.reports) for story in desk.stories()] == [("s1", 2)]
        assert [line.what for line in desk.log()] == ["report new", "report new"]
        assert len(desk.states("s1")) == 1


def test_two_processes_write_by_turns(tmp_path: Path) -> None:
    both_write(tmp_path / "desk.db", 25)


@pytest.mark.slow
def test_two_processes_write_five_hundred_times(tmp_path: Path) -> None:
    both_write(tmp_path / "desk.db", 250)
