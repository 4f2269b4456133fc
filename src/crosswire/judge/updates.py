"""When a difference is an update: a later report supersedes what an earlier one told, in a slot that develops."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from crosswire.judge.sides.finding import Told
from crosswire.judge.sides.side import Side

#: What can change while an event unfolds: tolls rise, suspects are arrested and named. A day or a place that
#: passed cannot.
_DEVELOPING: Final = frozenset({"number", "stance", "name"})

Tellings = Sequence[tuple[Told, list[tuple[Side, Told]]]]


def is_update(slot: str, values: Tellings) -> bool:
    """Tells whether the reports' dates put the values one after another, in a slot that develops.

    Without dates, or where the reports of two values were published on the same days, it is not claimed.
    """
    if slot not in _DEVELOPING or len(values) < 2:
        return False
    spans = [_published(tellings) for _, tellings in values]
    if any(span is None for span in spans):
        return False
    ordered = sorted(span for span in spans if span is not None)
    return all(earlier[1] < later[0] for earlier, later in pairwise(ordered))


def _published(tellings: list[tuple[Side, Told]]) -> tuple[str, str] | None:
    days = [side.piece.report.published for side, _ in tellings]
    if not days or any(day is None for day in days):
        return None
    told = sorted(day for day in days if day is not None)
    return told[0], told[-1]
