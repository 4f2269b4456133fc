"""Which point an editor wants to see first."""

from __future__ import annotations

from typing import Final

from crosswire.model import Point, Verdict

_VERDICTS: Final[dict[Verdict, int]] = {"conflicting": 0, "updated": 1, "corroborated": 2, "single-source": 3}
#: Slots by consequence; a toll stands before every other number.
_SLOTS: Final = (
    "toll",
    "stance",
    "speaker",
    "number",
    "date",
    "place",
    "cause",
    "name",
    "order",
    "role",
    "condition",
    "wording",
)
_TOLL: Final = ("killed", "injured", "missing", "arrested")


def order_of(point: Point, lead: float) -> tuple[int, int, int, float]:
    """Returns what points are sorted by: verdict, consequence of the slot, number of origins, place in the reports.

    Args:
        point: a judged point.
        lead: how far down in its reports it is first told, 0 (the first word) to 1 (the last).
    """
    slots = [_rank(d.slot, d.why) for d in point.differences if d.nature in ("conflict", "update")]
    return _VERDICTS[point.verdict], min(slots, default=len(_SLOTS)), -point.origins, lead


def _rank(slot: str, why: str) -> int:
    if slot == "number" and any(word in why.partition(":")[0] for word in _TOLL):
        return 0
    return _SLOTS.index(slot)
