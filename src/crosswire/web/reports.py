"""A report: its text as stored, its furniture dimmed, the words asked for marked, its versions beside it."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crosswire.errors import DeskError
from crosswire.model import Span, StoryReport
from crosswire.show.source import Mark, Place, marks, paragraphs
from crosswire.show.titles import Titles
from crosswire.store import Desk, StoredReport
from crosswire.web.answer import RefusedError, page, refused, reply
from crosswire.weblinks import WebLink, web_link

#: The number of the mark on the words that were asked for: larger than that of any piece of evidence.
ASKED = 10**9


def report(request: Request) -> Response:
    """Shows a report; `start` and `end` are the code points of the words asked for."""
    content, data = _content(request)
    return reply(request, "report.html", content, data)


def words(request: Request) -> Response:
    """Gives the text alone, to stand beside a list."""
    content, _ = _content(request)
    return page(request, "pane.html", content)


def text(request: Request) -> Response:
    """Gives the stored text, in which every offset counts."""
    desk: Desk = request.app.state.desk
    try:
        found = desk.full_report(request.path_params["report"])
    except DeskError as error:
        raise refused(error, 404) from None
    return Response(found.text.encode("utf-8", "replace"), media_type="text/plain")


def _content(request: Request) -> tuple[dict[str, Any], dict[str, Any]]:
    desk: Desk = request.app.state.desk
    name = request.path_params["report"]
    try:
        stored = desk.report(name)
        versions = desk.versions(name)
    except DeskError as error:
        raise refused(error, 404) from None
    link = web_link(stored.url)
    content: dict[str, Any] = {
        "stored": stored, "versions": versions, "blocks": (), "asked": None, "missed": False,
        "link": link if isinstance(link, WebLink) else None,
        "title": stored.title, "edits": next((v.edits for v in versions if v.report == name), ()), "mark_asked": ASKED,
    }  # fmt: skip
    data: dict[str, Any] = {"report": stored, "versions": versions, "text": None, "furniture": ()}
    if stored.forgotten is not None:
        return content, data
    told, marked, title = _told(desk, stored)
    asked = _asked(request, told.text)
    if asked is not None:
        own = marked.get((name, asked.start, asked.end))
        marked[name, asked.start, asked.end] = Mark(number=ASKED, tone=own.tone if own else "")
    content |= {
        "title": title,
        "blocks": list(paragraphs(told, marked)),
        "asked": asked,
        "missed": asked is None and "start" in request.query_params,
    }
    return content, data | {"text": told.text, "furniture": told.furniture}


def _told(desk: Desk, stored: StoredReport) -> tuple[StoryReport, dict[Place, Mark], str | None]:
    """Returns a report as its story's ledger tells it, with the evidence in it and its title told or found in it; one
    in no ledger as it is stored."""
    if stored.story is not None and desk.states(stored.story):
        ledger = desk.story(stored.story)
        own = next((one for one in ledger.reports if one.id == stored.id), None)
        if own is not None:
            marked = {place: mark for place, mark in marks(ledger).items() if place[0] == stored.id}
            return own, marked, Titles(ledger).name(own) or stored.title
    full = desk.full_report(stored.id)
    bare = StoryReport(
        id=full.id, outlet=full.outlet, title=full.title, published=full.published, url=full.url, sha256=stored.sha256,
        origin="", characters=stored.characters, furniture=(), language=full.language, understood=True, text=full.text,
    )  # fmt: skip
    return bare, {}, stored.title


def _asked(request: Request, text: str) -> Span | None:
    told = [request.query_params.get(name, "") for name in ("start", "end")]
    if not any(told):
        return None
    if not all(one.isascii() and one.isdigit() and len(one) < 12 for one in told):
        raise RefusedError(422, "start and end are numbers of code points", "start=0&end=12", "bad_span")
    start, end = int(told[0]), int(told[1])
    return Span(start=start, end=end) if start < end <= len(text) else None
