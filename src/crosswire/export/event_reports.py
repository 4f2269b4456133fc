"""A table for the R package eventreport: what each report tells of an event, one row an event and source.

Source: van Baalen and Höglund's R package eventreport 0.1 (CRAN). The columns `id`, `event_id`, `date_start`,
`date_end`, `location`, `deaths_low`, `deaths_best`, `deaths_high`, `injuries_low`, `injuries_best`, `injuries_high` and
`source` are those that the package's documentation of its data set `maverick_event_report` names and describes. All
others are crosswire's own. Columns of that data set that no ledger can fill (`country`, `city`, `latitude`, `actor1`
...) are left out; so is `geo_precision`, whose scale from 1 (the country) to 6 (the exact street) says more than is
known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import msgspec

from crosswire.export.parcel import Dossier, Parcel
from crosswire.model import Evidence, Point, StoryReport, Value, ValueKind
from crosswire.show.remarks import Remark
from crosswire.show.table import Row, written

COLUMNS: Final = (
    "id", "event_id", "source", "date_start", "date_end", "date_precision", "location", "location_precision",
    "deaths_low", "deaths_best", "deaths_high", "deaths_precision",
    "injuries_low", "injuries_best", "injuries_high", "injuries_precision",
    "number_low", "number_best", "number_high", "number_precision", "number_unit",
    "date_about", "location_about", "number_about",
    "story", "gist", "verdict", "origins", "report", "origin", "title", "published", "url", "language", "sha256",
    "start", "end", "exact", "marks",
)  # fmt: skip
DEATHS: Final = "kill"
INJURIES: Final = "injure"
WEEK: Final = 7

Told = tuple[str, Value]
Place = tuple[str, str]  # a row: the ids of its point and its report


def event_reports(parcel: Parcel) -> str:
    """Returns the stories as CSV: an event is a point of the ledger, a source a report that tells it.

    Every point is an event, also one on which all agree; cells are empty where a report tells none. The ledger keeps
    values only where reports tell them unlike, or may: so a day, place or number that all tell alike stands in `exact`
    alone. `low` and `high` are the bounds of what a report tells, `best` stands where they are one number. `deaths` and
    `injuries` are the numbers of who was killed and injured, `number` is the first other.

    A precision grows with sharpness: of a number 3 (one number), 2 (two bounds), 1 (one bound); of a day 4 (with a
    clock time), 3 (one day), 2 (at most a week), 1 (longer); of a place the number of larger places known to hold it.
    Copies share an `origin`. To have one event a story, aggregate by `story`.
    """
    return written(COLUMNS, (row for dossier in parcel.stories for row in _rows(dossier)))


def _rows(dossier: Dossier) -> Iterator[Row]:
    reports = {report.id: report for report in dossier.story.reports}
    first: dict[Place, tuple[Point, Evidence]] = {}
    for point in dossier.story.points:
        for told in point.evidence:
            if told.report in reports:
                first.setdefault((point.id, told.report), (point, told))
    marks = _placed(dossier, list(first))
    for place, (point, told) in first.items():
        cell = msgspec.json.encode(marks[place]).decode() if place in marks else ""
        yield (*_row(dossier.id, point, told, reports[told.report]), cell)


def _row(story: str, point: Point, evidence: Evidence, report: StoryReport) -> Row:
    told = tuple(_told(point, report.id))
    numbers = [(about, value) for about, value in told if value.kind == "number"]
    deaths = [value for _, value in numbers if value.scope == DEATHS]
    injuries = [value for _, value in numbers if value.scope == INJURIES]
    others = [(about, value) for about, value in numbers if value.scope not in (DEATHS, INJURIES)]
    other = [value for about, value in others if about == others[0][0]]
    event = f"{story}:{point.id}"
    return (
        f"{event}:{report.id}", event, report.outlet or report.id,
        *_days([value for _, value in told if value.kind == "time"]),
        *_places([value for _, value in told if value.kind == "place"]),
        *_numbers(deaths), *_numbers(injuries), *_numbers(other),
        (other[0].unit or "") if other else "",
        _about(told, "time"), _about(told, "place"), _about(others, "number"),
        story, point.gist, point.verdict, point.origins, *_report(report),
        evidence.start, evidence.end, evidence.exact,
    )  # fmt: skip


def _told(point: Point, report: str) -> Iterator[Told]:
    """Gives what a report tells in a point, each with the words for what it is a value of, where they are known."""
    known = [(difference.about, difference.values) for difference in point.differences]
    for about, values in (*known, *(("", unsettled.values) for unsettled in point.unsettled)):
        for value in values:
            if any(told.report == report for told in value.evidence):
                yield about, value


def _about(told: Sequence[Told], kind: ValueKind) -> str:
    return next((about for about, value in told if value.kind == kind), "")


def _numbers(values: Sequence[Value]) -> Row:
    """Returns low, best, high and precision of what one report tells; of several numbers, what holds them all."""
    if not values:
        return ("", "", "", "")
    lows = [value.low for value in values if value.low is not None]
    highs = [value.high for value in values if value.high is not None]
    low = _plain(min(lows)) if len(lows) == len(values) else ""
    high = _plain(max(highs)) if len(highs) == len(values) else ""
    one = low == high
    precision = 1 if low == "" or high == "" else 3 if one else 2
    return (low, low if one else "", high, precision)


def _plain(number: float) -> int | float:
    return int(number) if float(number).is_integer() else number


def _days(values: Sequence[Value]) -> Row:
    firsts = [value.first for value in values if value.first]
    lasts = [value.last for value in values if value.last]
    if not firsts or not lasts:
        return ("", "", "")
    first, last = min(firsts), max(lasts)
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days
    clocked = all(value.clock for value in values)
    return (first, last, (4 if clocked else 3) if not length else 2 if length < WEEK else 1)


def _places(values: Sequence[Value]) -> Row:
    told = [value for value in values if value.place]
    if not told:
        return ("", "")
    return ("; ".join(value.place or "" for value in told), min(len(value.within) for value in told))


def _report(report: StoryReport) -> Row:
    told = (report.title, report.published, report.url, report.language)
    return (report.id, report.origin, *(words or "" for words in told), report.sha256)


def _placed(dossier: Dossier, rows: Sequence[Place]) -> dict[Place, list[Remark]]:
    """Returns the remarks by the rows they stand in: those of their point that tell their words.

    A remark on anything else stands in the first row of a report it is on; on none that is left, in the first of all.
    """
    found: dict[Place, list[Remark]] = {}
    for remark in dossier.remarks:
        reports = {told.report for told in remark.evidence}
        of_point = (remark.item or "").partition(":")[0] if remark.kind in ("point", "difference") else ""
        own = [row for row in rows if row[0] == of_point and row[1] in reports]
        for row in own or [row for row in rows if row[1] in reports][:1] or rows[:1]:
            found.setdefault(row, []).append(remark)
    return found
