"""The eight parts of a brief, made of a story alone, the same for the terminal, the page and Markdown."""

from __future__ import annotations

from msgspec import structs

from crosswire.model import (
    Doubtful,
    Entry,
    Evidence,
    Happening,
    Inconsistency,
    Point,
    Relied,
    Story,
    StoryAct,
    StoryReport,
    Struct,
    Unread,
)
from crosswire.show.clashes import Clash, clashes
from crosswire.show.labels import ACTS
from crosswire.show.lookup import Lookup
from crosswire.show.said import Voiced, voices
from crosswire.show.titles import Titles
from crosswire.show.wording import words_of


class Reading(Struct, frozen=True):
    """Part 1: what was read; titles are told or found, `passed_over` are reports in a language not annotated."""

    reports: tuple[StoryReport, ...]
    titles: dict[str, str]
    origins: tuple[tuple[str, ...], ...]
    passed_over: tuple[StoryReport, ...]
    unread: tuple[Unread, ...]
    doubtful: tuple[Doubtful, ...] = ()
    relies: tuple[Relied, ...] = ()

    @property
    def copies(self) -> tuple[tuple[str, ...], ...]:
        """The origins of several reports: copies of one text, counted once."""
        return tuple(group for group in self.origins if len(group) > 1)


class Alone(Struct, frozen=True):
    """Part 6: what one origin alone tells, titles left out; `reports` are its reports, copies of one another."""

    reports: tuple[str, ...]
    points: tuple[Point, ...]


class Matter(Struct, frozen=True):
    """Part 4: passages on the same matter that do not surely tell the same: `first`, and the others beside it.

    `agreed` are the reports that surely tell what `first` tells.
    """

    point: Point
    first: Evidence
    agreed: tuple[str, ...]
    others: tuple[Evidence, ...]


class Acted(Struct, frozen=True):
    """Part 7: the acts of one kind."""

    kind: str
    acts: tuple[StoryAct, ...]


class Parts(Struct, frozen=True):
    """The eight parts in their order, and the entries that stand beside the acts. Each may be empty."""

    headline: Evidence | None
    reading: Reading
    clashes: tuple[Clash, ...]
    inconsistencies: tuple[Inconsistency, ...]
    agreed: tuple[Point, ...]
    matters: tuple[Matter, ...]
    voices: tuple[Voiced, ...]
    alone: tuple[Alone, ...]
    acts: tuple[Acted, ...]
    timeline: tuple[Happening, ...]
    entries: tuple[Entry, ...] = ()

    @property
    def ranges(self) -> bool:
        """True when a happening of the timeline may be of several days."""
        return any(happening.first != happening.last for happening in self.timeline)


def parts(story: Story, lookup: Lookup) -> Parts:
    """Returns the eight parts of the story's brief."""
    titles = Titles(story)
    return Parts(
        headline=titles.headline(),
        reading=_reading(story, titles, lookup),
        clashes=clashes(story, lookup),
        inconsistencies=story.inconsistencies,
        agreed=agreed(story, lookup),
        matters=matters(story),
        voices=voices(story, lookup),
        alone=_alone(story, titles, lookup),
        acts=_acts(story),
        timeline=_timeline(story),
        entries=story.registers,
    )


def nothing_differs(found: Parts) -> str:
    """Returns what is said where there is no difference: none was found, or there was nothing to compare."""
    passed_over = {report.id for report in found.reading.passed_over}
    compared = [group for group in found.reading.origins if not passed_over.issuperset(group)]
    if len(compared) > 1:
        return "No difference was found in what several reports tell."
    if sum(map(len, compared)) > 1:
        return "The reports are copies of one text: there is no other to compare it with."
    return "There is one report: nothing to compare it with."


def doubted(doubt: Doubtful, lookup: Lookup) -> str:
    """Returns in words why it is doubtful that a report tells this story."""
    if doubt.nearest is None:
        return "seems to tell another story: it is like none of the others"
    return f"may tell another story: it is hardly like the others, likest to {lookup.label(doubt.nearest)}"


