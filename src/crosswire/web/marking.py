"""Marks: on one line or on many, taken back, undone; what another person said meanwhile is told and stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from crosswire.errors import DeskError
from crosswire.store import Desk, Mark
from crosswire.store.types import MarkVerdict
from crosswire.web import visitor
from crosswire.web.answer import RefusedError, refused
from crosswire.web.forms import Form, back, done, work
from crosswire.web.jobs import Tell
from crosswire.web.looks import segment

VERDICTS: Final[dict[str, MarkVerdict]] = {"right": "right", "wrong": "wrong", "open": "open"}
MOST: Final = 500


def mark(request: Request, form: Form) -> Response:
    """Marks lines of stories.

    A button tells "s1 p3:number right"; a selection tells its lines and one verdict for all. `pulse` is the newest
    line of the log that the page knew: a mark of another person behind it is told.
    """
    desk: Desk = request.app.state.desk
    who = visitor.of(request)
    wanted = _wanted(form)
    note = form.text("note")[:1000] or None
    made: list[Mark] = []
    try:
        for story, item, verdict in wanted:
            made.append(desk.mark(story, item, verdict, by=who.person, note=note))
    except DeskError as error:
        if not made:
            raise refused(error, 409) from None
    others = _others(desk, made, who.person, form.number("pulse"))
    story, item, verdict = wanted[0]
    to = back(form, f"/stories/{segment(story)}#l-{segment(item)}")
    told = {"marks": made, "others": others}
    return done(request, to, told, did=verdict, n=len(made), other=others[-1].by if others else None)


def unmark(request: Request, form: Form) -> Response:
    """Takes a mark back."""
    number = form.number("mark")
    if number is None:
        raise RefusedError(422, "mark: no number", code="field_missing")
    try:
        request.app.state.desk.unmark(number, by=visitor.of(request).person)
    except DeskError as error:
        raise refused(error, 409) from None
    return done(request, back(form, "/stories"), {"unmarked": number}, did="unmarked", n=1)


def undo(request: Request, form: Form) -> Response:
    """Undoes what this person did last: a mark, which gives back the one it replaced, or a merge, split or move."""
    desk: Desk = request.app.state.desk
    who = visitor.of(request).person
    number = form.number("decision")
    found = ("decision", number) if number is not None else desk.undoable(who)
    to = back(form, "/stories")
    if found is None:
        return done(request, to, {"undone": None}, did="nothing")
    what, n = found
    if what == "mark":
        before = desk.replaced(n)
        told = next((one for one in desk.marks() if one.id == n), None)
        desk.unmark(n, by=who)
        if before is not None and told is not None and told.item is not None:
            desk.mark(told.story, told.item, VERDICTS[before[1]], by=who, note=before[2])
        return done(request, to, {"undone": "mark", "n": n}, did="undone", n=n)

    def do(tell: Tell) -> str:
        desk.undo(n, by=who, tell=tell)
        return to

    return work(request, f"undo decision {n}", do)


def _wanted(form: Form) -> list[tuple[str, str, MarkVerdict]]:
    """Returns story, line and verdict of each mark that a form asks for."""
    single, verdict = form.text("mark"), VERDICTS.get(form.text("all"))
    lines: Iterable[str] = form.texts("item")
    if single:
        line, _, told = single.rpartition(" ")
        lines, verdict = (line,), VERDICTS.get(told)
    found = [tuple(line.split(" ", 1)) for line in lines if " " in line][:MOST]
    if verdict is None or not found:
        allowed = "lines, and right, wrong or open"
        raise RefusedError(422, "it is not told what is marked, or as what", allowed, "field_missing")
    return [(story, item, verdict) for story, item in found]


def _others(desk: Desk, made: list[Mark], person: str, pulse: int | None) -> list[Mark]:
    """Returns marks of other persons on the same lines that came after the page was made."""
    if pulse is None or not made:
        return []
    late = {
        line.subject for line in desk.log(limit=200) if line.n > pulse and line.what == "mark" and line.by != person
    }
    lines = {(one.story, one.item) for one in made}
    stories = {one.story for one in made}
    every = (mark for story in stories for mark in desk.marks(story))
    return [one for one in every if f"mark {one.id}" in late and (one.story, one.item) in lines]
