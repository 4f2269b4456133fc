"""group: reports → origins (copies joined) and stories (reports of one event)."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.group.origins import find_origins
from crosswire.model import Report

__all__ = ["find_origins", "find_stories"]


def find_stories(reports: Sequence[Report]) -> tuple[str, ...]:
    """Returns the story of each report, in the order given: equal labels, one event."""
    return tuple(f"s{i + 1}" for i in range(len(reports)))
