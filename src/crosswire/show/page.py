"""The story as one HTML page that needs nothing else: no request, no framework, readable without its script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from crosswire.model import Evidence, Stories, Story, StoryReport, Unread
from crosswire.show import labels
from crosswire.show.clashes import caveats, tally
from crosswire.show.clip import clip
from crosswire.show.grid import grid
from crosswire.show.index import Entry, how_many, index
from crosswire.show.labels import count
from crosswire.show.lookup import Lookup
from crosswire.show.parts import doubted, gist_evidence, nothing_differs, parts
from crosswire.show.registers import cards, matrices
from crosswire.show.remarks import Remark
from crosswire.show.source import Mark, Place, Segment, marks, paragraphs
from crosswire.show.visible import one_line, visible
from crosswire.weblinks import web_link

if TYPE_CHECKING:
    from jinja2 import Environment


class Leaf(NamedTuple):
    """One story on the page: its ledger as HTML, and its reports with their texts in segments."""

    links: _Links
    lookup: Lookup
    ledger: str
    sources: list[tuple[StoryReport, list[tuple[Segment, ...]]]]
    title: str


def page(story: Story | Stories, remarks: Sequence[Remark] = ()) -> str:
    """Returns the story, with what people say of it, as one self-contained HTML page; several below an index.

    Every text of a report is escaped and made visible; the page's policy allows its own style and script by their
    hashes and nothing else, so that no text of a report can run or fetch anything.
    """
    if isinstance(story, Story):
        leaf = _leaf(story, remarks, "", 0, 0)
        return _written([leaf], leaf.title, (), ())
    leaves: list[Leaf] = []
    reports = numbered = 0
    for number, one in enumerate(story.stories, 1):
        leaves.append(_leaf(one, (), f"s{number}-", reports, numbered))
        reports += len(one.reports)
        numbered = leaves[-1].links.next
    return _written(leaves, how_many(story), index(story), story.unread)


def context(
    story: Story, remarks: Sequence[Remark] = (), prefix: str = "", reports: int = 0, numbered: int = 0
) -> dict[str, Any]:
    """Returns what the templates of the page need of a story.

    Args:
        story: the ledger.
        remarks: what people say of it.
        prefix: what the ids of the story begin with, where several stand on one page.
        reports: how many reports stand before it on the page.
        numbered: how many marks do.
    """
    lookup = Lookup(story)
    marked = marks(story, numbered)
    return {
        "story": story,
        "parts": parts(story, lookup),
        "grid": grid(story, lookup),
        "cards": cards(story.registers),
        "matrices": matrices(story),
        "sources": [(report, list(paragraphs(report, marked))) for report in story.reports],
        "remarks": remarks,
        "lookup": lookup,
        "links": _Links(lookup, marked, prefix, reports, numbered),
    }


def _leaf(story: Story, remarks: Sequence[Remark], prefix: str, reports: int, numbered: int) -> Leaf:
    words = context(story, remarks, prefix, reports, numbered)
    told_by = count(story.reports, "report") + (" side by side" if len(story.reports) > 1 else "")
    headline = words["parts"].headline
    return Leaf(
        links=words["links"],
        lookup=words["lookup"],
        ledger=environment().get_template("ledger.html").render(**words),
        sources=words["sources"],
        title=f"{headline.exact} · {told_by}" if headline else told_by,
    )


def _written(leaves: Sequence[Leaf], title: str, entries: Sequence[Entry], unread: Sequence[Unread]) -> str:
    style, script = asset("page.css"), asset("page.js")
    return (
        environment()
        .get_template("page.html")
        .render(
            leaves=leaves,
            title=title,
            index=entries,
            unread=unread,
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def notebook(story: Story | Stories) -> str:
    """Returns the page in a frame of its own, for a notebook: its style and script stay inside."""
    from html import escape

    return (
        '<iframe title="crosswire: reports side by side" sandbox="allow-scripts allow-popups" width="100%" '
        f'height="720" style="border:1px solid #8886" srcdoc="{escape(page(story))}"></iframe>'
    )


class _Links:
    """Where things of one story stand on the page: a report, a piece of evidence.

    Of several stories on one page each has a prefix, and counts its reports and marks on from the one before.
    """

    def __init__(
        self, lookup: Lookup, marked: dict[Place, Mark], prefix: str, reports: int = 0, numbered: int = 0
    ) -> None:
        self._lookup = lookup
        self._marked = marked
        self._prefix = prefix
        self._reports = reports
        self.next = numbered + len(marked)

    @property
    def several(self) -> bool:
        """True where several stories stand on the page."""
        return bool(self._prefix)

    def at(self, name: str) -> str:
        """Returns the id of a part of the story on the page."""
        return f"{self._prefix}{name}"

    def report(self, report: str) -> str:
        """Returns the id of the report's source on the page."""
        return f"r{self._reports + self._lookup.place(report)}"

    def places(self, reports: Iterable[str]) -> str:
        """Returns the reports' places, parted by spaces, for filtering."""
        return " ".join(str(self._reports + self._lookup.place(report)) for report in self._lookup.in_order(reports))

    def number(self, told: Evidence | None) -> int | None:
        """Returns the number of the mark of this evidence, None where the report does not hold it."""
        mark = self._marked.get((told.report, told.start, told.end)) if told else None
        return mark.number if mark else None

    def to(self, told: Evidence) -> str:
        """Returns the address of the evidence on the page, or of its report."""
        number = self.number(told)
        return f"#m{number}" if number is not None else f"#{self.report(told.report)}"

    def chips(self, told: Iterable[Evidence]) -> list[list[Evidence]]:
        """Returns one piece of evidence a report, in the story's order, copies of one another put together."""
        first: dict[str, Evidence] = {}
        for evidence in told:
            first.setdefault(evidence.report, evidence)
        return [[first[report] for report in group] for group in self._lookup.by_origin(first)]

    def host(self, url: str) -> str:
        """Returns the name of the host in a web address."""
        link = web_link(url)
        return "" if isinstance(link, str) else link.host if link.port in (80, 443) else f"{link.host}:{link.port}"

    def address(self, url: str | None) -> str | None:
        """Returns the report's address when a browser opens it as it is shown, None otherwise."""
        link = web_link(url)
        return None if isinstance(link, str) else link.url


def nothing(*item: object) -> str:
    """Returns nothing: what the one-file page has where the desk in the browser has the marks of a line."""
    return ""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Returns the templates of the page, with the filters and words that they use."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("crosswire.show", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters.update(
        clip=clip,
        seen=visible,
        quoted=labels.quoted,
        line=one_line,
        day=labels.day,
        value=labels.value,
    )
    made.globals.update(_words())
    return made


def _words() -> dict[str, Any]:
    return {
        "SLOTS": labels.SLOTS,
        "NATURES": labels.NATURES,
        "title": labels.title,
        "ACTS_ARE": labels.ACTS_ARE,
        "ANY_DAY": labels.ANY_DAY,
        "MATTER": labels.MATTER,
        "MATTER_IS": labels.MATTER_IS,
        "count": labels.count,
        "days": labels.days,
        "language": labels.language,
        "unused": labels.unused,
        "letter": labels.letter,
        "caveats": caveats,
        "tally": tally,
        "doubted": doubted,
        "gist_evidence": gist_evidence,
        "nothing_differs": nothing_differs,
        "marking": nothing,
    }


@lru_cache(maxsize=2)
def asset(name: str) -> str:
    """Returns the style ("page.css") or the script ("page.js") of the page."""
    return environment().get_template(name).render()


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
