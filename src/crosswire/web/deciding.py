"""Merge, split and move: each is decided at once, compared behind it, and can be undone."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from crosswire.errors import DeskError
from crosswire.store import Desk
from crosswire.web import visitor
from crosswire.web.answer import RefusedError, refused
from crosswire.web.forms import Form, work
from crosswire.web.jobs import Tell
from crosswire.web.looks import segment


def decide(request: Request, form: Form) -> Response:
    """Takes the form under a story: which reports are selected, and what becomes of them or of the whole story."""
    desk: Desk = request.app.state.desk
    story = request.path_params["story"]
    todo, reports, to = form.needed("do"), form.texts("report"), form.text("to")
    who, why = visitor.of(request).person, form.text("why")[:500] or None
    try:
        desk.summary(story)
        if to:
            to = desk.summary(to).id
    except DeskError as error:
        raise refused(error, 404) from None
    _check(todo, reports, to)

    def do(tell: Tell) -> str:
        if todo == "merge":
            n, where = desk.merge(story, to, by=who, why=why, tell=tell), to
        elif todo == "split":
            n, where = desk.split(story, reports, by=who, why=why, tell=tell)
        else:
            where = to
            for report in reports:
                n = desk.move(report, to, by=who, why=why, tell=tell)
        return f"/stories/{segment(where)}?did={todo}&n={n}"

    return work(request, f"{todo} {story}", do)


def _check(todo: str, reports: tuple[str, ...], to: str) -> None:
    if todo not in ("merge", "split", "move"):
        raise RefusedError(422, f"{todo[:20]}: nothing of that name is done", "merge, split, move", "field_wrong")
    if todo != "merge" and not reports:
        raise RefusedError(422, "no report is selected", "one report or several", "field_missing")
    if todo != "split" and not to:
        raise RefusedError(422, "it is not told into which story", "the id of a story, such as s2", "field_missing")
