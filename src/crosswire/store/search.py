"""Searches run: an understood query in, places in reports out, each with its exact words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

from crosswire.model import Span
from crosswire.store.query import Query, instant
from crosswire.store.types import Hit

#: The longest passage shown of a report, in characters.
LONGEST: Final = 300
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)  # what no date of publication counts from
_END: Final = re.compile(r"[.!?…][\"”’')]*(?=\s)|\n")

_FROM: Final = {
    "report": "reports x JOIN reports r ON r.n = x.n LEFT JOIN members m ON m.report = r.id",
    "statement": "statements x JOIN reports r ON r.id = x.report LEFT JOIN members m ON m.report = r.id",
    "point": "points x JOIN evidence e ON e.n = (SELECT min(n) FROM evidence WHERE point = x.n AND difference IS NULL) "
    "JOIN reports r ON r.id = e.report LEFT JOIN members m ON m.report = r.id",
}  # fmt: skip
_FTS: Final = {"report": "reports_fts", "statement": "statements_fts", "point": "points_fts"}
_WHEN: Final = "coalesce(utc(r.published), r.read_at)"


def run(
    connection: sqlite3.Connection, query: Query, page: tuple[int, int], read_after: str | None = None
) -> tuple[tuple[Hit, ...], int]:
    """Returns the hits asked for, best first, newest first where no words were given, and how many there are in all.

    Args:
        connection: one that reads.
        query: what is looked for.
        page: so many hits at most, behind so many.
        read_after: only reports read after this time.
    """
    connection.create_function("utc", 1, lru_cache(maxsize=None)(_utc), deterministic=True)  # each time of day once
    where, values = _where(query)
    if read_after is not None:
        where, values = f"{where} AND r.read_at > ?", [*values, read_after]
    table = f"{_FROM[query.kind]}" + (f" JOIN {_FTS[query.kind]} f ON f.rowid = x.n" if query.match else "")
    total = connection.execute(f"SELECT count(*) FROM {table} WHERE {where}", values).fetchone()[0]  # noqa: S608
    order = "f.rank, r.n" if query.match else f"{_WHEN} DESC, r.n, x.n"
    rows = connection.execute(
        f"SELECT x.n FROM {table} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",  # noqa: S608 - pieces of our own
        (*values, *page),
    ).fetchall()
    hit = {"report": _report, "statement": _statement, "point": _point}[query.kind]
    return tuple(hit(connection, row["n"], query.match) for row in rows), total


def _utc(published: str | None) -> str | None:
    """Returns when a report was published, as the desk writes times; None where that is not told."""
    return instant(published, _BEGINNING, end=False) if published else None


def _where(query: Query) -> tuple[str, list[Any]]:
    """Returns the condition of a query and the values in it; rows of replaced versions are left out."""
    parts, values = ["r.current = 1", "r.text IS NOT NULL"], list[Any]()
    if query.match:
        parts.append(f"{_FTS[query.kind]} MATCH ?")
        values.append(query.match)
    for column, wanted, exact in (
        ("r.outlet", query.outlets, False),
        ("x.speaker", query.speakers, False),
        ("x.act", query.acts, True),
        ("m.story", query.stories, True),
        ("x.verdict", query.verdicts, True),
    ):
        if wanted and column in _columns(query):
            test = f"{column} = ? COLLATE NOCASE" if exact else f"instr(lower({column}), lower(?)) > 0"
            parts.append("(" + " OR ".join([test] * len(wanted)) + ")")
            values += wanted
    for column, unwanted in (("r.outlet", query.not_outlets), ("x.speaker", query.not_speakers)):
        if column in _columns(query):
            for word in unwanted:
                parts.append(f"instr(lower(coalesce({column}, '')), lower(?)) = 0")
                values.append(word)
    for sign, moment in ((">=", query.since), ("<=", query.until)):
        if moment is not None:
            parts.append(f"{_WHEN} {sign} ?")
            values.append(moment)
    return " AND ".join(parts), values


def _columns(query: Query) -> set[str]:
    own = {"report": set[str](), "statement": {"x.speaker", "x.act"}, "point": {"x.verdict"}}[query.kind]
    return {"r.outlet", "m.story"} | own


def _report(connection: sqlite3.Connection, n: int, match: str) -> Hit:
    row = connection.execute(
        "SELECT r.*, m.story FROM reports r LEFT JOIN members m ON m.report = r.id WHERE r.n = ?", (n,)
    ).fetchone()
    matches = _matches(connection, "reports_fts", 1, n, row["text"], match)
    start, end = _passage(row["text"], matches)
    inside = tuple(m for m in matches if start <= m.start and m.end <= end)
    return Hit(
        kind="report", report=row["id"], start=start, end=end, exact=row["text"][start:end], matches=inside,
        story=row["story"], outlet=row["outlet"], title=row["title"], published=row["published"],
    )  # fmt: skip


def _statement(connection: sqlite3.Connection, n: int, match: str) -> Hit:
    row = connection.execute(
        "SELECT s.*, r.outlet, r.title, r.published FROM statements s JOIN reports r ON r.id = s.report WHERE s.n = ?",
        (n,),
    ).fetchone()
    found = _matches(connection, "statements_fts", 0, n, row["words"], match)
    return Hit(
        kind="statement", report=row["report"], start=row["start"], end=row["end"], exact=row["words"],
        matches=_moved(found, row["start"]), story=row["story"], outlet=row["outlet"], title=row["title"],
        published=row["published"], speaker=row["speaker"], act=row["act"],
    )  # fmt: skip


def _point(connection: sqlite3.Connection, n: int, match: str) -> Hit:
    """The evidence of a point that its gist was taken from, else its first."""
    row = connection.execute(
        'SELECT p.story, p.point, p.verdict, p.gist, e.report, e.start, e."end", e.exact, r.outlet, r.title, '
        "r.published "
        "FROM points p JOIN evidence e ON e.point = p.n AND e.difference IS NULL JOIN reports r ON r.id = e.report "
        "WHERE p.n = ? ORDER BY e.exact <> p.gist, e.n LIMIT 1",
        (n,),
    ).fetchone()
    found = _matches(connection, "points_fts", 0, n, row["gist"], match) if row["gist"] == row["exact"] else ()
    return Hit(
        kind="point", report=row["report"], start=row["start"], end=row["end"], exact=row["exact"],
        matches=_moved(found, row["start"]), story=row["story"], outlet=row["outlet"], title=row["title"],
        published=row["published"], point=row["point"], verdict=row["verdict"],
    )  # fmt: skip


def _matches(
    connection: sqlite3.Connection, table: str, column: int, n: int, text: str, match: str
) -> tuple[Span, ...]:
    """Returns where the words of a query stand in an indexed text: FTS5 sets signs around them that it has not."""
    if not match:
        return ()
    before, after = _signs(text)
    marked = connection.execute(
        f"SELECT highlight({table}, ?, ?, ?) FROM {table} WHERE rowid = ? AND {table} MATCH ?",  # noqa: S608
        (column, before, after, n, match),
    ).fetchone()[0]
    found: list[Span] = []
    start = place = 0
    for sign in marked or "":
        if sign == before:
            start = place
        elif sign == after:
            found.append(Span(start=start, end=place))
        else:
            place += 1
    return tuple(found)


def _signs(text: str) -> tuple[str, str]:
    """Returns two characters for private use that do not stand in `text`."""
    free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    return next(free), next(free)


def _passage(text: str, matches: Sequence[Span]) -> tuple[int, int]:
    """Returns the sentence with most of the matches, the first of these; the first sentence where there are none."""
    best = (0, 0, 0)
    for match in matches or [Span(start=len(text) - len(text.lstrip()), end=len(text) - len(text.lstrip()))]:
        start, end = _sentence(text, match)
        inside = sum(start <= m.start and m.end <= end for m in matches)
        if best == (0, 0, 0) or inside > best[2]:
            best = (start, end, inside)
    return best[0], best[1]


def _sentence(text: str, around: Span) -> tuple[int, int]:
    low = max(0, around.start - LONGEST // 2)
    starts = [found.end() for found in _END.finditer(text, low, around.start + 1) if found.end() <= around.start]
    start = starts[-1] if starts else low
    ending = _END.search(text, around.end)
    end = min(ending.start() + len(ending.group().rstrip("\n")) if ending else len(text), start + LONGEST)
    end = max(end, around.end)
    while start < around.start and text[start].isspace():
        start += 1
    while end > around.end and text[end - 1].isspace():
        end -= 1
    return start, end


def _moved(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(start=span.start + by, end=span.end + by) for span in spans)
