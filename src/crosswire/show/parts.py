"""The seven parts of a brief, made of a story alone, the same for the terminal, the page and Markdown."""

from __future__ import annotations

from crosswire.model import Evidence, Happening, Inconsistency, Point, Story, StoryAct, StoryReport, Struct, Unread
from crosswire.show.clashes import Clash, clashes
from crosswire.show.labels import ACTS
from crosswire.show.lookup import Lookup
from crosswire.show.said import Voiced, voices

_TITLE = 160


class Reading(Struct, frozen=True):
    """Part 1: what was read; `passed_over` are the reports in a language that is not annotated."""

    reports: tuple[StoryReport, ...]
    origins: tuple[tuple[str, ...], ...]
    passed_over: tuple[StoryReport, ...]
    unread: tuple[Unread, ...]


class Alone(Struct, frozen=True):
    """Part 5: what one origin alone tells; `reports` are its reports, copies of one another."""

    reports: tuple[str, ...]
    points: tuple[Point, ...]


class Acted(Struct, frozen=True):
    """Part 6: the acts of one kind."""

    kind: str
    acts: tuple[StoryAct, ...]


class Parts(Struct, frozen=True):
    """The seven parts in their order. Each may be empty."""

    headline: Evidence | None
    reading: Reading
    clashes: tuple[Clash, ...]
    inconsistencies: tuple[Inconsistency, ...]
    agreed: tuple[Point, ...]
    voices: tuple[Voiced, ...]
    alone: tuple[Alone, ...]
    acts: tuple[Acted, ...]
    timeline: tuple[Happening, ...]


def parts(story: Story, lookup: Lookup) -> Parts:
    """Returns the seven parts of the story's brief."""
    return Parts(
        headline=headline(story),
        reading=_reading(story, lookup),
        clashes=clashes(story, lookup),
        inconsistencies=story.inconsistencies,
        agreed=tuple(p for p in story.points if p.verdict == "corroborated" and p.evidence),
        voices=voices(story, lookup),
        alone=_alone(story, lookup),
        acts=_acts(story),
        timeline=tuple(sorted(story.timeline, key=lambda h: (h.first, h.last))),
    )


def headline(story: Story) -> Evidence | None:
    """Returns the title, in its report's words, of the report that shares most points; None when none has a title."""
    shared = {report.id: 0 for report in story.reports}
    for point in story.points:
        for told in point.evidence if len(point.evidence) > 1 else ():
            shared[told.report] = shared.get(told.report, 0) + 1
    titled = [(report, title) for report in story.reports if (title := _title(report))]
    return max(titled, key=lambda pair: shared[pair[0].id])[1] if titled else None


def _title(report: StoryReport) -> Evidence | None:
    """Returns the report's title where it stands in the text, or its first line when that is short and no sentence."""
    first = report.text.lstrip().partition("\n")[0].strip()
    title = (report.title or "").strip()
    exact = title if title and title in report.text else first
    if not exact or len(exact) > _TITLE or (exact != title and exact.endswith(".")) or not report.understood:
        return None
    start = report.text.index(exact)
    return Evidence(report=report.id, start=start, end=start + len(exact), exact=exact)


def gist_evidence(point: Point) -> Evidence:
    """Returns the evidence whose words are the point's gist, else its first."""
    return next((told for told in point.evidence if told.exact == point.gist), point.evidence[0])


def _reading(story: Story, lookup: Lookup) -> Reading:
    return Reading(
        reports=story.reports,
        origins=lookup.by_origin(report.id for report in story.reports),
        passed_over=tuple(report for report in story.reports if not report.understood),
        unread=story.unread,
    )


def _alone(story: Story, lookup: Lookup) -> tuple[Alone, ...]:
    found: dict[tuple[str, ...], list[Point]] = {group: [] for group in _groups(story, lookup)}
    of = {report: group for group in found for report in group}
    for point in story.points:
        if point.verdict == "single-source" and point.evidence and point.evidence[0].report in of:
            found[of[point.evidence[0].report]].append(point)
    return tuple(Alone(reports=reports, points=tuple(points)) for reports, points in found.items() if points)


def _groups(story: Story, lookup: Lookup) -> tuple[tuple[str, ...], ...]:
    return lookup.by_origin(report.id for report in story.reports)


def _acts(story: Story) -> tuple[Acted, ...]:
    kinds = {kind: tuple(act for act in story.acts if act.kind == kind) for kind in ACTS}
    return tuple(Acted(kind=ACTS[kind], acts=acts) for kind, acts in kinds.items() if acts)
