"""Server-sent events: how many changes, marks and decisions came since a page was made."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from crosswire.errors import DeskError
from crosswire.store import Desk, Pulse
from crosswire.web.answer import RefusedError

EVERY: Final = 1.0
#: Readers at once; one more is asked to look again by itself.
MOST: Final = 200
#: Seconds without news until a comment shows that the line is open.
QUIET: Final = 15.0


class Beat:
    """The desk's newest numbers, asked once a second however many wait for them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.readers = 0
        self.stopping = False
        self._asked = -EVERY
        self._pulse: Pulse | None = None

    async def pulse(self) -> Pulse | None:
        """Returns the numbers, at most a second old; None while the desk cannot be read."""
        now = asyncio.get_running_loop().time()
        if now - self._asked >= EVERY:
            self._asked = now
            try:
                self._pulse = await run_in_threadpool(self._desk.pulse)
            except DeskError:
                self._pulse = None
        return self._pulse


async def events(request: Request) -> Response:
    """Tells of each page that something came, and how much; `change` and `line` are what the page knows."""
    beat: Beat = request.app.state.beat
    told = [request.query_params.get(name, "") for name in ("change", "line")]
    if not all(one.isascii() and one.isdigit() and len(one) < 16 for one in told):
        raise RefusedError(422, "change and line are numbers", "those of the page", "field_wrong")
    if beat.readers >= MOST:
        raise RefusedError(503, "too many pages are open", f"{MOST}", "busy")
    after = Pulse(change=int(told[0]), line=int(told[1]))
    story = request.query_params.get("story", "")[:40] or None
    return StreamingResponse(_stream(request, beat, after, story), media_type="text/event-stream")


async def _stream(request: Request, beat: Beat, after: Pulse, story: str | None) -> AsyncIterator[str]:
    desk: Desk = request.app.state.desk
    known, quiet = after, 0.0
    beat.readers += 1
    try:
        yield "retry: 3000\n\n"
        while not beat.stopping and not await request.is_disconnected():
            pulse = await beat.pulse()
            if pulse is not None and pulse != known:
                known, quiet = pulse, 0.0
                changes, acts = await run_in_threadpool(desk.news, after, story)
                data = msgspec.json.encode({"changes": changes, "acts": acts}).decode()
                yield f"event: news\ndata: {data}\n\n"
            elif quiet >= QUIET:
                quiet = 0.0
                yield ": still here\n\n"
            await asyncio.sleep(EVERY)
            quiet += EVERY
    finally:
        beat.readers -= 1
