"""What the desk in the browser costs: answers over HTTP from a server on one core, beside an empty Starlette route.

    python -m bench.web make FILE [STORIES]     a desk of invented reports, five a story (2,000 stories where not told)
    python -m bench.web ask FILE                milliseconds, median and 95th percentile, each page asked 200 times
    python -m bench.web crowd FILE [SECONDS]    50 readers and one writer at once: answers, failures, the slowest

The reports are invented by a seed and compared sentence by sentence, so that only the desk and its pages are measured.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from crosswire.model import (  # fmt: skip
    Annotated,
    Difference,
    Evidence,
    Origin,
    Point,
    Report,
    Span,
    Statement,
    Story,
    StoryReport,
    Value,
    Voice,
)
from crosswire.store import Desk
from crosswire.store.analyst import Tell

STORIES: Final = 2_000
READERS: Final = 50
TIMES: Final = 200
PORT, BARE = 8761, 8762
_SENTENCE: Final = re.compile(r"[^.\n]+\.")
_NUMBER: Final = re.compile(r"\b\d+\b")
_DEEDS: Final = (
    "{n} boats of {a} were seen off {b}.",
    "{v} said the harbour of {a} would stay closed for {n} days.",
    "A patrol from {b} stopped the freighter {a}.",
    "{v} said no one in {b} had been asked.",
    "The dock at {a} lost power.",
    "{n} people left {b} on Monday.",
    "{v} said the council of {a} would meet again.",
    "Grain prices in {b} rose.",
    "The bridge to {a} reopened at noon.",
    "Crews from {b} worked through the night.",
    "The tower of {a} was searched twice.",
    "Schools in {b} stayed shut.",
    "The ferry to {a} turned back.",
    "{n} crates were found near {b}.",
)


class Plain:
    """Compares by the first words of sentences; groups by the name in front of each report's id."""

    made_by = "plain"

    def read(self, reports: Sequence[Report], tell: Tell) -> tuple[Annotated, ...]:
        """Finds sentences."""
        return tuple(
            Annotated(report=r, sentences=tuple(Span(start=m.start(), end=m.end()) for m in _SENTENCE.finditer(r.text)))
            for r in reports
        )

    def group(self, reports: Sequence[Report]) -> tuple[str, ...]:
        """Tells the events apart by name."""
        return tuple(report.id.partition("-")[0] for report in reports)

    def compare(self, pieces: Sequence[Annotated], tell: Tell) -> Story:
        """Makes a point of sentences that differ in numbers alone."""
        alike: dict[str, list[Evidence]] = {}
        said = []
        for piece in pieces:
            for n, span in enumerate(piece.sentences):
                words = piece.words_of(span)
                told = Evidence(report=piece.report.id, start=span.start, end=span.end, exact=words)
                alike.setdefault(_NUMBER.sub("#", words).strip(), []).append(told)
                if " said " in words:
                    name = Voice(name=words.split(" said ")[0].strip(), kind="person", resolution="named")
                    said.append(
                        Statement(id=f"{piece.report.id}:s{n}", report=piece.report.id, manner="indirect", voice=name,
                                  cue=None, content=(span,))
                    )  # fmt: skip
        return Story(
            reports=tuple(_told(piece.report) for piece in pieces),
            origins=tuple(Origin(id=f"o-{p.report.id}", reports=(p.report.id,)) for p in pieces),
            points=tuple(_point(f"p{n}", told) for n, told in enumerate(alike.values(), 1)),
            statements=tuple(said),
        )


def main(arguments: Sequence[str]) -> None:
    """Makes a desk or measures one."""
    what, file, *rest = arguments
    if what == "make":
        make(Path(file), int(rest[0]) if rest else STORIES)
    elif what == "ask":
        with _Served(file) as desk:
            ask(desk)
    elif what == "crowd":
        with _Served(file) as desk:
            crowd(desk, float(rest[0]) if rest else 60.0)
    elif what == "serve":
        _serve(file)


def make(file: Path, stories: int) -> None:
    """Fills a desk, a hundred stories at a time."""
    chance = random.Random(7)
    began = time.monotonic()
    with Desk(file, analyst=Plain()) as desk:
        for first in range(0, stories, 100):
            desk.add([r for n in range(first, min(first + 100, stories)) for r in _event(n, chance)])
    megabytes, seconds = file.stat().st_size / 1e6, time.monotonic() - began
    print(f"{stories} stories, {5 * stories} reports, {megabytes:.0f} MB, {seconds:.0f} s")


def ask(desk: Desk) -> None:
    """Asks each page as often, over one connection, and prints what it took."""
    names = [story.id for story in desk.stories(limit=2_000)]
    chance = random.Random(3)
    pages: dict[str, list[str]] = {
        "empty Starlette route": ["/"] * TIMES,
        "front page": ["/stories"] * TIMES,
        "front page, filtered": [f"/stories?{urlencode({'q': w, 'open': 1})}" for w in _words(desk, TIMES, chance)],
        "story, not asked before": [f"/stories/{name}" for name in chance.sample(names, min(TIMES, len(names)))],
        "story, asked again": [f"/stories/{names[0]}"] * TIMES,
        "search, one rare word": [f"/search?q={word}" for word in _words(desk, TIMES, chance)],
        "search, in most reports": ["/search?q=boats"] * TIMES,
        "review": ["/review"] * 20,
    }
    for name, paths in pages.items():
        connection = http.client.HTTPConnection("127.0.0.1", BARE if name.startswith("empty") else PORT)
        took = sorted(_asked(connection, path) for path in paths)
        middle, late = statistics.median(took), took[int(0.95 * (len(took) - 1))]
        print(f"{name:<26} median {1000 * middle:7.1f} ms   95th percentile {1000 * late:7.1f} ms")


