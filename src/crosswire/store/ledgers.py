"""Ledgers into tables and back: every state of a story, and its newest ledger as plain rows."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from crosswire.model import Difference, Evidence, Point, Statement, Story, Value, plain
from crosswire.store.changes import Step, Threads, named_differences
from crosswire.store.types import State

_STORY = msgspec.json.Decoder(Story)


def packed(story: Story) -> tuple[str, bytes]:
    """Returns the hash and the compressed JSON of a ledger without its reports' texts."""
    bare = msgspec.structs.replace(
        story, reports=tuple(msgspec.structs.replace(report, text="") for report in story.reports)
    )
    data = msgspec.json.encode(bare)
    return sha256(data).hexdigest(), zlib.compress(data, 6)


def unpacked(ledger: bytes, texts: Mapping[str, str]) -> Story:
    """Returns a ledger with the texts of its reports put back."""
    bare = _STORY.decode(zlib.decompress(ledger))
    return msgspec.structs.replace(
        bare, reports=tuple(msgspec.structs.replace(report, text=texts[report.id]) for report in bare.reports)
    )


def texts(connection: sqlite3.Connection, reports: Sequence[str]) -> dict[str, str]:
    """Returns the texts of these reports that the desk still has."""
    found: dict[str, str] = {}
    for report in reports:
        row = connection.execute("SELECT text FROM reports WHERE id = ? AND text IS NOT NULL", (report,)).fetchone()
        if row:
            found[report] = row["text"]
    return found


def state_at(connection: sqlite3.Connection, story: str, at: str | None) -> sqlite3.Row | None:
    """Returns the row of a story's newest state, or of its newest at a time; None where it had none yet."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM states WHERE story = ?1 AND (?2 IS NULL OR at <= ?2) ORDER BY id DESC LIMIT 1", (story, at)
    ).fetchone()
    return row


def as_state(row: sqlite3.Row) -> State:
    """Returns a row of `states` as told to the user."""
    return State(
        id=row["id"], story=row["story"], at=row["at"], cause=tuple(msgspec.json.decode(row["cause"])),
        reports=tuple(msgspec.json.decode(row["reports"])), made_by=row["made_by"], kept=row["ledger"] is not None,
    )  # fmt: skip


def known_threads(connection: sqlite3.Connection, story: str) -> Threads:
    """Returns the names of the points of a story's newest ledger."""
    rows = connection.execute("SELECT point, thread FROM points WHERE story = ?", (story,))
    names = {row["point"]: row["thread"] for row in rows}
    used = connection.execute("SELECT threads FROM stories WHERE id = ?", (story,)).fetchone()["threads"]
    return Threads(names=names, used=used)


def write_state(
    connection: sqlite3.Connection, story: str, ledger: Story, cause: Sequence[str], at: str, made_by: str
) -> int:
    """Writes a new state of a story and returns its number."""
    digest, data = packed(ledger)
    state = connection.execute(
        "INSERT INTO states (story, at, cause, reports, made_by, sha256, ledger) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (story, at, _json(cause), _json([r.id for r in ledger.reports]), made_by, digest, data),
    ).lastrowid
    assert state is not None
    return state


def write_changes(connection: sqlite3.Connection, story: str, state: int, at: str, steps: Sequence[Step]) -> None:
    """Writes what a state changed."""
    connection.executemany(
        "INSERT INTO changes (state, story, at, what, how, thread, slot, old, new, reports, words) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (state, story, at, s.what, s.how, s.thread, s.slot, s.old, s.new, _json(s.reports), s.words)
            for s in steps
        ],
    )  # fmt: skip


