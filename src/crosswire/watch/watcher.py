"""Following: feeds asked when they are due, their pages read, the desk brought up to date, and what changed told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

import msgspec

from crosswire.store import Desk
from crosswire.watch.book import WHO, Book
from crosswire.watch.manners import Manners, StoppedError
from crosswire.watch.pages import fetch_page
from crosswire.watch.poll import Limits, poll
from crosswire.watch.teller import Teller
from crosswire.watch.types import Event, Feed, FeedPolled, Page, PageRead, World, stamp

LONGEST_WAIT: Final = 60.0
"""Seconds between two looks at what is due: another program may have followed a feed meanwhile."""


class Watcher:
    """Follows the feeds of one desk, until it is stopped between two items."""

    def __init__(
        self, desk: Desk, book: Book, teller: Teller, world: World, tell: Callable[[Event], None], limits: Limits
    ) -> None:
        """Takes what following needs.

        Args:
            desk: where reports go.
            book: what is followed.
            teller: who tells what changed.
            world: the time, the network and the end.
            tell: is told of each thing that happened.
            limits: of each answer.
        """
        self._desk, self._book, self._teller, self._world = desk, book, teller, world
        self._tell, self._limits = tell, limits
        self._manners = Manners(world)
        self._behind = True  # a run before this one may have been stopped before it compared

    def run(self) -> None:
        """Follows until the end is asked for."""
        while not self._world.stopped():
            self.round()
            due = self._book.next_due()
            seconds = (datetime.fromisoformat(due) - self._world.now()).total_seconds() if due else LONGEST_WAIT
            if not self._world.stopped():
                self._world.wait(min(max(seconds, 0.2), LONGEST_WAIT))

    def round(self) -> None:
        """Asks every feed that is due and reads every page that waits, then compares and tells; stops between two."""
        try:
            began = self._world.now()  # what falls due meanwhile is left to the next round
            while not self._world.stopped() and (feed := self._book.take_feed(began)) is not None:
                self._feed(feed)
            began = self._world.now()
            while not self._world.stopped() and (page := self._book.take_page(began)) is not None:
                self._page(page)
        except StoppedError:
            pass
        if not self._world.stopped():
            if self._behind:
                self._desk.catch_up()
                self._behind = False
            self._teller.look(self._tell)

    def _feed(self, feed: Feed) -> None:
        try:
            polled = poll(feed, self._manners, self._world.now(), self._world.seed, self._limits)
        except StoppedError:
            self._book.put_back(feed, self._world.now())
            raise
        # Items without a page are stored before they count as known, so that a kill loses none.
        bare = [item for item in polled.items if item.report is not None]
        entries = [item.report for item in self._book.unknown(feed.url, bare) if item.report] if bare else []
        if entries:
            self._behind = True
            self._desk.store(entries, by=WHO, source=feed.url)
        new = self._book.record(feed, polled, self._world.now())
        told = polled.health
        self._tell(FeedPolled(feed=feed.url, health=told.kind, why=told.why, new=new, next_at=stamp(polled.next_at)))

    def _page(self, page: Page) -> None:
        now = self._world.now()
        try:
            fetched = fetch_page(page, self._manners, now, self._limits)
        except StoppedError:
            self._book.put_back(page, now)
            raise
        if not fetched.reports:
            why = fetched.why or "no text in it"
            self._book.page_failed(page, why, fetched.again, now)
            state = "waiting" if fetched.again is not None else "given up"
            self._tell(msgspec.convert({"page": page.url, "state": state, "why": why}, PageRead))
            return
        self._behind = True
        stored, unread = self._desk.store(fetched.reports, by=WHO, source=page.feed)
        self._book.page_stored(page, now, (*fetched.partly, *unread))
        self._tell(PageRead(page=page.url, state="stored", reports=tuple(one.report for one in stored)))
