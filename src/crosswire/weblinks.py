"""A web address as a browser reads it: one parser for what is shown and for what is opened.

Source: the WHATWG URL standard, as far as addresses of the web need it. What browsers read otherwise than a reader
would (a backslash, a name before "@", control characters) is refused here rather than repaired.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from crosswire.model import Struct

SCHEMES: Final = ("http", "https")
LONGEST_HOST: Final = 253
LONGEST: Final = 8_000
_WRONG: Final = re.compile(r"[\x00-\x1f\x7f-\xa0\\\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_HOST: Final = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")


class WebLink(Struct, frozen=True):
    """An address of the web that can be opened: as it is told, and the host that a browser would ask, in ASCII."""

    url: str
    secure: bool
    host: str
    port: int
    path: str
    query: str


def web_link(told: str | None) -> WebLink | str:
    """Returns an address of the web, or why it is none that may be shown or opened."""
    if not told:
        return "no address"
    if len(told) > LONGEST:
        return f"longer than {LONGEST} characters"
    if _WRONG.search(told) or told != told.strip():
        return "a backslash or a control character in it"
    try:
        parts = urlsplit(told)
        host, port = parts.hostname or "", parts.port
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        return f"not an address: {str(error)[:80]}"
    if parts.scheme.lower() not in SCHEMES:
        return "not an address of the web: only http and https are"
    if "@" in parts.netloc:
        return "a name or a password before its host"
    if not name or len(name) > LONGEST_HOST or not _HOST.fullmatch(name) or port == 0:
        return "no host in it" if not name else "no proper host in it"
    secure = parts.scheme.lower() == "https"
    return WebLink(
        url=told,
        secure=secure,
        host=name,
        port=port or (443 if secure else 80),
        path=parts.path or "/",
        query=parts.query,
    )
