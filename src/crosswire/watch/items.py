"""What a feed tells: its items, each with an address, the id it is given there and a hash of what is said of it."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit, urlunsplit

from crosswire.errors import ReadError
from crosswire.model import Report, Struct
from crosswire.read.address import Answer
from crosswire.read.formats.feed import published_of, words_of
from crosswire.read.markup import text_of
from crosswire.read.naming import tidy
from crosswire.weblinks import WebLink, web_link

MOST: Final = 500
"""Items of one answer that are looked at: the first ones."""

AHEAD: Final = timedelta(days=1)
"""A day of publication further in the future than this is none."""

_FEEDS: Final = ("application/rss+xml", "application/atom+xml")
_HARMLESS: Final = ("CharacterEncodingOverride", "NonXMLContentType")  # what feedparser calls wrong and reads rightly
_CAMPAIGN: Final = ("utm_", "fbclid", "gclid")  # how parameters begin that say whence a reader comes


class Item(Struct, frozen=True):
    """An item of a feed. `key` is the address of its page; where it has none, "entry:" and its hash, and `report`."""

    key: str
    name: str | None
    hash: str
    published: datetime | None
    report: Report | None = None


class Parsed(Struct, frozen=True):
    """A feed as read: its items in its order, at most MOST of `total`; `bozo` says what is not well-formed in it."""

    title: str | None
    items: tuple[Item, ...]
    total: int
    bozo: str | None


def parsed(answer: Answer, now: datetime) -> Parsed:
    """Returns the feed that an address answered with.

    Raises:
        ReadError: it is neither RSS nor Atom.
    """
    import feedparser

    media = answer.media + (f"; charset={answer.charset}" if answer.charset else "")
    headers = {"content-location": answer.url} | ({"content-type": media} if answer.media else {})
    told = feedparser.parse(io.BytesIO(answer.body), response_headers=headers, sanitize_html=False)
    if not told.get("version"):
        kind = answer.media or "no type told"
        raise ReadError(answer.url, "an empty answer" if not answer.body.strip() else f"neither RSS nor Atom ({kind})")
    outlet = text_of(told.feed.get("title") or "") or None
    fault = told.get("bozo_exception") if told.get("bozo") else None
    bozo = None if fault is None or type(fault).__name__ in _HARMLESS else tidy(str(fault))[:200]
    items = tuple(_item(entry, outlet, answer.url, now) for entry in told.entries[:MOST])
    return Parsed(title=outlet, items=items, total=len(told.entries), bozo=bozo)


def _item(entry: Any, outlet: str | None, base: str, now: datetime) -> Item:
    title, text = text_of(entry.get("title") or "") or None, words_of(entry)
    # What the feed says, not the whole text: a counter beneath a text is no news, and a new summary is.
    said = f"{title or ''}\0{text_of(entry.get('summary') or '') or text}"
    hashed = sha256(said.encode("utf-8", "replace")).hexdigest()
    told = published_of(entry)
    day = datetime.fromisoformat(told) if told else None
    if day is not None and day > now + AHEAD:
        day = None
    name, link = entry.get("id") or None, page_address(entry.get("link"), base)
    if link is not None:
        return Item(key=link, name=name, hash=hashed, published=day)
    report = Report(
        id=tidy(title or name or hashed[:12])[:80] or hashed[:12],
        text=text,
        title=title,
        outlet=outlet,
        published=day.isoformat() if day else None,
    )
    return Item(key=f"entry:{hashed}", name=name, hash=hashed, published=day, report=report)


def page_address(link: str | None, base: str) -> str | None:
    """Returns the address of a page without what names no other page (a fragment, where a reader comes from).

    Args:
        link: as the feed tells it, also relative.
        base: the address of the feed.

    Returns:
        None where it is no address of the web.
    """
    try:
        parts = urlsplit(urldefrag(urljoin(base, (link or "").strip())).url)
        kept = [(k, v) for k, v in parse_qsl(parts.query, True) if not k.lower().startswith(_CAMPAIGN)]
    except ValueError:
        return None
    if not link:
        return None
    query = parts.query if len(kept) == len(parse_qsl(parts.query, True)) else urlencode(kept)
    whole = urlunsplit(parts._replace(query=query))
    return whole if isinstance(web_link(whole), WebLink) else None


def alternate(answer: Answer) -> str | None:
    """Returns the address of the feed that a page names in its head, the first; None where it names none."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(answer.body)
    except (etree.ParserError, ValueError):
        return None
    for link in tree.iter("link"):
        rel, kind = (link.get("rel") or "").lower().split(), (link.get("type") or "").lower().strip()
        if "alternate" in rel and kind in _FEEDS and (address := page_address(link.get("href"), answer.url)):
            return address
    return None
