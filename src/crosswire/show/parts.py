"""The seven parts of a brief, made of a story alone, the same for the terminal, the page and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from msgspec import structs

from crosswire.model import Evidence, Happening, Inconsistency, Point, Story, StoryAct, StoryReport, Struct, Unread
from crosswire.show.clashes import Clash, clashes
from crosswire.show.clip import clip
from crosswire.show.labels import ACTS
from crosswire.show.lookup import Lookup
from crosswire.show.said import Voiced, voices
from crosswire.show.visible import one_line
from crosswire.show.wording import words_of

_TITLE = 160
_FIRST_LINES = 6
_LONG = 4
_BEGINS = 90
_WORD = re.compile(r"\w+")


class Reading(Struct, frozen=True):
    """Part 1: what was read; titles are told or found, `passed_over` are reports in a language not annotated."""

    reports: tuple[StoryReport, ...]
    titles: dict[str, str]
    origins: tuple[tuple[str, ...], ...]
    passed_over: tuple[StoryReport, ...]
    unread: tuple[Unread, ...]


class Alone(Struct, frozen=True):
    """Part 5: what one origin alone tells, titles left out; `reports` are its reports, copies of one another."""

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
        agreed=agreed(story, lookup),
        voices=voices(story, lookup),
        alone=_alone(story, lookup),
        acts=_acts(story),
        timeline=_timeline(story),
    )


def headline(story: Story) -> Evidence | None:
    """Returns the title, in its report's words, that says most of what several reports tell; None when none does."""
    shared = shared_words(story)
    titles = [title for report in story.reports if (title := title_of(report, shared))]
    return max(titles, key=lambda title: _said(title.exact, shared), default=None)


def shared_words(story: Story) -> frozenset[str]:
    """Returns the longer words of what several reports tell; of the whole reports while no point is shared."""
    shared = _words(told.exact for point in story.points if len(point.evidence) > 1 for told in point.evidence)
    return shared or _words(report.text for report in story.reports)


def title_of(report: StoryReport, shared: frozenset[str]) -> Evidence | None:
    """Returns the report's own title, or the line above its first sentence with most of the shared words, if any."""
    if not report.understood:
        return None
    lines = [line.strip().lstrip("# ") for line in report.text.split("\n") if line.strip()][:_FIRST_LINES]
    likely = list(takewhile(lambda line: len(line) <= _TITLE and not line.endswith((".", ",", ":")), lines))
    title = one_line(report.title or "")
    exact = title if title and title in report.text else max(likely, key=lambda line: _said(line, shared), default="")
    if not _said(exact, shared):
        return None
    start = report.text.index(exact)
    return Evidence(report=report.id, start=start, end=start + len(exact), exact=exact)


def _title(report: StoryReport, shared: frozenset[str]) -> str | None:
    found = title_of(report, shared)
    if report.title or found:
        return report.title or (found.exact if found else None)
    lines = [line for line in report.text.split("\n") if line.strip()]
    begins = next((line for line in lines if len(line) > _BEGINS // 2), lines[0] if lines else "")
    return f"begins “{clip(begins, _BEGINS)}”" if begins else None


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()) if len(word) > _LONG)


def _said(text: str, shared: frozenset[str]) -> int:
    return len(_words([text]) & shared)


def nothing_differs(found: Parts) -> str:
    """Returns what is said where there is no difference: none was found, or there was nothing to compare."""
    if len(found.reading.origins) < 2:
        return "There is one origin: nothing to compare it with."
    return "No difference was found in what several reports tell."


def gist_evidence(point: Point) -> Evidence:
    """Returns the evidence whose words are the point's gist, else its first."""
    return next((told for told in point.evidence if told.exact == point.gist), point.evidence[0])


def _reading(story: Story, lookup: Lookup) -> Reading:
    shared = shared_words(story)
    return Reading(
        reports=story.reports,
        titles={report.id: title for report in story.reports if (title := _title(report, shared))},
        origins=lookup.by_origin(report.id for report in story.reports),
        passed_over=tuple(report for report in story.reports if not report.understood),
        unread=story.unread,
    )


def _alone(story: Story, lookup: Lookup) -> tuple[Alone, ...]:
    found: dict[tuple[str, ...], list[Point]] = {group: [] for group in _groups(story, lookup)}
    of = {report: group for group in found for report in group}
    shared = shared_words(story)
    titles = [title for report in story.reports if (title := title_of(report, shared))]
    for point in story.points:
        if point.verdict != "single-source" or not point.evidence or _is_title(point.evidence[0], titles):
            continue
        group = of.get(point.evidence[0].report)
        if group is not None and all(words_of(point.gist) != words_of(other.gist) for other in found[group]):
            found[group].append(point)
    return tuple(Alone(reports=reports, points=tuple(points)) for reports, points in found.items() if points)


def _is_title(told: Evidence, titles: list[Evidence]) -> bool:
    return any(told.report == title.report and told.exact.strip("# \n") == title.exact for title in titles)


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
    joined: dict[Evidence, Point] = {}
    for point in story.points:
        if point.verdict != "corroborated" or not point.evidence:
            continue
        gist = gist_evidence(point)
        joined[gist] = _joined(joined[gist], point, lookup) if gist in joined else point
    return tuple(joined.values())


def _joined(first: Point, second: Point, lookup: Lookup) -> Point:
    by_report = {told.report: told for told in (*second.evidence, *first.evidence)}
    reports = lookup.in_order(by_report)
    return structs.replace(
        first,
        evidence=tuple(by_report[report] for report in reports),
        origins=len(lookup.by_origin(reports)),
        differences=tuple(dict.fromkeys((*first.differences, *second.differences))),
    )
