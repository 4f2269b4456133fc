"""The log: what was done, old and new, by whom and why. It is only ever added to, and no row can be changed unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

import msgspec

from crosswire.store.types import LogLine

#: Who did what nobody asked for.
CROSSWIRE: Final = "crosswire"
_COLUMNS: Final = "n, at, by, what, subject, old, new, why"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be logged; `old`, `new` and `why` hold ids, hashes and a person's words, never a report's."""

    what: str
    subject: str
    by: str
    old: str | None = None
    new: str | None = None
    why: str | None = None


def write(connection: sqlite3.Connection, at: str, *entries: Entry) -> None:
    """Adds lines to the log, in order."""
    last = connection.execute("SELECT n, chain FROM log ORDER BY n DESC LIMIT 1").fetchone()
    n, chain = (last["n"], last["chain"]) if last else (0, "")
    for entry in entries:
        n += 1
        line = LogLine(n=n, at=at, **msgspec.structs.asdict(entry))
        chain = link(chain, line)
        connection.execute(
            f"INSERT INTO log ({_COLUMNS}, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - fixed names
            (n, at, entry.by, entry.what, entry.subject, entry.old, entry.new, entry.why, chain),
        )


def link(chain: str, line: LogLine) -> str:
    """Returns the hash that stands beside `line`, made from it and from the hash before it."""
    return sha256(chain.encode() + line.to_json().encode("utf-8", "surrogatepass")).hexdigest()


def lines(connection: sqlite3.Connection, subject: str | None, since: str | None, limit: int) -> Iterator[LogLine]:
    """Gives the newest lines first, at most `limit`, of one subject or all, from a time on or all."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM log WHERE (?1 IS NULL OR subject = ?1) AND (?2 IS NULL OR at >= ?2) "  # noqa: S608
        "ORDER BY n DESC LIMIT ?3",
        (subject, since, limit),
    )
    return (LogLine(**dict(row)) for row in rows)
