"""What is followed and what came of it: frozen structs, each with `to_json`. Times in text are ISO 8601 in UTC."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal

from crosswire.model import Struct
from crosswire.read.address import Answer, Request
from crosswire.watch.health import Health

RuleKind = Literal["value", "difference", "search"]
PageState = Literal["waiting", "stored", "given up"]


class World(Struct, frozen=True):
    """All that following takes from outside: the time, waiting, the end, the network, and a seed for chance.

    `wait` returns early when the end is asked for; `ask` raises AddressError as `read.address.ask` does.
    """

    now: Callable[[], datetime]
    wait: Callable[[float], None]
    stopped: Callable[[], bool]
    ask: Callable[[Request], Answer]
    seed: str = ""


class Feed(Struct, frozen=True):
    """A feed that is followed, and where it stands; `next_at` is before when it is not asked again."""

    url: str
    title: str | None
    health: Health
    etag: str | None
    last_modified: str | None
    polls: int
    polled_at: str | None
    next_at: str
    rhythm: float | None
    items: int = 0


class Page(Struct, frozen=True):
    """The page of an item that is to be read, with the outlet and the day that its feed tells."""

    url: str
    feed: str
    outlet: str | None
    published: str | None
    tries: int


class FeedPolled(Struct, frozen=True):
    """A feed was asked: how it is now and why, how many of its items are new or told otherwise, and when it is next."""

    feed: str
    health: str
    why: str
    new: int
    next_at: str
    event: Literal["polled"] = "polled"


class PageRead(Struct, frozen=True):
    """A page was asked for: the reports it gave, or why there are none and whether it is asked again."""

    page: str
    state: PageState
    reports: tuple[str, ...] = ()
    why: str | None = None
    event: Literal["page"] = "page"


class Rule(Struct, frozen=True):
    """What a person wants to be told, and where, beside the terminal.

    value: a value changes. difference: one comes up, or becomes one of that nature. search: a report matches a saved
    search. `story`, `slot` and `nature` narrow it; `command` is a program with its arguments that gets the notice as
    JSON on standard input, `webhook` an address that gets it posted, `atom` a file.
    """

    name: str
    kind: RuleKind
    story: str | None = None
    slot: str | None = None
    nature: str | None = None
    search: str | None = None
    command: tuple[str, ...] = ()
    webhook: str | None = None
    atom: str | None = None


class Notice(Struct, frozen=True):
    """A change that a rule asks for, told once: old, new and why; `words` are exact words of one of its reports."""

    rule: str
    kind: RuleKind
    key: str
    at: str
    old: str | None
    new: str | None
    why: str
    story: str | None = None
    slot: str | None = None
    words: str | None = None
    reports: tuple[str, ...] = ()
    event: Literal["notice"] = "notice"


class Trouble(Struct, frozen=True):
    """Something that was asked for could not be done: a rule whose search is gone, a notice that did not arrive."""

    subject: str
    why: str
    event: Literal["trouble"] = "trouble"


Event = FeedPolled | PageRead | Notice | Trouble


def stamp(moment: datetime) -> str:
    """Returns a time as the desk writes it."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
