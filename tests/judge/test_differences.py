"""Differences of one point: what a copy tells, its words being another's."""

from __future__ import annotations

from tests.judge.invented import side

from crosswire.judge.differences import differences
from crosswire.judge.wording import listed

FIVE, SEVEN = "Five sailors were killed.", "Seven sailors were killed."


def test_a_copy_tells_the_value_of_what_it_copies() -> None:
    sides = [side(FIVE, "01"), side(SEVEN, "02"), side(f"Orsk. {FIVE}", "03"), side(FIVE, "04")]
    (found,) = differences(sides)
    assert [[(e.report, e.exact) for e in value.evidence] for value in found.values] == [
        [("01", "Five sailors"), ("03", "Five sailors"), ("04", "Five sailors")],
        [("02", "Seven sailors")],
    ]
    assert listed(found.values) == "Five sailors in 01, 03, 04; Seven sailors in 02"


def test_a_copy_of_another_week_means_another_day() -> None:
    told, other = "The ferry sank on Tuesday.", "The ferry sank on Thursday."
    sides = [
        side(told, "01", "2031-03-06"),
        side(other, "02", "2031-03-07"),
        side(told, "03", "2031-03-06"),
        side(told, "04", "2031-03-20"),
    ]
    (found,) = differences(sides)
    assert [[e.report for e in value.evidence] for value in found.values] == [["01", "03"], ["02"]]
