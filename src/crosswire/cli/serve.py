"""`crosswire serve`: the desk in the browser."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from crosswire.cli.output import complain

if TYPE_CHECKING:
    from crosswire.cli.desk_arguments import Made

_PORT = "at this port (default: 8710; 0: any free one)"
_HOST = (
    "at this address of this computer (default: 127.0.0.1, which only this computer reaches; "
    "any other asks for a token)"
)
_SHOWN = "what a browser has to show (default: none on the loopback, else one is drawn and told)"
_NAME = "a name that the desk is reached by, beside its address; may stand several times"
_PRIVATE = "fetch addresses also from private networks and this computer"


def add_command(made: Made) -> None:
    """Adds the command to the parser of the command line."""
    serve = made.command("serve", "open a desk in the browser: stories, sources beside them, marks", person=True)
    serve.add_argument("--port", type=int, default=8710, metavar="N", help=_PORT)
    serve.add_argument("--host", default="127.0.0.1", metavar="HOST", help=_HOST)
    serve.add_argument("--token", metavar="WORDS", help=_SHOWN)
    serve.add_argument("--name", action="append", default=[], metavar="NAME", help=_NAME)
    serve.add_argument("--open", action="store_true", help="open it in the browser of this computer")
    serve.add_argument("--allow-private", action="store_true", help=_PRIVATE)


def serve(told: argparse.Namespace, form: str) -> None:
    """Serves until it is stopped; says on standard error where."""
    from crosswire.cli.desk import _desk, _person
    from crosswire.errors import ArgumentError
    from crosswire.web import Settings
    from crosswire.web.serve import serve as run

    if told.token is not None and len(told.token) < 16:
        raise ArgumentError("--token", "it is too short to keep anybody out", "16 characters or more")
    if not 0 <= told.port <= 65535:
        raise ArgumentError("--port", f"{told.port} is no port", "0 to 65535")
    settings = Settings(
        host=told.host, port=told.port, token=told.token, hosts=tuple(name.lower() for name in told.name),
        person=_person(told), allow_private=told.allow_private,
    )  # fmt: skip

    def tell(address: str) -> None:
        complain(f"{told.desk} is served at {address} until you press Ctrl-C")
        if told.open:
            import webbrowser

            webbrowser.open(address)

    with _desk(told) as desk:
        desk.pulse() if desk.path.exists() else desk.store([], by=settings.person)
        run(desk, settings, tell)


COMMANDS = {"serve": serve}
