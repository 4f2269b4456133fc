"""annotate: a report with its furniture → sentences, names, times, quantities, places, statements, clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crosswire.annotate.names.actors import name_actors
from crosswire.annotate.report import annotate_reports
from crosswire.model import Annotated, Furniture, Report

__all__ = ["annotate", "name_actors"]


def annotate(
    reports: Sequence[tuple[Report, tuple[Furniture, ...]]], tell: Callable[[int], None] = lambda _: None
) -> tuple[Annotated, ...]:
    """Annotates each report on its own; names are still those of its own words (`name_actors` joins them).

    Args:
        reports: each report with its page furniture, which is passed over.
        tell: is given the number of characters of each stretch of text that is done.

    Returns:
        One annotated report each, in the order given; understood=False where the language is not annotated.
    """
    return tuple(annotate_reports(reports, tell))
