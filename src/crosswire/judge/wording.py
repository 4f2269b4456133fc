"""Why a difference is one, in a sentence for people: made last, of the facts, and read by no program."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Final

from msgspec.structs import replace

from crosswire.model import Difference, Point, Value

_LONGEST: Final = 90


def worded(point: Point) -> Point:
    """Returns the point with the reason of each difference, and of each slot that may be told unlike, in words."""
    return replace(
        point,
        differences=tuple(replace(d, why=reason(d)) for d in point.differences),
        unsettled=tuple(replace(u, why=listed(u.values)) for u in point.unsettled),
    )


def reason(difference: Difference) -> str:
    """Returns what differs and who tells it so: "people injured: nine in 01, 02; eleven in 03"."""
    return f"{difference.about}: {listed(difference.values)}"


def listed(values: Sequence[Value]) -> str:
    """Returns each value in the words of its first telling, with the reports that tell it."""
    parts = []
    for value in values:
        words = value.evidence[0].exact if value.evidence else value.value
        reports = ", ".join(dict.fromkeys(told.report for told in value.evidence))
        parts.append(f"{shorten(words, _LONGEST, placeholder='…')} in {reports}")
    return "; ".join(parts)
