"""The stages in order: the one place that says what follows what.

read → clean → annotate → group → align → judge → show. Reading is done by the caller, which hands over
reports; showing is done by the caller, which takes the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosswire.align import align
from crosswire.annotate import annotate, name_actors
from crosswire.clean import furniture
from crosswire.group import find_origins, find_stories
from crosswire.judge import judge, ledger
from crosswire.model import Annotated, Placed, Report, Stated, Story, Unread


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


def stated(reports: Iterable[Report]) -> Iterator[Stated]:
    """Gives the statements of each report by itself, one report at a time and in the order given."""
    for report in reports:
        for piece in annotated([report]):
            yield Stated(id=report.id, statements=piece.statements, understood=piece.understood)


def grouped(reports: Sequence[Report]) -> tuple[Placed, ...]:
    """Returns the story and the origin of each report, in the order given.

    Reports of one event have the same story, copies of one another the same origin; only furniture is marked for it.
    """
    origins = find_origins([Annotated(report=report, furniture=furniture(report)) for report in reports])
    origin_of = {member: origin.id for origin in origins for member in origin.reports}
    return tuple(
        Placed(id=report.id, story=story, origin=origin_of[report.id])
        for report, story in zip(reports, find_stories(reports), strict=True)
    )
