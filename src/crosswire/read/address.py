"""An http(s) address → the bytes it answers with, within bounds, and never from inside the user's own network.

Written on the standard library's client rather than urllib3, because three things must hold at once: the connection
goes to the very IP address that was checked, a redirect is checked like the address given, and one deadline covers the
whole answer.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from urllib.parse import quote, urljoin

from crosswire.errors import AddressError, ForbiddenAddressError
from crosswire.model import Struct
from crosswire.read.public import is_public
from crosswire.weblinks import web_link

MOST_REDIRECTS = 5
SECONDS = 30.0
"""For everything together: every hop, every byte."""

SECONDS_TO_CONNECT = 10.0
LARGEST_ANSWER = 20_000_000
AGENT = "crosswire/0.1 (reads news reports that its user names)"
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.1"
REDIRECTS = (301, 302, 303, 307, 308)
SAFE = "/%:@!$&'()*+,;=~-._?[]"


class Answer(Struct, frozen=True):
    """What an address answered: the address it came from in the end, its media type and charset, and its bytes.

    `status` is the number of its answer; `headers` are by their names in small letters. Only a 200 has bytes.
    """

    url: str
    media: str
    charset: str | None
    body: bytes
    status: int = 200
    reason: str = ""
    headers: Mapping[str, str] = {}


class Request(Struct, frozen=True):
    """What is asked of an address: more headers, a body that is posted, and the limits of time, size and redirects."""

    url: str
    headers: Mapping[str, str] = {}
    posted: bytes | None = None
    seconds: float = SECONDS
    largest: int = LARGEST_ANSWER
    redirects: int = MOST_REDIRECTS


class _Hop(Struct, frozen=True):
    url: str
    secure: bool
    host: str
    port: int
    target: str


Permit = Callable[[str], bool]
"""Tells of an IP address whether it may be connected to."""


def anywhere(ip: str) -> bool:
    """Permits every address, also of private networks and of this computer."""
    return True


def fetch(url: str, allow_private: bool = False) -> Answer:
    """Returns what an http(s) address answers, up to 5 redirects followed.

    Args:
        url: the address; one with a name or password in it is refused.
        allow_private: fetch also from private, loopback and other addresses that are not public.

    Raises:
        AddressError: it may not be fetched, does not answer with 200 in 30 seconds, or answers with over 20 MB.
    """
    request = Request(url=url, seconds=SECONDS, largest=LARGEST_ANSWER)
    answer = ask(request, anywhere if allow_private else is_public)
    if answer.status != 200:
        raise AddressError(url, f"answers {answer.status} {answer.reason}".strip())
    return answer


def ask(request: Request, permit: Permit = is_public) -> Answer:
    """Returns what an http(s) address answers, whatever its status, redirects followed and each checked like the first.

    Args:
        request: the address and what is asked of it; one with a name or password in it is refused.
        permit: which IP addresses may be connected to.

    Raises:
        AddressError: it may not be fetched, or does not answer properly within the limits.
    """
    deadline = time.monotonic() + request.seconds
    asked = request.url
    for _ in range(request.redirects + 1):
        hop = _hop(asked, request.url)
        answer = _ask(hop, _permitted(hop, request.url, permit), request, deadline)
        if isinstance(answer, Answer):
            return answer
        asked = _redirected(asked, answer, request.url)
    times = f"more than {request.redirects} times" if request.redirects else "elsewhere, which is not followed here"
    raise ForbiddenAddressError(request.url, f"redirects {times}")


def _redirected(asked: str, target: str, url: str) -> str:
    try:
        return urljoin(asked, target)
    except ValueError as error:
        raise ForbiddenAddressError(url, f"redirects to what is no address: {error}") from None


def _hop(asked: str, url: str) -> _Hop:
    link = web_link(asked)
    if isinstance(link, str):
        raise ForbiddenAddressError(url, link if asked == url else f"redirects to what may not be opened: {link}")
    target = quote(link.path, safe=SAFE) + (f"?{quote(link.query, safe=SAFE)}" if link.query else "")
    return _Hop(url=asked, secure=link.secure, host=link.host, port=link.port, target=target)


def _permitted(hop: _Hop, url: str, permit: Permit) -> list[str]:
    """Returns the IP addresses of the hop's host, each of them checked."""
    try:
        found = socket.getaddrinfo(hop.host, hop.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise AddressError(url, f"no such host: {hop.host}") from None
    ips = list(dict.fromkeys(str(info[4][0]) for info in found))
    private = [ip for ip in ips if not permit(ip)]
    if private:
        where = "" if hop.url == url else f"redirects to {hop.host}, which "
        why = f"{where}is at {private[0]}, not a public address"
        raise ForbiddenAddressError(url, f"{why}; --allow-private fetches it all the same")
    return ips


def _ask(hop: _Hop, ips: list[str], request: Request, deadline: float) -> Answer | str:
    """Returns the answer of one hop, or where it redirects to."""
    url = request.url
    connected = _connect(hop, ips, request, deadline)
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, [connected])
    timer.daemon = True
    timer.start()
    try:
        with closing(http.client.HTTPConnection(hop.host, hop.port)) as client:
            client.sock = connected
            method = "GET" if request.posted is None else "POST"
            client.request(method, hop.target, request.posted, headers={**_headers(hop), **request.headers})
            return _read(client.getresponse(), hop, request, deadline)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise AddressError(url, _late(request, deadline) or f"no proper answer: {_reason(error)}") from None
    finally:
        timer.cancel()
        connected.close()


