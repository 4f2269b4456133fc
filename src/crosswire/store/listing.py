"""What the desk holds, told: stories, reports, versions, states, changes, histories of values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

import msgspec

from crosswire.errors import DeskError
from crosswire.model import Report, Unread
from crosswire.store.ledgers import as_state
from crosswire.store.placing import as_report
from crosswire.store.types import Change, SavedSearch, State, StoredReport, StorySummary, Telling, Version
from crosswire.store.worddiff import edits

_REPORT: Final = (
    "SELECT r.*, m.story, m.origin, f.why AS forgotten FROM reports r "
    "LEFT JOIN members m ON m.report = r.id LEFT JOIN forgotten f ON f.report = r.id "
)
_STORY: Final = """
SELECT s.*,
    (SELECT count(DISTINCT coalesce(origin, report)) FROM members m WHERE m.story = s.id) AS origins,
    (SELECT json_group_array(outlet) FROM (SELECT DISTINCT r.outlet FROM members m JOIN reports r ON r.id = m.report
        WHERE m.story = s.id AND r.outlet IS NOT NULL ORDER BY r.outlet)) AS outlets,
    (SELECT min(r.published) FROM members m JOIN reports r ON r.id = m.report WHERE m.story = s.id) AS first_published,
    (SELECT max(r.published) FROM members m JOIN reports r ON r.id = m.report WHERE m.story = s.id) AS last_published,
    (SELECT count(*) FROM points p WHERE p.story = s.id) AS points,
    (SELECT count(*) FROM points p WHERE p.story = s.id AND p.verdict = 'conflicting') AS conflicts,
    (SELECT count(*) FROM points p WHERE p.story = s.id AND p.verdict = 'updated') AS updates
"""


def stories(
    connection: sqlite3.Connection, since: str | None, limit: int | None, offset: int
) -> tuple[StorySummary, ...]:
    """Returns the stories that have reports, those that changed last first; only those told are counted through."""
    rows = connection.execute(
        f"{_STORY} FROM (SELECT * FROM stories WHERE reports > 0 AND (?1 IS NULL OR changed >= ?1) "  # noqa: S608
        "ORDER BY changed DESC, n DESC LIMIT ?2 OFFSET ?3) s ORDER BY s.changed DESC, s.n DESC",
        (since, -1 if limit is None else limit, offset),
    )
    return tuple(_summary(row) for row in rows)


def summary(connection: sqlite3.Connection, story: str) -> StorySummary:
    """Returns one story. Raises DeskError where there is none of that name."""
    row = connection.execute(f"{_STORY} FROM stories s WHERE s.id = ?", (standing(connection, story),)).fetchone()
    return _summary(row)


def standing(connection: sqlite3.Connection, story: str) -> str:
    """Returns the story that stands under a name: itself, or the one it was merged into, however often.

    Raises:
        DeskError: there is no story of that name.
    """
    seen: set[str] = set()
    name = story
    while True:
        row = connection.execute("SELECT reports, merged_into FROM stories WHERE id = ?", (name,)).fetchone()
        if row is None:
            raise DeskError(story, "there is no such story", "crosswire stories DESK lists them")
        if row["reports"] or row["merged_into"] is None or name in seen:
            return name
        seen.add(name)
        name = row["merged_into"]


def standing_at(connection: sqlite3.Connection, story: str, at: str | None) -> str:
    """Returns the story that stood under a name at a time: itself, before it was merged away."""
    name = standing(connection, story)
    row = connection.execute("SELECT changed FROM stories WHERE id = ?", (story,)).fetchone()
    return story if at is not None and at < row["changed"] else name


def reports(connection: sqlite3.Connection, story: str | None) -> tuple[StoredReport, ...]:
    """Returns the reports of a story, first published first; every report of the desk, in the order read, for None."""
    if story is None:
        rows = connection.execute(f"{_REPORT} ORDER BY r.n")
    else:
        rows = connection.execute(
            f"{_REPORT} WHERE m.story = ? ORDER BY coalesce(r.published, '~'), r.sha256, r.id",
            (standing(connection, story),),
        )
    return tuple(_stored(row) for row in rows)


def report(connection: sqlite3.Connection, name: str) -> StoredReport:
    """Returns one report without its text. Raises DeskError where there is none of that name."""
    return _stored(_row(connection, name))


def full_report(connection: sqlite3.Connection, name: str) -> Report:
    """Returns one report with its text. Raises DeskError where there is none, or it was forgotten."""
    row = _row(connection, name)
    if row["text"] is None:
        raise DeskError(name, f"it was forgotten: {row['forgotten']}")
    return as_report(row)


def hashes(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """Returns the SHA-256 of the text of each report. Raises DeskError where there is none of a name."""
    return {name: _row(connection, name)["sha256"] for name in names}


def versions(connection: sqlite3.Connection, name: str) -> tuple[Version, ...]:
    """Returns the versions read at a report's address, oldest first, each with what it changed in the one before."""
    rows = connection.execute(
        "SELECT * FROM reports WHERE address = ? ORDER BY version", (_row(connection, name)["address"],)
    ).fetchall()
    found = []
    for before, row in zip([None, *rows], rows, strict=False):
        readable = before is not None and before["text"] is not None and row["text"] is not None
        found.append(
            Version(
                report=row["id"], version=row["version"], read_at=row["read_at"], sha256=row["sha256"],
                edits=edits(before["text"], row["text"]) if before is not None and readable else (),
            )
        )  # fmt: skip
    return tuple(found)


