"""DOCX: one report a document, by python-docx: paragraphs and tables in their order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.formats.plain import of_text
from crosswire.read.found import Found, Source, whole
from crosswire.read.packed import checked, opened

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the one report of a Word document: what was struck out is left out, a blank line between paragraphs."""
    import docx

    data = whole(stream, source)
    with opened(io.BytesIO(data), source) as packed:
        checked(packed, len(data), source)
    try:
        document = docx.Document(io.BytesIO(data))
    except (ValueError, KeyError, AttributeError, TypeError, SyntaxError) as error:
        raise ReadError(source.name, f"a damaged Word document: {str(error)[:120]}") from None
    paragraphs = (_words(paragraph) for paragraph in document.element.body.iter(f"{WORD}p"))
    title = " ".join((document.core_properties.title or "").split())
    yield of_text("\n\n".join(words for words in paragraphs if words), source, title)


def _words(paragraph: Any) -> str:
    """Returns the words of a paragraph, and not those of a text box in it, which has paragraphs of its own."""
    pieces: list[str] = []
    for node in paragraph.iter(f"{WORD}t", f"{WORD}tab", f"{WORD}br", f"{WORD}cr", f"{WORD}noBreakHyphen"):
        if next(node.iterancestors(f"{WORD}p")) is not paragraph:
            continue
        kind = node.tag.removeprefix(WORD)
        pieces.append((node.text or "") if kind == "t" else "-" if kind == "noBreakHyphen" else " ")
    return " ".join("".join(pieces).split())
