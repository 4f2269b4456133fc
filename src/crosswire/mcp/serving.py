"""A server answering its clients: over standard input and output, or over HTTP on this computer alone."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from mcp.server.transport_security import TransportSecuritySettings

from crosswire.errors import ArgumentError
from crosswire.mcp.folders import Folders
from crosswire.mcp.server import server
from crosswire.store import Desk

if TYPE_CHECKING:
    from mcp.server import MCPServer
    from starlette.applications import Starlette

_HOST: Final = "127.0.0.1"


def run(desk: str | None, folders: Sequence[str], port: int | None, tell: Callable[[str], None]) -> None:
    """Serves until the client goes away, or the user ends it.

    Args:
        desk: the file of the desk; None for none.
        folders: those whose files may be compared.
        port: of 127.0.0.1, 0 for any that is free; None for standard input and output.
        tell: is told where it serves.

    Raises:
        DeskError: there is no such desk.
        ArgumentError: one of the folders is none, neither desk nor folder was given, or the port is taken.
    """
    if desk is None and not folders:
        raise ArgumentError("crosswire mcp", "there is nothing to serve", "a DESK, --folder DIR, or both")
    given = Folders(folders)
    if desk is None:
        _serve(server(None, given), port, tell)
        return
    with Desk(desk) as opened:
        opened.stories(limit=1)  # says at once that there is none
        _serve(server(opened, given), port, tell)


def app(made: MCPServer[Any], port: int) -> Starlette:
    """Returns the server as a web application that answers only who asks for this computer at this port.

    A page of another site in a browser is refused by its Origin, a name that was rebound to this computer by its Host.
    """
    names = [f"{host}:{port}" for host in (_HOST, "localhost")]
    guard = TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=names,
        allowed_origins=[f"http://{name}" for name in names],
    )
    return made.streamable_http_app(json_response=True, transport_security=guard)


def _serve(made: MCPServer[Any], port: int | None, tell: Callable[[str], None]) -> None:
    if port is None:
        made.run("stdio")
        return
    import uvicorn

    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((_HOST, port))
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise ArgumentError(f"--port {port}", why, "a port that is free; 0 for any") from None
        bound = listening.getsockname()[1]
        tell(f"serving at http://{_HOST}:{bound}/mcp; Ctrl-C ends it")
        uvicorn.Server(uvicorn.Config(app(made, bound), log_level="warning")).run(sockets=[listening])
