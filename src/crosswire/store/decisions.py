"""What a person decides about stories: merge, split, move. It wins over what crosswire finds until it is undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

import msgspec

from crosswire.errors import DeskError
from crosswire.store import log
from crosswire.store.placing import new_story, refresh, unsettle
from crosswire.store.types import Decision, DecisionKind


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """Who decides, why and when."""

    by: str
    why: str | None
    at: str


def merge(connection: sqlite3.Connection, story: str, into: str, said: Said) -> int:
    """Makes one story of two: the reports of `story` go to `into`, and those of both stay there.

    Raises:
        DeskError: there is no such story, or both are the same.
    """
    if story == into:
        raise DeskError(story, "a story cannot be merged into itself", "two stories")
    goes, stays = _members(connection, story), _members(connection, into)
    wanted = dict.fromkeys((*goes, *stays), into)
    decision = _decide(connection, "merge", wanted, said, old=story, new=into)
    connection.execute("UPDATE stories SET merged_into = ? WHERE id = ?", (into, story))
    return decision


def split(connection: sqlite3.Connection, story: str, reports: Sequence[str], said: Said) -> tuple[int, str]:
    """Takes reports out of a story into a new one; the others stay. Returns the decision and the new story.

    Raises:
        DeskError: there is no such story, a report does not stand in it, or none would stay.
    """
    members = _members(connection, story)
    strangers = [report for report in reports if report not in members]
    if strangers:
        raise DeskError(", ".join(strangers), f"no report of story {story}", ", ".join(members))
    if not reports or set(reports) == set(members):
        raise DeskError(story, "a split leaves reports in both stories", f"some of {', '.join(members)}, not all")
    new = new_story(connection, said.at)
    wanted = {report: new if report in set(reports) else story for report in members}
    return _decide(connection, "split", wanted, said, old=story, new=new), new


def move(connection: sqlite3.Connection, report: str, story: str, said: Said) -> int:
    """Puts one report into another story; the two stories are apart from then on.

    Raises:
        DeskError: there is no such report or story, or it stands there already.
    """
    row = connection.execute("SELECT story FROM members WHERE report = ?", (report,)).fetchone()
    if row is None:
        raise DeskError(report, "no report of that name stands in a story", "the newest version of a report")
    if row["story"] == story:
        raise DeskError(report, f"it stands in story {story} already", "another story")
    there, here = _members(connection, story), _members(connection, row["story"])
    wanted = {**dict.fromkeys(there, story), **dict.fromkeys(here, row["story"]), report: story}
    return _decide(connection, "move", wanted, said, old=row["story"], new=story, subject=report)


def undo(connection: sqlite3.Connection, decision: int | None, said: Said) -> int:
    """Undoes a decision, the newest where None is told: its reports go where crosswire, and what else was decided,
    puts them. Returns the decision.

    Raises:
        DeskError: there is no such decision, or it was undone.
    """
    row = connection.execute(
        "SELECT * FROM decisions WHERE undone_at IS NULL AND (?1 IS NULL OR id = ?1) ORDER BY id DESC LIMIT 1",
        (decision,),
    ).fetchone()
    if row is None:
        name = "the newest decision" if decision is None else f"decision {decision}"
        raise DeskError(name, "there is none that could be undone", "a merge, split or move that stands")
    connection.execute(
        "UPDATE decisions SET undone_at = ?, undone_by = ?, undone_why = ? WHERE id = ?",
        (said.at, said.by, said.why, row["id"]),
    )
    back = connection.execute("SELECT * FROM decision_reports WHERE decision = ?", (row["id"],)).fetchall()
    names = {name for one in back for name in (one["story"], one["before"])}
    unsettle(connection, [report for name in names for report in _all(connection, name)])
    for one in back:
        connection.execute(
            "UPDATE members SET story = ?1 WHERE story = ?2 AND report IN (SELECT now.id FROM reports old "
            "JOIN reports now ON now.address = old.address AND now.current = 1 WHERE old.id = ?3)",
            (one["before"], one["story"], one["report"]),
        )
    for name in names:
        refresh(connection, name, said.at)
    _changed(connection)
    entry = log.Entry(what="undo", subject=f"decision {row['id']}", by=said.by, old=row["kind"], why=said.why)
    log.write(connection, said.at, entry)
    return int(row["id"])


def decisions(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """Returns every decision, newest first."""
    found = []
    for row in connection.execute("SELECT * FROM decisions ORDER BY id DESC").fetchall():
        rows = connection.execute(
            "SELECT report, story, before FROM decision_reports WHERE decision = ? ORDER BY report", (row["id"],)
        )
        found.append(Decision(**dict(row), reports=tuple((r["report"], r["story"], r["before"]) for r in rows)))
    return tuple(found)


def _decide(
    connection: sqlite3.Connection, kind: DecisionKind, wanted: Mapping[str, str], said: Said, *, old: str, new: str,
    subject: str | None = None,
) -> int:  # fmt: skip
    """Writes a decision and has it take effect: everything it names is placed anew."""
    decision = connection.execute(
        "INSERT INTO decisions (kind, at, by, why) VALUES (?, ?, ?, ?)", (kind, said.at, said.by, said.why)
    ).lastrowid
    unsettle(connection, wanted)
    for report, story in wanted.items():
        connection.execute(
            "INSERT INTO decision_reports (decision, report, story, before) "
            "SELECT ?, report, ?, story FROM members WHERE report = ?",
            (decision, story, report),
        )
        connection.execute(
            "UPDATE members SET placed_at = ?1, placed_by = ?2, origin = NULL, story = ?3 "
            "WHERE report = ?4 AND story <> ?3",
            (said.at, said.by, story, report),
        )
    for story in {old, new, *wanted.values()}:
        refresh(connection, story, said.at)
    _changed(connection)
    entry = log.Entry(what=kind, subject=subject or f"decision {decision}", by=said.by, old=old, new=new, why=said.why)
    log.write(connection, said.at, entry)
    assert decision is not None
    return decision


def _changed(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")


def _all(connection: sqlite3.Connection, story: str) -> list[str]:
    rows = connection.execute("SELECT report FROM members WHERE story = ? ORDER BY report", (story,))
    return [row["report"] for row in rows]


def _members(connection: sqlite3.Connection, story: str) -> list[str]:
    """Returns the reports of a story. Raises DeskError where there is no such story with reports in it."""
    row = connection.execute("SELECT reports, merged_into FROM stories WHERE id = ?", (story,)).fetchone()
    if row is None:
        raise DeskError(story, "there is no such story", "crosswire stories DESK lists them")
    found = _all(connection, story)
    if not found:
        into = f"it was merged into {row['merged_into']}" if row["merged_into"] else "no report is left in it"
        raise DeskError(story, into, "a story with reports")
    return found
