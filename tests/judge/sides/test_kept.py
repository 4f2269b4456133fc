"""What is found in a report is found once, and for that report alone."""

from __future__ import annotations

from crosswire.judge.sides.kept import once_a_report
from crosswire.model import Annotated, Report


def test_each_report_is_looked_at_once_and_an_equal_one_by_itself() -> None:
    looked: list[str] = []

    @once_a_report
    def length(piece: Annotated) -> int:
        looked.append(piece.report.id)
        return len(piece.report.text)

    one, other = (Annotated(report=Report(id="00", text="The strait is open.")) for _ in range(2))
    longer = Annotated(report=Report(id="01", text="The strait of Mirra is open."))
    assert [length(p) for p in (one, one, longer, other, longer)] == [19, 19, 28, 19, 28]
    assert looked == ["00", "01", "00"]
