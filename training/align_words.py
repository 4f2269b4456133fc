"""Count in how many articles of ../shared/bench each word stands: how rare a word is in general.

    python -m training.align_words      writes src/crosswire/models/align/rarity.npz: stems and counts, no names

The labelled stories are not counted.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from crosswire.align.words import terms

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
SHIPPED = Path(__file__).resolve().parents[1] / "src" / "crosswire" / "models" / "align" / "rarity.npz"
#: A stem told by fewer articles is as good as unseen.
LEAST = 6


def articles() -> Iterator[str]:
    """Gives the texts of the grouping, PolNeAR and text reuse collections."""
    for path in ("grouping/incidents.jsonl.gz", "polnear/train.jsonl.gz"):
        with gzip.open(BENCH / path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] or "" for line in lines)
    csv.field_size_limit(10**8)
    with gzip.open(BENCH / "text_reuse" / "helsinki_articles.csv.gz", "rt", encoding="utf-8", newline="") as rows:
        yield from (row["text"] or "" for row in csv.DictReader(rows))


def counted() -> tuple[int, dict[str, int]]:
    """Returns how many articles there are, and for each stem that is mostly written small how many tell it."""
    held: Counter[str] = Counter()
    as_name: Counter[str] = Counter()
    number = 0
    for text in articles():
        number += 1
        found = [term for term in terms(text) if not term.number]
        small = {term.stem for term in found if not term.name}
        held.update({term.stem for term in found})
        as_name.update({term.stem for term in found} - small)
    return number, {
        stem: count
        for stem, count in sorted(held.items())
        if count >= LEAST and 2 * as_name[stem] < count and stem.isascii() and len(stem) > 1
    }


def main() -> None:
    """Writes the table."""
    number, held = counted()
    np.savez_compressed(
        SHIPPED,
        articles=np.array(number),
        stems=np.array(list(held)),
        counts=np.array(list(held.values()), np.uint16),
    )
    print(f"{number} articles, {len(held)} stems")


if __name__ == "__main__":
    main()