def states(connection: sqlite3.Connection, story: str) -> tuple[State, ...]:
    """Returns the states of a story, oldest first."""
    rows = connection.execute("SELECT * FROM states WHERE story = ? ORDER BY id", (standing(connection, story),))
    return tuple(as_state(row) for row in rows)


def changes(
    connection: sqlite3.Connection, story: str | None, after: int, since: str | None, limit: int | None
) -> tuple[Change, ...]:
    """Returns what changed, oldest first: of one story or all, behind a change's number, from a time on."""
    rows = connection.execute(
        "SELECT * FROM changes WHERE n > ?1 AND (?2 IS NULL OR story = ?2) AND (?3 IS NULL OR at >= ?3) "
        "ORDER BY n LIMIT ?4",
        (after, standing(connection, story) if story else None, since, -1 if limit is None else limit),
    )
    return tuple(Change(**{**dict(row), "reports": tuple(msgspec.json.decode(row["reports"]))}) for row in rows)


def tellings(connection: sqlite3.Connection, story: str, slot: str | None, thread: str | None) -> tuple[Telling, ...]:
    """Returns the history of the values of a story, by point and slot, those told first first."""
    rows = connection.execute(
        "SELECT t.* FROM tellings t JOIN reports r ON r.id = t.report WHERE t.story = ?1 AND (?2 IS NULL OR slot = ?2) "
        "AND (?3 IS NULL OR thread = ?3) ORDER BY cast(substr(thread, 2) AS INTEGER), slot, since, r.published, t.n",
        (standing(connection, story), slot, thread),
    )
    return tuple(
        Telling(**{name: row[name] for name in Telling.__struct_fields__})  # the columns are called like the fields
        for row in rows
    )


def searches(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """Returns the saved searches, by name."""
    return tuple(SavedSearch(**dict(row)) for row in connection.execute("SELECT * FROM searches ORDER BY name"))


def unread(connection: sqlite3.Connection) -> tuple[Unread, ...]:
    """Returns what was given and could not be used, with the reason, the latest first."""
    rows = connection.execute("SELECT name, why FROM unread ORDER BY last_at DESC, name")
    return tuple(Unread(name=row["name"], why=row["why"]) for row in rows)


def _row(connection: sqlite3.Connection, name: str) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute(f"{_REPORT} WHERE r.id = ?", (name,)).fetchone()
    if row is None:
        raise DeskError(name, "there is no such report", "the id of a report of the desk")
    return row


def _stored(row: sqlite3.Row) -> StoredReport:
    told = {name: row[name] for name in StoredReport.__struct_fields__}
    return StoredReport(**{**told, "current": bool(row["current"])})


def _summary(row: sqlite3.Row) -> StorySummary:
    told = {name: row[name] for name in StorySummary.__struct_fields__ if name not in ("outlets", "stale")}
    return StorySummary(
        **told,
        outlets=tuple(msgspec.json.decode(row["outlets"])),
        stale=bool(row["reports"]) and row["members_key"] != row["ledger_key"],
    )
