"""XML of the news trade: NewsML-G2 and NITF, one report an item; and which reader an XML file needs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from crosswire.errors import ReadError
from crosswire.model import Report, Unread
from crosswire.read.formats.feed import LARGEST_FEED, read_feed
from crosswire.read.formats.page import read_page
from crosswire.read.found import Found, Source, Whence, not_usable, whole
from crosswire.read.markup import text_of_tree
from crosswire.read.naming import tidy
from crosswire.read.published import published_iso
from crosswire.read.tree import parsed

ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]")
SKIPPED = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>", re.DOTALL)
TRADE = frozenset((b"newsitem", b"newsmessage", b"newsml", b"nitf", b"packageitem"))
FEEDS = frozenset((b"rss", b"feed", b"rdf"))
PAGES = frozenset((b"html",))
BODIES = ("body.content", "body", "inlinexml", "inlinedata")
HEAD = 65_536


def read_xml(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the reports of an XML file: a feed, NewsML-G2, NITF or XHTML, by its outermost element."""
    data = whole(stream, source, LARGEST_FEED)
    root = root_of(data[:HEAD])
    if root in TRADE:
        yield from read_trade(data, source)
    elif root in PAGES:
        yield from read_page(io.BytesIO(data), source)
    elif root is None or root in FEEDS:
        yield from read_feed(io.BytesIO(data), source)
    else:
        raise ReadError(
            source.name,
            f"neither RSS nor Atom, NewsML-G2, NITF or XHTML: it begins with <{root.decode('ascii', 'replace')}>",
        )


def root_of(head: bytes) -> bytes | None:
    """Returns the lower-cased name of the outermost element of an XML file, without its prefix; None without one."""
    told = ROOT.match(SKIPPED.sub(b"", head.removeprefix(b"\xef\xbb\xbf")).lstrip())
    return told[1].lower() if told else None


def read_trade(data: bytes, source: Source) -> Iterator[Found | Unread]:
    """Gives a report for each item in the order of the file; items of pictures and packages are named."""
    tree = parsed(data, source)
    items = [node for node in tree.iter() if _name(node) in ("newsitem", "nitf", "packageitem")]
    items = [item for item in items if not any(_name(parent) == "newsitem" for parent in item.iterancestors())]
    if not items:
        raise ReadError(source.name, "no news item in it")
    for number, item in enumerate(items, 1):
        found = _item(item, source, f"item {number}")
        yield found or not_usable(source, "no text in it: a picture, a package or a notice", f"item {number}")


def _item(item: Any, source: Source, place: str) -> Found | None:
    body = next(
        (node for name in ("body.content", "body", "inlinexml", "inlinedata") for node in _all(item, name)), None
    )
    text = "" if body is None else text_of_tree(body)
    if not text:
        return None
    title = _first(item, "headline", "hl1", "title")
    outlet = _first(item, "provider", "copyrightholder", "doc.copyright")
    told = _first(item, "contentcreated", "firstcreated", "versioncreated", "date.issue", "date.release", "story.date")
    day = published_iso(told) if told else None
    language = next((node.get("tag") for node in _all(item, "language") if node.get("tag")), None)
    wanted = tidy((item.get("guid") or "").rpartition(":")[2])[:80] or (tidy(title)[:80] if title else source.id)
    report = Report(id=wanted, text=text, title=title, outlet=outlet, published=day, language=language)
    where = Whence(
        title="the item's headline" if title else None,
        outlet="the item's provider" if outlet else None,
        published="the item's date" if day else None,
    )
    return Found(report=report, place=place, whence=where)


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _all(item: Any, name: str) -> Iterator[Any]:
    return (node for node in item.iter() if _name(node) == name)


def _first(item: Any, *names: str) -> str | None:
    """Returns what the first of the named elements says, as its text, its name or an attribute."""
    for name in names:
        for node in _all(item, name):
            named = next((inner for inner in _all(node, "name") if inner is not node), None)
            words = " ".join(" ".join((node if named is None else named).itertext()).split())
            told = words or node.get("norm") or node.get("literal") or node.get("holder") or node.get("qcode")
            if told:
                return str(told).rpartition(":")[2] if not words and "qcode" in node.attrib else str(told)
    return None
