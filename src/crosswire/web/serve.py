"""`crosswire serve`: the application, and the server it runs in."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

import msgspec

from crosswire.errors import ArgumentError
from crosswire.store import Desk
from crosswire.web.settings import Settings


def serve(desk: Desk, settings: Settings, tell: Callable[[str], None]) -> None:
    """Serves a desk until it is stopped.

    Args:
        desk: the desk; one that is not there yet is made by the first report.
        settings: where and to whom; bound elsewhere than to the loopback, a token is drawn where none was told.
        tell: is told the address, once it can be opened.

    Raises:
        ArgumentError: the address is taken, or is none of this computer.
    """
    import python_multipart  # noqa: F401 - Starlette takes forms by it; a missing one is told before a form is sent
    import uvicorn

    from crosswire.web.adding import catch_up
    from crosswire.web.app import application

    listening = _listening(settings)
    settings = msgspec.structs.replace(settings, port=listening.getsockname()[1])
    if not settings.loopback and settings.token is None:
        settings = msgspec.structs.replace(settings, token=secrets.token_urlsafe(24))
    app = application(desk, settings)
    if any(story.stale for story in desk.stories()):
        catch_up(desk, app.state.jobs)  # what an interrupted run left
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False,
        proxy_headers=False, timeout_keep_alive=20, h11_max_incomplete_event_size=32_768,
        timeout_graceful_shutdown=1, ws="none", limit_concurrency=400,
    )  # fmt: skip
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    shown = f"http://{host}:{settings.port}/" + (f"?token={settings.token}" if settings.token else "")
    tell(shown)
    uvicorn.Server(config).run(sockets=[listening])


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except (OSError, OverflowError) as error:
        listening.close()
        why = getattr(error, "strerror", None) or str(error)
        raise ArgumentError(f"{settings.host}:{settings.port}", why.lower(), "--port with another number") from None
    listening.listen(256)
    return listening
