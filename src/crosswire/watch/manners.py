"""Asking politely: one request to a host at a time and not too soon after the last, and pages as robots.txt allows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from crosswire.errors import AddressError
from crosswire.model import Struct
from crosswire.read.address import AGENT, Answer, Request
from crosswire.watch.types import World

GAP: Final = timedelta(seconds=2)
"""Between two requests to one host."""

LONGEST_GAP: Final = timedelta(seconds=60)
"""What a Crawl-delay may ask for."""

GOOD_FOR: Final = timedelta(hours=24)
LARGEST_ROBOTS: Final = 2_000_000


class StoppedError(Exception):
    """The end was asked for while a host's turn was waited for."""


class _Robots(Struct, frozen=True):
    parser: RobotFileParser | None
    why: str | None
    until: datetime


class Manners:
    """The way to the network of one run: what it remembers of hosts is when they were asked, and their robots.txt."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._turn: dict[str, datetime] = {}
        self._gap: dict[str, timedelta] = {}
        self._robots: dict[str, _Robots] = {}

    def ask(self, request: Request) -> Answer:
        """Returns what an address answers, once it is its host's turn.

        Raises:
            AddressError: as the network gives it.
            StoppedError: the end was asked for first.
        """
        host = urlsplit(request.url).netloc.lower()
        while (wait := (self._turn.get(host, self._world.now()) - self._world.now()).total_seconds()) > 0:
            if self._world.stopped():
                raise StoppedError
            self._world.wait(wait)
        try:
            return self._world.ask(request)
        finally:
            self._turn[host] = self._world.now() + self._gap.get(host, GAP)

    def refusal(self, url: str) -> str | None:
        """Returns why robots.txt does not allow a page to be fetched; None where it does.

        Raises:
            AddressError: it cannot be told now, as its server fails.
            StoppedError: the end was asked for.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc.lower()}"
        known = self._robots.get(site)
        if known is None or known.until <= self._world.now():
            known = self._robots[site] = self._asked(site)
        if known.why is not None:
            raise AddressError(url, known.why)
        if known.parser is None or known.parser.can_fetch(AGENT, url):
            return None
        return f"the robots.txt of {parts.netloc} does not allow it"

    def _asked(self, site: str) -> _Robots:
        """Source: RFC 9309, 2.3.1: no such file allows everything, a server that fails allows nothing for now."""
        now = self._world.now()
        try:
            answer = self.ask(Request(url=f"{site}/robots.txt", largest=LARGEST_ROBOTS))
        except AddressError as error:
            return _Robots(parser=None, why=f"its robots.txt cannot be read: {error.why}", until=now + GAP * 300)
        if answer.status == 429 or answer.status >= 500:
            why = f"its robots.txt cannot be read: answers {answer.status}"
            return _Robots(parser=None, why=why, until=now + GAP * 300)
        if answer.status != 200:
            return _Robots(parser=None, why=None, until=now + GOOD_FOR)
        parser = RobotFileParser()
        parser.parse(answer.body.decode("utf-8", "replace").splitlines())
        asked = parser.crawl_delay(AGENT)
        if asked:
            self._gap[urlsplit(site).netloc] = min(max(GAP, timedelta(seconds=min(int(asked), 3600))), LONGEST_GAP)
        return _Robots(parser=parser, why=None, until=now + GOOD_FOR)
