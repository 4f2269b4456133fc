"""A table for the R package eventreport: what each report tells of an event, one row an event and source.

Source: van Baalen and Höglund's R package eventreport 0.1 (CRAN). The columns `id`, `event_id`, `date_start`,
`date_end`, `location`, `deaths_low`, `deaths_best`, `deaths_high`, `injuries_low`, `injuries_best`, `injuries_high` and
`source` are those that the package's documentation of its data set `maverick_event_report` names and describes. All
others are crosswire's own. Columns of that data set that no ledger can fill (`country`, `city`, `latitude`, `actor1`
...) are left out; so is `geo_precision`, whose scale from 1 (the country) to 6 (the exact street) says more than is
known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import msgspec

from crosswire.export.parcel import Dossier, Parcel
from crosswire.model import Difference, Story, StoryReport, Struct, Value
from crosswire.show.remarks import Remark
from crosswire.show.table import Row, written

COLUMNS: Final = (
    "id", "event_id", "source", "date_start", "date_end", "date_precision", "location", "location_precision",
    "deaths_low", "deaths_best", "deaths_high", "deaths_precision",
    "injuries_low", "injuries_best", "injuries_high", "injuries_precision",
    "date_about", "location_about", "report", "origin", "title", "published", "url", "language", "sha256", "marks",
)  # fmt: skip
TOLLS: Final = ("people killed", "people injured")
"""What a story has one of, by the terms of the ledger (`Difference.about`): deaths and injuries."""

WEEK: Final = 7

Values = Mapping[str, tuple[Value, ...]]


class _Answers(Struct, frozen=True):
    """What each report tells to one question: report → values; `about` is the question."""

    about: str = ""
    values: Values = msgspec.field(default_factory=dict)


def event_reports(parcel: Parcel) -> str:
    """Returns the stories as CSV: an event is a story, a source is a report of it; cells are empty where none is told.

    A column answers one question in all rows of an event: deaths and injuries by the story's one toll, the day and the
    place by the first point in which reports tell unequal days or places, the day else by the first dated happening.
    `low` and `high` are the bounds of what a report tells, `best` stands where they are one number. A precision grows
    with sharpness: of a number 3 (one number), 2 (bounds), 1 (one bound); of a day 4 (with a clock time), 3 (one day),
    2 (a week at most), 1 (longer); of a place the number of larger places known to hold it. Copies share an `origin`.
    """
    return written(COLUMNS, (row for dossier in parcel.stories for row in _rows(dossier)))


def _rows(dossier: Dossier) -> Iterator[Row]:
    story = dossier.story
    tolls = [_first(story, lambda d, toll=toll: d.about == toll) for toll in TOLLS]  # type: ignore[misc]
    days = _first(story, lambda d: d.slot == "date")
    if not days.values:
        days = _dated(story)
    places = _first(story, lambda d: d.slot == "place")
    for report in story.reports:
        numbers = [cell for toll in tolls for cell in _numbers(toll.values.get(report.id, ()))]
        yield (
            f"{dossier.id}:{report.id}", dossier.id, report.outlet or report.id,
            *_days(days.values.get(report.id, ())), *_places(places.values.get(report.id, ())), *numbers,
            days.about if report.id in days.values else "", places.about if report.id in places.values else "",
            *_report(report), _marks(dossier.remarks, report.id),
        )  # fmt: skip


def _first(story: Story, wanted: Callable[[Difference], bool]) -> _Answers:
    """Returns what the reports tell in the first difference that is wanted: points come most important first."""
    for point in story.points:
        for difference in point.differences:
            if wanted(difference) and (found := _by_report(difference.values)):
                return _Answers(about=difference.about, values=found)
    return _Answers()


def _dated(story: Story) -> _Answers:
    """Returns the days that reports give the dated happening of the most important point that has one."""
    dated = {happening.point: happening for happening in reversed(story.timeline) if happening.point}
    happening = next((dated[point.id] for point in story.points if point.id in dated), None)
    if happening is None:
        return _Answers()
    day = Value(
        value=happening.first, evidence=happening.evidence, kind="time", first=happening.first, last=happening.last
    )
    return _Answers(about="day", values=_by_report((day,)))


def _by_report(values: Iterable[Value]) -> Values:
    found: dict[str, tuple[Value, ...]] = {}
    for value in values:
        if value.kind in ("number", "time", "place"):
            for report in dict.fromkeys(told.report for told in value.evidence):
                found[report] = (*found.get(report, ()), value)
    return found


def _numbers(values: tuple[Value, ...]) -> Row:
    """Returns low, best, high and precision of what one report tells; of several numbers, what holds them all."""
    told = [value for value in values if value.kind == "number"]
    if not told:
        return ("", "", "", "")
    lows = [value.low for value in told if value.low is not None]
    highs = [value.high for value in told if value.high is not None]
    low = _plain(min(lows)) if len(lows) == len(told) else ""
    high = _plain(max(highs)) if len(highs) == len(told) else ""
    one = low == high
    precision = 1 if low == "" or high == "" else 3 if one else 2
    return (low, low if one else "", high, precision)


def _plain(number: float) -> int | float:
    return int(number) if number.is_integer() else number


def _days(values: tuple[Value, ...]) -> Row:
    firsts = [value.first for value in values if value.first]
    lasts = [value.last for value in values if value.last]
    if not firsts or not lasts:
        return ("", "", "")
    first, last = min(firsts), max(lasts)
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days
    clocked = all(value.clock for value in values)
    return (first, last, (4 if clocked else 3) if not length else 2 if length < WEEK else 1)


def _places(values: tuple[Value, ...]) -> Row:
    told = [value for value in values if value.place]
    if not told:
        return ("", "")
    return ("; ".join(value.place or "" for value in told), min(len(value.within) for value in told))


def _report(report: StoryReport) -> Row:
    told = (report.title, report.published, report.url, report.language)
    return (report.id, report.origin, *(words or "" for words in told), report.sha256)


def _marks(remarks: Iterable[Remark], report: str) -> str:
    """Returns the marks on words of a report as JSON; nothing where there is none."""
    found = [remark for remark in remarks if any(told.report == report for told in remark.evidence)]
    return msgspec.json.encode(found).decode() if found else ""
