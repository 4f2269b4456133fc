"""Reports into the desk, frozen as read: each is new, a new version at its address, or known already."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from hashlib import sha256
from urllib.parse import urldefrag

import msgspec

from crosswire.model import Report, Unread
from crosswire.store import log
from crosswire.store.placing import unsettle
from crosswire.store.signs import bucket, rank, signs
from crosswire.store.types import Arrival, Stored

#: The columns that are sealed: what never changes of a report.
SEALED = ("id", "address", "version", "sha256", "characters", "title", "outlet", "published", "url", "language",
          "source", "read_at")  # fmt: skip


class Arrived(msgspec.Struct, frozen=True):
    """A report as given, and the file, address or feed it was read from."""

    report: Report
    source: str


def unusable(report: Report) -> str | None:
    """Says why a report cannot be stored; None when it can."""
    for told in (report.id, report.text, report.title, report.outlet, report.published, report.url, report.language):
        try:
            (told or "").encode()
        except UnicodeEncodeError:
            return "holds half a character (a lone surrogate), which is no text"
    return None if report.text.strip() else "empty text"


def freeze(connection: sqlite3.Connection, arrived: Sequence[Arrived], at: str, by: str) -> tuple[Stored, ...]:
    """Stores reports inside the transaction of `connection`; what is known already changes nothing.

    Args:
        connection: inside a writing transaction.
        arrived: reports that `unusable` has nothing against.
        at: now.
        by: who gave them.

    Returns:
        What became of each, in the order given.
    """
    stored = tuple(_freeze(connection, one, at, by) for one in arrived)
    if any(one.arrival != "known" for one in stored):
        connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
    return stored


def note_unread(connection: sqlite3.Connection, unread: Sequence[Unread], at: str) -> None:
    """Keeps what could not be used, with its reason; the same again is counted."""
    connection.executemany(
        "INSERT INTO unread (name, why, first_at, last_at, times) VALUES (?1, ?2, ?3, ?3, 1) "
        "ON CONFLICT (name, why) DO UPDATE SET last_at = ?3, times = times + 1",
        [(_written(item.name), _written(item.why), at) for item in unread],
    )


def seal(row: Sequence[object]) -> str:
    """Returns the hash over the values of SEALED, in that order."""
    return sha256(msgspec.json.encode(list(row))).hexdigest()


def address_of(report: Report) -> str:
    """Returns what the versions of a report share: its url; a report without one is itself alone."""
    if report.url:
        return urldefrag(report.url).url
    own = msgspec.json.encode([report.id, report.outlet, report.sha256])
    return f"sha256:{sha256(own).hexdigest()}"


def _freeze(connection: sqlite3.Connection, one: Arrived, at: str, by: str) -> Stored:
    report, address = one.report, address_of(one.report)
    versions = connection.execute(
        "SELECT id, version, sha256, current FROM reports WHERE address = ? ORDER BY version", (address,)
    ).fetchall()
    known = next((row["id"] for row in versions if row["sha256"] == report.sha256), None)
    if known is not None:
        return Stored(report=known, arrival="known")
    arrival: Arrival = "version" if versions else "new"
    name = _free(connection, f"{versions[0]['id']}.v{len(versions) + 1}" if versions else report.id)
    row = (name, address, len(versions) + 1, report.sha256, len(report.text), report.title, report.outlet,
           report.published, report.url, report.language, one.source, at)  # fmt: skip
    n = connection.execute(
        f"INSERT INTO reports ({', '.join(SEALED)}, seal, text, current) VALUES ({', '.join('?' * 14)}, 1)",  # noqa: S608
        (*row, seal(row), report.text),
    ).lastrowid
    before = next((old["id"] for old in versions if old["current"]), None)
    if before is not None:
        _replace(connection, before, name, at, by)
    told = signs(report)
    connection.executemany(
        "INSERT INTO signs (sign, bucket, rank, report, total) VALUES (?, ?, ?, ?, ?)",
        [(sign, bucket(report.published), rank(report), n, len(told)) for sign in told],
    )
    what = "report version" if before else "report new"
    log.write(connection, at, log.Entry(what=what, subject=name, by=by, old=before, new=report.sha256))
    return Stored(report=name, arrival=arrival)


def _replace(connection: sqlite3.Connection, old: str, new: str, at: str, by: str) -> None:
    """Puts the new version where the old one stood; the old one is kept, and stands in no story."""
    unsettle(connection, [old])
    connection.execute("DELETE FROM signs WHERE report = (SELECT n FROM reports WHERE id = ?)", (old,))
    connection.execute("UPDATE reports SET current = 0 WHERE id = ?", (old,))
    connection.execute(
        "INSERT INTO members (report, story, component, placed_at, placed_by) "
        "SELECT ?, story, NULL, ?, ? FROM members WHERE report = ?",
        (new, at, by, old),
    )
    connection.execute("DELETE FROM members WHERE report = ?", (old,))
    connection.execute("DELETE FROM annotations WHERE report = ?", (old,))


def _free(connection: sqlite3.Connection, wanted: str) -> str:
    """Returns `wanted`, with a number behind where another report has that id."""
    name, number = wanted, 1
    while connection.execute("SELECT 1 FROM reports WHERE id = ?", (name,)).fetchone():
        number += 1
        name = f"{wanted}-{number}"
    return name


def _written(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
