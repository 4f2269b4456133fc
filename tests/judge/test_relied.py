"""What a report tells on another's word adds no origin."""

from __future__ import annotations

import pytest

from crosswire.judge.relied import recounted
from crosswire.model import Annotated, Evidence, Point, Relied, Report, Span

TEXT = "Two watchmen died in the fire. The works burned for six hours."


def told(report: str) -> Evidence:
    return Evidence(report=report, start=0, end=30, exact=TEXT[:30])


def on(report: str, other: str | None, start: int = 0, end: int = 30) -> Relied:
    spans = (Span(start=start, end=end),)
    return Relied(report=report, source="Nordwire", evidence=told(report), spans=spans, other=other)


@pytest.mark.parametrize(
    ("reports", "relies", "origins", "verdict"),
    [
        ("ab", [], 2, "corroborated"),
        ("ab", [on("b", "a")], 1, "single-source"),
        ("abc", [on("b", "a")], 2, "corroborated"),
        ("ab", [on("a", None), on("b", None)], 1, "single-source"),
        ("ab", [on("a", None)], 2, "corroborated"),
        ("ab", [on("b", "a", 31, len(TEXT))], 2, "corroborated"),
        ("ab", [on("b", "a", 0, len(TEXT))], 1, "single-source"),
        ("ad", [on("c", "a", 0, len(TEXT))], 1, "single-source"),
    ],
    ids=["none", "on the other", "a third", "one agency", "an agency", "elsewhere", "credit", "credit of a copy"],
)
def test_origins_are_counted_by_whose_word_it_is(
    reports: str, relies: list[Relied], origins: int, verdict: str
) -> None:
    origin_of = {"a": "o1", "b": "o2", "c": "o3", "d": "o3"}
    by_id = {name: Annotated(report=Report(id=name, text=TEXT)) for name in "abcd"}
    given = Point(
        id="p1", verdict="corroborated", gist=TEXT[:30], origins=len(reports), evidence=tuple(map(told, reports))
    )
    (point,) = recounted([given], relies, origin_of, by_id)
    assert (point.origins, point.verdict) == (origins, verdict)
