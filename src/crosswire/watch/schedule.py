"""When a feed is asked next: its own rhythm, what its server asks for, and patience after failures. No clock here."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from statistics import median
from typing import Final

from crosswire.model import Struct

SHORTEST: Final = timedelta(minutes=5)
LONGEST: Final = timedelta(hours=24)
USUAL: Final = timedelta(hours=1)
"""Between two polls of a feed that tells no rhythm."""

LONGEST_ASKED: Final = timedelta(days=7)
"""A server that asks for more patience than this is asked again all the same."""

JITTER: Final = 0.1
"""The largest share that chance adds, so that a hundred feeds are not asked in one second."""

NEWEST: Final = 12
_AGE: Final = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)


class Asked(Struct, frozen=True):
    """What decides about the next poll: the feed's rhythm, what its server asked for, and its failures in a row."""

    rhythm: timedelta | None = None
    retry_after: timedelta | None = None
    max_age: timedelta | None = None
    failures: int = 0


def next_poll(now: datetime, asked: Asked, seed: str) -> datetime:
    """Returns when a feed is asked next.

    Args:
        now: the time of the poll that just ended.
        asked: what is known of the feed.
        seed: whatever differs from feed to feed and poll to poll; the same gives the same.

    Returns:
        5 minutes to 24 hours from now, with at most a tenth more by chance. Later only where the server asked for
        it by Retry-After, at most 7 days; never before what it asked for.
    """
    wait = asked.rhythm or USUAL
    if asked.failures:
        wait = max(wait, SHORTEST * 2 ** min(asked.failures, 10))
    wait = min(max(wait, asked.max_age or SHORTEST, SHORTEST), LONGEST)
    if asked.retry_after is not None:
        wait = max(wait, min(asked.retry_after, LONGEST_ASKED))
    return now + wait * (1 + JITTER * random.Random(seed).random())  # noqa: S311 - spreads load, hides nothing


def rhythm(published: Iterable[datetime], now: datetime) -> timedelta | None:
    """Returns how long to wait for a feed's next item: half of what usually lies between two of its newest.

    Args:
        published: the days its items tell, in any order; those in the future are passed over.
        now: the time of the poll.

    Returns:
        From 5 minutes to 24 hours, longer while the feed is silent for longer than usual; None where fewer than two
        different times are told.
    """
    told = sorted({day for day in published if day <= now}, reverse=True)[:NEWEST]
    if len(told) < 2:
        return None
    usual = median((later - earlier).total_seconds() for later, earlier in pairwise(told))
    silent = (now - told[0]).total_seconds()
    return min(max(timedelta(seconds=max(usual / 2, silent / 10)), SHORTEST), LONGEST)


def retry_after(told: str | None, now: datetime) -> timedelta | None:
    """Returns how long a server asks to be left alone by Retry-After, in seconds or as a date; None: it does not.

    Source: RFC 9110, 10.2.3.
    """
    told = (told or "").strip()
    if told.isascii() and told.isdigit():
        return min(timedelta(seconds=int(told[:9])), LONGEST_ASKED)
    try:
        day = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    wait = (day if day.tzinfo else day.replace(tzinfo=UTC)) - now
    return min(wait, LONGEST_ASKED) if wait > timedelta() else None


def max_age(told: str | None) -> timedelta | None:
    """Returns for how long an answer is good by its Cache-Control; None where it does not tell, at most 24 hours."""
    found = _AGE.search(told or "")
    return min(timedelta(seconds=int(found[1])), LONGEST) if found else None
