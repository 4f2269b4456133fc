"""Numbers told, with what is counted."""

from __future__ import annotations

from crosswire.model import Quantity, Report, Span


def quantities(report: Report, sentences: tuple[Span, ...]) -> tuple[Quantity, ...]:
    """Returns the numbers told in `report`, in reading order, as ranges with their unit and scope."""
    return ()
