"""Copies and passages printed, against pairs of real articles labelled by reading.

python -m bench.quality.reuse

The labels are few, and of pairs drawn by how much they share: what is printed says how often a claim is right, and not
how many copies there are. `copy` is one text, in versions; `partly` prints passages of it; no floor is held.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from bench.corpus import need
from crosswire.clean import furniture
from crosswire.group.origins import find_origins, find_printed
from crosswire.model import Annotated, Report

LABELS = Path(__file__).with_name("reuse_labels.json")
REUSE = "text_reuse/helsinki_articles.csv.gz"


def main() -> int:
    """Prints each label against what is claimed, then precision and recall of copies; returns the exit status."""
    pieces = articles(need(REUSE) / REUSE)
    claims: Counter[tuple[str, str]] = Counter()
    for row in json.loads(LABELS.read_text("utf-8"))["pairs"]:
        claims[row["label"], claimed([pieces[row["one"]], pieces[row["other"]]])] += 1
    for (label, claim), count in sorted(claims.items()):
        print(f"{label:12} claimed {claim:10} {count}")
    hits = claims["copy", "copy"]
    told = sum(count for (_, claim), count in claims.items() if claim == "copy")
    labelled = sum(count for (label, _), count in claims.items() if label == "copy")
    print(f"copies: precision {hits / max(1, told):.2f}, recall {hits / max(1, labelled):.2f} of these pairs")
    return 0


def articles(path: Path) -> dict[str, Annotated]:
    """Returns the articles by their ids, page furniture marked."""
    csv.field_size_limit(10**9)
    found = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            report = Report(id=row["id"], text=row["text"].replace(" ### ", "\n\n"), published=row["scrape_time"])
            found[report.id] = Annotated(report=report, furniture=furniture(report))
    return found


def claimed(pair: list[Annotated]) -> str:
    """Returns what crosswire says of two reports."""
    if len(find_origins(pair)) == 1:
        return "copy"
    return "partly" if find_printed(pair) else "nothing"


if __name__ == "__main__":
    sys.exit(main())
