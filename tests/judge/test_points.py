"""Differences that several points could tell: each is told with one of them."""

from __future__ import annotations

from crosswire.judge.points import told_once
from crosswire.model import Difference, Evidence, Point, Value


def clash(slot: str, *places: tuple[str, str, int]) -> Difference:
    """A difference whose values are told by reports at these places."""
    values = tuple(
        Value(value=value, evidence=(Evidence(report=report, start=at, end=at + 4, exact="words"),))
        for value, report, at in places
    )
    return Difference(slot=slot, nature="conflict", about=slot, values=values)  # type: ignore[arg-type]


def point(unequal: Difference, reports: int) -> Point:
    told = tuple(Evidence(report=f"0{i}", start=i, end=i + 9, exact="the words") for i in range(reports))
    return Point(id="", verdict="conflicting", gist="", origins=reports, evidence=told, differences=(unequal,))


def test_two_names_clash_where_they_are_introduced() -> None:
    later = point(clash("name", ("ada holm", "00", 900), ("eda holm", "01", 700)), 3)
    first = point(clash("name", ("ada holm", "00", 10), ("eda holm", "01", 20)), 2)
    told = told_once([later, first])
    assert [len(p.differences) for p in told] == [0, 1]
    assert [p.verdict for p in told] == ["corroborated", "conflicting"]


def test_other_values_clash_where_most_reports_tell_them() -> None:
    later = point(clash("number", ("5", "00", 900), ("7", "01", 700)), 3)
    first = point(clash("number", ("5", "00", 10), ("7", "01", 20)), 2)
    assert [len(p.differences) for p in told_once([later, first])] == [1, 0]


def test_a_clash_whose_values_lie_inside_those_of_another_is_told_once() -> None:
    wide = point(clash("place", ("the base in Kelm", "00", 10), ("parliament in Orsk", "01", 20)), 3)
    narrow = point(clash("place", ("Kelm", "00", 12), ("Orsk", "01", 21)), 2)
    assert [len(p.differences) for p in told_once([narrow, wide])] == [0, 1]


def test_a_note_holds_no_clash() -> None:
    note = Difference(
        slot="name",
        nature="precision",
        about="name of Holm",
        values=clash("", ("a", "00", 10), ("b", "01", 20)).values,
    )
    clashing = point(clash("name", ("ada", "00", 10), ("eda", "01", 20)), 2)
    assert [len(p.differences) for p in told_once([point(note, 3), clashing])] == [1, 1]
