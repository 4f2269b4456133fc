"""In the example every agreed line is borne out by the reading, and none contradicts a difference of the same brief."""

from __future__ import annotations

from pathlib import Path

from bench.quality.gate import contradictions

from crosswire.pipeline import compare_reports
from crosswire.read import gather

EXAMPLE = Path(__file__).parents[1] / "examples" / "strait"


def test_no_agreed_line_contradicts_a_difference() -> None:
    reports, unread = gather(sorted(EXAMPLE.glob("0*")))
    story = compare_reports(reports, unread)
    assert any(point.verdict == "corroborated" for point in story.points)
    assert contradictions(story) == []
