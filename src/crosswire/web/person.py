"""What a person sets for this browser: a name, and whether keys are on."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from crosswire.web import visitor
from crosswire.web.answer import reply
from crosswire.web.forms import Form, done


def keys(request: Request) -> Response:
    """Lists the keys, and has the form that switches them off."""
    host = request.headers["host"]
    return reply(request, "keys.html", {"host": host}, {"keys": visitor.of(request).keys})


def setting(request: Request, form: Form) -> Response:
    """Keeps a name or the switch of the keys."""
    answer = done(request, "/keys", {"kept": True}, did="kept")
    name = visitor.named(form.text("person"))
    if name:
        visitor.set_cookie(request, answer, "person", name)
    if form.text("keys") in ("on", "off"):
        visitor.set_cookie(request, answer, "keys", form.text("keys"))
    return answer
