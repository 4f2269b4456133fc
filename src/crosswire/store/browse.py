"""The desk looked through: stories by filters, page by page; differences that nobody has marked; what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from crosswire.store import listing
from crosswire.store.browsed import OpenDifference, Pulse, ShelfFilter, Shelved
from crosswire.store.query import understood

_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MARKED: Final = (
    "EXISTS (SELECT 1 FROM mark_evidence e JOIN marks k ON k.n = e.mark AND k.taken_back_at IS NULL "
    "JOIN members m ON m.report = e.report WHERE m.story = s.id)"
)
_MEMBERS: Final = "SELECT m.story FROM members m JOIN reports r ON r.id = m.report"
#: Conflicts before updates, then what most origins tell; a second difference of one slot counts on.
_QUEUE: Final = """
SELECT p.story, p.point, p.gist, p.origins, d.n, d.slot, d.nature, d.why, d.place, s.title
FROM (SELECT *, row_number() OVER (PARTITION BY point, slot ORDER BY n) AS place FROM differences) d
JOIN points p ON p.n = d.point JOIN stories s ON s.id = p.story
WHERE d.nature IN ('conflict', 'update')
ORDER BY CASE d.nature WHEN 'conflict' THEN 0 ELSE 1 END, p.origins DESC, p.place, s.n, d.n
"""
_SHELVED: Final = f"""
SELECT (SELECT count(*) FROM points WHERE story = ?1 AND verdict = 'corroborated') AS agreed,
    (SELECT count(*) FROM changes WHERE story = ?1 AND n > ?2) AS new,
    (SELECT {_MARKED} FROM stories s WHERE s.id = ?1) AS marked
"""  # noqa: S608 - pieces of our own


def shelf(
    connection: sqlite3.Connection, wanted: ShelfFilter, page: tuple[int, tuple[str, str] | None], seen: int
) -> tuple[tuple[Shelved, ...], int]:
    """Returns the stories that pass a filter, those that changed last first, and how many pass it in all.

    Args:
        connection: one that reads.
        wanted: the filter.
        page: so many stories at most, behind the one with this time of change and this id.
        seen: changes with a greater number are new to who asks.
    """
    where, values = _where(wanted)
    total = connection.execute(f"SELECT count(*) FROM stories s WHERE {where}", values).fetchone()[0]  # noqa: S608
    limit, behind = page
    if behind is not None:
        where += " AND (s.changed, s.n) < (?, ?)"
        values += [behind[0], int(behind[1][1:])]
    rows = connection.execute(
        f"SELECT s.id FROM stories s WHERE {where} ORDER BY s.changed DESC, s.n DESC LIMIT ?",  # noqa: S608 - our own
        (*values, limit),
    ).fetchall()
    return tuple(_shelved(connection, row["id"], seen) for row in rows), int(total)


def facets(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Returns what the stories can be filtered by: the outlets, and the speakers heard in most stories."""
    outlets = connection.execute(
        "SELECT r.outlet FROM members m JOIN reports r ON r.id = m.report WHERE r.outlet IS NOT NULL "
        "GROUP BY r.outlet ORDER BY count(*) DESC, r.outlet LIMIT 200"
    )
    speakers = connection.execute(
        "SELECT speaker FROM statements WHERE speaker IS NOT NULL GROUP BY speaker "
        "ORDER BY count(DISTINCT story) DESC, count(*) DESC, speaker LIMIT 200"
    )
    return {
        "outlet": tuple(row["outlet"] for row in outlets),
        "actor": tuple(row["speaker"] for row in speakers),
    }


def titles(connection: sqlite3.Connection, stories: Sequence[str]) -> dict[str, str]:
    """Returns the titles of these stories, as far as they have one."""
    found = {}
    for story in stories:
        row = connection.execute("SELECT title FROM stories WHERE id = ? AND title IS NOT NULL", (story,)).fetchone()
        if row:
            found[story] = row["title"]
    return found


def unmarked(
    connection: sqlite3.Connection, marked: frozenset[tuple[str, str]], page: tuple[int, int]
) -> tuple[tuple[OpenDifference, ...], int]:
    """Returns the differences without a mark, most consequential first, and how many there are in all.

    Args:
        connection: one that reads.
        marked: the story and the name ("p3:number") of each difference that has a mark.
        page: so many at most, behind so many.
    """
    limit, offset = page
    rows = connection.execute(f"{_QUEUE} LIMIT ?", (offset + limit + len(marked),)).fetchall()
    left = [row for row in rows if (row["story"], _name(row)) not in marked]
    total = connection.execute("SELECT count(*) FROM differences WHERE nature IN ('conflict', 'update')").fetchone()[0]
    total -= sum(_queued(connection, story, item) for story, item in marked)
    found = []
    for row in left[offset : offset + limit]:
        told = connection.execute(
            'SELECT e.value, e.report, e.start, e."end", e.exact, r.outlet, r.published FROM evidence e '
            "JOIN reports r ON r.id = e.report WHERE e.difference = ? ORDER BY e.value, r.published, e.n",
            (row["n"],),
        )
        found.append(
            OpenDifference(
                story=row["story"], item=_name(row), title=row["title"], slot=row["slot"], nature=row["nature"],
                why=row["why"], gist=row["gist"], origins=row["origins"],
                values=tuple(tuple(one) for one in told),
            )
        )  # fmt: skip
    return tuple(found), int(total)


