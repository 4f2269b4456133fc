"""Whether the order of the reports changes the ledger of any labelled story: it must not, byte for byte.

python -m bench.quality.order
"""

from __future__ import annotations

import os
import random
import sys

from bench.corpus import need, stories
from bench.quality.gate import dated_reports, example
from crosswire.pipeline import compare_reports

SHUFFLES = 3


def main() -> int:
    """Compares every story in its own order and in three others; prints those that differ, returns the exit status."""
    os.environ["CROSSWIRE_PRECISION"] = "f32"
    need("stories")
    told = {folder.name: dated_reports(folder) for folder in stories()} | {"the example": example()[0]}
    changed = []
    for name, reports in told.items():
        first = compare_reports(reports).to_json()
        for seed in range(SHUFFLES):
            if compare_reports(random.Random(seed).sample(reports, len(reports))).to_json() != first:
                changed.append(f"{name} (shuffle {seed})")
    print(
        f"{len(told)} stories, {SHUFFLES} orders each: {len(changed)} ledgers changed"
        + "".join(f"\n  {c}" for c in changed)
    )
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
