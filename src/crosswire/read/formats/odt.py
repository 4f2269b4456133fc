"""ODT: one report a document, from its content.xml: headings and paragraphs in their order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.formats.plain import of_text
from crosswire.read.found import Found, Source, whole
from crosswire.read.packed import checked, member, opened
from crosswire.read.tree import parsed

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
BLOCKS = (f"{TEXT}p", f"{TEXT}h")
ASIDE = frozenset((f"{TEXT}note", f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}table-of-content"))
"""Elements that are no part of the running text."""


def read_odt(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the one report of an OpenDocument text, a blank line between paragraphs."""
    data = whole(stream, source)
    with opened(io.BytesIO(data), source) as packed:
        checked(packed, len(data), source)
        if "content.xml" not in packed.namelist():
            raise ReadError(source.name, "no content.xml in it: not an OpenDocument text")
        content = parsed(member(packed, "content.xml", source).read(), source)
        meta = parsed(member(packed, "meta.xml", source).read(), source) if "meta.xml" in packed.namelist() else None
    blocks: list[str] = []
    for block in content.iter(*BLOCKS):
        if not any(parent.tag in ASIDE for parent in block.iterancestors()):
            blocks.append(" ".join("".join(_words(block)).split()))
    title = "" if meta is None else " ".join((meta.findtext(f".//{TITLE}") or "").split())
    yield of_text("\n\n".join(filter(None, blocks)), source, title)


def _words(block: Any) -> Iterator[str]:
    """Gives the words of a block in reading order, without notes, and without the blocks inside it."""
    stack: list[Any] = [block]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        if node.tail and node is not block:
            stack.append(node.tail)
        if not isinstance(node.tag, str) or node.tag in ASIDE or (node.tag in BLOCKS and node is not block):
            continue
        if node.tag in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
            yield " "
        stack.extend(reversed(node))
        stack.append(node.text or "")
