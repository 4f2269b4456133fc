"""Everything read again and held against everything else: hashes, spans, marks, indexes, the log."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

import msgspec

from crosswire.model import Story
from crosswire.store import log
from crosswire.store.analyst import Tell
from crosswire.store.forget import INDEXES
from crosswire.store.intake import SEALED, seal
from crosswire.store.marks import key_of, words_hash
from crosswire.store.placing import members_key
from crosswire.store.types import Checked, Fault, LogLine, MarkedWords

_SPANS: Final = {
    "evidence": 'n, report, start, "end", exact',
    "statements": 'n, report, start, "end", words AS exact',
    "tellings": 'n, report, start, "end", exact',
    "mark_evidence": 'mark AS n, report, start, "end", exact',
}


def verify(connection: sqlite3.Connection, tell: Tell) -> Checked:
    """Returns what was looked at and what is wrong.

    Args:
        connection: one that may write, outside any transaction: FTS5 checks an index only by a statement that writes
            (it changes nothing).
        tell: is told how far the work is.
    """
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    counted: dict[str, int] = {}
    faults: list[Fault] = []
    checks = (_file, _indexes, _reports, _spans, _states, _newest, _members, _marks, _log, _spread)
    for done, check in enumerate(checks):
        tell("verifying", done / len(checks))
        try:
            for found in check(connection):
                if isinstance(found, Fault):
                    faults.append(found)
                else:
                    counted[found] = counted.get(found, 0) + 1
        except sqlite3.DatabaseError as error:
            faults.append(Fault(where=check.__name__.strip("_"), what=f"cannot be read: {error}"))
    return Checked(counted=counted, faults=tuple(faults))


def _file(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    for row in connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Fault(where="file", what=str(row[0]))
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(where=f"{row[0]} {row[1]}", what=f"names a row of {row[2]} that is not there")


def _indexes(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    for index in INDEXES:
        yield "indexes"
        try:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except sqlite3.DatabaseError as error:
            yield Fault(where=index, what=f"does not hold the words of its table ({error})")


def _reports(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    for row in connection.execute("SELECT * FROM reports"):
        yield "reports"
        where = f"reports {row['id']}"
        if row["text"] is None:
            if not connection.execute("SELECT 1 FROM forgotten WHERE report = ?", (row["id"],)).fetchone():
                yield Fault(where=where, what="its text is gone and was not forgotten")
            continue
        if sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
            yield Fault(where=where, what="its text is not the text that was read: the hash differs")
        if len(row["text"]) != row["characters"]:
            yield Fault(where=where, what="its text is not as long as the text that was read")
        if seal([row[name] for name in SEALED]) != row["seal"]:
            yield Fault(where=where, what="its title, outlet, date or source is not as read: the seal differs")


def _spans(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    for table, columns in _SPANS.items():
        for row in connection.execute(f"SELECT {columns} FROM {table} WHERE exact IS NOT NULL ORDER BY report"):  # noqa: S608
            yield "spans"
            text = connection.execute("SELECT text FROM reports WHERE id = ?", (row["report"],)).fetchone()
            if text is None or text["text"] is None or text["text"][row["start"] : row["end"]] != row["exact"]:
                yield Fault(where=f"{table} {row['n']}", what=f"its words do not stand at its place in {row['report']}")
    for row in connection.execute(
        'SELECT f.* FROM furniture f JOIN reports r ON r.id = f.report WHERE f."end" > r.characters OR f.start < 0'
    ):
        yield Fault(where=f"furniture {row['report']}", what="lies outside its report")


def _states(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    for row in connection.execute("SELECT id, sha256, ledger FROM states WHERE ledger IS NOT NULL"):
        yield "states"
        where = f"states {row['id']}"
        try:
            data = zlib.decompress(row["ledger"])
            msgspec.json.decode(data, type=Story)
        except (zlib.error, msgspec.DecodeError, UnicodeDecodeError) as error:
            yield Fault(where=where, what=f"its ledger cannot be read: {error}")
            continue
        if sha256(data).hexdigest() != row["sha256"]:
            yield Fault(where=where, what="its ledger is not the one that was written: the hash differs")
    for row in connection.execute("SELECT report, found FROM annotations"):
        yield "annotations"
        try:
            zlib.decompress(row["found"])
        except zlib.error as error:
            yield Fault(where=f"annotations {row['report']}", what=f"cannot be read: {error}")


def _newest(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    """The plain rows of each story against its newest ledger."""
    for row in connection.execute(
        "SELECT s.id, t.ledger FROM stories s JOIN states t ON t.id = s.state "
        "WHERE s.reports > 0 AND s.members_key = s.ledger_key AND t.ledger IS NOT NULL"
    ):
        try:
            ledger = msgspec.json.decode(zlib.decompress(row["ledger"]), type=Story)
        except (zlib.error, msgspec.DecodeError, UnicodeDecodeError):
            continue  # told of the state itself
        yield "stories"
        wanted = [(p.id, p.verdict, p.gist, p.origins) for p in ledger.points]
        points = connection.execute(
            "SELECT point, verdict, gist, origins FROM points WHERE story = ? ORDER BY place", (row["id"],)
        )
        if [tuple(p) for p in points] != wanted:
            yield Fault(where=f"stories {row['id']}", what="its points are not those of its newest ledger")
        told = sorted((e.report, e.start, e.end, e.exact) for p in ledger.points for e in p.evidence)
        kept = connection.execute(
            'SELECT e.report, e.start, e."end", e.exact FROM evidence e JOIN points p ON p.n = e.point '
            "WHERE p.story = ? AND e.difference IS NULL",
            (row["id"],),
        )
        if sorted(tuple(e) for e in kept) != told:
            yield Fault(where=f"stories {row['id']}", what="its evidence is not that of its newest ledger")
        unequal = sorted((d.slot, d.nature, d.why) for p in ledger.points for d in p.differences)
        held = connection.execute(
            "SELECT d.slot, d.nature, d.why FROM differences d JOIN points p ON p.n = d.point WHERE p.story = ?",
            (row["id"],),
        )
        if sorted(tuple(d) for d in held) != unequal:
            yield Fault(where=f"stories {row['id']}", what="its differences are not those of its newest ledger")


def _members(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    for row in connection.execute("SELECT id, reports, members_key FROM stories"):
        rows = connection.execute(
            "SELECT r.id, r.sha256 FROM members m JOIN reports r ON r.id = m.report WHERE m.story = ?", (row["id"],)
        ).fetchall()
        unplaced = connection.execute(
            "SELECT 1 FROM members WHERE story = ? AND component IS NULL", (row["id"],)
        ).fetchone()
        key = members_key((r["id"], r["sha256"]) for r in rows) if rows else ""
        if not unplaced and (row["reports"], row["members_key"]) != (len(rows), key):
            yield Fault(where=f"stories {row['id']}", what="its reports are not those it was made of")


def _marks(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    for row in connection.execute("SELECT * FROM marks"):
        yield "marks"
        rows = connection.execute(
            'SELECT report, sha256, words, start, "end", exact FROM mark_evidence WHERE mark = ?', (row["n"],)
        ).fetchall()
        if key_of(row["kind"], row["slot"], [(e["sha256"], e["words"]) for e in rows]) != row["key"]:
            yield Fault(where=f"marks {row['n']}", what="its key is not that of its words")
        for e in rows:
            told = MarkedWords(report=e["report"], start=e["start"], end=e["end"], exact=e["exact"])
            if told.exact is not None and words_hash(told.exact) != e["words"]:
                yield Fault(
                    where=f"marks {row['n']}", what=f"its words in {told.report} are not those that were marked"
                )


def _log(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    chain = ""
    for number, row in enumerate(connection.execute("SELECT * FROM log ORDER BY n"), 1):
        yield "log lines"
        told = dict(row)
        kept = told.pop("chain")
        chain = log.link(chain, LogLine(**told))
        if chain != kept or row["n"] != number:
            yield Fault(where=f"log {row['n']}", what="it, or a line before it, is not as it was written")
            return


def _spread(connection: sqlite3.Connection) -> Iterator[Fault | str]:
    counts = "SELECT sign, bucket, count(*) FROM signs GROUP BY sign, bucket"
    kept = "SELECT sign, bucket, reports FROM spread"
    for one, other in ((counts, kept), (kept, counts)):
        if connection.execute(f"{one} EXCEPT {other}").fetchone():
            yield Fault(where="spread", what="its counts are not those of the signs")
            return
