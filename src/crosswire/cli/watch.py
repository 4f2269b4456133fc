"""The command that follows feeds: what is asked for is kept in the desk, then polls until it is stopped."""

from __future__ import annotations

import argparse
import shlex
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from crosswire.cli.desk import _person, _safe
from crosswire.cli.output import check_open, complain, put, write_file
from crosswire.errors import ArgumentError, DeskError, ReadError

if TYPE_CHECKING:
    from crosswire.cli.desk_arguments import Made
    from crosswire.read.address import Answer, Request
    from crosswire.watch import Book, Event, Feed, Rule, RuleBook, World

_KINDS = "value, value:SLOT, difference, difference:NATURE, search:NAME"


def add_command(made: Made) -> None:
    """Adds the command to the parser of the command line."""
    watch = made.command("watch", "follow feeds: read their new pages into a desk, and tell what changes", person=True)
    watch.add_argument("feeds", nargs="*", metavar="FEED", help="addresses of feeds, or of pages that name one; kept")
    watch.add_argument("--once", action="store_true", help="ask what is due and end; without it, go on until stopped")
    watch.add_argument("--opml", metavar="FILE", help="follow the feeds that an OPML file lists")
    watch.add_argument("--write-opml", metavar="FILE", help="write the feeds that are followed as OPML, and end")
    watch.add_argument("--list", action="store_true", help="list the feeds with their health, and the rules, and end")
    watch.add_argument("--unfollow", action="append", default=[], metavar="FEED", help="follow a feed no longer")
    watch.add_argument("--tell", action="append", default=[], metavar="KIND", help=f"keep a rule: {_KINDS}")
    watch.add_argument("--story", metavar="STORY", help="of the rules kept now: only in this story")
    watch.add_argument("--command", dest="program", metavar="WORDS", type=shlex.split, default=[], help="of the rules "
                       "kept now: run this program, without a shell, with the notice as JSON on its input")  # fmt: skip
    watch.add_argument("--webhook", metavar="ADDRESS", help="of the rules kept now: post the notice as JSON there")
    watch.add_argument("--atom", metavar="FILE", help="of the rules kept now: write the notices to this Atom file")
    watch.add_argument("--untell", action="append", default=[], metavar="RULE", help="take a rule away, by its name")
    watch.add_argument(
        "--allow-private", action="store_true", help="fetch addresses also from private networks and this computer"
    )


def watch(told: argparse.Namespace, form: str) -> None:
    """Keeps what is asked for, and follows; stopped by Ctrl-C or SIGTERM, it ends with the item it is at."""
    from crosswire.store import Desk
    from crosswire.watch import Book, Limits, RuleBook, Teller, Watcher, World

    check_open()
    stop = threading.Event()
    world = World(
        now=lambda: datetime.now(UTC), wait=lambda seconds: (stop.wait(seconds), None)[1], stopped=stop.is_set,
        ask=_network(told.allow_private), seed=str(Path(told.desk).absolute()),
    )  # fmt: skip
    book, rules = Book(told.desk), RuleBook(told.desk)
    try:
        _keep(told, book, rules, world)
        if told.list:
            _list(told, book, rules)
        elif told.write_opml is not None:
            from crosswire.watch import opml

            write_file(told.write_opml, opml(book.feeds()))
        elif not book.feeds():
            raise DeskError(told.desk, "it follows no feed", "crosswire watch DESK FEED...")
        else:
            with Desk(told.desk) as desk, _stopping(stop):
                watcher = Watcher(desk, book, Teller(desk, rules, world), world, _teller(told), Limits())
                watcher.round() if told.once else watcher.run()
    finally:
        book.close()
        rules.close()


