"""How a feed is, with the reason in words: the health before and what a poll brought in, the health after out."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from crosswire.model import Struct

Kind = Literal["new", "well", "failing", "ended"]
Outcome = Literal["read", "unchanged", "gone", "failed"]


class Health(Struct, frozen=True):
    """How a feed is: `since` when, why, and how many polls failed in a row.

    new: never asked. well: its last full answer was read. failing: it was not. ended: it is gone for good, and is
    asked no more.
    """

    since: str
    kind: Kind = "new"
    why: str = "not asked yet"
    failures: int = 0


class Polled(Struct, frozen=True):
    """What one poll brought.

    read: a feed, with `items` of it, of which the first `taken` were looked at, and, where it is not well-formed, what
    is wrong (`bozo`). unchanged: 304. gone: 410. failed: anything else, with the reason.
    """

    outcome: Outcome
    items: int = 0
    taken: int | None = None
    bozo: str | None = None
    why: str = ""


_UNCHANGED: Final = "unchanged (304) since it failed: "
_GONE: Final = "it is gone for good (410 Gone); it is not asked any more"


def after(before: Health, polled: Polled, at: str) -> Health:
    """Returns a feed's health after a poll.

    An answer that nothing changed says nothing new: a feed that failed before is still failing. An empty feed is no
    failure, and neither is one that is not well-formed but could be read.

    Args:
        before: how it was.
        polled: what the poll brought.
        at: when, in ISO 8601.
    """
    if before.kind == "ended":
        return before
    if polled.outcome == "gone":
        return Health(kind="ended", why=_GONE, since=at, failures=before.failures)
    if polled.outcome == "failed":
        return _with(before, "failing", polled.why, before.failures + 1, at)
    if polled.outcome == "unchanged":
        if before.kind == "failing":
            told = before.why.removeprefix(_UNCHANGED)
            return msgspec.structs.replace(before, why=_UNCHANGED + told)
        if before.kind == "new":
            return _with(before, "failing", "unchanged (304), though it was never read", 1, at)
        return _with(before, "well", "unchanged (304)", 0, at)
    return _with(before, "well", _read(polled), 0, at)


def _read(polled: Polled) -> str:
    items = "it has no items" if not polled.items else "1 item" if polled.items == 1 else f"{polled.items} items"
    if polled.taken is not None and polled.taken < polled.items:
        items += f", of which the first {polled.taken} are looked at"
    return f"{items}; not well-formed ({polled.bozo}), read all the same" if polled.bozo else items


def _with(before: Health, kind: Kind, why: str, failures: int, at: str) -> Health:
    return Health(kind=kind, why=why, since=before.since if before.kind == kind else at, failures=failures)
