"""A story: the page of `compare`, live, as it is and as it was; its values' histories and its copies as pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crosswire.errors import DeskError
from crosswire.export.kinds import KINDS
from crosswire.model import Story
from crosswire.show.page import context
from crosswire.show.remarks import Remark
from crosswire.store import Decision, Desk, Mark, State
from crosswire.store.interchange import packed
from crosswire.web import visitor
from crosswire.web.answer import RefusedError, refused, reply
from crosswire.web.charts import charts
from crosswire.web.copies import copies
from crosswire.web.lines import Lines
from crosswire.web.looks import looks, segment
from crosswire.web.shelf import Shelf

Drawn = tuple[Story, tuple[Mark, ...], dict[str, Any]]


def story(request: Request) -> Response:
    """Shows a story; `at` is the number of one of its states, from 1."""
    desk: Desk = request.app.state.desk
    told = request.path_params["story"]
    try:
        summary = desk.summary(told)
    except DeskError as error:
        raise refused(error, 404) from None
    if summary.id != told:
        return RedirectResponse(f"/stories/{segment(summary.id)}", 307)
    states = desk.states(summary.id)
    if not states:
        content = {"summary": summary, "reports": desk.reports(summary.id)}
        return reply(request, "waiting.html", content, {"story": summary, "ledger": None, "states": ()})
    at = _chosen(request.query_params.get("at"), len(states))
    state = states[at - 1]
    newest = at == len(states)
    who = visitor.of(request)
    ledger, marks, drawn = _drawn(request, state, newest)
    changes = desk.changes(summary.id)
    content = {
        **drawn, "summary": summary, "states": states, "at": at, "newest": newest, "reports": desk.reports(summary.id),
        "changes": [one for one in changes if one.state == state.id],
        "fresh": [one for one in changes if who.seen is not None and one.n > who.seen],
        "decisions": _standing(desk, summary.id),
        "marks": marks, "exports": list(KINDS.items()),
    }  # fmt: skip
    data = {"story": summary, "ledger": ledger, "marks": marks, "states": states, "at": at, "values": drawn["tellings"]}
    return reply(request, "story.html", content, data)


def _standing(desk: Desk, story: str) -> list[Decision]:
    """Returns the decisions that stand and that touch a story."""
    every = (one for one in desk.decisions() if one.undone_at is None)
    return [one for one in every if any(story in told[1:] for told in one.reports)]


def _chosen(told: str | None, most: int) -> int:
    """Returns the number of the state asked for, the newest where none is."""
    if told is None:
        return most
    if not (told.isascii() and told.isdigit() and 1 <= int(told[:9]) <= most):
        raise RefusedError(404, f"it has no state {told[:20]}", f"1 to {most}", "no_state")
    return int(told[:9])


def _drawn(request: Request, state: State, newest: bool) -> Drawn:
    """Returns a state's ledger, the marks on it, and its page as far as it is the same for all who look."""
    desk: Desk = request.app.state.desk
    shelf: Shelf = request.app.state.shelf
    line = desk.pulse().line if newest else 0
    kept: Drawn | None = shelf.get((state.id, line))
    if kept is not None:
        return kept
    try:
        ledger = desk.story(state.story) if newest else desk.story(state.story, as_of=state.at)
    except DeskError as error:
        raise refused(error, 404) from None
    marks = desk.marks(state.story) if newest else ()
    remarks = tuple(msgspec.convert(msgspec.to_builtins(mark), Remark) for mark in marks)
    words = context(ledger, remarks)
    marking: Callable[..., Markup | str] = Lines(state.story, ledger, marks).marking if newest else (lambda *item: "")
    tellings = [one for one in desk.tellings(state.story) if one.since <= state.at]
    body = looks().get_template("parts.html").render(**words, marking=marking)
    sources = looks().get_template("beside.html").render(**words, leaves=[words])
    drawn = {
        "masthead": Markup(looks().get_template("head.html").render(**words)),  # noqa: S704 - made by escaping templates
        "ledger": Markup(body), "sources": Markup(sources), "tellings": tellings,  # noqa: S704 - made by escaping templates
        "charts": charts(ledger, tellings), "copies": copies(ledger), "headline": words["parts"].headline,
    }  # fmt: skip
    shelf.put((state.id, line), (ledger, marks, drawn))
    return ledger, marks, drawn


def line(request: Request) -> Response:
    """Leads to a line by its content, or says what became of it."""
    desk: Desk = request.app.state.desk
    key = request.path_params["key"]
    try:
        found = desk.follow_line(request.path_params["story"], key)
    except DeskError as error:
        raise refused(error, 404) from None
    if found is None:
        raise RefusedError(404, "this story never had such a line")
    if found.item is not None and found.same:
        return RedirectResponse(
            f"/stories/{segment(found.story)}?line={segment(found.item)}#l-{segment(found.item)}", 303
        )
    return reply(request, "line.html", {"found": found, "key": key}, found, 200 if found.item else 410)


def export(request: Request) -> Response:
    """Gives a story as a file of one of the kinds of export."""
    desk: Desk = request.app.state.desk
    kind, told = request.path_params["kind"], request.path_params["story"]
    if kind not in KINDS:
        raise RefusedError(404, f"{kind[:40]}: no such kind", ", ".join(KINDS))
    try:
        name = desk.summary(told).id
        parcel, _ = packed(desk, kind, name, texts=False)
    except DeskError as error:
        raise refused(error, 404) from None
    written = KINDS[kind].write(parcel)
    media, ending = _media(kind, written)
    headers = {"Content-Disposition": f'attachment; filename="{desk_name(desk)}-{name}.{ending}"'}
    return Response(written, media_type=media, headers=headers)


def _media(kind: str, written: str | bytes) -> tuple[str, str]:
    endings: Sequence[tuple[str, str, str]] = (
        ("html", "text/html", "html"), ("markdown", "text/markdown", "md"), ("csv", "text/csv", "csv"),
        ("jsonl", "application/x-ndjson", "jsonl"),
    )  # fmt: skip
    for name, media, ending in endings:
        if kind == name:
            return media, ending
    return ("application/zip", "zip") if isinstance(written, bytes) else ("application/json", "json")


def desk_name(desk: Desk) -> str:
    """Returns the name of a desk's file as a file's name can be."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in desk.path.stem)[:60] or "desk"
