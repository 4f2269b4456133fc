"""What every request passes first: Host, method, length, token, Origin, the size and the time of a body; and the
headers that every answer carries."""

from __future__ import annotations

import hashlib
import hmac
import time
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import anyio
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosswire.web.answer import refusal
from crosswire.web.settings import Settings

LONGEST_ADDRESS: Final = 8_000
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
METHODS: Final = ("GET", "HEAD", "POST")


class Guard:
    """The outermost layer: nothing reaches the desk that did not pass it."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through, or answers it with the reason why not."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        answer = self._refused(scope, headers) or self._unknown(scope, headers)
        if answer is not None:
            await answer(scope, receive, self._dressed(send))
            return
        await self.app(scope, self._bounded(headers, receive), self._dressed(send))

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self.settings.reached_by(hosts[0]):
            return refusal(
                headers, 421, "wrong_host", "this desk is not reached by that name", "crosswire serve --name"
            )
        if scope["method"] not in METHODS:
            return refusal(headers, 405, "wrong_method", "this method is not taken", ", ".join(METHODS))
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return refusal(headers, 414, "long_address", "the address is too long", f"{LONGEST_ADDRESS} characters")
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length[:20]) > self.settings.largest:
            return self._too_large(headers)
        if scope["method"] == "POST":
            return self._foreign(headers, hosts[0])
        return None

    def _foreign(self, headers: Headers, host: str) -> Response | None:
        """A write comes from a page of this desk, or from a program that says it has no page."""
        told = headers.getlist("origin")
        site = headers.get("sec-fetch-site", "none" if not told else "same-origin")
        same = all(_host_of(origin) == host.lower() for origin in told)
        if len(told) > 1 or not same or site not in ("same-origin", "none"):
            return refusal(headers, 403, "wrong_origin", "a page of another site may not write here")
        return None

    def _too_large(self, headers: Headers) -> Response:
        allowed = f"{self.settings.largest // 1_000_000} MB at once"
        return refusal(headers, 413, "too_large", "that is too much at once", allowed)

    def _unknown(self, scope: Scope, headers: Headers) -> Response | None:
        """Asks for the token where there is one; shown in an address it becomes a cookie, and leaves the address."""
        if self.settings.token is None:
            return None
        proof = proof_of(self.settings.token)
        name = f"crosswire-token-{self.settings.port}"
        for cookie in headers.getlist("cookie"):
            if hmac.compare_digest(cookie_parser(cookie).get(name, "").encode(), proof.encode()):
                return None
        scheme, _, told = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and hmac.compare_digest(proof_of(told.strip()), proof):
            return None
        asked = parse_qsl(scope["query_string"].decode("latin-1"))
        shown = dict(asked).get("token", "")
        if scope["method"] == "GET" and hmac.compare_digest(proof_of(shown), proof):
            rest = urlencode([(key, value) for key, value in asked if key != "token"])
            path = "/" + quote(scope["path"]).lstrip("/")
            answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
            answer.set_cookie(name, proof, httponly=True, samesite="lax", max_age=30 * 86400)
            return answer
        return refusal(
            headers, 401, "no_token", "this desk asks for its token", "the address that crosswire serve told"
        )

    def _bounded(self, headers: Headers, receive: Receive) -> Receive:
        """Gives a body until it is too large or too slow."""
        taken = 0
        until = time.monotonic() + self.settings.patience
        waits = "content-length" in headers or "transfer-encoding" in headers
        done = not waits

        async def bounded() -> Message:
            nonlocal taken, done
            if done:
                return await receive()  # what comes behind a body: the end of the connection
            with anyio.move_on_after(max(0.0, until - time.monotonic())) as scope:
                message = await receive()
            if scope.cancelled_caught:
                raise HTTPException(408, "it took too long to arrive")
            taken += len(message.get("body", b""))
            done = not message.get("more_body", False)
            if taken > self.settings.largest:
                raise HTTPException(413, "that is too much at once")
            return message

        return bounded

    def _dressed(self, send: Send) -> Send:
        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "private, no-store")
            await send(message)

        return dressed


def proof_of(token: str) -> str:
    """Returns what a browser keeps in place of a token."""
    return hashlib.sha256(f"crosswire {token}".encode("utf-8", "replace")).hexdigest()


def _host_of(origin: str) -> str:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return ""
    return parts.netloc.lower() if parts.scheme in ("http", "https") else ""
