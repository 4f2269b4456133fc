"""The timeline: dated happenings, each with the range of days that the reports support."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from crosswire.judge.sides.side import inside
from crosswire.model import Annotated, Evidence, Happening, Point, Span, Time

#: A happening told only by year or longer has no place on the timeline of a story.
_LONGEST_DAYS = 31


def timeline(pieces: Sequence[Annotated], points: Sequence[Point]) -> tuple[Happening, ...]:
    """Returns the happenings that some report dates, earliest first.

    One a point: `first` to `last` spans the days that its reports support; where they overlap it is what all
    support, where they
    do not it is everything told. A point without a day told in its own clauses is left out.
    """
    by_id = {p.report.id: p for p in pieces}
    found = [h for point in points if (h := _happening(point, by_id))]
    return tuple(sorted(found, key=lambda h: (h.first, h.last, h.evidence[0].report, h.evidence[0].start)))


def _happening(point: Point, by_id: Mapping[str, Annotated]) -> Happening | None:
    dated = [(e, t) for e in point.evidence if (t := day_in(by_id[e.report], e))]
    if not dated:
        return None
    firsts, lasts = [t.first or "" for _, t in dated], [t.last or "" for _, t in dated]
    first, last = max(firsts), min(lasts)
    if first > last:
        first, last = min(firsts), max(lasts)
    return Happening(first=first, last=last, evidence=tuple(e for e, _ in dated), point=point.id)


def day_in(piece: Annotated, told: Evidence) -> Time | None:
    """Returns the one time of a clause that names days, the sharpest where several overlap; None where it names
    none or several."""
    days = [
        t
        for t in inside(piece.times, Span(start=told.start, end=told.end))
        if t.first and t.last and _length(t) <= _LONGEST_DAYS
    ]
    if not days:
        return None
    sharpest = min(days, key=_length)
    if all((t.first or "") <= (sharpest.last or "") and (sharpest.first or "") <= (t.last or "") for t in days):
        return sharpest
    return None


def _length(time: Time) -> int:
    return (date.fromisoformat(time.last or "") - date.fromisoformat(time.first or "")).days