def gist_evidence(point: Point) -> Evidence:
    """Returns the evidence whose words are the point's gist, else the first that holds them, else its first."""
    whole = (told for told in point.evidence if told.exact == point.gist)
    holding = (told for told in point.evidence if point.gist in told.exact)
    return next(whole, next(holding, point.evidence[0]))


def _reading(story: Story, titles: Titles, lookup: Lookup) -> Reading:
    return Reading(
        reports=story.reports,
        titles={report.id: name for report in story.reports if (name := titles.name(report))},
        origins=lookup.by_origin(report.id for report in story.reports),
        passed_over=tuple(report for report in story.reports if not report.understood),
        unread=story.unread,
        doubtful=story.doubtful,
        relies=story.relies,
    )


def _alone(story: Story, titles: Titles, lookup: Lookup) -> tuple[Alone, ...]:
    found: dict[tuple[str, ...], dict[tuple[str, ...], Point]] = {group: {} for group in _groups(story, lookup)}
    of = {report: group for group in found for report in group}
    for point in story.points:
        if point.verdict != "single-source" or not point.evidence:
            continue
        told = point.evidence[0]
        if told.report in of and not titles.holds(told):
            found[of[told.report]].setdefault(words_of(point.gist), point)
    return tuple(Alone(reports=reports, points=tuple(told.values())) for reports, told in found.items() if told)


def _groups(story: Story, lookup: Lookup) -> tuple[tuple[str, ...], ...]:
    return lookup.by_origin(report.id for report in story.reports)


def _acts(story: Story) -> tuple[Acted, ...]:
    kinds = {kind: tuple(act for act in story.acts if act.kind == kind) for kind in ACTS}
    return tuple(Acted(kind=ACTS[kind], acts=acts) for kind, acts in kinds.items() if acts)


def _timeline(story: Story) -> tuple[Happening, ...]:
    """Returns the happenings by day; the same words are told once, with the range that most reports stand behind."""
    once: dict[str, Happening] = {}
    for found in story.timeline:
        words = found.evidence[0].exact if found.evidence else ""
        other = once.setdefault(words, found)
        if (found.first, found.last) == (other.first, other.last):
            told = tuple(dict.fromkeys((*other.evidence, *found.evidence)))
            once[words] = structs.replace(other, evidence=told)
        elif len(found.evidence) > len(other.evidence):
            once[words] = found
    return tuple(sorted(once.values(), key=lambda happening: (happening.first, happening.last)))


def agreed(story: Story, lookup: Lookup) -> tuple[Point, ...]:
    """Returns the points told alike, in the story's order; those with the same words as gist are told as one."""
    alike: dict[Evidence, list[Point]] = {}
    for point in story.points:
        if point.verdict == "corroborated" and point.evidence:
            alike.setdefault(gist_evidence(point), []).append(point)
    return tuple(_joined(points, lookup) if len(points) > 1 else points[0] for points in alike.values())


def matters(story: Story) -> tuple[Matter, ...]:
    """Returns what several reports tell on the same matter, in the story's order, what they agree on left out."""
    surely = {gist_evidence(p): p.evidence for p in story.points if p.verdict == "corroborated" and p.evidence}
    found = []
    for point in story.points:
        if point.verdict != "same-matter" or not point.evidence:
            continue
        first = gist_evidence(point)
        agreed = [e for e in surely.get(first, ()) if e in point.evidence] or [first]
        others = tuple(e for e in point.evidence if e not in agreed)
        if others:
            reports = tuple(dict.fromkeys(e.report for e in agreed))
            found.append(Matter(point=point, first=first, agreed=reports, others=others))
    return tuple(found)


def _joined(points: list[Point], lookup: Lookup) -> Point:
    by_report: dict[str, Evidence] = {}
    for told in (told for point in points for told in point.evidence):
        by_report.setdefault(told.report, told)
    reports = lookup.in_order(by_report)
    return structs.replace(
        points[0],
        evidence=tuple(by_report[report] for report in reports),
        origins=len(lookup.by_origin(reports)),
        differences=tuple(dict.fromkeys(difference for point in points for difference in point.differences)),
        unsettled=tuple(dict.fromkeys(slot for point in points for slot in point.unsettled)),
    )
