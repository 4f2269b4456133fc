"""Long work of the desk, one piece after another: reading, placing, comparing. Who asked may look how far it is."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Final

from crosswire.errors import CrosswireError

KEPT: Final = 200
WAITING: Final = 100

Tell = Callable[[str, float], None]
Work = Callable[[Tell], str]


class Job:
    """One piece of work: what it is, how far it is, and where its result stands."""

    def __init__(self, n: int, what: str, work: Work) -> None:
        self.n, self.what, self.work = n, what, work
        self.step, self.share = "waiting", 0.0
        self.result: str | None = None
        self.error: str | None = None
        self.done = threading.Event()

    def tell(self, step: str, share: float) -> None:
        """Takes how far the work is."""
        self.step, self.share = step, share

    @property
    def percent(self) -> int:
        """The share of this step that is done, in [0, 100]."""
        return int(100 * self.share)


class Jobs:
    """The queue, and one thread that works through it: a desk has one writer."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[int, Job] = {}
        self._queue: queue.Queue[Job | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._next = 1

    def start(self, what: str, work: Work) -> Job | None:
        """Puts work behind what waits and returns it; None when too much waits already.

        Args:
            what: in words for people.
            work: is given who to tell how far it is, and returns the address of its result.
        """
        with self._lock:
            if sum(not job.done.is_set() for job in self._jobs.values()) >= WAITING:
                return None
            job = Job(self._next, what, work)
            self._next += 1
            self._jobs[job.n] = job
            for old in [n for n, one in self._jobs.items() if one.done.is_set()][: max(0, len(self._jobs) - KEPT)]:
                del self._jobs[old]
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="crosswire jobs", daemon=True)
                self._thread.start()
        self._queue.put(job)
        return job

    def get(self, n: int) -> Job | None:
        """Returns a piece of work by its number; None for one that is not known any more."""
        with self._lock:
            return self._jobs.get(n)

    def open(self) -> tuple[Job, ...]:
        """Returns what is not done, in its order."""
        with self._lock:
            return tuple(job for job in self._jobs.values() if not job.done.is_set())

    def stop(self) -> None:
        """Ends behind the piece of work that goes on; what waits is left, and the desk catches up when it is opened."""
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join(timeout=10)

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                job.result = job.work(job.tell)
            except CrosswireError as error:
                job.error = f"{error.which}: {error.why}"
            except Exception as error:  # a fault of crosswire: told where it was asked for, and the next goes on
                job.error = f"crosswire is at fault: {type(error).__name__}: {error}"
            finally:
                job.done.set()
