"""The stages in order: the one place that says what follows what.

read → clean → annotate → group → align → judge → show. Reading is done by the caller, which hands over reports; showing is done
by the caller, which takes the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.align import align
from crosswire.annotate import annotate, name_actors
from crosswire.clean import furniture
from crosswire.group import find_origins
from crosswire.judge import judge, ledger
from crosswire.model import Annotated, Report, Story, Unread


def annotated(reports: Sequence[Report]) -> tuple[Annotated, ...]:
    """Returns each report with its furniture marked and everything annotated, voices named across the reports.

    The order is that of `reports`. A report in a language that is not annotated comes back with understood=False.
    """
    return name_actors(annotate([(report, furniture(report)) for report in reports]))


def compare_reports(reports: Sequence[Report], unread: Sequence[Unread] = ()) -> Story:
    """Sets the reports of one story side by side.

    Args:
        reports: at least one report; ids are unique.
        unread: what was given and could not be read, told in the ledger.

    Returns:
        The ledger, its points most important first.
    """
    pieces = annotated(reports)
    origins = find_origins(pieces)
    alignment = align(pieces, origins)
    points = judge(alignment, pieces, origins)
    return ledger(pieces, origins, alignment, points, tuple(unread))
