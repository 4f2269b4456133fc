"""group: reports → origins (copies joined) and stories (reports of one event)."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.group.origins import find_origins
from crosswire.model import Report

__all__ = ["find_origins", "find_stories"]


def find_stories(reports: Sequence[Report]) -> tuple[str, ...]:
    """Returns the story of each report, in the order given: equal labels, one event (see `group.stories`)."""
    from crosswire.group import stories  # scipy's tables take 0.2 s to import, and one story needs none

    return stories.find_stories(reports)
