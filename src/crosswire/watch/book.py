"""The feeds, their items and their pages in the desk's file: short transactions, and a stop loses nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from crosswire.errors import DeskError
from crosswire.model import Unread
from crosswire.store import intake, log
from crosswire.store.file import DeskFile
from crosswire.watch.health import Health
from crosswire.watch.items import Item
from crosswire.watch.poll import Poll
from crosswire.watch.types import Feed, Page, stamp
from crosswire.weblinks import WebLink, web_link

LEASE: Final = timedelta(minutes=2)
"""For so long a feed or a page is left to whoever took it; a killed process holds nothing up for longer."""

AGAIN: Final = timedelta(hours=1)
"""A page is read again at most so often, however often its feed tells it otherwise."""

WHO: Final = "crosswire watch"
_FEED: Final = "SELECT *, (SELECT count(*) FROM feed_items i WHERE i.feed = feeds.url) AS items FROM feeds "
_OPEN: Final = "dropped_at IS NULL AND health <> 'ended'"


class Book:
    """What is followed. Many processes may share it: each feed and page is taken by one of them at a time."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._file = DeskFile(path)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def follow(self, urls: Sequence[str], now: datetime, by: str) -> tuple[str, ...]:
        """Follows feeds, or pages that name one, from now on; one that had ended is tried again.

        Returns:
            Those that were not followed before.

        Raises:
            DeskError: one is no address of the web; none is followed then.
        """
        for url in urls:
            if not isinstance(link := web_link(url), WebLink):
                raise DeskError(url, f"it is not followed: {link}", "an http(s) address of a feed, or of a page")
        with self._file.writing() as connection:
            return tuple(url for url in dict.fromkeys(urls) if _follow(connection, url, now, by))

    def unfollow(self, url: str, now: datetime, by: str) -> None:
        """Follows a feed no longer; what it told stays known."""
        with self._file.writing() as connection:
            done = connection.execute(
                "UPDATE feeds SET dropped_at = ? WHERE url = ? AND dropped_at IS NULL", (stamp(now), url)
            ).rowcount
            if not done:
                raise DeskError(url, "it is not followed", "a feed that crosswire watch DESK --list names")
            connection.execute("UPDATE pages SET state = 'given up', why = 'its feed is not followed any more' "
                               "WHERE feed = ? AND state = 'waiting'", (url,))  # fmt: skip
            log.write(connection, stamp(now), log.Entry(what="feed unfollowed", subject=url, by=by))

    def feeds(self) -> tuple[Feed, ...]:
        """Returns the feeds that are followed, ended ones among them, by address."""
        with self._file.reading() as connection:
            rows = connection.execute(f"{_FEED} WHERE dropped_at IS NULL ORDER BY url").fetchall()
            return tuple(map(_feed, rows))

    def take_feed(self, now: datetime) -> Feed | None:
        """Takes the feed that waits longest to be asked; None where none is due."""
        with self._file.writing() as connection:
            row = connection.execute(
                f"{_FEED} WHERE {_OPEN} AND next_at <= ? ORDER BY next_at, url LIMIT 1", (stamp(now),)
            ).fetchone()
            if row is None:
                return None
            connection.execute("UPDATE feeds SET next_at = ? WHERE url = ?", (stamp(now + LEASE), row["url"]))
            return _feed(row)

    def unknown(self, feed: str, items: Sequence[Item]) -> tuple[Item, ...]:
        """Returns the items that a feed did not tell before, or tells otherwise now."""
        with self._file.reading() as connection:
            return tuple(item for item in items if _known(connection, feed, item) is None)

    def record(self, feed: Feed, poll: Poll, now: datetime) -> int:
        """Keeps what a poll came to, and lets the pages of new items wait; returns how many items are new or changed.

        A page that another feed told already is not read again; one that this feed now tells otherwise is.
        """
        at = stamp(now)
        with self._file.writing() as connection:
            connection.execute(
                "UPDATE feeds SET title = coalesce(?, title), etag = ?, last_modified = ?, polls = polls + 1, "
                "polled_at = ?, next_at = ?, rhythm = ?, health = ?, why = ?, since = ?, failures = ? WHERE url = ?",
                (poll.title, poll.etag, poll.last_modified, at, stamp(poll.next_at), poll.rhythm, poll.health.kind,
                 poll.health.why, poll.health.since, poll.health.failures, feed.url),
            )  # fmt: skip
            if poll.health.kind != feed.health.kind:
                change = {"old": feed.health.kind, "new": poll.health.kind, "why": poll.health.why}
                log.write(connection, at, log.Entry(what="feed health", subject=feed.url, by=WHO, **change))
            outlet = poll.title or feed.title
            new = sum(_keep(connection, feed.url, outlet, item, now) for item in poll.items)
            if poll.instead is not None:
                _follow(connection, poll.instead, now, WHO)
                connection.execute("UPDATE feeds SET dropped_at = ? WHERE url = ?", (at, feed.url))
                why = f"a page that names the feed {poll.instead}"
                log.write(connection, at, log.Entry(what="feed unfollowed", subject=feed.url, by=WHO, why=why))
            return new

    def take_page(self, now: datetime) -> Page | None:
        """Takes the page that waits longest to be read; None where none is due."""
        with self._file.writing() as connection:
            row = connection.execute(
                "SELECT url, feed, outlet, published, tries FROM pages WHERE state = 'waiting' AND next_at <= ? "
                "ORDER BY next_at, url LIMIT 1",
                (stamp(now),),
            ).fetchone()
            if row is None:
                return None
            connection.execute("UPDATE pages SET next_at = ? WHERE url = ?", (stamp(now + LEASE), row["url"]))
            return Page(**dict(row))

    def put_back(self, taken: Feed | Page, now: datetime) -> None:
        """Lets a feed or page that was taken wait again, for whoever comes next."""
        table = "feeds" if isinstance(taken, Feed) else "pages"
        with self._file.writing() as connection:
            connection.execute(f"UPDATE {table} SET next_at = ? WHERE url = ?", (stamp(now), taken.url))  # noqa: S608

    def page_stored(self, page: Page, now: datetime, partly: Sequence[Unread] = ()) -> None:
        """Keeps that a page was read, and what of it was not."""
        with self._file.writing() as connection:
            _page(connection, page.url, ("stored", 0, stamp(now + AGAIN), None))
            intake.note_unread(connection, partly, stamp(now))

    def page_failed(self, page: Page, why: str, again: datetime | None, now: datetime) -> None:
        """Keeps why a page could not be read; it is asked again, or stands with its reason in `unread`."""
        with self._file.writing() as connection:
            if again is not None:
                _page(connection, page.url, ("waiting", page.tries + 1, stamp(again), why))
                return
            _page(connection, page.url, ("given up", page.tries + 1, stamp(now + AGAIN), why))
            intake.note_unread(connection, [Unread(name=page.url, why=why)], stamp(now))

    def next_due(self) -> str | None:
        """Returns when the next feed or page is due, as the desk writes times; None where nothing waits."""
        with self._file.reading() as connection:
            row = connection.execute(
                "SELECT min(next_at) AS at FROM ("
                "SELECT next_at FROM feeds WHERE dropped_at IS NULL AND health <> 'ended' "
                "UNION ALL SELECT next_at FROM pages WHERE state = 'waiting')"
            ).fetchone()
            return str(row["at"]) if row["at"] is not None else None


