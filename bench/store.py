"""What a desk costs: reports a second, peak memory, bytes a report, and how that grows.

    python -m bench.store                 everything, each measurement in a process of its own
    python -m bench.store real NAME N     N reports of `text_reuse` or `incidents`, read and compared by crosswire
    python -m bench.store own N           N perturbed incidents, read and compared by nobody: the store's own cost
    python -m bench.store batches NAME    the same stories in one batch, in a hundred, in another order
    python -m bench.store one             one report more in a story of forty

The perturbed incidents are those of eleven months and copies of them, in order of their dates. In a copy every
capitalised word and every number is told apart by the number of the copy, and the date is moved by eleven months a
copy: a desk that gets reports of as many events a month, as alike as the real ones, for years.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec

from bench.corpus import need
from bench.quality.grouping import INCIDENTS, incidents
from crosswire.group import find_stories
from crosswire.model import Annotated, Evidence, Point, Report, Story, StoryReport
from crosswire.store import Desk
from crosswire.store.analyst import Tell

REUSE = "text_reuse/helsinki_articles.csv.gz"
FIRST, LAST, DAYS = "2016-05-01", "2017-04-01", 335  # the months with most incidents
SIZES = (1_250, 2_500, 5_000, 10_000)
STORY = 41
_TELLING = re.compile(r"\b(?:[A-Z]\w+|\d+)\b")


class Nobody:
    """Reads nothing, and compares nothing but first lines: what is left is the cost of the store and of grouping."""

    made_by = "nobody"

    def read(self, reports: Sequence[Report], tell: Tell) -> tuple[Annotated, ...]:
        """Finds nothing."""
        return tuple(Annotated(report=report) for report in reports)

    def group(self, reports: Sequence[Report]) -> tuple[str, ...]:
        """Groups as crosswire does."""
        return find_stories(reports)

    def compare(self, pieces: Sequence[Annotated], tell: Tell) -> Story:
        """Makes a point of each report's first line."""
        reports = tuple(_told(piece.report) for piece in pieces)
        return Story(reports=reports, points=tuple(_point(place, r) for place, r in enumerate(reports)))


def main(arguments: Sequence[str]) -> None:
    """Measures what is asked, or everything."""
    need(REUSE, INCIDENTS)
    if not arguments:
        for each in (["real", "text_reuse", "612"], ["real", "incidents", "200"], ["one"], ["batches", "text_reuse"],
                     ["batches", "incidents"], *(["own", str(size)] for size in SIZES)):  # fmt: skip
            subprocess.run([sys.executable, "-m", "bench.store", *each], check=True)
        return
    what, *rest = arguments
    if what == "real":
        reports = articles() if rest[0] == "text_reuse" else [report for report, _ in incidents(need())]
        add(f"{rest[0]}, read and compared", reports[: int(rest[1])], None)
    elif what == "own":
        add("perturbed incidents, the store alone", perturbed(int(rest[0])), Nobody())
    elif what == "one":
        one_more()
    else:
        batches(rest[0])


def articles() -> list[Report]:
    """Returns the articles of two days around one summit."""
    csv.field_size_limit(10_000_000)
    with gzip.open(need() / REUSE, "rt", encoding="utf-8", newline="") as rows:
        return [
            Report(
                id=row["id"], text=row["text"].replace(" ### ", "\n\n"), outlet=row["publisher"],
                published=row["scrape_time"], language="en",
            )
            for row in csv.DictReader(rows)
        ]  # fmt: skip


def perturbed(count: int) -> list[Report]:
    """Returns the first `count` of incidents and copies of them that tell of later events, in order of their dates."""
    real = [report for report, _ in incidents(need()) if FIRST <= (report.published or "") < LAST]
    real.sort(key=lambda report: report.published or "")
    return [_perturbed(real[n % len(real)], n // len(real)) for n in range(count)]


def _perturbed(report: Report, copy: int) -> Report:
    if not copy:
        return report
    day = date.fromisoformat(report.published or "2013-01-01") + timedelta(days=DAYS * copy)
    text = _TELLING.sub(lambda found: f"{found.group()}{'abcdefgh'[copy]}", report.text)
    return msgspec.structs.replace(report, id=f"{report.id}-{copy}", text=text, published=day.isoformat())


def add(what: str, reports: Sequence[Report], analyst: Nobody | None) -> None:
    """Adds reports to a new desk in one call, and prints what it took."""
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder, "desk.db"), analyst=analyst) as desk:
        begun, worked = time.perf_counter(), time.process_time()
        added = desk.add(reports)
        seconds, processor = time.perf_counter() - begun, time.process_time() - worked
        stories = desk.stories()
        begun = time.perf_counter()
        desk.search("police")
        searched = time.perf_counter() - begun
        begun = time.perf_counter()
        faults = desk.verify().faults
        verified = time.perf_counter() - begun
        desk.close()
        size = desk.path.stat().st_size
    new = sum(one.arrival == "new" for one in added.reports)
    told = {
        "what": what, "given": len(reports), "new": new, "stories": len(stories),
        "largest": max((story.reports for story in stories), default=0), "seconds": round(seconds, 1),
        "processor": round(processor, 1), "reports/s": round(new / seconds, 2), "peak MB": round(peak()),
        "file MB": round(size / 1e6, 1), "bytes/report": round(size / max(1, new)), "search s": round(searched, 3),
        "verify s": round(verified, 1), "faults": len(faults),
    }  # fmt: skip
    print(json.dumps(told), flush=True)
    if analyst is not None:
        remember(new, processor)


