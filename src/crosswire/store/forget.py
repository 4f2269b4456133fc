"""What must go by law goes: the text of a report, from every table, index and free page. Hash and reason stay.

It goes in three steps, each safe to be interrupted: the report leaves its story, the story is compared without it, and
then its words are removed. Whatever was begun is finished by the next work on the desk.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from crosswire.errors import DeskError
from crosswire.store import log
from crosswire.store.decisions import Said
from crosswire.store.file import DeskFile
from crosswire.store.placing import refresh, unsettle

INDEXES: Final = ("reports_fts", "points_fts", "statements_fts")
#: Tables whose rows belong to one report.
_OF_REPORT: Final = ("furniture", "annotations", "statements", "tellings")
_BLANK_STATES: Final = (
    "UPDATE states SET ledger = NULL WHERE EXISTS (SELECT 1 FROM json_each(states.reports) j WHERE j.value = ?)"
)
_BLANK_CHANGES: Final = (
    "UPDATE changes SET words = NULL, old = iif(what IN ('value', 'act'), NULL, old), "
    "new = iif(what IN ('value', 'act'), NULL, new) "
    "WHERE EXISTS (SELECT 1 FROM json_each(changes.reports) j WHERE j.value = ?)"
)
_BLANK_REASONS: Final = (
    "UPDATE tellings SET why = '' WHERE until IS NOT NULL AND story IN (SELECT story FROM states "
    "WHERE EXISTS (SELECT 1 FROM json_each(states.reports) j WHERE j.value = ?))"
)


def begin(connection: sqlite3.Connection, report: str, said: Said) -> None:
    """Takes a report out of its story and notes that it is to be forgotten, inside a transaction.

    Raises:
        DeskError: there is no such report, or it was forgotten already.
    """
    row = connection.execute("SELECT n, sha256, text FROM reports WHERE id = ?", (report,)).fetchone()
    if row is None or row["text"] is None:
        why_not = "there is no such report" if row is None else "it was forgotten already"
        raise DeskError(report, why_not, "a report of the desk")
    home = connection.execute("SELECT story FROM members WHERE report = ?", (report,)).fetchone()
    unsettle(connection, [report])
    connection.execute("DELETE FROM signs WHERE report = ?", (row["n"],))
    connection.execute("DELETE FROM members WHERE report = ?", (report,))
    connection.execute("UPDATE reports SET current = 0 WHERE id = ?", (report,))
    connection.execute(
        "INSERT INTO forgotten (report, sha256, at, by, why) VALUES (?, ?, ?, ?, ?) ON CONFLICT (report) DO NOTHING",
        (report, row["sha256"], said.at, said.by, said.why),
    )
    if home:
        refresh(connection, home["story"], said.at)
    connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
    connection.execute("INSERT INTO meta (key, value) VALUES ('scrub', 1) ON CONFLICT (key) DO NOTHING")
    entry = log.Entry(what="report forgotten", subject=report, by=said.by, old=row["sha256"], why=said.why)
    log.write(connection, said.at, entry)


def finish(file: DeskFile, at: str) -> None:
    """Removes what is left of forgotten reports: their words, and the traces of these; nothing where none is left.

    Every state that held one loses its ledger, which is made anew from the other reports when it is asked for.

    Raises:
        DeskError: another program held the desk open all the while; the words may still stand in its log.
    """
    with file.reading() as connection:
        if connection.execute("SELECT 1 FROM meta WHERE key = 'scrub'").fetchone() is None:
            return
    with file.writing() as connection:
        for row in connection.execute(
            "SELECT f.report FROM forgotten f JOIN reports r ON r.id = f.report WHERE r.text IS NOT NULL"
        ).fetchall():
            _remove(connection, row["report"], at)
    with file.alone() as connection:
        _scrub(connection)


def _remove(connection: sqlite3.Connection, report: str, at: str) -> None:
    for row in connection.execute(
        "SELECT DISTINCT p.story FROM evidence e JOIN points p ON p.n = e.point WHERE e.report = ?", (report,)
    ).fetchall():  # a story that was not compared since: its rows are made by the next comparison
        connection.execute("DELETE FROM points WHERE story = ?", (row["story"],))
        connection.execute("UPDATE stories SET ledger_key = '' WHERE id = ?", (row["story"],))
    for table in _OF_REPORT:
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (report,))  # noqa: S608 - names from above
    connection.execute(_BLANK_REASONS, (report,))
    connection.execute(_BLANK_STATES, (report,))
    connection.execute(_BLANK_CHANGES, (report,))
    connection.execute("UPDATE mark_evidence SET exact = NULL WHERE report = ?", (report,))
    connection.execute(
        "UPDATE reports SET text = NULL, title = NULL, outlet = NULL, url = NULL WHERE id = ?", (report,)
    )


def _scrub(connection: sqlite3.Connection) -> None:
    """Removes what deleted words leave behind: in the indexes, in free pages and in the write-ahead log."""
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - names from above
    connection.execute("VACUUM")
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise DeskError(
            "what was forgotten",
            "another program is reading the desk, whose log may still hold the words",
            "close it; then crosswire verify DESK finishes this",
        )
    connection.execute("DELETE FROM meta WHERE key = 'scrub'")
