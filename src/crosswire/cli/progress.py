"""One line on the terminal that says what is being done; wiped before anything else is written, and at the end."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from types import TracebackType
from typing import Final, Self, TextIO

#: Seconds of work before the line appears, so that a short run shows none.
PATIENCE: Final = 1.0
#: Seconds between two looks at how far the work is.
BEAT: Final = 0.25
_WIDTH: Final = 80


class Progress:
    """What is being done, on standard error while that is a terminal; nothing otherwise."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr  # None where standard error is closed
        self._told = ("", "", 0.0)
        self._shown = 0
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._began = time.monotonic()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._count = ""

    def __enter__(self) -> Self:
        if self._stream is not None and self._stream.isatty() and os.environ.get("TERM") != "dumb":
            self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
        with self.aside():
            pass

    def count(self, counted: str) -> None:
        """Takes what stands at the head of the line, such as "12 reports"."""
        self._count = counted

    def tell(self, step: str, share: float = 0) -> None:
        """Takes the step that is being done, "" to say nothing, and the share done, in [0, 1]; 0: it is not counted."""
        self._told = (self._count, step, share)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Wipes the line, and keeps it away while something else is written."""
        with self._lock:
            self._write("")
            yield

    def _run(self) -> None:
        while not self._ended.wait(BEAT):
            seconds = time.monotonic() - self._began
            if seconds >= PATIENCE:
                with self._lock:
                    self._write(line(*self._told, seconds)[: self._columns() - 1] if self._told[1] else "")

    def _write(self, text: str) -> None:
        if not self._shown and not text:
            return
        with suppress(OSError):  # the terminal is gone; the work goes on
            # Spaces and not an escape sequence: not every terminal knows those.
            print(f"\r{text.ljust(self._shown)}" + ("" if text else "\r"), end="", file=self._stream, flush=True)
        self._shown = len(text)

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self._stream.fileno()).columns or _WIDTH
        except (OSError, ValueError):
            return _WIDTH


def line(count: str, step: str, share: float, seconds: float) -> str:
    """Returns the line: "12 reports: reading closely, 43 % of the text, 1:07"; no share where it is 0."""
    told = f"{count}: {step}" if count else step
    part = f", {min(99, int(100 * share))} % of the text" if share else ""
    return f"{told}{part}, {int(seconds) // 60}:{int(seconds) % 60:02}"


class Rate:
    """Tells how far a step is, how fast it goes and when it will be done."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._step, self._since = "", time.monotonic()

    def tell(self, step: str, share: float) -> None:
        """Takes a step and the share of it that is done, in [0, 1]."""
        if step != self._step:
            self._step, self._since = step, time.monotonic()
        passed = time.monotonic() - self._since
        if share > 0 and passed > 0:
            end = datetime.now().astimezone() + timedelta(seconds=passed * (1 - share) / share)
            rate = 60 * 100 * share / passed
            self._progress.tell(f"{step}, {int(100 * share)} %, {rate:.3g} % a minute, done about {end:%H:%M}")
        else:
            self._progress.tell(step)
