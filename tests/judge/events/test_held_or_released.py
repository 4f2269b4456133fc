"""Held or released, accused or cleared: what one report tells of a suspect, and another tells to have ended."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.events.held_or_released import held_or_released

ALL_CLEARED = "accused or cleared suspects"
TABLE = [
    ("Gustav Holm remains in jail.", "Gustav Holm was released on Friday.", "held or released holm"),
    ("The two suspects are in custody.", "The suspects were released without charge.", "held or released suspects"),
    ("Gustav Holm, an alleged smuggler, fled.", "Gustav Holm was cleared of all charges.", "accused or cleared holm"),
    ("Police identified the suspects as smugglers.", "The suspects were not involved in it.", ALL_CLEARED),
    ("Gustav Holm is accused of theft.", "Mara Tellin was acquitted.", None),
    ("Gustav Holm remains in jail.", "Gustav Holm was not released.", None),
    ("Gustav Holm remains in jail.", "Mara Tellin was released.", None),
    ("Gustav Holm remains in jail.\nGustav Holm was released.", "Gustav Holm was released on Friday.", None),
    ("The suspects are in custody.", "One of the suspects was released.", None),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "key"), TABLE)
def test_what_ended(before: str, after: str, key: str | None) -> None:
    found = list(held_or_released([report(before, "01"), report(after, "02")]))
    assert [k for k, _ in found] == ([key] if key else [])
    for _, (left, right, finding) in found:
        assert (left.report, right.report, finding.slot) == ("01", "02", "stance")


def test_one_report_alone_differs_from_nothing() -> None:
    assert list(held_or_released([report("Gustav Holm remains in jail.\nGustav Holm was released.", "01")])) == []
