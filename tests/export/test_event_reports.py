"""The table for eventreport: a row an event and source, values from the facts of the ledger alone."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from msgspec.structs import replace
from tests.export.invented import DOSSIER, HELD, PARCEL, ev

from crosswire.export.event_reports import COLUMNS, event_reports
from crosswire.export.parcel import Parcel
from crosswire.model import Point, Story, Unsettled, Value


def rows(parcel: Parcel = PARCEL) -> dict[str, dict[str, str]]:
    read = list(csv.DictReader(io.StringIO(event_reports(parcel))))
    return {row["id"]: row for row in read}


ROWS = rows()


def test_there_is_a_row_for_each_event_and_source() -> None:
    wanted = [
        f"s1:{p.id}:{report}" for p in DOSSIER.story.points for report in dict.fromkeys(e.report for e in p.evidence)
    ]
    assert list(ROWS) == wanted
    assert tuple(next(iter(ROWS.values()))) == COLUMNS
    row = ROWS["s1:p3:02"]
    assert (row["event_id"], row["story"], row["source"], row["origin"]) == ("s1:p3", "s1", "Orsk Evening Post", "o2")
    text = next(r.text for r in DOSSIER.story.reports if r.id == "02")
    assert text[int(row["start"]) : int(row["end"])] == row["exact"]
    assert ROWS["s1:p3:04"]["source"] == "04", "a report without an outlet is called by its id"


@pytest.mark.parametrize(
    ("report", "cells"),
    [
        ("01", ["11", "11", "11", "3", "sailors", "sailors held"]),
        ("02", ["14", "14", "14", "3", "sailors", "sailors held"]),
        ("03", ["3", "", "", "1", "sailors", "sailors held"]),
        ("05", ["", "", "", "", "", ""]),
    ],
)
def test_numbers_are_low_best_and_high(report: str, cells: list[str]) -> None:
    names = ("low", "best", "high", "precision", "unit", "about")
    assert [ROWS[f"s1:p3:{report}"][f"number_{name}"] for name in names] == cells
    assert not any(
        ROWS[f"s1:p3:{report}"][name] for name in ROWS["s1:p3:01"] if name.startswith(("deaths", "injuries"))
    )


def toll(values: tuple[Value, ...], *, settled: bool = True) -> dict[str, str]:
    """The first row of a story with one point, in which the first report tells these values."""
    differs = (replace(HELD, values=values),) if settled else ()
    point = Point(
        id="p1", verdict="conflicting", gist="held", origins=1, evidence=(ev("01", "Eleven crew members"),),
        differences=differs, unsettled=() if settled else (Unsettled(slot="number", values=values),),
    )  # fmt: skip
    story: Story = replace(DOSSIER.story, points=(point,))
    return rows(Parcel(stories=(replace(DOSSIER, story=story, remarks=()),)))["s1:p1:01"]


def number(low: float | None, high: float | None, scope: str | None, report: str = "01") -> Value:
    words = "Eleven crew members" if report == "01" else "Fourteen sailors"
    return Value(value="n", evidence=(ev(report, words),), kind="number", low=low, high=high, scope=scope)


@pytest.mark.parametrize("settled", [True, False])
@pytest.mark.parametrize(
    ("values", "deaths", "injuries"),
    [
        ((number(3, 3, "kill"),), ["3", "3", "3", "3"], [""] * 4),
        ((number(2.5, 3, "injure"),), [""] * 4, ["2.5", "", "3", "2"]),
        ((number(3, 3, "kill"), number(5, 5, "kill")), ["3", "", "5", "2"], [""] * 4),
        ((number(3, 3, "kill"), number(5, None, "kill")), ["3", "", "", "1"], [""] * 4),
        ((number(None, 9, "kill"),), ["", "", "9", "1"], [""] * 4),
        ((number(3, 3, "kill", "02"),), [""] * 4, [""] * 4),
        ((number(7, 7, "arrest"),), [""] * 4, [""] * 4),
    ],
)
def test_deaths_and_injuries_are_numbers_of_that_scope(
    values: tuple[Value, ...], deaths: list[str], injuries: list[str], settled: bool
) -> None:
    row = toll(values, settled=settled)
    parts = ("low", "best", "high", "precision")
    assert [row[f"deaths_{part}"] for part in parts] == deaths
    assert [row[f"injuries_{part}"] for part in parts] == injuries


@pytest.mark.parametrize(
    ("report", "cells"),
    [
        ("01", ["2031-03-04", "2031-03-04", "4", "day of the boarding", "strait of Mirra", "2", "place"]),
        ("02", ["2031-03-01", "2031-03-31", "1", "day of the boarding", "", "", ""]),
        ("03", ["", "", "", "", "", "", ""]),
    ],
)
def test_days_and_places(report: str, cells: list[str]) -> None:
    names = (
        "date_start",
        "date_end",
        "date_precision",
        "date_about",
        "location",
        "location_precision",
        "location_about",
    )
    assert [ROWS[f"s1:p1:{report}"][name] for name in names] == cells


def test_every_mark_stands_in_a_row() -> None:
    found: dict[str, list[Any]] = {name: json.loads(row["marks"]) for name, row in ROWS.items() if row["marks"]}
    assert {name: [mark["id"] for mark in marks] for name, marks in found.items()} == {
        "s1:p3:01": [1], "s1:p3:02": [1],
        "s1:p1:01": [2],  # its report is gone
        "s1:p1:03": [3],  # a quotation is no event
    }  # fmt: skip


def test_no_cell_is_a_formula() -> None:
    point = replace(DOSSIER.story.points[0], id="=1", gist="=cmd|'/c calc'!A1")
    told = rows(Parcel(stories=(replace(DOSSIER, id="@s", story=replace(DOSSIER.story, points=(point,))),)))
    for row in told.values():
        assert not any(cell[:1] in "=+-@|\t\r" for cell in row.values() if cell)


def test_a_desk_without_stories_is_a_table_without_rows() -> None:
    assert event_reports(Parcel(one=False)) == ",".join(COLUMNS) + "\r\n"
