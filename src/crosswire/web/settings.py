"""How a desk is served: where, to whom, and how much of anything is taken."""

from __future__ import annotations

import ipaddress
from typing import Final

from crosswire.model import Struct

LOOPBACK_NAMES: Final = ("localhost", "127.0.0.1", "[::1]")
PORT: Final = 8710
MEGABYTE: Final = 1_000_000


class Settings(Struct, frozen=True):
    """What `crosswire serve` was told.

    `token` is what a browser has to show once; None on the loopback alone. `hosts` are names, beside addresses, that
    the desk is reached by. `largest` bounds a body in bytes, `patience` the seconds in which it has to arrive.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    token: str | None = None
    hosts: tuple[str, ...] = ()
    person: str = "somebody"
    allow_private: bool = False
    largest: int = 25 * MEGABYTE
    files: int = 50
    patience: float = 60.0

    @property
    def loopback(self) -> bool:
        """Tells whether only this computer can reach the desk."""
        return is_loopback(self.host)

    def reached_by(self, host: str) -> bool:
        """Tells whether a Host header names this desk: a name it was told, or an address, where it is bound elsewhere.

        A name that was not told is refused: it may have been pointed here by whoever owns it.
        """
        name, port = split_host(host)
        if name in self.hosts:
            return True  # another server may stand before this one, at a port of its own
        if port != self.port and not (port is None and self.port == 80):
            return False
        return name in LOOPBACK_NAMES or (not self.loopback and is_address(name.strip("[]")))


def is_loopback(host: str) -> bool:
    """Tells whether a host to bind to is this computer alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_address(host: str) -> bool:
    """Tells whether a host is an IP address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def split_host(host: str) -> tuple[str, int | None]:
    """Returns the name and the port of a Host header; an empty name for one that is none."""
    host = host.lower()
    name, sign, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    if not sign:
        name, port = host, ""
    if port and not (port.isascii() and port.isdigit() and len(port) <= 5):
        return "", None
    return name, int(port) if port else None
