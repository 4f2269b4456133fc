"""The coverage grid: points by reports, what each report tells of each point."""

from __future__ import annotations

from crosswire.model import Evidence, Point, Story, Struct
from crosswire.show.clashes import as_told
from crosswire.show.clip import clip
from crosswire.show.labels import letter, title, value
from crosswire.show.lookup import Lookup
from crosswire.show.parts import agreed, gist_evidence

_ROWS = 40
_FEW = 8
_SHORT = 4
_VALUES, _VALUE = 3, 40


class Cell(Struct, frozen=True):
    """What one report tells of a point: "" for nothing, "•" for telling it, a letter for the value it gives."""

    sign: str
    evidence: Evidence | None


class Row(Struct, frozen=True):
    """One point across the reports, in the columns' order; `values` are the first of those its letters stand for.

    `titles` say what differs in the point: what these are values of, then the others. `gist` is the clause that gives
    the first of the values.
    """

    point: Point
    titles: tuple[str, ...]
    gist: Evidence
    cells: tuple[Cell, ...]
    values: tuple[str, ...]


class Grid(Struct, frozen=True):
    """The points told by several reports, those that differ first; `hidden` counts the rows left out.

    `columns` are the reports with copies beside each other; `alone` has, for each column, how many points
    only it tells; `labels` its short name.
    """

    columns: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    hidden: int
    alone: tuple[int, ...]
    labels: tuple[str, ...]

    @property
    def tall(self) -> bool:
        """True when the columns' names need to stand upright: there are many, or they are long."""
        return len(self.labels) > _FEW or any(len(label) > _SHORT for label in self.labels)


def grid(story: Story, lookup: Lookup) -> Grid:
    """Returns the grid of the story's points: those that differ, then those told alike, each in the story's order."""
    columns = lookup.by_origin(report.id for report in story.reports)
    flat = [report for group in columns for report in group]
    differing = [point for point in story.points if point.verdict in ("conflicting", "updated") and point.evidence]
    shared = [*differing, *agreed(story, lookup)]
    alone = dict.fromkeys(flat, 0)
    for point in story.points:
        for told in point.evidence if point.verdict == "single-source" else ():
            alone[told.report] = alone.get(told.report, 0) + 1
    return Grid(
        columns=columns,
        rows=tuple(_row(point, flat, lookup) for point in shared[:_ROWS]),
        hidden=max(0, len(shared) - _ROWS),
        alone=tuple(alone[report] for report in flat),
        labels=tuple(lookup.label(report) for report in flat),
    )


def _row(point: Point, columns: list[str], lookup: Lookup) -> Row:
    told = {evidence.report: evidence for evidence in reversed(point.evidence)}
    signs = dict.fromkeys(told, "•")
    clashes = [d for d in point.differences if d.nature in ("conflict", "update")]
    clash = clashes[0] if clashes else None
    for place, told_value in enumerate(clash.values if clash else ()):
        for evidence in told_value.evidence:
            signs[evidence.report] = letter(place)
            told.setdefault(evidence.report, evidence)
    first = next((e for one in (clash.values if clash else ()) for e in one.evidence), None)
    clause = lookup.clause(point, first) if first else None
    values = [clip(value(as_told(one, lookup)), _VALUE) for one in (clash.values if clash else ())]
    return Row(
        point=point,
        titles=tuple(dict.fromkeys(title(difference) for difference in clashes)),
        gist=clause if clause in point.evidence else gist_evidence(point),
        cells=tuple(Cell(sign=signs.get(report, ""), evidence=told.get(report)) for report in columns),
        values=(*values[:_VALUES], "…") if len(values) > _VALUES else tuple(values),
    )
