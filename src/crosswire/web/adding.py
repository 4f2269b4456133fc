"""Reports in: by upload, by address, as pasted text. What is read is safe first, and compared behind it."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crosswire.model import Struct, Unread
from crosswire.store import Desk, Stored
from crosswire.web import visitor
from crosswire.web.answer import RefusedError, reply
from crosswire.web.forms import Form, work
from crosswire.web.jobs import Jobs, Tell
from crosswire.weblinks import WebLink, web_link

_UNSAFE: Final = re.compile(r"[^\w.\- ]+")
_ADDRESSES: Final = 20
_LONGEST_TEXT: Final = 1_000_000


class Taken(Struct, frozen=True):
    """What became of what was given: reports stored, what could not be used and why, and the work that compares."""

    reports: tuple[Stored, ...]
    unread: tuple[Unread, ...]


def add_page(request: Request) -> Response:
    """Shows the form; a bookmarklet brings an address along, which is fetched when the person says so."""
    told = request.query_params.get("url", "")[:2000]
    return reply(request, "add.html", {"address": told, "taken": None}, {"address": told})


def add(request: Request, form: Form) -> Response:
    """Takes reports in."""
    files = form.files("file")
    addresses = [word for line in form.texts("address") for word in line.split()][:_ADDRESSES]
    pasted = form.text("text", longest=_LONGEST_TEXT)
    wrong = [
        Unread(name=one[:200], why=str(link)) for one in addresses if not isinstance(link := web_link(one), WebLink)
    ]
    good = [one for one in addresses if isinstance(web_link(one), WebLink)]
    if not files and not good and not pasted:
        why = f"{wrong[0].name}: {wrong[0].why}" if wrong else "nothing was given"
        raise RefusedError(422, why, "files, addresses of the web, or a text", "field_missing")
    folder = Path(tempfile.mkdtemp(prefix="crosswire-"))
    try:
        given: list[Path | str] = [*good, *_saved(files, folder)]
        if pasted:
            given.append(_pasted(form, pasted, folder))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    app, who = request.app.state, visitor.of(request).person

    def do(tell: Tell) -> str:
        try:
            taken = _store(app.desk, given, folder, who, app.settings.allow_private)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        n = app.additions.keep(Taken(reports=taken.reports, unread=(*wrong, *taken.unread)))
        catch_up(app.desk, app.jobs)
        return f"/added/{n}"

    return work(request, "read what was given", do)


def added(request: Request) -> Response:
    """Shows what became of what was given."""
    taken: Taken | None = request.app.state.additions.get(request.path_params["n"])
    if taken is None:
        raise RefusedError(404, "this is not known any more", "the log tells every report that came in")
    desk: Desk = request.app.state.desk
    reports = [(one, desk.report(one.report)) for one in taken.reports]
    data: dict[str, Any] = {"reports": taken.reports, "unread": taken.unread}
    return reply(request, "add.html", {"address": "", "taken": taken, "reports": reports}, data)


def catch_up(desk: Desk, jobs: Jobs) -> None:
    """Has what waits placed and compared, behind everything else that is to be done."""

    def do(tell: Tell) -> str:
        desk.catch_up(tell=tell)
        return "/stories"

    jobs.start("compare the stories that changed", do)


def job(request: Request) -> Response:
    """Shows how far a piece of work is; leads to its result when it is done."""
    found = request.app.state.jobs.get(request.path_params["n"])
    if found is None:
        raise RefusedError(404, "this work is not known any more")
    data = {
        "job": found.n, "what": found.what, "step": found.step, "percent": found.percent, "done": found.done.is_set(),
        "error": found.error, "result": found.result,
    }  # fmt: skip
    if found.done.is_set() and found.result and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse(found.result, 303)
    return reply(request, "job.html", {"job": found}, data)


class Additions:
    """What became of the last things given, by number; forgotten with the program."""

    def __init__(self) -> None:
        self._kept: dict[int, Taken] = {}
        self._next = 1

    def keep(self, taken: Taken) -> int:
        """Keeps one and returns its number."""
        n, self._next = self._next, self._next + 1
        self._kept[n] = taken
        self._kept.pop(n - 100, None)
        return n

    def get(self, n: int) -> Taken | None:
        """Returns one; None where it is not kept any more."""
        return self._kept.get(n)


def _store(
    desk: Desk, given: Sequence[Path | str], folder: Path, who: str, allow_private: bool
) -> Taken:  # fmt: skip
    stored: list[Stored] = []
    unread: list[Unread] = []
    for one in given:
        source = f"upload of {one.name}" if isinstance(one, Path) else None
        kept, left = desk.store([one], by=who, source=source, allow_private=allow_private)
        stored += kept
        unread += (Unread(name=u.name.replace(f"{folder}/", ""), why=u.why.replace(str(folder), "")) for u in left)
    return Taken(reports=tuple(stored), unread=tuple(unread))


def _saved(files: Sequence[UploadFile], folder: Path) -> list[Path]:
    """Writes uploads into a folder of their own, under names that say nothing of another place."""
    found = []
    for number, upload in enumerate(files, 1):
        name = Path((upload.filename or "").replace("\\", "/")).name
        safe = _UNSAFE.sub("_", name).strip(". ")[-120:] or f"upload-{number}"
        place = folder / safe
        if place.exists():
            place = folder / f"{number}-{safe}"
        with place.open("wb") as target:
            shutil.copyfileobj(upload.file, target)
        found.append(place)
    return found


def _pasted(form: Form, text: str, folder: Path) -> Path:
    """Writes a pasted text, with what is told of it, as a file that is read like every other."""
    told = {name: form.text(name)[:300] for name in ("title", "outlet", "published")}
    name = _UNSAFE.sub("", told["outlet"] or told["title"]).strip().lower().replace(" ", "-")[:40] or "pasted"
    place = folder / "pasted text.jsonl"
    place.write_bytes(msgspec.json.encode({"id": name, "text": text, **{k: v for k, v in told.items() if v}}))
    return place
