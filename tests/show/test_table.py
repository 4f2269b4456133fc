import csv
import io

import pytest
from sample import STORY

from crosswire.model import Evidence, Point, Story
from crosswire.show import table
from crosswire.show.table import COLUMNS


def _rows(story: Story) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(story))))


def test_every_row_is_a_piece_of_evidence() -> None:
    rows = _rows(STORY)
    assert tuple(rows[0]) == COLUMNS
    assert {row["part"] for row in rows} == {"point", "difference", "quote", "act", "timeline", "inconsistency"}
    assert sum(row["part"] == "point" for row in rows) == sum(len(p.evidence) for p in STORY.points)
    tuesday = next(row for row in rows if row["part"] == "difference" and row["report"] == "01")
    assert (tuesday["slot"], tuesday["nature"], tuesday["value"], tuesday["exact"]) == (
        "date",
        "conflict",
        "2031-03-04",
        "on Tuesday",
    )
    text = STORY.reports[0].text
    assert text[int(tuesday["start"]) : int(tuesday["end"])] == "on Tuesday"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "|cmd", "\u200b=1", "＝1"])
def test_no_cell_is_a_formula(start: str) -> None:
    told = Evidence(report=start, start=0, end=4, exact=start)
    point = Point(id=start, verdict="single-source", gist=start, origins=1, evidence=(told,))
    for cell in next(iter(_rows(Story(points=(point,))))).values():
        assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "|", "＝"}
        assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}


def test_an_empty_story_has_the_header() -> None:
    assert table(Story()) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("abc;=1+1;=cmd", "abc;'=1+1;'=cmd"),
        ("abc; =1", "abc;' =1"),
        ("abc\n=1", "abc\n'=1"),
        ("abc\t+1", "abc\t'+1"),
        ("abc\r=1", "abc =1"),
        ("a;b - c, -5", "a;b - c, -5"),
        ("“Nobody passes,” he said; ships turned back", "“Nobody passes,” he said; ships turned back"),
    ],
)
def test_no_part_of_a_cell_is_a_formula_where_cells_are_parted_otherwise(cell: str, safe: str) -> None:
    told = Evidence(report="01", start=0, end=4, exact=cell)
    point = Point(id="p", verdict="single-source", gist=cell, origins=1, evidence=(told,))
    assert next(iter(_rows(Story(points=(point,)))))["exact"] == safe
