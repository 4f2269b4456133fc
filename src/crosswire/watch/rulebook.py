"""Rules and notices in the desk's file: each change is noted once, and waits until it was told."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import msgspec

from crosswire.errors import DeskError
from crosswire.model import Struct
from crosswire.store import log
from crosswire.store.file import DeskFile
from crosswire.watch.types import Notice, Rule, stamp

MOST_TRIES: Final = 5
"""So often a notice is sent that does not arrive."""


class Standing(Struct, frozen=True):
    """A rule, the last change that was looked at for it, and the time from which reports are new to it."""

    rule: Rule
    at: str
    seen: int
    looked_at: str


class Waiting(Struct, frozen=True):
    """A notice that is not told yet."""

    n: int
    notice: Notice
    tries: int


class RuleBook:
    """The rules of a desk and what they told."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._file = DeskFile(path)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def add(self, rule: Rule, now: datetime, by: str) -> None:
        """Keeps a rule; what changed before is not told. One of its name is replaced, and goes on where it was."""
        at, told = stamp(now), rule.to_json()
        with self._file.writing() as connection:
            old = connection.execute("SELECT rule FROM rules WHERE name = ?", (rule.name,)).fetchone()
            if old is not None and old["rule"] == told:
                return
            if rule.search is not None and not _is_search(connection, rule.search):
                raise DeskError(
                    rule.search, "there is no saved search of that name", "crosswire search DESK --save NAME"
                )
            connection.execute(
                "INSERT INTO rules (name, rule, at, by, seen, looked_at) "
                "VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(n), 0) FROM changes), ?3) "
                "ON CONFLICT (name) DO UPDATE SET rule = ?2, by = ?4",
                (rule.name, told, at, by),
            )
            before = old["rule"] if old else None
            log.write(connection, at, log.Entry(what="rule kept", subject=rule.name, by=by, old=before, new=told))

    def drop(self, name: str, now: datetime, by: str) -> None:
        """Takes a rule away; what waits to be told by it is not told."""
        with self._file.writing() as connection:
            old = connection.execute("SELECT rule FROM rules WHERE name = ?", (name,)).fetchone()
            if old is None:
                known = ", ".join(row["name"] for row in connection.execute("SELECT name FROM rules ORDER BY name"))
                raise DeskError(name, "there is no such rule", known or None)
            connection.execute("DELETE FROM rules WHERE name = ?", (name,))
            log.write(connection, stamp(now), log.Entry(what="rule dropped", subject=name, by=by, old=old["rule"]))

    def rules(self) -> tuple[Standing, ...]:
        """Returns the rules, by name."""
        with self._file.reading() as connection:
            rows = connection.execute("SELECT rule, at, seen, looked_at FROM rules ORDER BY name").fetchall()
        return tuple(
            Standing(rule=msgspec.json.decode(row["rule"], type=Rule), at=row["at"], seen=row["seen"],
                     looked_at=row["looked_at"])
            for row in rows
        )  # fmt: skip

    def note(self, standing: Standing, found: Sequence[Notice], seen: int, now: datetime) -> None:
        """Keeps what was found for a rule and how far it was looked for, in one transaction.

        Nothing is noted twice: not the same change, and not one that brings a slot to what was told of it last.
        """
        if not found and seen == standing.seen and standing.rule.kind != "search":
            return
        name = standing.rule.name
        with self._file.writing() as connection:
            for notice in found:
                place = notice.key.rpartition(":")[0] + ":" if notice.kind != "search" else None
                last = connection.execute(
                    "SELECT told FROM notices WHERE rule = ?1 AND substr(key, 1, length(?2)) = ?2 "
                    "ORDER BY n DESC LIMIT 1",
                    (name, place),
                ).fetchone()
                if last and last["told"] and notice.old is None:
                    before = msgspec.json.decode(last["told"], type=Notice)
                    if before.new == notice.new:
                        continue
                connection.execute(
                    "INSERT INTO notices (rule, key, at, reports, told) VALUES (?, ?, ?, ?, ?) "
                    "ON CONFLICT (rule, key) DO NOTHING",
                    (name, notice.key, notice.at, msgspec.json.encode(notice.reports).decode(), notice.to_json()),
                )
            connection.execute(
                "UPDATE rules SET seen = max(seen, ?), looked_at = ? WHERE name = ?", (seen, stamp(now), name)
            )

    def waiting(self, rule: str) -> tuple[Waiting, ...]:
        """Returns what a rule has still to tell, oldest first."""
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT n, told, tries FROM notices WHERE rule = ? AND sent_at IS NULL AND told IS NOT NULL "
                "AND tries < ? ORDER BY n",
                (rule, MOST_TRIES),
            ).fetchall()
        return tuple(Waiting(n=row["n"], notice=_notice(row["told"]), tries=row["tries"]) for row in rows)

    def newest(self, rules: Sequence[str], limit: int) -> tuple[Notice, ...]:
        """Returns the newest notices of some rules, newest first; not those of forgotten reports."""
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT told FROM notices WHERE told IS NOT NULL AND rule IN (SELECT value FROM json_each(?)) "
                "ORDER BY n DESC LIMIT ?",
                (msgspec.json.encode(list(rules)).decode(), limit),
            ).fetchall()
        return tuple(_notice(row["told"]) for row in rows)

    def sent(self, n: int, now: datetime) -> None:
        """Keeps that a notice was told."""
        with self._file.writing() as connection:
            connection.execute("UPDATE notices SET sent_at = ?, why = NULL WHERE n = ?", (stamp(now), n))

    def failed(self, waiting: Waiting, why: str, now: datetime) -> None:
        """Keeps why a notice did not arrive; the last time, the log keeps it too."""
        with self._file.writing() as connection:
            connection.execute("UPDATE notices SET tries = tries + 1, why = ? WHERE n = ?", (why, waiting.n))
            if waiting.tries + 1 >= MOST_TRIES:
                entry = log.Entry(what="notice not told", subject=waiting.notice.rule, by=log.CROSSWIRE, why=why)
                log.write(connection, stamp(now), entry)


def _is_search(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM searches WHERE name = ?", (name,)).fetchone() is not None


def _notice(told: str) -> Notice:
    return msgspec.json.decode(told, type=Notice)