def remember(count: int, processor: float) -> None:
    """Prints the exponent of growth from the smallest size measured in this run of sizes to this one."""
    path = Path(tempfile.gettempdir(), "crosswire-bench-store.json")
    known = json.loads(path.read_text()) if path.exists() and count > SIZES[0] else {}
    known[str(count)] = processor
    path.write_text(json.dumps(known))
    first = min(map(int, known))
    if first < count:
        exponent = math.log(processor / known[str(first)]) / math.log(count / first)
        print(json.dumps({"growth": f"{first} to {count}", "exponent": round(exponent, 3)}), flush=True)


def one_more() -> None:
    """Adds one report to a story of forty, and prints what that took beside reading one report and the forty."""
    reports = [msgspec.structs.replace(r, text=r.text[:4000]) for r in articles() if len(r.text) > 1500][:STORY]
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder, "desk.db")) as desk:
        begun = time.process_time()
        desk.add(reports[:-1])
        first = time.process_time() - begun
        stories = desk.stories()
        for story in stories[1:]:
            desk.merge(story.id, stories[0].id, by="bench")
        begun = time.process_time()
        desk.add(reports[-1])
        more = time.process_time() - begun
        name = next(s.id for s in desk.stories() if s.reports >= STORY - 1)
        begun = time.process_time()
        desk.reread(name)
        whole = time.process_time() - begun
    told = {
        "what": f"one more in a story of {STORY - 1}", "first forty s": round(first, 1),
        "one more s": round(more, 1), "all read again s": round(whole, 1),
    }  # fmt: skip
    print(json.dumps(told), flush=True)


def batches(name: str) -> None:
    """Prints whether the stories are the same in one batch, in a hundred, and in another order."""
    reports = articles() if name == "text_reuse" else [report for report, _ in incidents(need())]
    mixed = list(reports)
    random.Random(7).shuffle(mixed)
    cut = math.ceil(len(reports) / 100)
    ways = {
        "one batch": [reports],
        "a hundred": [reports[n : n + cut] for n in range(0, len(reports), cut)],
        "another order": [mixed[n : n + cut] for n in range(0, len(mixed), cut)],
    }
    found = {}
    for way, parts in ways.items():
        begun = time.process_time()
        found[way] = partition(parts)
        print(json.dumps({"what": f"{name}, {way}", "s": round(time.process_time() - begun, 1)}), flush=True)
    same = all(one == found["one batch"] for one in found.values())
    print(json.dumps({"what": name, "stories": len(found["one batch"]), "the same": same}), flush=True)


def partition(parts: Sequence[Sequence[Report]]) -> set[frozenset[str]]:
    """Returns the stories of a desk as sets of hashes."""
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder, "desk.db"), analyst=Nobody()) as desk:
        for part in parts:
            desk.add(part)
        return {frozenset(r.sha256 + r.id for r in desk.reports(story.id)) for story in desk.stories()}


def peak() -> float:
    """Returns the most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _told(report: Report) -> StoryReport:
    return StoryReport(
        id=report.id, outlet=report.outlet, title=report.title, published=report.published, url=report.url,
        sha256=report.sha256, origin="o1", characters=len(report.text), furniture=(), language=report.language,
        understood=True, text=report.text,
    )  # fmt: skip


def _point(place: int, report: StoryReport) -> Point:
    line = report.text.strip().partition("\n")[0][:400]
    start = report.text.index(line)
    told = Evidence(report=report.id, start=start, end=start + len(line), exact=line)
    return Point(id=f"p{place}", verdict="single-source", gist=line, origins=1, evidence=(told,))


if __name__ == "__main__":
    main(sys.argv[1:])