def _keep(told: argparse.Namespace, book: Book, rules: RuleBook, world: World) -> None:
    from crosswire.watch import feeds_of

    urls = list(told.feeds)
    if told.opml is not None:
        try:
            urls += feeds_of(Path(told.opml).read_bytes(), told.opml)
        except OSError as error:
            raise ReadError(told.opml, (error.strerror or str(error)).lower()) from None
    wanted = [_rule(kind, told) for kind in told.tell]
    if urls:
        for url in book.follow(urls, world.now(), _person(told)):
            complain(f"followed from now on: {url}")
    for url in told.unfollow:
        book.unfollow(url, world.now(), _person(told))
    for rule in wanted:
        rules.add(rule, world.now(), _person(told))
    for name in told.untell:
        rules.drop(name, world.now(), _person(told))


def _rule(told: str, rest: argparse.Namespace) -> Rule:
    """Returns the rule that the words of --tell ask for; it is named by them and its story."""
    from crosswire.model import Nature
    from crosswire.watch import Rule

    kind, _, narrow = told.partition(":")
    natures = Nature.__args__  # type: ignore[attr-defined]
    wrong = kind not in ("value", "difference", "search") or (kind == "search" and not narrow)
    if wrong or (kind == "difference" and narrow and narrow not in natures):
        allowed = f"{_KINDS}; natures: {', '.join(natures)}"
        raise ArgumentError("--tell", f"{told[:60]!r} is no rule", allowed)
    return Rule(
        name=told + (f" {rest.story}" if rest.story else ""),
        kind=kind,  # type: ignore[arg-type]
        story=rest.story,
        slot=narrow or None if kind == "value" else None,
        nature=narrow or None if kind == "difference" else None,
        search=narrow if kind == "search" else None,
        command=tuple(rest.program),
        webhook=rest.webhook,
        atom=str(Path(rest.atom).absolute()) if rest.atom else None,
    )


def _list(told: argparse.Namespace, book: Book, rules: RuleBook) -> None:
    for feed in book.feeds():
        put(feed.to_json() + "\n" if told.json else _feed_line(feed))
    for one in rules.rules():
        put(one.rule.to_json() + "\n" if told.json else _safe(f"rule     {one.rule.name}") + "\n")


def _feed_line(feed: Feed) -> str:
    health = feed.health
    since = f"since {health.since[:16]}" if health.kind != "new" else ""
    told = [f"{health.kind:<8}", feed.url, feed.title, f"{feed.items} items known", health.why, since]
    return _safe("  ".join(part for part in told if part) + f"  next {feed.next_at[:16]}") + "\n"


def _network(allow_private: bool) -> Callable[[Request], Answer]:
    from crosswire.read.address import anywhere, ask
    from crosswire.read.public import is_public

    permit = anywhere if allow_private else is_public
    return lambda request: ask(request, permit)


def _teller(told: argparse.Namespace) -> Callable[[Event], None]:
    """Returns who prints each thing that happens: one line of JSON, or of words; what went wrong, on standard error."""

    def tell(event: Event) -> None:
        if told.json:
            put(event.to_json() + "\n")
        elif event.event == "trouble":
            complain(f"{event.subject}: {event.why}")
        else:
            put(_safe(_line(event)) + "\n")

    return tell


def _line(event: Event) -> str:
    from crosswire.watch import line

    if event.event == "polled":
        return f"{event.health:<8} {event.feed}  {event.new} new  ({event.why})  next {event.next_at[:16]}"
    if event.event == "page":
        return f"{event.state:<8} {event.page}  {', '.join(event.reports) or event.why}"
    if event.event == "notice":
        return f"CHANGED  {event.rule}: {line(event)}"
    return event.why


@contextmanager
def _stopping(stop: threading.Event) -> Iterator[None]:
    """Lets Ctrl-C and SIGTERM end the work behind the item it is at; a second one ends it at once."""
    before: dict[signal.Signals, signal._HANDLER] = {}

    def end(number: int, frame: object) -> None:
        stop.set()
        for name, handler in before.items():
            signal.signal(name, handler)

    if threading.current_thread() is threading.main_thread():
        for name in (signal.SIGINT, signal.SIGTERM):
            before[name] = signal.signal(name, end)
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


COMMANDS = {"watch": watch}
