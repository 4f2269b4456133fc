"""One measurement in a process of its own, so that its memory is its own: `annotate FILE...` or `compare FILE...`."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple


class Measured(NamedTuple):
    """Seconds on the clock and of the processors, models loaded before; words read; peak memory."""

    seconds: float
    processor: float
    words: int
    megabytes: float


def main(what: str, files: Sequence[str]) -> None:
    """Reads the files, does the work once and prints what it took as JSON."""
    from crosswire.model import Report
    from crosswire.pipeline import annotated, compare_reports
    from crosswire.read import gather

    reports, _ = gather(files)
    if what == "compare":  # loads the models on a story of its own
        tells = "The strait of Mirra was closed to ships on {}, the harbour office in Halden said."
        compare_reports([Report(id=day, text=tells.format(day)) for day in ("Monday", "Tuesday")])
    begun, worked = time.perf_counter(), time.process_time()
    if what == "compare":
        compare_reports(reports)
    else:
        annotated(reports)
    seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    words = sum(len(report.text.split()) for report in reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(Measured(seconds, processor, words, peak)._asdict()))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
