"""A story whose texts stay at home: of each report only the words that the ledger quotes as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from msgspec.structs import replace

from crosswire.model import Evidence, Story, StoryReport

_SEEN: Final = re.compile(r"\S")


def withheld(story: Story) -> Story:
    """Returns the story with every other sign of its texts as a space: all spans and lengths hold as before.

    The hash of a report stays that of its whole text.
    """
    kept: dict[str, list[Evidence]] = {report.id: [] for report in story.reports}
    for told in _evidence(story):
        if told.report in kept:
            kept[told.report].append(told)
    return replace(story, reports=tuple(_only(report, kept[report.id]) for report in story.reports))


def _only(report: StoryReport, kept: list[Evidence]) -> StoryReport:
    pieces: list[str] = []
    at = 0
    for told in sorted(kept, key=lambda one: (one.start, one.end)):
        pieces.append(_SEEN.sub(" ", report.text[at : told.start]))
        pieces.append(report.text[max(at, told.start) : told.end])
        at = max(at, told.end)
    pieces.append(_SEEN.sub(" ", report.text[at:]))
    return replace(report, text="".join(pieces))


def _evidence(story: Story) -> Iterator[Evidence]:
    for point in story.points:
        yield from point.evidence
        for values in chain((d.values for d in point.differences), (u.values for u in point.unsettled)):
            yield from chain.from_iterable(value.evidence for value in values)
    for quote in story.quotes:
        yield Evidence(report=quote.report, start=quote.start, end=quote.end, exact=quote.exact)
        yield from (retelling.evidence for retelling in quote.retold)
    for act in story.acts:
        yield from act.evidence
        yield from (told for told in (act.condition, act.deadline) if told)
    for entry in story.registers:
        yield from chain.from_iterable(term.evidence for term in entry.terms)
    yield from (told for position in story.positions for cell in position.cells for told in cell.evidence)
    yield from chain.from_iterable(happening.evidence for happening in story.timeline)
    yield from chain.from_iterable(found.evidence for found in story.inconsistencies)