def write_rows(connection: sqlite3.Connection, story: str, ledger: Story, names: Threads) -> None:
    """Puts the newest ledger of a story in place of the one before, as plain rows."""
    connection.execute("DELETE FROM points WHERE story = ?", (story,))
    connection.execute("DELETE FROM statements WHERE story = ?", (story,))
    for place, point in enumerate(ledger.points):
        n = connection.execute(
            "INSERT INTO points (story, point, thread, place, verdict, origins, confidence, gist) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (story, point.id, names.names[point.id], place, point.verdict, point.origins, point.confidence, point.gist),
        ).lastrowid
        _write_evidence(connection, point.evidence, n, None, None)
        for difference in point.differences:
            d = connection.execute(
                "INSERT INTO differences (point, slot, nature, why) VALUES (?, ?, ?, ?)",
                (n, difference.slot, difference.nature, difference.why),
            ).lastrowid
            for at, value in enumerate(difference.values):
                _write_evidence(connection, value.evidence, n, d, at)
    by_report = {report.id: report.text for report in ledger.reports}
    connection.executemany(
        "INSERT INTO statements (story, report, statement, manner, speaker, speaker_kind, act, addressee, start, "
        '"end", words) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (story, *_statement(s, by_report[s.report]))
            for s in ledger.statements
            if s.content and s.report in by_report
        ],
    )
    for report in ledger.reports:
        connection.execute(
            "UPDATE members SET origin = ? WHERE report = ? AND story = ?", (report.origin, report.id, story)
        )
        connection.execute("DELETE FROM furniture WHERE report = ?", (report.id,))
        connection.executemany(
            'INSERT OR IGNORE INTO furniture (report, start, "end") VALUES (?, ?, ?)',
            [(report.id, span.start, span.end) for span in report.furniture],
        )


def write_tellings(
    connection: sqlite3.Connection, story: str, ledger: Story, names: Threads, state: int, at: str
) -> None:
    """Brings the history of values up to this state: new tellings begin, those told no more end."""
    known = {
        _telling_key(row): row["n"]
        for row in connection.execute("SELECT * FROM tellings WHERE story = ? AND until IS NULL", (story,))
    }
    for slot, point, difference, value, told in _told(ledger):
        thread = names.names[point.id]
        n = known.pop((thread, slot, value.value, told.report, told.start, told.end), None)
        if n is not None:
            connection.execute(
                "UPDATE tellings SET nature = ?, why = ? WHERE n = ?", (difference.nature, difference.why, n)
            )
            continue
        connection.execute(
            "INSERT INTO tellings (story, thread, slot, value, low, high, unit, nature, why, report, start, "
            '"end", exact, since, since_state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
            (story, thread, slot, value.value, *measures(value), difference.nature, difference.why,
             told.report, told.start, told.end, told.exact, at, state),
        )  # fmt: skip
    connection.executemany("UPDATE tellings SET until = ? WHERE n = ?", [(at, n) for n in known.values()])


def _told(ledger: Story) -> Iterator[tuple[str, Point, Difference, Value, Evidence]]:
    """Gives every telling of a value of a difference, with the difference's name; each place of a value once."""
    for point in ledger.points:
        for slot, difference in named_differences(point).items():
            for value in difference.values:
                for told in dict.fromkeys(value.evidence):
                    yield slot, point, difference, value, told


def measures(value: Value) -> tuple[float | None, float | None, str | None]:
    """Returns the range and the unit of a value that is a number, as far as the ledger tells them."""
    told = plain(value)
    low, high, unit = told.get("low"), told.get("high"), told.get("unit")
    return _number(low), _number(high), unit if isinstance(unit, str) else None


def statement_span(statement: Statement) -> tuple[int, int]:
    """Returns where the words of a statement stand: those that do its act, else its content from first to last."""
    words = statement.act.words if statement.act else None
    if words is not None:
        return words.start, words.end
    return statement.content[0].start, statement.content[-1].end


def _write_evidence(
    connection: sqlite3.Connection,
    told: Sequence[Evidence],
    point: int | None,
    difference: int | None,
    value: int | None,
) -> None:
    connection.executemany(
        'INSERT INTO evidence (point, difference, value, report, start, "end", exact) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [(point, difference, value, e.report, e.start, e.end, e.exact) for e in told],
    )


def _statement(statement: Statement, text: str) -> tuple[Any, ...]:
    start, end = statement_span(statement)
    act, voice = statement.act, statement.voice
    return (statement.report, statement.id, statement.manner, voice.name, voice.kind, act.kind if act else None,
            act.addressee if act else None, start, end, text[start:end])  # fmt: skip


def _telling_key(row: sqlite3.Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("thread", "slot", "value", "report", "start", "end"))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
