"""Reasons are written of the facts, at the very end, and no program reads them."""

from __future__ import annotations

import ast
from pathlib import Path

import crosswire
from crosswire.judge.wording import worded
from crosswire.model import Difference, Evidence, Point, Unsettled, Value

SOURCE = Path(crosswire.__file__).parent
#: Where a reason is shown as it is: a cell of a table, a line of the brief or the page.
SHOWN = {"show/table.py", "show/brief.py", "show/markdown.py"}


def value(words: str, *reports: str) -> Value:
    return Value(
        value=words.lower(), evidence=tuple(Evidence(report=r, start=0, end=len(words), exact=words) for r in reports)
    )


def test_a_reason_lists_the_values_in_the_words_of_their_reports() -> None:
    differs = Difference(
        slot="number",
        nature="conflict",
        about="people killed",
        values=(value("Five", "01", "02"), value("seven", "03")),
    )
    doubted = Unsettled(slot="date", values=(value("Monday", "01"), value("Tuesday", "02")))
    point = Point(
        id="p1", verdict="conflicting", gist="", origins=3, evidence=(), differences=(differs,), unsettled=(doubted,)
    )
    found = worded(point)
    assert found.differences[0].why == "people killed: Five in 01, 02; seven in 03"
    assert found.unsettled[0].why == "Monday in 01; Tuesday in 02"


def test_no_program_reads_a_reason() -> None:
    reading = {
        (path.relative_to(SOURCE).as_posix(), node.lineno)
        for folder in ("align", "judge", "show")
        for path in (SOURCE / folder).rglob("*.py")
        if path.relative_to(SOURCE).as_posix() not in SHOWN
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "why"
    }
    assert reading == set()