def _headers(hop: _Hop) -> dict[str, str]:
    host = f"[{hop.host}]" if ":" in hop.host else hop.host
    usual = hop.port == (443 if hop.secure else 80)
    return {
        "Host": host if usual else f"{host}:{hop.port}",
        "User-Agent": AGENT,
        "Accept": ACCEPT,
        "Accept-Encoding": "gzip, identity;q=0.5",
        "Connection": "close",
    }


def _connect(hop: _Hop, ips: list[str], request: Request, deadline: float) -> socket.socket:
    failed: Exception | None = None
    for ip in ips:
        seconds = max(0.1, min(SECONDS_TO_CONNECT, deadline - time.monotonic()))
        try:
            raw = socket.create_connection((ip, hop.port), timeout=seconds)
            return ssl.create_default_context().wrap_socket(raw, server_hostname=hop.host) if hop.secure else raw
        except OSError as error:
            failed = error
    raise AddressError(request.url, _late(request, deadline) or f"cannot connect to {hop.host}: {_reason(failed)}")


def _cut(connected: socket.socket) -> None:
    """Ends a connection at the deadline, whatever it is waiting for."""
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _late(request: Request, deadline: float) -> str | None:
    late = time.monotonic() >= deadline - 0.05
    return f"did not answer in full within {request.seconds:.0f} seconds" if late else None


def _reason(error: Exception | None) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message}"
    if isinstance(error, TimeoutError):
        return "timed out"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).strip()


def _read(response: http.client.HTTPResponse, hop: _Hop, request: Request, deadline: float) -> Answer | str:
    if response.status in REDIRECTS and (target := response.getheader("Location")):
        return target
    body = _body(response, request) if response.status == 200 else b""
    why = _late(request, deadline) or (
        "the answer was cut short" if response.status == 200 and response.length else None
    )
    if why is not None:
        raise AddressError(request.url, why)
    return Answer(
        url=hop.url,
        media=response.headers.get_content_type() if "Content-Type" in response.headers else "",
        charset=response.headers.get_content_charset(),
        body=body,
        status=response.status,
        reason=response.reason or "",
        headers={name.lower(): value for name, value in reversed(response.getheaders())},  # the first of a name counts
    )


def _body(response: http.client.HTTPResponse, request: Request) -> bytes:
    body = bytearray()
    for piece in _unpacked(response):
        body += piece
        if len(body) > request.largest:
            raise ForbiddenAddressError(request.url, f"answers with more than {request.largest / 1_000_000:.0f} MB")
    return bytes(body)


def _unpacked(response: http.client.HTTPResponse) -> Iterator[bytes]:
    """Gives the answer's bytes in pieces of bounded size, gzip undone."""
    packed = (response.getheader("Content-Encoding") or "").lower() in ("gzip", "x-gzip")
    undo = zlib.decompressobj(wbits=31)
    while piece := response.read1(1 << 16):
        while packed and piece:
            try:
                yield undo.decompress(piece, 1 << 20)
            except zlib.error:
                raise ValueError("its gzip data is damaged") from None
            piece = undo.unconsumed_tail
        if not packed:
            yield piece
