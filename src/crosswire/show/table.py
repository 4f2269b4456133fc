"""The ledger as a table for spreadsheets: one row for each piece of evidence."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from crosswire.model import Evidence, Stories, Story
from crosswire.show.lookup import Lookup
from crosswire.show.remarks import Remark
from crosswire.show.visible import visible

COLUMNS = (
    "part",
    "id",
    "verdict",
    "slot",
    "nature",
    "value",
    "report",
    "outlet",
    "start",
    "end",
    "exact",
    "why",
)
_FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=\s*[=+\-@|%＝＋－＠]|[\t\r\n])")
"""Where a spreadsheet could begin a formula: at the beginning, and behind what some of them part cells at."""

Row = tuple[str | int | float, ...]


def table(story: Story | Stories, remarks: Sequence[Remark] = ()) -> str:
    """Returns the story as CSV (RFC 4180, header first): one row for each piece of evidence of each part.

    What people say of it stands behind, as the part "mark": `verdict` is theirs, `value` who says so, `why` the note.

    `exact` has control characters replaced by visible signs; what a spreadsheet could take for a formula, at the
    beginning of a cell or behind a semicolon, tab or line break in it, has an apostrophe before it. `start` and `end`
    are code points of the stored text and find the words as they are. Several stories have their number in a column
    before.
    """
    if isinstance(story, Stories):
        numbered = enumerate(story.stories, 1)
        return written(("story", *COLUMNS), ((n, *row) for n, one in numbered for row in _rows(one, Lookup(one))))
    lookup = Lookup(story)
    return written(COLUMNS, chain(_rows(story, lookup), _remarked(remarks, lookup)))


def written(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Returns rows below their columns as CSV in which no cell is a formula, and every character can be seen."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_safe(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()


def _rows(story: Story, lookup: Lookup) -> Iterator[Row]:
    def row(
        part: str, told: Evidence, name: str = "", said: tuple[str, str, str, str] = ("",) * 4, why: str = ""
    ) -> Row:
        verdict, slot, nature, value = said
        report = lookup.report(told.report)
        outlet = (report.outlet or "") if report else ""
        return (part, name, verdict, slot, nature, value, told.report, outlet, told.start, told.end, told.exact, why)

    for point in story.points:
        for told in point.evidence:
            yield row("point", told, point.id, (point.verdict, "", "", ""))
        for difference in point.differences:
            for value in difference.values:
                said = (point.verdict, difference.slot, difference.nature, value.value)
                for told in value.evidence:
                    yield row("difference", told, point.id, said, difference.why)
    for quote in story.quotes:
        told = Evidence(report=quote.report, start=quote.start, end=quote.end, exact=quote.exact)
        yield row("quote", told, quote.id, ("", "speaker", "", quote.speaker or ""))
    for act in story.acts:
        for told in act.evidence:
            yield row("act", told, " ".join(act.statements), ("", act.kind, "", act.actor or ""))
    for happening in story.timeline:
        for told in happening.evidence:
            dated = happening.first if happening.first == happening.last else f"{happening.first}/{happening.last}"
            yield row("timeline", told, happening.point or "", ("", "date", "", dated))
    for found in story.inconsistencies:
        for told in found.evidence:
            yield row("inconsistency", told, why=found.why)


def _remarked(remarks: Iterable[Remark], lookup: Lookup) -> Iterator[Row]:
    for remark in remarks:
        for told in remark.evidence:
            report = lookup.report(told.report)
            outlet = (report.outlet or "") if report else ""
            said = ("mark", remark.item or "", remark.verdict, remark.slot or "", "", f"{remark.by}, {remark.at}")
            yield (*said, told.report, outlet, told.start, told.end, told.exact or "", remark.note or "")


def _safe(cell: str) -> str:
    shown = visible(cell)
    return _FORMULA.sub("'", shown)
