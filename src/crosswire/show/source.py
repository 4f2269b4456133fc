"""The reports' texts with every piece of evidence marked: cut into segments at code points, paragraphs kept.

Spans may nest and cross. The text is cut wherever one begins or ends, so that a segment lies wholly inside or outside
of each; a span is then the row of segments that carry its number. Nothing is left for a browser to count.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from crosswire.model import Evidence, Point, Statement, Story, StoryReport, Struct
from crosswire.show.lookup import Lookup

Tone = Literal["conflict", "update", "agreed", "matter", "single", "said", ""]
_STRONGEST: tuple[Tone, ...] = ("conflict", "update", "agreed", "matter", "single", "said", "")
_TONES: dict[str, Tone] = {
    "conflicting": "conflict",
    "updated": "update",
    "corroborated": "agreed",
    "same-matter": "matter",
    "single-source": "single",
}
_PARAGRAPH = re.compile(r"\r?\n[^\S\n]*\r?\n\s*")
_LINE = re.compile(r"\r?\n\s*")

Place = tuple[str, int, int]
_Stretch = tuple[int, int, "Mark | None"]


class Mark(Struct, frozen=True):
    """A stretch of evidence: its number on the page and the strongest thing it is evidence of."""

    number: int
    tone: Tone


class Segment(Struct, frozen=True):
    """Words in a row of a report that lie inside the same marks. `opens` are the marks that begin here."""

    words: str
    marks: tuple[int, ...]
    opens: tuple[int, ...]
    tone: Tone
    furniture: bool


def marks(story: Story, first: int = 0) -> dict[Place, Mark]:
    """Returns every stretch of evidence that the story tells and its reports hold, numbered in the reports' order."""
    texts = {report.id: report.text for report in story.reports}
    order = {report.id: place for place, report in enumerate(story.reports)}
    tones: dict[Place, Tone] = {}
    for told, tone in _told(story):
        if told.report not in texts or texts[told.report][told.start : told.end] != told.exact or not told.exact:
            continue
        place = (told.report, told.start, told.end)
        tones[place] = min(tones.get(place, ""), tone, key=_STRONGEST.index)
    places = sorted(tones, key=lambda place: (order[place[0]], place[1], -place[2]))
    return {place: Mark(number=number, tone=tones[place]) for number, place in enumerate(places, first)}


def paragraphs(report: StoryReport, marked: dict[Place, Mark]) -> Iterator[tuple[Segment, ...]]:
    """Yields the report's paragraphs, each as its segments: together the whole text but for line breaks."""
    spans: list[_Stretch] = [(start, end, mark) for (name, start, end), mark in marked.items() if name == report.id]
    spans += [(span.start, span.end, None) for span in report.furniture]
    spans.sort(key=lambda span: span[0])
    cuts = sorted({bound for start, end, _ in spans for bound in (start, end)})
    waiting, active = deque(spans), list[_Stretch]()
    for start, end in _blocks(report.text):
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        block = []
        for a, b in pairwise([start, *inner, end]):
            while waiting and waiting[0][0] <= a:
                active.append(waiting.popleft())
            active = [span for span in active if span[1] > a]
            block.append(_segment(report.text, a, b, active))
        yield tuple(block)


def _segment(text: str, start: int, end: int, active: list[_Stretch]) -> Segment:
    here = [(begins, mark) for begins, _, mark in active if mark is not None]
    return Segment(
        words=text[start:end],
        marks=tuple(mark.number for _, mark in here),
        opens=tuple(mark.number for begins, mark in here if begins == start),
        tone=min((mark.tone for _, mark in here), key=_STRONGEST.index, default=""),
        furniture=any(mark is None for _, _, mark in active),
    )


def _told(story: Story) -> Iterator[tuple[Evidence, Tone]]:
    for point in story.points:
        yield from _of_point(point)
    for quote in story.quotes:
        yield Evidence(report=quote.report, start=quote.start, end=quote.end, exact=quote.exact), "said"
    texts = {report.id: report.text for report in story.reports}
    for statement in story.statements:
        yield from _of_statement(statement, texts.get(statement.report, ""))
    for act in story.acts:
        for told in (*act.evidence, act.condition, act.deadline):
            if told is not None:
                yield told, "said"
    yield from ((told, "said") for entry in story.registers for term in entry.terms for told in term.evidence)
    for happening in story.timeline:
        yield from ((told, "") for told in happening.evidence)
    for relied in story.relies:
        yield relied.evidence, ""
    for pair in Lookup(story).copied():
        yield from ((told, "") for told in pair)
    for found in story.inconsistencies:
        yield from ((told, "conflict") for told in found.evidence)


def _of_point(point: Point) -> Iterator[tuple[Evidence, Tone]]:
    tone = _TONES[point.verdict]
    yield from ((told, tone) for told in point.evidence)
    for difference in point.differences:
        here: Tone = difference.nature if difference.nature in ("conflict", "update") else ""
        for value in difference.values:
            yield from ((told, here) for told in value.evidence)


def _of_statement(statement: Statement, text: str) -> Iterator[tuple[Evidence, Tone]]:
    for span in statement.content:
        exact = text[span.start : span.end]
        yield Evidence(report=statement.report, start=span.start, end=span.end, exact=exact), "said"


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yields the paragraphs' bounds: parted by blank lines, or by every line break in a text without blank lines."""
    breaks = _PARAGRAPH if _PARAGRAPH.search(text.strip()) else _LINE
    start = 0
    for match in breaks.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)
