"""Stories that got or lost a report are compared again: each report is read once, and nothing inside a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from crosswire.model import Annotated, Report, Story
from crosswire.store import cache, ledgers
from crosswire.store.analyst import Analyst, Tell
from crosswire.store.changes import Threads, changed, threads
from crosswire.store.file import DeskFile
from crosswire.store.placing import as_report

_TOGETHER: Final = 16  # stories looked at, and reports read, at a time: a killed process loses no more


def _nobody(step: str, share: float) -> None:
    """Tells nobody."""


class _Task(msgspec.Struct, frozen=True):
    """A story to be compared, as it was when it was looked at."""

    story: str
    key: str
    reports: tuple[Report, ...]
    state: int | None
    before: Story | None
    names: Threads


def catch_up(file: DeskFile, analyst: Analyst, clock: Callable[[], str], tell: Tell) -> tuple[str, ...]:
    """Compares every story whose ledger is older than its reports; returns those whose ledger is new, in order."""
    done: list[str] = []
    while True:
        with file.reading() as connection:
            waiting = [row["id"] for row in connection.execute(_STALE)]
        if not waiting:
            return tuple(dict.fromkeys(done))
        for number, story in enumerate(waiting):
            if number % _TOGETHER == 0:
                _read_all(file, analyst, waiting[number : number + _TOGETHER])
            tell("reading closely and comparing", number / len(waiting))
            with file.reading() as connection:
                task = _task(connection, story)
            if task is not None and _compare(file, analyst, task, clock):
                done.append(story)


_STALE = "SELECT id FROM stories WHERE reports > 0 AND members_key <> ledger_key ORDER BY n"


def reports_of(connection: sqlite3.Connection, story: str) -> tuple[Report, ...]:
    """Returns the reports of a story with their texts, first published first."""
    rows = connection.execute(
        "SELECT r.* FROM members m JOIN reports r ON r.id = m.report WHERE m.story = ? "
        "ORDER BY coalesce(r.published, '~'), r.sha256, r.id",
        (story,),
    )
    return tuple(as_report(row) for row in rows)


def pieces_of(file: DeskFile, analyst: Analyst, reports: Sequence[Report], tell: Tell) -> tuple[Annotated, ...]:
    """Returns each report as read on its own: kept from before, or read now."""
    with file.reading() as connection:
        found = cache.kept(connection, reports, analyst.made_by)
    missing = [report for report in reports if report.id not in found]
    if missing:
        found |= {piece.report.id: piece for piece in analyst.read(missing, tell)}
    return tuple(found[report.id] for report in reports)


def _read_all(file: DeskFile, analyst: Analyst, stories: Sequence[str]) -> None:
    """Reads the reports of these stories that nothing is kept of, some at a time, and keeps what was found."""
    with file.reading() as connection:
        missing = [
            report
            for story in stories
            for report in reports_of(connection, story)
            if not connection.execute(
                "SELECT 1 FROM annotations WHERE report = ? AND made_by = ?", (report.id, analyst.made_by)
            ).fetchone()
        ]
        newest = int(connection.execute("SELECT coalesce(max(id), 0) FROM states").fetchone()[0])
    for first in range(0, min(len(missing), cache.KEPT), _TOGETHER):
        found = analyst.read(missing[first : first + _TOGETHER], _nobody)
        packed = {piece.report.id: cache.pack(piece) for piece in found}
        with file.writing() as connection:
            alive = {name: data for name, data in packed.items() if _alive(connection, name)}
            cache.keep(connection, alive, analyst.made_by, newest + 1)


def _alive(connection: sqlite3.Connection, report: str) -> bool:
    """Tells whether a report was neither forgotten nor replaced while it was read."""
    row = connection.execute("SELECT 1 FROM reports WHERE id = ? AND text IS NOT NULL AND current = 1", (report,))
    return row.fetchone() is not None


def _task(connection: sqlite3.Connection, story: str) -> _Task | None:
    row = connection.execute("SELECT * FROM stories WHERE id = ?", (story,)).fetchone()
    if not row["reports"] or row["members_key"] == row["ledger_key"]:
        return None
    before, names = None, Threads(names={}, used=row["threads"])
    if row["ledger_key"]:
        old = ledgers.state_at(connection, story, None)
        told = ledgers.known_threads(connection, story)
        if old is not None and old["ledger"] is not None and told.names:
            kept = ledgers.texts(connection, msgspec.json.decode(old["reports"]))
            before, names = ledgers.unpacked(old["ledger"], kept), told
    return _Task(
        story=story, key=row["members_key"], reports=reports_of(connection, story), state=row["state"],
        before=before, names=names,
    )  # fmt: skip


def _compare(file: DeskFile, analyst: Analyst, task: _Task, clock: Callable[[], str]) -> bool:
    """Compares a story and keeps its ledger, unless its reports changed meanwhile; tells whether it was kept."""
    pieces = pieces_of(file, analyst, task.reports, _nobody)
    ledger = analyst.compare(pieces, _nobody)
    names = threads(task.before, task.names, ledger)
    steps = changed(task.before, task.names, ledger, names)
    cause = [step.reports[0] for step in steps if step.what == "report"]
    with file.writing() as connection:
        row = connection.execute("SELECT members_key, state FROM stories WHERE id = ?", (task.story,)).fetchone()
        if row["members_key"] != task.key or row["state"] != task.state:
            return False
        at = clock()
        state = ledgers.write_state(connection, task.story, ledger, cause, at, analyst.made_by)
        ledgers.write_rows(connection, task.story, ledger, names)
        ledgers.write_changes(connection, task.story, state, at, steps)
        ledgers.write_tellings(connection, task.story, ledger, names, state, at)
        cache.used(connection, [report.id for report in task.reports], state)
        connection.execute(
            "UPDATE stories SET state = ?, ledger_key = ?, threads = ?, changed = ? WHERE id = ?",
            (state, task.key, names.used, at, task.story),
        )
    return True
