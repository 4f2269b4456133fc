"""Looks through what is new in the desk for each rule, and tells it: terminal, command, webhook, Atom file."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from crosswire.errors import AddressError, DeskError
from crosswire.read.address import Request
from crosswire.store import Desk
from crosswire.watch.atom import atom, replace_file
from crosswire.watch.rulebook import RuleBook, Standing, Waiting
from crosswire.watch.rules import matched, notices
from crosswire.watch.types import Event, Notice, Trouble, World, stamp

BACK: Final = timedelta(days=1)
"""How far a search looks back: a report that another program added may have been compared late. None is told twice."""

SECONDS: Final = 30.0
IN_ATOM: Final = 100
_PAGE: Final = 200


class Teller:
    """Tells what the rules of a desk ask for, each change once."""

    def __init__(self, desk: Desk, book: RuleBook, world: World) -> None:
        self._desk, self._book, self._world = desk, book, world
        self._complained: set[str] = set()

    def look(self, tell: Callable[[Event], None]) -> None:
        """Looks at what is new for each rule and tells it; what does not arrive is tried again the next time.

        Args:
            tell: is told of each notice, and of what could not be done.
        """
        standing = self._book.rules()
        for one in standing:
            now = self._world.now()
            try:
                found, seen = self._found(one, now)
            except DeskError as error:  # its search or its story is gone
                if one.rule.name not in self._complained:
                    tell(Trouble(subject=f"rule {one.rule.name}", why=error.why))
                    self._complained.add(one.rule.name)
                continue
            self._book.note(one, found, seen, now)
        for one in standing:
            self._send(one, standing, tell)

    def _found(self, one: Standing, now: datetime) -> tuple[tuple[Notice, ...], int]:
        rule = one.rule
        if rule.kind == "search":
            return tuple(self._matches(one, now)), one.seen
        if rule.story is not None:
            rule = msgspec.structs.replace(rule, story=self._desk.summary(rule.story).id)
        changes = self._desk.changes(after=one.seen)
        return tuple(map(self._with_old, notices(rule, changes))), changes[-1].n if changes else one.seen

    def _with_old(self, notice: Notice) -> Notice:
        """Tells of a value that came beside others what these are."""
        if notice.kind != "value" or notice.old is not None or notice.story is None:
            return notice
        thread = notice.key.split(":")[1]
        old = {
            told.value
            for told in self._desk.tellings(notice.story, slot=notice.slot, thread=thread)
            if told.since < notice.at and (told.until is None or told.until >= notice.at)
        }
        return msgspec.structs.replace(notice, old=", ".join(sorted(old)) or None)

    def _matches(self, one: Standing, now: datetime) -> Iterator[Notice]:
        words = next((saved.words for saved in self._desk.searches() if saved.name == one.rule.search), None)
        if words is None:
            raise DeskError(str(one.rule.search), f"there is no saved search {one.rule.search!r} any more")
        after = max(one.at, stamp(datetime.fromisoformat(one.looked_at) - BACK))
        offset = 0
        while True:
            found = self._desk.search(words, limit=_PAGE, offset=offset, read_after=after)
            for hit in found.hits:
                if one.rule.story in (None, hit.story):
                    yield matched(one.rule, hit, self._desk.report(hit.report).address, words, stamp(now))
            offset += _PAGE
            if offset >= found.total:
                return

    def _send(self, one: Standing, standing: tuple[Standing, ...], tell: Callable[[Event], None]) -> None:
        waiting = self._book.waiting(one.rule.name)
        for each in waiting:
            if each.tries == 0:
                tell(each.notice)
            why = self._sent(one, each)
            if why is None:
                self._book.sent(each.n, self._world.now())
            else:
                self._book.failed(each, why, self._world.now())
                tell(Trouble(subject=f"notice of {one.rule.name}", why=why))
        if waiting and one.rule.atom is not None:
            rules = [other.rule.name for other in standing if other.rule.atom == one.rule.atom]
            try:
                replace_file(Path(one.rule.atom), atom(self._book.newest(rules, IN_ATOM), _now(self._world)))
            except OSError as error:
                why = (error.strerror or str(error)).lower()
                tell(Trouble(subject=f"file {one.rule.atom}", why=f"it is not written: {why}"))

    def _sent(self, one: Standing, waiting: Waiting) -> str | None:
        """Gives a notice to the command and the webhook of its rule; returns why it did not arrive, None: it did."""
        told = waiting.notice.to_json().encode()
        if one.rule.command and (why := _run(one.rule.command, told)) is not None:
            return why
        if one.rule.webhook is None:
            return None
        headers = {"Content-Type": "application/json"}
        try:
            answer = self._world.ask(
                Request(url=one.rule.webhook, headers=headers, posted=told, redirects=0, seconds=SECONDS)
            )
        except AddressError as error:
            return f"the webhook does not take it: {error.why}"
        if not 200 <= answer.status < 300:
            return f"the webhook does not take it: answers {answer.status} {answer.reason}".strip()
        return None


def _run(command: tuple[str, ...], told: bytes) -> str | None:
    """Runs a program, without a shell, with a notice on its standard input; returns why it failed."""
    try:
        done = subprocess.run(command, input=told, stdout=subprocess.DEVNULL, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return f"the command took more than {SECONDS:.0f} seconds"
    except (OSError, ValueError) as error:
        return f"the command cannot be run: {getattr(error, 'strerror', None) or error}".lower()
    return f"the command ended with status {done.returncode}" if done.returncode else None


def _now(world: World) -> datetime:
    return world.now().astimezone(UTC)
