"""A fragment of HTML, as feeds carry it → its text, a blank line between paragraphs."""

from __future__ import annotations

import re
from typing import Any

BLOCK = re.compile("address|article|aside|blockquote|br|d[dlt]|div|fig.*|h[1-6r]|li|main|nav|[ou]l|p|pre|section|t.*")
SILENT = frozenset(("script", "style", "template", "noscript", "iframe", "object", "svg", "head", "title"))
DECLARATION = re.compile(r"^\s*<\?xml[^<>]*>")
MARKUP = re.compile(r"<[A-Za-z!/][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);")


def text_of(fragment: str) -> str:
    """Returns the text of a fragment of HTML; a text without markup comes back trimmed and otherwise as it is."""
    if not MARKUP.search(fragment):
        return fragment.strip()
    from lxml import etree, html

    fragment = DECLARATION.sub("", fragment)
    try:
        tree = html.fragment_fromstring(fragment, create_parent="div")
    except AssertionError:  # a whole page, or two
        tree = html.document_fromstring(fragment)
    except (etree.ParserError, ValueError):
        return ""
    return text_of_tree(tree)


def text_of_tree(tree: Any) -> str:
    """Returns the words of a tree of HTML in reading order, a blank line between two blocks."""
    pieces: list[str] = []
    _gather(tree, pieces)
    paragraphs = (" ".join(p.split()) for p in "".join(pieces).split("\n\n"))
    return "\n\n".join(p for p in paragraphs if p)


def _gather(tree: Any, pieces: list[str]) -> None:
    """Collects the words of `tree` in reading order, without recursion: a fragment may be nested very deep."""
    stack: list[Any] = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        if node.tail and node is not tree:
            stack.append(node.tail)
        tag = node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else "script"
        if tag in SILENT:
            continue
        block = "\n\n" if BLOCK.fullmatch(tag) else ""
        stack.append(block)
        stack.extend(reversed(node))
        stack.append(block + (node.text or ""))
