"""Writes: a form is bounded, is proven to be a page's own, and leads back to a page of this desk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crosswire.web import visitor
from crosswire.web.answer import RefusedError, json, wants
from crosswire.web.jobs import Work
from crosswire.web.looks import address

FIELDS: Final = 2_000
LONGEST_WORDS: Final = 4_000
#: Seconds that an answer waits for short work, before it tells how far the work is.
SHORT: Final = 1.5


class Form:
    """The fields of a form, as text of bounded length, and its files."""

    def __init__(self, told: FormData) -> None:
        self._told = told

    def text(self, name: str, longest: int = LONGEST_WORDS) -> str:
        """Returns a field, cut after `longest` characters; "" where it is not told."""
        value = self._told.get(name)
        return value.strip()[:longest] if isinstance(value, str) else ""

    def needed(self, name: str) -> str:
        """Returns a field. Raises RefusedError where it is not told."""
        found = self.text(name)
        if not found:
            raise RefusedError(422, f"{name}: nothing is told", code="field_missing")
        return found

    def number(self, name: str) -> int | None:
        """Returns a field that is a number; None for anything else."""
        told = self.text(name)
        return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Returns every value of a field that stands several times."""
        found = (value.strip() for value in self._told.getlist(name) if isinstance(value, str))
        return tuple(dict.fromkeys(value[:LONGEST_WORDS] for value in found if value))

    def files(self, name: str) -> tuple[UploadFile, ...]:
        """Returns the files of a field."""
        return tuple(one for one in self._told.getlist(name) if isinstance(one, UploadFile) and one.filename)


Write = Callable[[Request, Form], Response]


def writing(work: Write) -> Callable[[Request], Awaitable[Response]]:
    """Returns an endpoint that takes a form of one of this desk's own pages."""

    async def taken(request: Request) -> Response:
        settings = request.app.state.settings
        async with request.form(
            max_files=settings.files, max_fields=FIELDS, max_part_size=settings.largest
        ) as told:  # fmt: skip
            form = Form(told)
            if not visitor.proven(request, form.text("csrf") or request.headers.get("x-csrf", "")):
                message = "this page is from before the desk was started, or not of this desk; nothing was done"
                raise RefusedError(403, message, "load the page again, and do it again", "stale_page")
            return await run_in_threadpool(work, request, form)

    return taken


def back(form: Form, otherwise: str) -> str:
    """Returns the page of this desk that a form leads back to."""
    told = form.text("back")
    local = told.startswith("/") and not told.startswith("//") and "\\" not in told and told.isprintable()
    return told if local and told.isascii() else otherwise


def done(request: Request, to: str, told: object, **flash: object) -> Response:
    """Returns to a page, telling there what was done; to a program, as JSON."""
    if wants(request.headers) == "json":
        return json(told)
    path, sign, fragment = to.partition("#")
    path, _, query = path.partition("?")
    kept = "&".join(part for part in query.split("&") if part and part.partition("=")[0] not in _FLASHES)
    more = address("", **flash).lstrip("?")
    joined = "&".join(part for part in (kept, more) if part)
    return RedirectResponse(path + (f"?{joined}" if joined else "") + sign + fragment, 303)


_FLASHES: Final = ("did", "n", "other")


def work(request: Request, what: str, todo: Work) -> Response:
    """Has long work done; short work is waited for, and the answer leads to its result or to how far it is."""
    job = request.app.state.jobs.start(what, todo)
    if job is None:
        raise RefusedError(503, "too much is waiting to be done", "try again later", "busy")
    job.done.wait(SHORT)
    to = job.result if job.done.is_set() and job.result else f"/jobs/{job.n}"
    if wants(request.headers) == "json":
        return json({"job": job.n, "done": job.done.is_set(), "error": job.error, "result": job.result}, 202)
    return RedirectResponse(to, 303)
