"""PDF: one report a document, by pypdf: pages in order, lines joined to paragraphs, hyphens at line ends undone."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.formats.columns import FEWEST, in_columns
from crosswire.read.formats.plain import of_text
from crosswire.read.found import Found, Source, read_partly, whole

FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What pypdf raises on documents that nobody foresaw."""

MOST_PAGES = 500
MOST_TEXT = 10_000_000
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-zß-ÿ])")
COMPOUND = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
ENDED = re.compile(r"[.!?:][\"'”’)\]]*$")
SHORT = 0.85
"""Of the usual length of a line: a shorter one that ends a sentence ends a paragraph."""

RUNNING = 3
"""Pages that have to begin or end with one line for it to be a running head, and not of the report."""


def read_pdf(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the one report of a PDF document, and a note where it is longer than what is read of it."""
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of faults would stand among the results
    data = whole(stream, source)
    try:
        document = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if document.is_encrypted and not document.decrypt(""):
            raise ReadError(source.name, "a PDF document locked with a password")
        pages, cut = _pages(document)
        title = document.metadata.title if document.metadata else None
    except PyPdfError as error:
        raise ReadError(source.name, f"a damaged PDF document: {str(error)[:120]}") from None
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise ReadError(source.name, f"a PDF document that could not be parsed: {type(error).__name__}") from None
    if cut:
        yield read_partly(source, f"read as far as page {len(pages)} of {len(document.pages)}")
    text = "\n\n".join(filter(None, map(paragraphs, _without_running_heads(pages))))
    if not text:
        raise ReadError(source.name, "no text in the PDF document: its pages may be pictures of text")
    yield of_text(text, source, " ".join(title.split()) if isinstance(title, str) else None)


def _pages(document: Any) -> tuple[list[str], bool]:
    """Returns the text of each page as far as it is read, and whether there is more."""
    pages: list[str] = []
    size = 0
    for page in document.pages:
        if len(pages) >= MOST_PAGES or size > MOST_TEXT:
            return pages, True
        pages.append(_words(page).encode("utf-8", "replace").decode())
        size += len(pages[-1])
    return pages, False


def _words(page: Any) -> str:
    """Returns a page's text in the order in which it was set, or column by column where it is printed in two."""
    text: str = page.extract_text() or ""
    if text.count("\n") < FEWEST:
        return text
    try:
        return in_columns(page.extract_text(extraction_mode="layout")) or text
    except FAULTS:
        return text


def _without_running_heads(pages: list[str]) -> list[str]:
    """Returns the pages without the lines, numbers aside, that several of them begin or end with."""
    lines = [[line.rstrip() for line in page.split("\n")] for page in pages]
    filled = [[line for line in page if line.strip()] for page in lines]
    ends = Counter(_numberless(line) for page in filled for line in {*page[:1], *page[-1:]})
    running = {line for line, count in ends.items() if count >= RUNNING}
    kept = []
    for page, full in zip(lines, filled, strict=True):
        out = {line for line in (*full[:1], *full[-1:]) if _numberless(line) in running}
        kept.append("\n".join(line for line in page if line not in out))
    return kept


def _numberless(line: str) -> str:
    return re.sub(r"\d+", "#", line).strip()


def paragraphs(page: str) -> str:
    """Returns a page's text with its lines joined: a blank line between paragraphs, words parted by a hyphen joined."""
    joined = COMPOUND.sub("-", HYPHEN.sub("", page))
    lines = [" ".join(line.split()) for line in joined.split("\n")]
    usual = sorted(map(len, lines))[int(0.9 * (len(lines) - 1))] if lines else 0
    pieces: list[str] = []
    for line in lines:
        pieces.append(line or "\n\n")
        if line:
            pieces.append("\n\n" if ENDED.search(line) and len(line) < SHORT * usual else " ")
    blocks = (" ".join(block.split()) for block in "".join(pieces).split("\n\n"))
    return "\n\n".join(block for block in blocks if block)
