"""When a page says that it was published: the surest place first, and never a date of something else on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crosswire.model import Struct
from crosswire.read.published import published_iso

NAMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "date",
)
"""Names of a page's meta elements that tell its day of publication, the surest first."""

SCRIPT = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
ELSEWHERE = frozenset(("aside", "nav", "footer", "li", "ul", "ol"))
"""Elements whose dates are those of other reports."""


class Dated(Struct, frozen=True):
    """A day or moment of publication as ISO 8601, and where it was found, in words for the user."""

    moment: str
    where: str


def page_date(tree: Any) -> Dated | None:
    """Returns when a page says it was published; None where no meta element, script or time element tells it."""
    for found in (_meta, _scripts, _times):
        for told, where in found(tree):
            if (moment := published_iso(told)) is not None:
                return Dated(moment=moment, where=where)
    return None


def _meta(tree: Any) -> Iterator[tuple[str, str]]:
    told: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if (name := meta.get(key)) and (content := meta.get("content")):
                told.setdefault(name.strip().lower(), content)
    yield from ((told[name], f"the page's meta element {name}") for name in NAMES if name in told)


def _scripts(tree: Any) -> Iterator[tuple[str, str]]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        if match := SCRIPT.search(script.text or ""):
            yield match[1], "the page's JSON-LD"


def _times(tree: Any) -> Iterator[tuple[str, str]]:
    """Gives the time elements: first those that say they are of publication, then those of the article itself."""
    times = [time for time in tree.iter("time") if time.get("datetime")]
    sure = [time for time in times if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None]
    for time in [*sure, *(time for time in times if not _is_elsewhere(time))]:
        yield time.get("datetime"), "the page's time element"


def _is_elsewhere(time: Any) -> bool:
    return time.get("itemprop") == "dateModified" or any(parent.tag in ELSEWHERE for parent in time.iterancestors())
