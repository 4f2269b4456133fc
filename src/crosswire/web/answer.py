"""Answers: a page or JSON, as it is asked for; errors with stable codes; cursors that say nothing to a reader."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any, Final

import msgspec
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from crosswire.errors import CrosswireError, DeskError
from crosswire.web import visitor
from crosswire.web.looks import looks

CODES: Final = {
    400: "bad_request", 401: "no_token", 403: "refused", 404: "not_found", 405: "wrong_method", 408: "too_slow",
    409: "cannot_be_done", 413: "too_large", 414: "long_address", 421: "wrong_host", 422: "not_understood",
    500: "fault", 503: "desk_not_usable",
}  # fmt: skip


class RefusedError(Exception):
    """A request that is answered by an error: its status, its stable code, and words for people."""

    def __init__(self, status: int, message: str, allowed: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.status, self.message, self.allowed = status, message, allowed
        self.code = code or CODES[status]


def refused(error: CrosswireError, status: int) -> RefusedError:
    """Returns what a desk could not do as an answer."""
    return RefusedError(status, f"{error.which}: {error.why}", error.allowed)


def wants(headers: Headers) -> str:
    """Returns the form that a request asks for: "json", "atom" or "html"."""
    best, found = 0.0, "html"
    names = {"application/json": "json", "application/atom+xml": "atom", "text/html": "html", "*/*": "html"}
    for part in headers.get("accept", "*/*").split(","):
        kind, _, parameters = part.partition(";")
        try:
            weight = float(parameters.partition("q=")[2] or 1)
        except ValueError:
            weight = 0.0
        if weight > best and kind.strip().lower() in names:
            best, found = weight, names[kind.strip().lower()]
    return found


def json(content: object, status: int = 200) -> Response:
    """Returns content as JSON."""
    return Response(msgspec.json.encode(content), status, media_type="application/json")


def reply(request: Request, template: str, content: Mapping[str, Any], data: object, status: int = 200) -> Response:
    """Returns a page, or what it holds as JSON, as the request asks.

    Args:
        request: what was asked.
        template: the page's template.
        content: what the template needs.
        data: the same for programs.
        status: of the answer.
    """
    if wants(request.headers) == "json":
        return json(data, status)
    return page(request, template, content, status)


def page(request: Request, template: str, content: Mapping[str, Any], status: int = 200) -> Response:
    """Returns a page, and lets the browser keep who it is."""
    who = visitor.of(request)
    desk = request.app.state.desk
    try:
        pulse = desk.pulse()
    except DeskError:
        pulse = None
    html = looks().get_template(template).render(
        who=who, here=request.url.path, pulse=pulse, jobs=request.app.state.jobs.open(), desk_name=desk.path.stem,
        query=dict(request.query_params), **content,
    )  # fmt: skip
    answer = HTMLResponse(html, status)
    answer.headers["Vary"] = "Accept, Cookie"
    visitor.keep(request, answer, who)
    return answer


def refusal(headers: Headers, status: int, code: str, message: str, allowed: str | None = None) -> Response:
    """Returns an error to somebody who is not let in: no page of the desk, and nothing that the desk holds."""
    if wants(headers) == "json":
        return json({"error": {"code": code, "message": message, "allowed": allowed}}, status)
    hint = f" ({allowed})" if allowed else ""
    return Response(f"crosswire: {message}{hint}\n", status, media_type="text/plain")


def error(request: Request, told: RefusedError) -> Response:
    """Returns an error as a page, or as JSON."""
    data = {"error": {"code": told.code, "message": told.message, "allowed": told.allowed}}
    return reply(request, "error.html", {"told": told}, data, told.status)


def cursor(*parts: str | int) -> str:
    """Returns where a page ends, as one word for an address."""
    return base64.urlsafe_b64encode(msgspec.json.encode(parts)).decode().rstrip("=")


def behind(told: str | None, *kinds: type) -> tuple[Any, ...] | None:
    """Returns what a cursor says; None where none was told.

    Raises:
        RefusedError: it is none that the desk gave.
    """
    if not told:
        return None
    try:
        found = msgspec.json.decode(base64.urlsafe_b64decode(told + "=" * (-len(told) % 4)))
    except (ValueError, msgspec.DecodeError):
        found = None
    fits = isinstance(found, list) and len(found) == len(kinds)
    if not fits or not all(type(one) is kind for one, kind in zip(found, kinds, strict=True)):
        raise RefusedError(422, "this is no cursor of the desk", "what the page before gave as next", "bad_cursor")
    return tuple(found)
