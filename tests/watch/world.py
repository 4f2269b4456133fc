"""An invented world: a clock that jumps, a network of feeds and pages in memory, and a desk read by `Plain`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from tests.store.invented import Plain

from crosswire.errors import AddressError
from crosswire.read.address import Answer, Request
from crosswire.store import Desk
from crosswire.watch import Book, Event, Limits, RuleBook, Teller, Watcher, World

START = datetime(2031, 5, 10, 12, tzinfo=UTC)


class Clock:
    """Stands still until somebody waits."""

    def __init__(self) -> None:
        self.now = START
        self.stopped = False

    def tell(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Net:
    """Addresses and what each answers; every request is kept."""

    def __init__(self) -> None:
        self.places: dict[str, Callable[[Request], Answer]] = {}
        self.asked: list[Request] = []

    def ask(self, request: Request) -> Answer:
        self.asked.append(request)
        if request.url not in self.places:
            return answer(request.url, status=404, reason="Not Found")
        return self.places[request.url](request)

    def times(self, url: str) -> int:
        return sum(request.url == url for request in self.asked)


def answer(url: str, body: str = "", media: str = "", status: int = 200, reason: str = "OK", **headers: str) -> Answer:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(url=url, media=media, charset=None, body=body.encode(), status=status, reason=reason, headers=told)


def rss(*items: str, title: str = "Norland Post") -> str:
    return f"<rss version='2.0'><channel><title>{title}</title>{''.join(items)}</channel></rss>"


def item(link: str = "", title: str = "", guid: str = "", day: datetime | None = None, said: str = "") -> str:
    return (
        "<item>"
        + (f"<link>{link}</link>" if link else "")
        + (f"<title>{title}</title>" if title else "")
        + (f"<guid isPermaLink='false'>{guid}</guid>" if guid else "")
        + (f"<pubDate>{format_datetime(day)}</pubDate>" if day else "")
        + (f"<description>{said}</description>" if said else "")
        + "</item>"
    )


def page(words: str, title: str = "A ferry", canonical: str = "") -> str:
    link = f"<link rel='canonical' href='{canonical}'>" if canonical else ""
    body = f"<article><p>{words}</p></article>"
    return f"<html lang='en'><head><title>{title}</title>{link}</head><body>{body}</body></html>"


def failing(why: str) -> Callable[[Request], Answer]:
    def ask(request: Request) -> Answer:
        raise AddressError(request.url, why)

    return ask


class Following:
    """A desk with all that follows feeds into it; `told` is what happened so far."""

    def __init__(self, path: Path, world: World, limits: Limits) -> None:
        self.desk = Desk(path, analyst=Plain(), clock=world.now)
        self.book, self.rules = Book(path), RuleBook(path)
        self.told: list[Event] = []
        teller = Teller(self.desk, self.rules, world)
        self.watcher = Watcher(self.desk, self.book, teller, world, self.told.append, limits)

    def events(self, kind: str) -> list[Event]:
        return [event for event in self.told if event.event == kind]

    def close(self) -> None:
        self.desk.close()
        self.book.close()
        self.rules.close()


@contextmanager
def following(path: Path, clock: Clock, net: Net, limits: Limits | None = None) -> Iterator[Following]:
    world = World(now=clock.tell, wait=clock.wait, stopped=lambda: clock.stopped, ask=net.ask, seed="test")
    made = Following(path, world, limits or Limits())
    try:
        yield made
    finally:
        made.close()


def until(follow: Following, clock: Clock, polls: int, step: timedelta = timedelta()) -> None:
    """Goes on, from one due time to the next and a step at least, until so many polls were made in all."""
    while len(follow.events("polled")) < polls:
        follow.watcher.round()
        due = follow.book.next_due()
        assert due is not None
        clock.now = max(clock.now + step, datetime.fromisoformat(due))
