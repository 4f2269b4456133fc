"""What must go by law goes: the text of a report, from every table, index and free page. Hash and reason stay."""

from __future__ import annotations

import sqlite3
from typing import Final

from crosswire.errors import DeskError
from crosswire.store import log
from crosswire.store.placing import refresh, unsettle
from crosswire.store.verify import INDEXES

_WITH_REPORT: Final = "EXISTS (SELECT 1 FROM json_each({}.reports) j WHERE j.value = ?)"


def forget(connection: sqlite3.Connection, report: str, why: str, by: str, at: str) -> None:
    """Takes the words of a report, and whatever was made of them, out of every table, inside a transaction.

    Every state that held it loses its ledger, which is made anew from the other reports when it is asked for; its story
    is to be compared again. Its row stays, with its hash and without its words, title and address.

    Raises:
        DeskError: there is no such report, or it was forgotten already.
    """
    row = connection.execute("SELECT sha256, text FROM reports WHERE id = ?", (report,)).fetchone()
    if row is None or row["text"] is None:
        raise DeskError(
            report, "it was forgotten already" if row else "there is no such report", "a report of the desk"
        )
    stories = {r["story"] for r in connection.execute(
        f"SELECT DISTINCT story FROM states WHERE {_WITH_REPORT.format('states')}", (report,)  # noqa: S608
    )}  # fmt: skip
    stories |= {r["story"] for r in connection.execute("SELECT story FROM members WHERE report = ?", (report,))}
    unsettle(connection, [report])
    connection.execute("DELETE FROM signs WHERE report = (SELECT n FROM reports WHERE id = ?)", (report,))
    for table in ("members", "furniture", "annotations", "statements", "tellings"):
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (report,))  # noqa: S608 - names from above
    connection.execute(
        f"UPDATE states SET ledger = NULL WHERE {_WITH_REPORT.format('states')}",
        (report,),  # noqa: S608
    )
    connection.execute(
        "UPDATE changes SET words = NULL, old = iif(what IN ('value', 'act'), NULL, old), "
        f"new = iif(what IN ('value', 'act'), NULL, new) WHERE {_WITH_REPORT.format('changes')}",
        (report,),
    )
    connection.execute("UPDATE mark_evidence SET exact = NULL WHERE report = ?", (report,))
    connection.execute(
        "UPDATE reports SET text = NULL, title = NULL, outlet = NULL, url = NULL WHERE id = ?", (report,)
    )
    connection.execute(
        "INSERT INTO forgotten (report, sha256, at, by, why) VALUES (?, ?, ?, ?, ?)",
        (report, row["sha256"], at, by, why),
    )
    for story in stories:
        connection.execute("DELETE FROM points WHERE story = ?", (story,))
        connection.execute("DELETE FROM statements WHERE story = ?", (story,))
        connection.execute("UPDATE tellings SET why = '' WHERE story = ?", (story,))
        connection.execute("UPDATE stories SET ledger_key = '', title = NULL WHERE id = ?", (story,))
        refresh(connection, story, at)
    connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
    connection.execute("INSERT INTO meta (key, value) VALUES ('scrub', 1) ON CONFLICT (key) DO NOTHING")
    log.write(connection, at, log.Entry(what="report forgotten", subject=report, by=by, old=row["sha256"], why=why))


def scrub(connection: sqlite3.Connection) -> None:
    """Removes what deleted words leave behind: in the indexes, in free pages and in the write-ahead log.

    Raises:
        DeskError: another program held the desk open all the while; the words may still stand in the write-ahead log.
    """
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - names from a list
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise DeskError(
            "what was forgotten", "another program is reading the desk, whose log may still hold the words",
            "close it and run crosswire verify DESK, which finishes this",
        )  # fmt: skip
    connection.execute("DELETE FROM meta WHERE key = 'scrub'")


def unfinished(connection: sqlite3.Connection) -> bool:
    """Tells whether something was forgotten whose traces are not removed yet: the work was interrupted."""
    return connection.execute("SELECT 1 FROM meta WHERE key = 'scrub'").fetchone() is not None
