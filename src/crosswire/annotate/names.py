"""Names of persons, organisations and places as a report writes them."""

from __future__ import annotations

from crosswire.model import Name, Report, Span


def names(report: Report, sentences: tuple[Span, ...]) -> tuple[Name, ...]:
    """Returns the names mentioned in the sentences of `report`, in reading order."""
    return ()
