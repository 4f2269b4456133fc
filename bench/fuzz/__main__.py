"""Reads generated inputs: `python -m bench.fuzz --seed 1 --runs 20000`. Ends with 1 at a fault, a loss or a hang."""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Final

from bench.fuzz.damage import damaged
from crosswire.model import Report
from crosswire.read import gather

SECONDS: Final = 20
"""Longer than this no input of some kilobytes may take."""

FORESEEN: Final = "could not be understood"


class HangError(BaseException):
    """An input took too long; no exception that a guard could take for its own."""


def main() -> int:
    """Returns 0 when every generated input ended as reports or with a reason."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1000)
    told = parser.parse_args()
    signal.signal(signal.SIGALRM, _hang)
    began = time.monotonic()
    kinds: Counter[str] = Counter()
    slowest = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        for run in range(told.runs):
            name, data = damaged(random.Random(told.seed * 1_000_003 + run))
            at = time.monotonic()
            wrong = _wrong(Path(folder) / name, data, kinds)
            slowest = max(slowest, (time.monotonic() - at, run))
            if wrong:
                kept = Path(f"fuzz-{told.seed}-{run}-{name}")
                kept.write_bytes(data)
                print(f"run {run}: {wrong}; the input is kept as {kept}")
                kinds["wrong"] += 1
    seconds = time.monotonic() - began
    print(f"seed {told.seed}, {told.runs} inputs, {seconds:.0f} s, slowest {slowest[0]:.2f} s (run {slowest[1]})")
    print(", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    return 1 if kinds["wrong"] else 0


def _wrong(path: Path, data: bytes, kinds: Counter[str]) -> str | None:
    """Says what is wrong with how an input was read; None when nothing is."""
    path.write_bytes(data)
    signal.alarm(SECONDS)
    try:
        reports, unread = gather([path])
    except HangError:
        return f"took more than {SECONDS} s"
    except Exception as error:
        return f"raised {type(error).__name__}: {error}"
    finally:
        signal.alarm(0)
        path.unlink()
    kinds["reports"] += len(reports)
    kinds["reasons"] += len(unread)
    if not reports and not unread:
        return "neither a report nor a reason"
    for note in unread:
        if FORESEEN in note.why:
            return f"a fault that nobody foresaw: {note.why}"
    return next((why for report in reports if (why := _unsound(report))), None)


def _unsound(report: Report) -> str | None:
    """Says why a report cannot be handed on; None when it can."""
    try:
        report.to_json()
    except (UnicodeError, ValueError, TypeError) as error:
        return f"a report that is no JSON: {error}"
    return None if report.text.strip() and report.id else "a report without text or id"


def _hang(number: int, frame: FrameType | None) -> None:
    raise HangError


if __name__ == "__main__":
    sys.exit(main())
