"""Stories and origins of three collections against their labels, with pinned floors.

python -m bench.quality.grouping [--raise] [--lower NAME --reason "..."]
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from bench import floors
from bench.corpus import need, scorer
from crosswire.group import find_stories
from crosswire.model import Report

FLOORS = Path(__file__).with_name("grouping_floors.json")
INCIDENTS = "grouping/incidents.jsonl.gz"
ECB = "ecbplus/ecbplus_train_dev.jsonl.gz"
SLOWEST = 60.0  # seconds for the 2,837 incidents: an order of magnitude above what they take


def main() -> int:
    """Groups the collections, prints the figures and holds the floors; returns the exit status."""
    told = floors.arguments("score the grouping of reports into stories").parse_args()
    corpus = need(INCIDENTS, ECB, "score_grouping.py")
    figures: dict[str, float] = {}
    slow = False
    for name, read in (("incidents", incidents), ("ecbplus", ecb)):
        gold = list(read(corpus))
        begun = time.perf_counter()
        labels = find_stories([report for report, _ in gold])
        took = time.perf_counter() - begun
        slow |= took > SLOWEST
        scored = score([(report.id, story) for report, story in gold], [r.id for r, _ in gold], labels)
        print(f"{name}: {len(gold)} reports in {took:.1f} s: B3 {scored['b3']}, pairs {scored['pair']}")
        figures |= {f"{name} B3": scored["b3"]["f"] / 100, f"{name} pairs": scored["pair"]["f"] / 100}
    if slow:
        print(f"a collection took more than {SLOWEST:.0f} s")
    return floors.check(FLOORS, figures, ("grouping", "ecbplus"), told) or int(slow)


def incidents(corpus: Path) -> Iterator[tuple[Report, str]]:
    """Gives the dated reports of local incidents with their stories."""
    for row in rows(corpus / INCIDENTS):
        yield Report(id=row["id"], text=row["text"], published=row["published"]), row["story"]


def ecb(corpus: Path) -> Iterator[tuple[Report, str]]:
    """Gives the articles of ECB+, which have no dates, with their events."""
    for row in rows(corpus / ECB):
        text = "\n".join(" ".join(sentence["tokens"]) for sentence in row["sentences"])  # type: ignore[index]
        yield Report(id=row["id"], text=text), row["subtopic"]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Gives the lines of a compressed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def score(gold: list[tuple[str, str]], names: list[str], labels: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """Returns what the corpus's own scorer says of the labels."""
    printed = StringIO()
    with tempfile.TemporaryDirectory() as folder:
        for file, pairs in (("gold", gold), ("groups", list(zip(names, labels, strict=True)))):
            lines = "".join(json.dumps({"id": name, "story": story}) + "\n" for name, story in pairs)
            Path(folder, file).write_text(lines, "utf-8")
        with redirect_stdout(printed):
            scorer("score_grouping").main(f"{folder}/gold", f"{folder}/groups")
    scored: dict[str, dict[str, float]] = json.loads(printed.getvalue())
    return scored


if __name__ == "__main__":
    sys.exit(main())