def crowd(desk: Desk, seconds: float) -> None:
    """Reads from 50 connections while one marks lines, and counts what failed."""
    names = [story.id for story in desk.stories(limit=500)]
    until = time.monotonic() + seconds
    took: list[float] = []
    failed: list[str] = []

    def read(n: int) -> None:
        chance = random.Random(n)
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        while time.monotonic() < until:
            path = chance.choice(["/stories", f"/stories/{chance.choice(names)}", "/search?q=boats", "/log"])
            try:
                took.append(_asked(connection, path))
            except (OSError, http.client.HTTPException, AssertionError) as error:
                failed.append(f"{path}: {error!r}")
                connection.close()
            time.sleep(0.2)  # somebody reads

    readers = [threading.Thread(target=read, args=(n,)) for n in range(READERS)]
    for reader in readers:
        reader.start()
    chance, written = random.Random(11), 0
    while time.monotonic() < until:
        desk.mark(chance.choice(names), "p1", chance.choice(("right", "wrong", "open")), by="bench")
        written += 1
        time.sleep(0.2)
    for reader in readers:
        reader.join()
    late = sorted(took)[int(0.95 * len(took))]
    print(f"{READERS} readers, {seconds:.0f} s: {len(took)} answers, {len(failed)} failed, {written} marks made")
    print(f"median {1000 * statistics.median(took):.0f} ms, 95th percentile {1000 * late:.0f} ms")
    print("\n".join(failed[:5]))


class _Served:
    """A server of the desk and one of an empty route, both held to one core."""

    def __init__(self, file: str) -> None:
        self._file = file

    def __enter__(self) -> Desk:
        self._server = subprocess.Popen([sys.executable, "-m", "bench.web", "serve", self._file])
        for _ in range(200):
            try:
                _asked(http.client.HTTPConnection("127.0.0.1", PORT), "/keys")
                break
            except OSError:
                time.sleep(0.1)
        return Desk(self._file, analyst=Plain())

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait(20)


def _serve(file: str) -> None:
    import uvicorn
    from starlette.applications import Starlette
    from starlette.responses import Response
    from starlette.routing import Route

    from crosswire.web.app import application
    from crosswire.web.settings import Settings

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    bare = Starlette(routes=[Route("/", lambda request: Response("", media_type="text/html"))])
    empty = uvicorn.Server(uvicorn.Config(bare, port=BARE, log_level="warning", access_log=False))
    threading.Thread(target=empty.run, daemon=True).start()
    app = application(Desk(file, analyst=Plain()), Settings(port=PORT))
    uvicorn.run(app, port=PORT, log_level="warning", access_log=False)


def _asked(connection: http.client.HTTPConnection, path: str) -> float:
    began = time.perf_counter()
    connection.request("GET", path, headers={"Accept": "text/html"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, answer.status
    return time.perf_counter() - began


def _words(desk: Desk, number: int, chance: random.Random) -> list[str]:
    stories = chance.sample([story.title or "" for story in desk.stories(limit=2_000)], number)
    return [title.split()[-1] for title in stories]


def _event(n: int, chance: random.Random) -> list[Report]:
    def name() -> str:
        return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(4)).capitalize()

    a, b, v = name(), name(), f"{name()} {name()}"
    day = f"20{31 + n % 5}-{1 + n // 5 % 12:02}-{1 + n % 28:02}"
    told = []
    for outlet in range(5):
        some = [deed for deed in _DEEDS if chance.random() < 0.8]
        text = " ".join(deed.format(a=a, b=b, v=v, n=chance.choice((3, 3, 3, 4))) for deed in some)
        told.append(
            Report(id=f"e{n}-{outlet}", text=f"{text} Outlet {outlet} was there.", title=f"Unrest in {a} and {b}",
                   outlet=f"Outlet {outlet + 5 * (n % 7)}", published=day, language="en")
        )  # fmt: skip
    return told


def _told(report: Report) -> StoryReport:
    return StoryReport(
        id=report.id, outlet=report.outlet, title=report.title, published=report.published, url=None,
        sha256=report.sha256, origin=f"o-{report.id}", characters=len(report.text), furniture=(), language="en",
        understood=True, text=report.text,
    )  # fmt: skip


def _point(name: str, told: Sequence[Evidence]) -> Point:
    values: dict[str, list[Evidence]] = {}
    for one in told:
        for found in _NUMBER.finditer(one.exact):
            start = one.start + found.start()
            words = Evidence(report=one.report, start=start, end=start + len(found[0]), exact=found[0])
            values.setdefault(found[0], []).append(words)
    differences: tuple[Difference, ...] = ()
    if len(values) > 1:
        each: list[Any] = [
            Value(value=v, evidence=tuple(e), kind="number", low=int(v), high=int(v)) for v, e in values.items()
        ]
        differences = (Difference(slot="number", nature="conflict", values=tuple(each), why=json.dumps(list(values))),)
    several = len({one.report for one in told}) > 1
    return Point(
        id=name, verdict="conflicting" if differences else "corroborated" if several else "single-source",
        gist=told[0].exact, origins=len({one.report for one in told}), evidence=tuple(told), differences=differences,
    )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
