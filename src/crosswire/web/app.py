"""The pages of a desk as one ASGI application."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import AsyncIterator, Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswire.errors import CrosswireError
from crosswire.show.page import asset
from crosswire.store import Desk
from crosswire.watch import Book
from crosswire.web import adding, deciding, events, marking, person, reports, review, searching, sources, stories, story
from crosswire.web.answer import CODES, RefusedError, error
from crosswire.web.forms import writing
from crosswire.web.guard import Guard
from crosswire.web.jobs import Jobs
from crosswire.web.settings import Settings
from crosswire.web.shelf import Shelf

STATIC: Final = {
    "desk.css": "text/css", "desk.js": "text/javascript", "htmx.min.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}  # fmt: skip
SHARED: Final = {"page.css": "text/css", "page.js": "text/javascript"}

_ROUTES: Final[tuple[tuple[str, Callable[..., Any]], ...]] = (
    ("/", stories.home),
    ("/stories", stories.stories),
    ("/stories/{story}", story.story),
    ("/stories/{story}/lines/{key}", story.line),
    ("/stories/{story}/export/{kind}", story.export),
    ("/reports/{report:path}/words", reports.words),  # the id of a report may hold a slash
    ("/reports/{report:path}/text", reports.text),
    ("/reports/{report:path}", reports.report),
    ("/search", searching.search),
    ("/review", review.review),
    ("/sources", sources.sources),
    ("/sources.opml", sources.outlines),
    ("/log", searching.log),
    ("/add", adding.add_page),
    ("/added/{n:int}", adding.added),
    ("/jobs/{n:int}", adding.job),
    ("/keys", person.keys),
    ("/events", events.events),
)
_WRITES: Final = (
    ("/seen", stories.seen),
    ("/marks", marking.mark),
    ("/unmark", marking.unmark),
    ("/undo", marking.undo),
    ("/stories/{story}/decide", deciding.decide),
    ("/searches", searching.save),
    ("/searches/drop", searching.drop),
    ("/sources/follow", sources.follow),
    ("/sources/unfollow", sources.unfollow),
    ("/add", adding.add),
    ("/person", person.setting),
)


def application(desk: Desk, settings: Settings) -> Starlette:
    """Returns the pages of a desk.

    Args:
        desk: the desk; it is not closed here.
        settings: where and to whom it is served.
    """
    app = Starlette(
        routes=[
            *(Route(path, page, methods=["GET"]) for path, page in _ROUTES),
            *(Route(path, writing(write), methods=["POST"]) for path, write in _WRITES),
            Route("/static/{name}", static, methods=["GET"]),
        ],
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={
            RefusedError: _refused, HTTPException: _http, CrosswireError: _unusable, Exception: _fault,
        },
        lifespan=_lifespan,
    )  # fmt: skip
    state = app.state
    state.desk, state.settings, state.secret = desk, settings, secrets.token_bytes(32)
    state.book, state.jobs, state.shelf = Book(desk.path), Jobs(), Shelf()
    state.beat, state.additions = events.Beat(desk), adding.Additions()
    return app


@contextlib.asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    try:
        yield
    finally:
        app.state.beat.stopping = True
        app.state.jobs.stop()
        app.state.book.close()


def static(request: Request) -> Response:
    """Gives a file that belongs to the pages, by its name in a fixed list."""
    name = request.path_params["name"]
    if name in SHARED:
        content, kind = asset(name).encode(), SHARED[name]
    elif name in STATIC:
        content, kind = _file(name), STATIC[name]
    else:
        raise RefusedError(404, "there is no such file")
    return Response(content, media_type=kind, headers={"Cache-Control": "private, max-age=300"})


@lru_cache(maxsize=8)
def _file(name: str) -> bytes:
    return (files("crosswire.web") / "static" / name).read_bytes()


def _refused(request: Request, told: Exception) -> Response:
    assert isinstance(told, RefusedError)
    return error(request, told)


def _http(request: Request, told: Exception) -> Response:
    assert isinstance(told, HTTPException)
    status = told.status_code if told.status_code in CODES else 400
    words = {404: "there is no such page", 405: "this address does not take that"}
    return error(request, RefusedError(status, words.get(status, told.detail)))


def _unusable(request: Request, told: Exception) -> Response:
    assert isinstance(told, CrosswireError)
    return error(request, RefusedError(503, f"{told.which}: {told.why}", told.allowed))


def _fault(request: Request, told: Exception) -> Response:
    return error(request, RefusedError(500, "crosswire itself is at fault; its terminal says more"))