def pulse(connection: sqlite3.Connection) -> Pulse:
    """Returns the numbers of the newest change and of the newest line of the log: cheap to ask every second."""
    row = connection.execute(
        "SELECT (SELECT coalesce(max(n), 0) FROM changes) AS change, (SELECT coalesce(max(n), 0) FROM log) AS line"
    ).fetchone()
    return Pulse(change=row["change"], line=row["line"])


def news(connection: sqlite3.Connection, story: str | None, after: Pulse) -> tuple[int, int]:
    """Returns how many changes, and how many marks and decisions, came after a pulse, in one story or in all."""
    changes = connection.execute(
        "SELECT count(*) FROM changes WHERE n > ?1 AND (?2 IS NULL OR story = ?2)", (after.change, story)
    ).fetchone()[0]
    lines = connection.execute(
        "SELECT count(*) FROM log WHERE n > ?1 AND what IN ('mark', 'mark taken back', 'merge', 'split', "
        "'move', 'undo') "
        "AND (?2 IS NULL OR what NOT IN ('mark', 'mark taken back') OR subject IN "
        "(SELECT 'mark ' || n FROM marks WHERE story = ?2))",
        (after.line, story),
    ).fetchone()[0]
    return int(changes), int(lines)


def replaced(connection: sqlite3.Connection, mark: int) -> tuple[str, str, str | None] | None:
    """Returns the story, the verdict and the note of the mark that a person's newer mark took the place of."""
    row = connection.execute(
        "SELECT old.verdict, old.note, old.story FROM marks new JOIN marks old ON old.key = new.key "
        "AND old.by = new.by AND old.taken_back_at = new.at AND old.n < new.n WHERE new.n = ? "
        "ORDER BY old.n DESC LIMIT 1",
        (mark,),
    ).fetchone()
    return (row["story"], row["verdict"], row["note"]) if row else None


def undoable(connection: sqlite3.Connection, by: str) -> tuple[str, int] | None:
    """Returns what a person did last that still stands: "mark" or "decision" and its number; None where nothing."""
    row = connection.execute(
        "SELECT what, n FROM (SELECT 'mark' AS what, n, at FROM marks WHERE by = ?1 AND taken_back_at IS NULL "
        "UNION ALL SELECT 'decision', id, at FROM decisions WHERE by = ?1 AND undone_at IS NULL) "
        "ORDER BY at DESC, n DESC LIMIT 1",
        (by,),
    ).fetchone()
    return (row["what"], row["n"]) if row else None


def _shelved(connection: sqlite3.Connection, story: str, seen: int) -> Shelved:
    row = connection.execute(_SHELVED, (story, seen)).fetchone()
    summary = listing.summary(connection, story)
    return Shelved(story=summary, agreed=row["agreed"], new=row["new"], marked=bool(row["marked"]))


def _where(wanted: ShelfFilter) -> tuple[str, list[Any]]:
    parts, values = ["s.reports > 0"], list[Any]()

    def ask(test: str, *told: Any) -> None:
        parts.append(test)
        values.extend(told)

    asked = understood(wanted.words, _BEGINNING)
    if asked.match:
        ask(f"s.id IN ({_MEMBERS} JOIN reports_fts f ON f.rowid = r.n WHERE reports_fts MATCH ?)", asked.match)
    for outlet in asked.outlets:
        ask(f"s.id IN ({_MEMBERS} WHERE instr(lower(r.outlet), lower(?)) > 0)", outlet)
    for speaker in asked.speakers:
        ask("s.id IN (SELECT story FROM statements WHERE instr(lower(speaker), lower(?)) > 0)", speaker)
    for act in asked.acts:
        ask("s.id IN (SELECT story FROM statements WHERE act = ?)", act)
    for verdict in asked.verdicts:
        ask("s.id IN (SELECT story FROM points WHERE verdict = ?)", verdict)
    if wanted.words and asked.empty:
        ask("0")
    if wanted.outlet:
        ask(f"s.id IN ({_MEMBERS} WHERE r.outlet = ?)", wanted.outlet)
    if wanted.actor:
        ask("s.id IN (SELECT story FROM statements WHERE speaker = ?)", wanted.actor)
    if wanted.kind:
        ask(
            "s.id IN (SELECT p.story FROM differences d JOIN points p ON p.n = d.point WHERE ? IN (d.slot, d.nature))",
            wanted.kind,
        )
    if wanted.marked:
        ask(_MARKED)
    if wanted.unresolved:
        ask("s.id IN (SELECT story FROM points WHERE verdict = 'conflicting')")
    if wanted.lone:
        ask("s.reports = 1")
    return " AND ".join(parts), values


def _queued(connection: sqlite3.Connection, story: str, item: str) -> bool:
    """Tells whether a difference of a story would stand in the queue, if nobody had marked it."""
    point, _, name = item.partition(":")
    rows = connection.execute(
        "SELECT p.point, d.slot, d.nature, row_number() OVER (PARTITION BY d.slot ORDER BY d.n) AS place "
        "FROM points p JOIN differences d ON d.point = p.n WHERE p.story = ? AND p.point = ?",
        (story, point),
    )
    return any(_name(row) == f"{point}:{name}" and row["nature"] in ("conflict", "update") for row in rows)


def _name(row: sqlite3.Row) -> str:
    slot = row["slot"] if row["place"] == 1 else f"{row['slot']}-{row['place']}"
    return f"{row['point']}:{slot}"
