"""Time expressions and the days they can mean."""

from __future__ import annotations

from crosswire.model import Report, Span, Time


def times(report: Report, sentences: tuple[Span, ...]) -> tuple[Time, ...]:
    """Returns the time expressions of `report`, resolved against its own date where it has one."""
    return ()
