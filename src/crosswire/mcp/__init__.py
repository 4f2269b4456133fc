"""mcp: what other programs and agents ask crosswire over the Model Context Protocol; it only reads.

Needs the package mcp (the extra `mcp`), which is imported only when a server is started.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crosswire.errors import ArgumentError


def serve(desk: str | None, folders: Sequence[str], port: int | None, tell: Callable[[str], None]) -> None:
    """Serves a desk and folders until the client goes away; see `serving.run`.

    Raises:
        ArgumentError: the package mcp is not installed, or not in version 2.
        ArgumentError: a folder is none, there is nothing to serve, or the port is taken.
        DeskError: there is no such desk.
    """
    try:
        from crosswire.mcp import serving
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("mcp", "mcp_types", "pydantic"):
            raise
        raise ArgumentError(
            "crosswire mcp", "it needs the package mcp in version 2", 'pip install "crosswire[mcp]"'
        ) from None
    serving.run(desk, folders, port, tell)
