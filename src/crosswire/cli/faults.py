"""An error that nobody foresaw: first in plain words, then where it happened, for whoever mends it."""

from __future__ import annotations

import sys
import traceback
from types import FrameType
from typing import Final

from crosswire.cli.output import complain

#: What each stage does, in the words of the line that says how far the work is.
_STAGES: Final = {
    "read": "reading",
    "clean": "marking what is no part of a report",
    "annotate": "reading closely",
    "group": "finding copies and stories",
    "align": "setting side by side",
    "judge": "comparing",
    "show": "writing",
}


def complain_of_fault(error: Exception, output: str | None) -> None:
    """Prints on standard error that crosswire itself is at fault, where, and that no file was changed; then the trace.

    Args:
        error: what was raised, with its trace.
        output: the file that was to be written, None for standard output.
    """
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    kept = f"{output} is as it was" if output else "no file was written over"
    what = ": ".join(part for part in (type(error).__name__, str(error)) if part)
    complain(f"this is a fault of crosswire{_while(frames)}, not of what it was given: {what}; {kept}")
    if sys.stderr is not None:
        complain("for whoever mends it:")
        traceback.print_exception(error)


def _while(frames: list[FrameType]) -> str:
    """Where it happened, as far as the frames, from the outermost in, tell it: " while comparing, at report 02"."""
    inside = [(stage, frame) for frame in frames if (stage := _stage(frame))]
    if not inside:
        return ""
    reports = next((found for _, frame in reversed(inside) if (found := _reports(frame))), [])
    at = f", at report{'s' if len(reports) > 1 else ''} {' and '.join(reports)}" if reports else ""
    return f" while {_STAGES[inside[0][0]]}{at}"


def _stage(frame: FrameType) -> str | None:
    package, _, rest = str(frame.f_globals.get("__name__", "")).partition(".")
    stage = rest.partition(".")[0]
    return stage if package == "crosswire" and stage in _STAGES else None


def _reports(frame: FrameType) -> list[str]:
    """The ids of the reports that a function is at: those of its arguments, and of what it took them from."""
    from crosswire.model import Report

    found = []
    for value in frame.f_locals.values():
        piece = getattr(value, "piece", value)
        report = piece if isinstance(piece, Report) else getattr(piece, "report", None)
        if isinstance(report, Report):
            found.append(report.id)
    return list(dict.fromkeys(found))
