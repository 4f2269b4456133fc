"""The stages in order: the one place that says what follows what.

read → clean → annotate → group → align → judge → register → show. Reading is done by the caller, which hands over
reports; showing is done by the caller, which takes the ledger. With a `Tell` the caller learns how far the work is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from crosswire.align import align
from crosswire.annotate import annotate, name_actors
from crosswire.clean import furniture
from crosswire.group import find_origins, find_reliance, part_stories, place_stories
from crosswire.judge import judge, ledger
from crosswire.model import Annotated, Placed, Report, Stated, Stories, Story, Unread
from crosswire.quotes import sources_of_pieces
from crosswire.quotes.types import Source
from crosswire.register import positions, registers

if TYPE_CHECKING:
    from crosswire.group.parting import Parting

Tell = Callable[[str, float], None]
"""Is told which step begins or goes on, and the share of it that is done, in [0, 1]; 0 where it cannot be counted."""


def _nobody(step: str, share: float) -> None:
    """Tells nobody."""


def annotated(reports: Sequence[Report], tell: Tell = _nobody) -> tuple[Annotated, ...]:
    """Returns each report with its furniture marked and everything annotated, voices named across the reports.

    The order is that of `reports`. A report in a language that is not annotated comes back with understood=False.
    """
    pieces = read_closely(reports, tell)
    tell("naming who speaks", 0)
    return name_actors(pieces)


def read_closely(reports: Sequence[Report], tell: Tell = _nobody) -> tuple[Annotated, ...]:
    """Returns each report annotated on its own: what is found hangs on no other report, and can be kept for later."""
    total = sum(len(report.text) for report in reports)
    done = 0

    def heard(characters: int) -> None:
        nonlocal done
        done += characters
        tell("reading closely", done / total)

    tell("reading closely", 0)
    return annotate([(report, furniture(report)) for report in reports], heard)


def parted(reports: Sequence[Report], tell: Tell = _nobody) -> Parting:
    """Returns what stories the reports tell that were given as one; it takes a moment, and comparing takes long."""
    tell("telling stories apart", 0)
    return part_stories(reports)


def compare_parted(
    reports: Sequence[Report], parting: Parting, unread: Sequence[Unread] = (), tell: Tell = _nobody
) -> Story | Stories:
    """Sets side by side the reports of each story by themselves, so that nothing joins two of them.

    Args:
        reports: as they were parted.
        parting: what `parted` gave for them.
        unread: what was given and could not be read, told in the ledger.
        tell: is told how far the work is.

    Returns:
        The ledger where they tell one story, else those of all, that of most reports first.
    """
    members: dict[str, list[Report]] = {}
    for report, story in zip(reports, parting.stories, strict=True):
        members.setdefault(story, []).append(report)
    if len(members) < 2:
        return compare_as_one(reports, parting, unread, tell)
    names = sorted(members, key=lambda name: int(name[1:]))
    return Stories(stories=tuple(compare_reports(members[name], (), tell) for name in names), unread=tuple(unread))


def compare_as_one(
    reports: Sequence[Report], parting: Parting, unread: Sequence[Unread] = (), tell: Tell = _nobody
) -> Story:
    """Sets the reports side by side as one story, and names those of which it is doubtful that they belong to it."""
    return replace(compare_reports(reports, unread, tell), doubtful=parting.doubtful)


def compare_reports(reports: Sequence[Report], unread: Sequence[Unread] = (), tell: Tell = _nobody) -> Story:
    """Sets the reports of one story side by side.

    The same reports give the same ledger, in whatever order they are given: they are taken in the order of their ids.

    Args:
        reports: at least one report; ids are unique.
        unread: what was given and could not be read, told in the ledger.
        tell: is told how far the work is.

    Returns:
        The ledger, its points most important first.
    """
    return compare_pieces(read_closely(sorted(reports, key=lambda report: report.id), tell), unread, tell)


def compare_pieces(found: Sequence[Annotated], unread: Sequence[Unread] = (), tell: Tell = _nobody) -> Story:
    """Sets side by side the reports of one story that `read_closely` has read; `compare_reports` does both."""
    tell("naming who speaks", 0)
    pieces = name_actors(tuple(sorted(found, key=lambda piece: piece.report.id)))
    tell("finding copies", 0)
    origins = find_origins(pieces)
    tell("setting side by side", 0)
    alignment = align(pieces, origins)
    tell("comparing", 0)
    relies = find_reliance(pieces, origins)
    points = judge(alignment, pieces, origins, relies)
    story = ledger(pieces, origins, alignment, points, tuple(unread))
    entries = registers(pieces, alignment)
    return replace(story, relies=relies, registers=entries, positions=positions(pieces, entries))


def stated(reports: Iterable[Report], tell: Tell = _nobody) -> Iterator[Stated]:
    """Gives the statements of each report by itself, one report at a time and in the order given."""
    for report in reports:
        for piece in annotated([report], tell):
            yield Stated(id=report.id, statements=piece.statements, understood=piece.understood)


def grouped(reports: Sequence[Report]) -> tuple[Placed, ...]:
    """Returns the story and the origin of each report, in the order given.

    Reports of one event have the same story, copies of one another the same origin; only furniture is marked for it.
    """
    origins = find_origins([Annotated(report=report, furniture=furniture(report)) for report in reports])
    origin_of = {member: origin.id for origin in origins for member in origin.reports}
    return tuple(
        Placed(
            id=report.id,
            story=place.story,
            origin=origin_of[report.id],
            title=place.title,
            outlet=report.outlet,
            published=report.published,
            why=place.why,
        )
        for report, place in zip(reports, place_stories(reports), strict=True)
    )


def quotable(reports: Sequence[Report], tell: Tell = _nobody) -> tuple[Source, ...]:
    """Returns the reports as `quotes.check` looks in them: who says which words, names joined across the reports."""
    return sources_of_pieces(annotated(reports, tell))
