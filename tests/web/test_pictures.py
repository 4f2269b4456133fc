"""The pictures drawn on the server: each telling stands where its value and its day put it."""

from __future__ import annotations

import pytest

from crosswire.model import Copied, Origin, Span, Story, StoryReport
from crosswire.store import Telling
from crosswire.web.charts import charts
from crosswire.web.copies import copies


def told(report: str, value: str, number: float | None = None, slot: str = "number") -> Telling:
    return Telling(
        story="s1", thread="t1", slot=slot, value=value, low=number, high=number, unit=None, nature="update", why="",
        report=report, start=0, end=1, exact=value, since="2031-05-10T12:00:00.000Z", until=None,
    )  # fmt: skip


def report(name: str, published: str | None, text: str = "The ferry sank off Mirra.") -> StoryReport:
    return StoryReport(
        id=name, outlet=None, title=None, published=published, url=None, sha256=name, origin="o1", characters=len(text),
        furniture=(), language="en", understood=True, text=text,
    )  # fmt: skip


STORY = Story(reports=(report("a", "2031-05-05"), report("b", "2031-05-06"), report("c", "2031-05-07")))


def test_larger_numbers_stand_higher_and_later_ones_to_the_right() -> None:
    (chart,) = charts(STORY, [told("c", "9", 9), told("a", "3", 3), told("b", "6", 6)])
    assert [dot.told.report for dot in chart.dots] == ["a", "b", "c"]
    assert [dot.x for dot in chart.dots] == sorted(dot.x for dot in chart.dots)
    assert [dot.y for dot in chart.dots] == sorted((dot.y for dot in chart.dots), reverse=True)
    assert chart.days[0][1] == "5 May"
    assert all(0 <= dot.x <= chart.width and 0 <= dot.y <= chart.height for dot in chart.dots)


@pytest.mark.parametrize(
    ("tellings", "drawn"),
    [
        ([], 0),
        ([told("a", "3", 3)], 0),
        ([told("a", "3", 3), told("b", "3", 3)], 0),
        ([told("a", "Orsk", slot="place"), told("b", "Kelm", slot="place")], 1),
        ([told("a", "x", slot="wording"), told("b", "y", slot="wording-2")], 0),
        ([told("a", "3", 3), told("b", "inf", float("inf"))], 1),
        ([told("gone", "3", 3), told("b", "4", 4)], 1),
    ],
)
def test_a_chart_needs_two_values(tellings: list[Telling], drawn: int) -> None:
    assert len(charts(STORY, tellings)) == drawn


def test_copied_passages_are_the_words_of_both() -> None:
    passage = Copied(report="b", span=Span(start=0, end=9), other="a", other_span=Span(start=0, end=9))
    story = Story(reports=STORY.reports, origins=(Origin(id="o1", reports=("a", "b"), copied=(passage,)),))
    (picture,) = copies(story)
    assert [column[2] for column in picture.columns] == ["a", "b"]
    assert picture.arcs[0].passages[0].words == "The ferry"
    assert picture.arcs[0].start < picture.arcs[0].end