def _follow(connection: sqlite3.Connection, url: str, now: datetime, by: str) -> bool:
    at = stamp(now)
    row = connection.execute("SELECT dropped_at, health FROM feeds WHERE url = ?", (url,)).fetchone()
    if row is not None and row["dropped_at"] is None and row["health"] != "ended":
        return False
    connection.execute(
        "INSERT INTO feeds (url, added_at, added_by, next_at, since) VALUES (?1, ?2, ?3, ?2, ?2) ON CONFLICT (url) DO "
        "UPDATE SET dropped_at = NULL, added_at = ?2, added_by = ?3, next_at = ?2, health = 'new', "
        "why = 'not asked yet', since = ?2, failures = 0, etag = NULL, last_modified = NULL",
        (url, at, by),
    )
    log.write(connection, at, log.Entry(what="feed followed", subject=url, by=by))
    return True


def _known(connection: sqlite3.Connection, feed: str, item: Item) -> str | None:
    """Returns how a feed told an item before: "same", or "elsewhere" (its id and words, at another address)."""
    row = connection.execute("SELECT hash FROM feed_items WHERE feed = ? AND item = ?", (feed, item.key)).fetchone()
    if row is not None:
        return "same" if row["hash"] == item.hash else None
    moved = "SELECT 1 FROM feed_items WHERE feed = ? AND name = ? AND hash = ?"
    return "elsewhere" if connection.execute(moved, (feed, item.name, item.hash)).fetchone() else None


def _keep(connection: sqlite3.Connection, feed: str, outlet: str | None, item: Item, now: datetime) -> bool:
    """Keeps an item, and lets its page wait where it is to be read; tells whether it is new or told otherwise."""
    known = _known(connection, feed, item)
    if known == "same":
        return False
    before = connection.execute("SELECT 1 FROM feed_items WHERE feed = ? AND item = ?", (feed, item.key)).fetchone()
    connection.execute(
        "INSERT INTO feed_items (feed, item, name, hash, first_at) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (feed, item) DO UPDATE SET name = ?3, hash = ?4",
        (feed, item.key, item.name, item.hash, stamp(now)),
    )
    if known is None and item.report is None:
        day = item.published.isoformat() if item.published else None
        connection.execute(
            "INSERT INTO pages (url, feed, outlet, published, state, next_at) VALUES (?, ?, ?, ?, 'waiting', ?) "
            "ON CONFLICT (url) DO NOTHING",
            (item.key, feed, outlet, day, stamp(now)),
        )
        if before:
            connection.execute(
                "UPDATE pages SET state = 'waiting', tries = 0, next_at = max(next_at, ?), why = NULL "
                "WHERE url = ? AND state <> 'waiting'",
                (stamp(now), item.key),
            )
    return known is None


def _page(connection: sqlite3.Connection, url: str, told: tuple[str, int, str, str | None]) -> None:
    connection.execute("UPDATE pages SET state = ?, tries = ?, next_at = ?, why = ? WHERE url = ?", (*told, url))


def _feed(row: Any) -> Feed:
    health = msgspec.convert({key: row[key] for key in ("since", "why", "failures")} | {"kind": row["health"]}, Health)
    names = ("url", "title", "etag", "last_modified", "polls", "polled_at", "next_at", "rhythm", "items")
    return Feed(health=health, **{name: row[name] for name in names})
