"""Which point an editor wants to see first."""

from __future__ import annotations

from typing import Final

from crosswire.model import Point, Verdict

_VERDICTS: Final[dict[Verdict, int]] = {
    "conflicting": 0, "updated": 0, "corroborated": 1, "same-matter": 2, "single-source": 3,
}  # fmt: skip
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


def order_of(point: Point, lead: float) -> tuple[int, int, bool, int, float]:
    """Returns what points are sorted by: whether they differ, consequence of the slot, number of origins, place.

    A toll that rose stands before a day that is told otherwise; in one slot, what cannot both be right stands before
    what a later report tells anew.

    Args:
        point: a judged point.
        lead: how far down in its reports it is first told, 0 (the first word) to 1 (the last).
    """
    slots = [_rank(d.slot, d.about) for d in point.differences if d.nature in ("conflict", "update")]
    slot = min(slots, default=len(_SLOTS))
    return _VERDICTS[point.verdict], slot, point.verdict == "updated", -point.origins, lead


def _rank(slot: str, about: str) -> int:
    if slot == "number" and any(word in about for word in _TOLL):
        return 0
    return _SLOTS.index(slot)
