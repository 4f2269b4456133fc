"""HTML: the article of a page, by trafilatura, with what the page tells about itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from crosswire.errors import NoReportError, ReadError
from crosswire.model import Report, Unread
from crosswire.read.dates import Dated, page_date
from crosswire.read.decoding import decode
from crosswire.read.found import Found, Source, Whence, read_partly, whole
from crosswire.read.markup import text_of_tree

LARGEST_PAGE = 10_000_000
"""The largest page, in bytes: a page is held as a tree of many times its size."""

MOST_ELEMENTS = 15_000
MOST_INLINE = 1_000
"""Elements of a page, and pieces of running text in one of them, up to which the article is looked for: that work
grows faster than the page."""

INLINE = frozenset(
    ("a", "abbr", "b", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u")
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
OWN = re.compile(rb"<meta name=\"generator\" content=\"crosswire\b")
LOGS = ("trafilatura", "htmldate", "courlan", "justext")
DATES = {"extensive_search": False, "original_date": True}
FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What trafilatura and what it stands on raise on pages that nobody foresaw."""


def read_page(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the article of one HTML page; and a note where the page is too large for the article to be looked for."""
    data = whole(stream, source, LARGEST_PAGE)
    if OWN.search(data[:4096]):
        raise NoReportError(source.name, "a page that crosswire wrote, not a report")
    yield from read_article(decode(data, source.name, source.charset or _charset(data)), source)


def read_article(html: str, source: Source) -> Iterator[Found | Unread]:
    """Gives the report that an HTML page holds: its paragraphs, a blank line between two.

    Args:
        html: the decoded page; scripts, navigation and broken tags are no obstacle.
        source: what the page is known by; its address is kept unless the page tells its own.

    Raises:
        ReadError: there is no article text in the page.
    """
    if not html.strip():
        raise ReadError(source.name, "empty file" if not html else "nothing but white space in the file")
    import trafilatura

    for name in LOGS:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they say of faults would stand among the results
    try:
        tree = trafilatura.load_html(html)
    except FAULTS as error:
        raise ReadError(source.name, f"the page could not be parsed: {type(error).__name__}") from error
    if tree is None:
        raise ReadError(source.name, "no markup in it", "HTML; plain text as .txt")
    dated, title = page_date(tree), _title(tree)
    if (why := _too_large(tree)) is not None:
        yield read_partly(source, f"{why}: its text is taken whole, the article is not looked for")
        yield _whole_text(tree, dated, source)
        return
    page = _extracted(trafilatura, tree, html, source)
    if page is None or not (page.text or "").strip():
        raise ReadError(source.name, "no article text found in the page")
    text = page.text if "\n" in page.text.strip() else _parted(page.text, trafilatura.load_html(html))
    yield _found(page, "\n\n".join(line for line in text.split("\n") if line.strip()), title, dated, source)


def _parted(text: str, tree: Any) -> str:
    """Returns a short article with its paragraphs apart: trafilatura gives one of few words as a single line.

    Only where the page's one article element holds just these words.
    """
    articles = tree.findall(".//article")
    own = text_of_tree(articles[0]) if len(articles) == 1 else ""
    return own if "".join(own.split()) == "".join(text.split()) else text


def _extracted(trafilatura: Any, tree: Any, html: str, source: Source) -> Any:
    """Returns what trafilatura finds; without what the page tells of itself, where that is what it stumbles over."""
    failed: Exception | None = None
    for again, metadata in ((tree, True), (html, False)):
        try:
            return trafilatura.bare_extraction(
                again,
                url=source.url,
                include_comments=False,
                include_tables=False,
                with_metadata=metadata,
                date_extraction_params=dict(DATES),
            )
        except FAULTS as error:
            failed = error
    raise ReadError(source.name, f"the page could not be parsed: {type(failed).__name__}") from failed


def _found(page: Any, text: str, told_title: str | None, dated: Dated | None, source: Source) -> Found:
    published, found_in = (dated.moment, dated.where) if dated else (page.date, "the page")
    outlet = page.sitename or page.hostname
    told_by = "the page" if page.sitename not in (None, page.hostname) else "the host of its address"
    title = page.title or told_title
    report = Report(
        id=source.id,
        text=text,
        title=title or None,
        outlet=outlet or None,
        published=published or None,
        url=source.url or page.url or None,
    )
    whence = Whence(
        title="the page" if title else None,
        outlet=told_by if outlet else None,
        published=found_in if published else None,
    )
    return Found(report=report, whence=whence)


def _whole_text(tree: Any, dated: Dated | None, source: Source) -> Found:
    body = tree.find(".//body")
    text = text_of_tree(tree if body is None else body)
    if not text:
        raise ReadError(source.name, "no article text found in the page")
    title = _title(tree)
    report = Report(
        id=source.id, text=text, title=title, published=dated.moment if dated else None, url=source.url or None
    )
    whence = Whence(title="the page" if title else None, published=dated.where if dated else None)
    return Found(report=report, whence=whence)


def _title(tree: Any) -> str | None:
    return " ".join((tree.findtext(".//title") or "").split()) or None


def _too_large(tree: Any) -> str | None:
    """Says why the article of a page is not looked for; None where it is."""
    inline: dict[Any, int] = {}
    for elements, element in enumerate(tree.iter(), 1):
        if elements > MOST_ELEMENTS:
            return f"a page of more than {MOST_ELEMENTS} elements"
        if element.tag in INLINE:
            parent = element.getparent()
            inline[parent] = inline.get(parent, 0) + 1
            if inline[parent] > MOST_INLINE:
                return f"a page with more than {MOST_INLINE} pieces of running text in one paragraph"
    return None


def _charset(data: bytes) -> str | None:
    """Returns the charset that a page names in its head."""
    named = CHARSET.search(data[:4096])
    return named[1].decode("ascii") if named else None
