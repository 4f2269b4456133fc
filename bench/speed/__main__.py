"""How fast and how large crosswire runs, told in ratios that hold from one machine to the next.

    python -m bench.speed [--raise] [--lower NAME --reason "..."]

Everything is timed in one run. Seconds on the clock are printed; what is held are shares of one processor time in
another, in (0, 1], higher being better, and the growth of processor time with the number of reports: a busy machine
stretches the clock, not these.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench import corpus, floors
from bench.speed import measure

FLOORS = Path(__file__).with_name("floors.json")
EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "strait"
SEEDS = "stories/legitimate_targets"
REUSE = "text_reuse/helsinki_articles.csv.gz"
SIZES = (5, 20, 80)
LEAST, MOST = 200, 1500  # words of an article that is taken into a larger story
TIMES = 3
STEADY = 0.7  # the share of a ratio of times that every run on every machine should reach


def main() -> int:
    """Times everything, prints it and holds the floors; returns the exit status."""
    told = floors.arguments("time the command, its start and its growth").parse_args()
    figures = start_and_command()
    if corpus.present(REUSE):
        figures |= growth()
        return floors.check(FLOORS, figures, ("text_reuse", SEEDS), told, STEADY)
    print("growth with the number of reports: skipped, no text_reuse beside the clone")
    return 0


class Taken(NamedTuple):
    """Seconds on the clock, and of all processors together."""

    clock: float
    processor: float


def best(*arguments: str) -> Taken:
    """Returns the shortest of several runs of Python with `arguments`; fails when it fails."""
    runs = []
    for _ in range(TIMES):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        clock = time.perf_counter() - begun
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        runs.append(Taken(clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return Taken(min(run.clock for run in runs), min(run.processor for run in runs))


def start_and_command() -> dict[str, float]:
    """Times the whole command on five reports against an empty program and against the annotate stage alone."""
    seeds = corpus.CORPUS / SEEDS
    folder = seeds if seeds.exists() else EXAMPLE
    files = sorted(str(path) for path in folder.iterdir() if path.suffix in (".txt", ".html", ".md"))
    bare = best("-c", "pass")
    print_help = best("-m", "crosswire.cli", "--help")
    annotate = best("-m", "bench.speed.measure", "annotate", *files)
    command = best("-m", "crosswire.cli", "compare", *files)
    for what, took, aim in (
        ("python -c pass", bare, ""),
        ("crosswire --help", print_help, "aim: under 0.3 s"),
        (f"annotate alone, {len(files)} reports", annotate, ""),
        (f"crosswire compare, {len(files)} reports", command, "aim: under 3 s"),
    ):
        print(f"{what:<32} {took.clock:6.3f} s, processors {took.processor:6.3f} s  {aim}")
    more = command.processor / bare.processor, command.processor / annotate.processor
    print(f"compare takes {more[0]:.1f} times an empty program and {more[1]:.2f} times annotate alone")
    return {
        "empty program / --help": bare.processor / print_help.processor,
        "empty program / compare": 1 / more[0],
        "annotate / compare": 1 / more[1],
    }


def growth() -> dict[str, float]:
    """Times one story of 5, 20 and 80 reports, each in a process of its own, and tells how the time grows."""
    articles = taken(max(SIZES))
    seconds = []
    for size in SIZES:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("".join(json.dumps(article) + "\n" for article in articles[:size]))
            file.flush()
            told = subprocess.run(
                [sys.executable, "-m", "bench.speed.measure", "compare", file.name],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
        measured = measure.Measured(**json.loads(told.stdout))
        seconds.append(measured.processor)
        rate = size / measured.seconds
        words = measured.words / measured.seconds
        print(
            f"{size:3} reports: {measured.seconds:6.2f} s, processors {measured.processor:6.2f} s, "
            f"{rate:5.1f} reports/s, {words:,.0f} words/s, peak {measured.megabytes:.0f} MB"
        )
    exponent = slope([math.log(size) for size in SIZES], [math.log(second) for second in seconds])
    fours = seconds[2] / (4 * seconds[1])
    print(f"time grows with reports to the power {exponent:.2f} (1 is linear)")
    print(f"one story of 80 reports takes {fours:.2f} times four stories of 20 (aim: under 4)")
    return {"linear / growth": 1 / exponent, "four stories of 20 / one of 80": 1 / fours}


def taken(count: int) -> list[dict[str, str]]:
    """Returns the first articles of ordinary length, as JSON lines are given to crosswire."""
    csv.field_size_limit(10**9)
    with gzip.open(corpus.CORPUS / REUSE, "rt", encoding="utf-8", newline="") as lines:
        articles = [
            {"id": row["id"], "text": row["text"].replace(" ### ", "\n\n"), "published": row["scrape_time"]}
            for row in csv.DictReader(lines)
            if LEAST <= len(row["text"].split()) <= MOST
        ]
    return articles[:count]


def slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Returns the slope of the straight line of least squares through the points."""
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    rise = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return rise / sum((x - x_mean) ** 2 for x in xs)


if __name__ == "__main__":
    sys.exit(main())
