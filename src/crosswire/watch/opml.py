"""OPML: lists of feeds as other readers write and take them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from crosswire.errors import ReadError
from crosswire.watch.types import Feed

LARGEST: Final = 10_000_000
_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feeds_of(data: bytes, name: str) -> tuple[str, ...]:
    """Returns the addresses of the feeds that an OPML file lists, in its order, each once.

    Args:
        data: the file.
        name: what it is called, for the message.

    Raises:
        ReadError: it is no OPML, or lists no feed.
    """
    from lxml import etree

    if len(data) > LARGEST:
        raise ReadError(name, f"larger than {LARGEST // 1_000_000} MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None or tree.tag.lower() != "opml":
        raise ReadError(name, "no OPML", "a file whose outermost element is opml")
    found = [
        value.strip()
        for outline in tree.iter("outline")
        for key, value in outline.attrib.items()
        if key.lower() == "xmlurl" and value.strip()
    ]
    if not found:
        raise ReadError(name, "it lists no feed", "outline elements with an xmlUrl")
    return tuple(dict.fromkeys(found))


def opml(feeds: Sequence[Feed]) -> str:
    """Returns feeds as an OPML file."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = "Feeds followed by crosswire"
    body = SubElement(root, "body")
    for feed in feeds:
        title = written(feed.title or feed.url)
        SubElement(body, "outline", type="rss", text=title, title=title, xmlUrl=feed.url)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def written(text: str) -> str:
    """Returns what XML can hold of a text."""
    return _UNWRITABLE.sub("", text)
