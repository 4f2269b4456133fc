"""The page of an item → reports for the desk, or the reason why not and whether it is asked again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

import msgspec

from crosswire.errors import AddressError, ForbiddenAddressError
from crosswire.model import Report, Struct, Unread
from crosswire.read.address import Answer, Request
from crosswire.read.reading import Read, read_answer
from crosswire.watch.manners import Manners
from crosswire.watch.poll import Limits
from crosswire.watch.schedule import retry_after
from crosswire.watch.types import Page

MOST_TRIES: Final = 3
PATIENCE: Final = timedelta(minutes=10)
"""Before a page is asked again; three times as long after each further failure."""

_MEDIA: Final = ("", "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")
_FOR_NOW: Final = (408, 425, 429)


class Fetched(Struct, frozen=True):
    """The reports of a page; or why there are none, and when it is asked again (None: no more)."""

    reports: tuple[Report, ...] = ()
    why: str | None = None
    again: datetime | None = None
    partly: tuple[Unread, ...] = ()


def fetch_page(page: Page, manners: Manners, now: datetime, limits: Limits) -> Fetched:
    """Fetches and reads the page of an item, where robots.txt allows it.

    Args:
        page: as the feed tells it.
        manners: the way to the network.
        now: the time.
        limits: of its answer.

    Raises:
        StoppedError: the end was asked for before it was the host's turn.
    """
    try:
        if (refused := manners.refusal(page.url)) is not None:
            return Fetched(why=refused)
        answer = manners.ask(Request(url=page.url, largest=limits.largest, seconds=limits.seconds))
        if answer.url != page.url and (refused := manners.refusal(answer.url)) is not None:
            return Fetched(why=f"redirects to {answer.url}: {refused}")
    except ForbiddenAddressError as error:
        return Fetched(why=error.why)
    except AddressError as error:
        return _later(page, error.why, None, now)
    if answer.status in _FOR_NOW or answer.status >= 500:
        why = f"answers {answer.status} {answer.reason}".strip()
        return _later(page, why, retry_after(answer.headers.get("retry-after"), now), now)
    if answer.status != 200:
        return Fetched(why=f"answers {answer.status} {answer.reason}".strip())
    if answer.media not in _MEDIA:
        return Fetched(why=f"answers with {answer.media}, which is no page")
    return _read(answer, page)


def _later(page: Page, why: str, asked: timedelta | None, now: datetime) -> Fetched:
    if page.tries + 1 >= MOST_TRIES:
        return Fetched(why=f"{why}; tried {MOST_TRIES} times")
    return Fetched(why=why, again=now + max(PATIENCE * 3**page.tries, asked or PATIENCE))


def _read(answer: Answer, page: Page) -> Fetched:
    """Returns the reports of an answer, with the outlet and the day of the feed where the page does not tell them."""
    items = list(read_answer(answer, page.url))
    reports = tuple(_completed(item.report, answer, page) for item in items if isinstance(item, Read))
    unread = [item for item in items if isinstance(item, Unread)]
    if not reports:
        return Fetched(why="; ".join(item.why for item in unread) or "no text in it")
    return Fetched(reports=reports, partly=tuple(unread))


def _completed(report: Report, answer: Answer, page: Page) -> Report:
    return msgspec.structs.replace(
        report,
        # A page may tell an address of its own, but not one of another site: it would stand in for that site's report.
        url=report.url if _host(report.url) in _hosts((answer.url, page.url)) else answer.url,
        outlet=_outlet(report, page),
        published=report.published or page.published,
    )


def _outlet(report: Report, page: Page) -> str | None:
    """The page's own word, but a feed of its own site has a better name for it than its host."""
    named = report.outlet is not None and _host(f"http://{report.outlet}") != _host(page.url)
    return report.outlet if named or _host(page.feed) != _host(page.url) else page.outlet or report.outlet


def _hosts(urls: Iterable[str]) -> set[str | None]:
    return {_host(url) for url in urls} - {None}


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").netloc.lower().removeprefix("www.") or None
    except ValueError:
        return None
