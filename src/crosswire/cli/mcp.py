"""The command that answers other programs and agents over the Model Context Protocol."""

from __future__ import annotations

import argparse
import sys

from crosswire.cli.output import complain

PORT = 8417


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Adds what the command takes to its parser."""
    command.add_argument("desk", nargs="?", metavar="DESK", help="the file of the desk that is asked")
    command.add_argument(
        "--folder",
        dest="folders",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder whose files may be compared; may be told several times; nothing outside is read",
    )
    command.add_argument(
        "--http", action="store_true", help="serve over HTTP, on this computer alone, instead of standard input"
    )
    command.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"of --http (default: {PORT})")


def mcp(told: argparse.Namespace, form: str) -> None:
    """Serves until the client goes away."""
    from crosswire.mcp import serve

    if not told.http and sys.stdin is not None and sys.stdin.isatty():
        complain("waits for a client to speak the Model Context Protocol on standard input; Ctrl-D ends it")
    serve(told.desk, told.folders, told.port if told.http else None, complain)


def _port(told: str) -> int:
    if not told.isdecimal() or not 0 <= int(told) < 65536:
        raise argparse.ArgumentTypeError(f"{told!r} is no port (allowed: 0 to 65535)")
    return int(told)


COMMANDS = {"mcp": mcp}
