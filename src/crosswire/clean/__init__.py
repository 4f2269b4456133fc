"""clean: a report → the stretches of it that are page furniture. Marked, never cut."""

from __future__ import annotations

from crosswire.model import Furniture, Report

__all__ = ["furniture"]


def furniture(report: Report) -> tuple[Furniture, ...]:
    """Returns the page furniture of `report` in reading order, not overlapping."""
    return ()
