"""Who copied whom, as a picture: the reports of one origin in a row, arcs to where the passages came from."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from crosswire.model import Copied, Origin, Story, Struct
from crosswire.show.lookup import Lookup

_STEP: Final = 210
_LEFT: Final = 100
_LONGEST: Final = 600


class Passage(Struct, frozen=True):
    """Words that two reports share, with where they stand in both."""

    report: str
    start: int
    end: int
    other: str
    other_start: int
    other_end: int
    words: str


class Arc(Struct, frozen=True):
    """What one report shares with another: from whose column to whose, and the passages."""

    name: str
    start: int
    end: int
    height: int
    report: str
    other: str
    passages: tuple[Passage, ...]
    characters: int


class Copies(Struct, frozen=True):
    """One origin of several reports: a column each, (x, label, report, name and day), and the arcs between them."""

    origin: str
    columns: tuple[tuple[int, str, str, str], ...]
    arcs: tuple[Arc, ...]
    width: int
    height: int


def copies(ledger: Story) -> tuple[Copies, ...]:
    """Returns a picture of each origin of several reports."""
    lookup = Lookup(ledger)
    texts = {report.id: report.text for report in ledger.reports}
    return tuple(_picture(origin, lookup, texts) for origin in ledger.origins if len(origin.reports) > 1)


def _picture(origin: Origin, lookup: Lookup, texts: dict[str, str]) -> Copies:
    place = {report: _LEFT + _STEP * n for n, report in enumerate(origin.reports)}
    pairs: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for one in origin.copied:
        if one.report in place and one.other in place:
            pairs[one.report, one.other].append(_passage(one, texts))
    arcs = []
    for n, ((report, other), passages) in enumerate(pairs.items(), 1):
        apart = abs(place[report] - place[other]) // _STEP
        arcs.append(
            Arc(
                name=f"copied-{origin.id}-{n}", start=place[other], end=place[report], height=26 + 18 * min(apart, 5),
                report=report, other=other, passages=tuple(passages),
                characters=sum(p.end - p.start for p in passages),
            )
        )  # fmt: skip
    top = max((arc.height for arc in arcs), default=0)
    columns = tuple((x, lookup.label(report), report, lookup.about(report)) for report, x in place.items())
    return Copies(
        origin=origin.id, columns=columns, arcs=tuple(arcs), width=2 * _LEFT + _STEP * (len(columns) - 1),
        height=top + 64,
    )  # fmt: skip


def _passage(one: Copied, texts: dict[str, str]) -> Passage:
    words = texts[one.report][one.span.start : one.span.end]
    return Passage(
        report=one.report, start=one.span.start, end=one.span.end, other=one.other, other_start=one.other_span.start,
        other_end=one.other_span.end, words=words if len(words) <= _LONGEST else words[:_LONGEST] + "…",
    )  # fmt: skip
