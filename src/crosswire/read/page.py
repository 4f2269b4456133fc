"""HTML: the article of a page, by trafilatura, with what the page tells about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from crosswire.errors import ReadError
from crosswire.model import Report, Unread
from crosswire.read.decoding import decode
from crosswire.read.found import Found, Source, whole
from crosswire.read.published import published_iso

LARGEST_PAGE = 10_000_000
"""The largest page, in bytes: a page is held as a tree of many times its size."""

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
MOMENTS = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='publish-date' or @name='date' or @name='dc.date']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
TOLD_IN_SCRIPT = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
DATES = {"extensive_search": False, "original_date": True}


def read_page(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the article of one HTML page."""
    data = whole(stream, source, LARGEST_PAGE)
    html = decode(data, source.name, source.charset or _charset(data))
    yield Found(report=article(html, source))


def article(html: str, source: Source) -> Report:
    """Returns the report that an HTML page holds: its paragraphs, a blank line between two.

    Args:
        html: the decoded page; scripts, navigation and broken tags are no obstacle.
        source: what the page is known by; its address is kept unless the page tells its own.

    Raises:
        ReadError: there is no article text in the page.
    """
    if not html.strip():
        raise ReadError(source.name, "empty file" if not html else "nothing but white space in the file")
    import trafilatura

    try:
        tree = trafilatura.load_html(html)
        if tree is None:
            raise ReadError(source.name, "no markup in it", "HTML; plain text as .txt")
        moment = _moment(tree)
        page = trafilatura.bare_extraction(
            tree,
            url=source.url,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dict(DATES),
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, AssertionError) as error:
        raise ReadError(source.name, f"the page could not be parsed: {type(error).__name__}") from error
    if page is None or not (page.text or "").strip():
        raise ReadError(source.name, "no article text found in the page")
    return _report(page, moment, source)


def _report(page: Any, moment: str | None, source: Source) -> Report:
    day: str | None = page.date
    return Report(
        id=source.id,
        text="\n\n".join(line for line in page.text.split("\n") if line.strip()),
        title=page.title or None,
        outlet=page.sitename or page.hostname or None,
        published=moment if moment and (not day or moment.startswith(day)) else day,
        url=source.url or page.url or None,
    )


def _moment(tree: Any) -> str | None:
    """Returns the day, and the time where told, that the page itself gives as its publication."""
    for path in MOMENTS:
        for told in tree.xpath(path):
            if (found := published_iso(str(told))) is not None:
                return found
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        if (match := TOLD_IN_SCRIPT.search(script.text or "")) and (found := published_iso(match[1])) is not None:
            return found
    return None


def _charset(data: bytes) -> str | None:
    """Returns the charset that a page names in its head."""
    named = CHARSET.search(data[:4096])
    return named[1].decode("ascii") if named else None
