"""Who looks: a name, what they have seen, whether keys are on, and the proof that a form is a page's own."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from typing import Final
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from crosswire.model import Struct
from crosswire.web.settings import Settings

LONGEST_NAME: Final = 60
YEAR: Final = 365 * 86400


class Visitor(Struct, frozen=True):
    """One browser. `seen` is the newest change its person has seen, None at the first visit."""

    session: str
    person: str
    seen: int | None
    keys: bool
    csrf: str


def of(request: Request) -> Visitor:
    """Returns who asks; somebody new where the browser tells nothing, or what it tells makes no sense."""
    settings: Settings = request.app.state.settings
    session = request.cookies.get(_cookie(settings, "session"), "")
    known = getattr(request.state, "session", None)
    if known or not (session.isalnum() and 20 <= len(session) <= 64 and session.isascii()):
        session = known or secrets.token_hex(16)
        request.state.session = session
    seen = request.cookies.get(_cookie(settings, "seen"), "")
    return Visitor(
        session=session,
        person=named(unquote(request.cookies.get(_cookie(settings, "person"), ""))) or settings.person,
        seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 16 else None,
        keys=request.cookies.get(_cookie(settings, "keys")) != "off",
        csrf=hmac.new(request.app.state.secret, session.encode(), sha256).hexdigest(),
    )


def named(told: str) -> str:
    """Returns a person's name as it can be written in the log: one line, at most 60 characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in told).split())[:LONGEST_NAME]


def keep(request: Request, answer: Response, who: Visitor) -> None:
    """Lets the browser keep a new session."""
    if getattr(request.state, "session", None) == who.session:
        set_cookie(request, answer, "session", who.session)


def set_cookie(request: Request, answer: Response, name: str, value: str) -> None:
    """Lets the browser keep something for a year, for this desk's port alone."""
    cookie = _cookie(request.app.state.settings, name)
    answer.set_cookie(cookie, quote(value), max_age=YEAR, httponly=True, samesite="lax", path="/")


def proven(request: Request, told: str) -> bool:
    """Tells whether a form came from a page that this desk gave to this browser."""
    return hmac.compare_digest(of(request).csrf.encode(), told.encode("utf-8", "replace"))


def _cookie(settings: Settings, name: str) -> str:
    return f"crosswire-{name}-{settings.port}"
