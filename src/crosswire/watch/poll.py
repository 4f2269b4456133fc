"""One feed asked once: the request, what came of it, how the feed is then and when it is asked next."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from crosswire.errors import AddressError, ReadError
from crosswire.model import Struct
from crosswire.read.address import Answer, Request
from crosswire.watch.health import Health, Polled, after
from crosswire.watch.items import Item, Parsed, alternate, parsed
from crosswire.watch.manners import Manners
from crosswire.watch.schedule import Asked, max_age, next_poll, retry_after, rhythm
from crosswire.watch.types import Feed, stamp

LARGEST_FEED: Final = 10_000_000
SECONDS: Final = 30.0
_PAGES: Final = ("text/html", "application/xhtml+xml")
_PATIENCE: Final = (429, 503)


class Limits(Struct, frozen=True):
    """The largest answer, in bytes as unpacked, and the longest time for it, in seconds."""

    largest: int = LARGEST_FEED
    seconds: float = SECONDS


class Poll(Struct, frozen=True):
    """What a poll came to: the feed's state from now on, and its items; `instead` is the feed that a page names."""

    health: Health
    next_at: datetime
    etag: str | None
    last_modified: str | None
    rhythm: float | None
    title: str | None = None
    items: tuple[Item, ...] = ()
    instead: str | None = None


class _Told(Struct, frozen=True):
    """What an answer tells, before it is known what follows from it."""

    polled: Polled
    feed: Parsed | None = None
    instead: str | None = None


def poll(feed: Feed, manners: Manners, now: datetime, seed: str, limits: Limits) -> Poll:
    """Asks a feed once, with the conditions of its last good answer where it was well.

    Args:
        feed: as it stands.
        manners: the way to the network.
        now: the time.
        seed: for chance in when it is asked next.
        limits: of its answer.

    Raises:
        StoppedError: the end was asked for before it was the feed's turn.
    """
    answer: Answer | None = None
    try:
        answer = manners.ask(_request(feed, limits))
        told = _told(answer, now)
    except AddressError as error:
        told = _Told(polled=Polled(outcome="failed", why=error.why))
    health = after(feed.health, told.polled, stamp(now))
    headers = answer.headers if answer is not None else {}
    days = [item.published for item in told.feed.items if item.published] if told.feed else []
    own = rhythm(days, now) if told.feed else timedelta(seconds=feed.rhythm) if feed.rhythm else None
    asked = Asked(
        rhythm=own,
        retry_after=retry_after(headers.get("retry-after"), now),
        max_age=max_age(headers.get("cache-control")) if told.polled.outcome in ("read", "unchanged") else None,
        failures=health.failures,
    )
    return Poll(
        health=health,
        next_at=next_poll(now, asked, f"{seed} {feed.url} {feed.polls}"),
        # A failing feed is asked without condition, so that its next answer is a full one.
        etag=headers.get("etag") if told.feed else feed.etag,
        last_modified=headers.get("last-modified") if told.feed else feed.last_modified,
        rhythm=own.total_seconds() if own else None,
        title=told.feed.title if told.feed else None,
        items=told.feed.items if told.feed else (),
        instead=told.instead,
    )


def _request(feed: Feed, limits: Limits) -> Request:
    headers: dict[str, str] = {}
    if feed.health.kind == "well":
        if feed.etag:
            headers["If-None-Match"] = feed.etag
        if feed.last_modified:
            headers["If-Modified-Since"] = feed.last_modified
    return Request(url=feed.url, headers=headers, largest=limits.largest, seconds=limits.seconds)


def _told(answer: Answer, now: datetime) -> _Told:
    if answer.status == 304:
        return _Told(polled=Polled(outcome="unchanged"))
    if answer.status == 410:
        return _Told(polled=Polled(outcome="gone"))
    if answer.status != 200:
        told = answer.headers.get("retry-after")
        patience = f"; it asks to wait: Retry-After {told[:60]}" if told and answer.status in _PATIENCE else ""
        why = f"answers {answer.status} {answer.reason}".strip() + patience
        return _Told(polled=Polled(outcome="failed", why=why))
    try:
        feed = parsed(answer, now)
    except ReadError as error:
        instead = alternate(answer) if answer.media in _PAGES else None
        named = f"; it names the feed {instead}" if instead else ""
        return _Told(polled=Polled(outcome="failed", why=error.why + named), instead=instead)
    polled = Polled(outcome="read", items=feed.total, taken=len(feed.items), bozo=feed.bozo)
    return _Told(polled=polled, feed=feed)
