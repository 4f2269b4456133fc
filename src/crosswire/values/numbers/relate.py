"""What two numbers are to one another: "about 20" holds 22, "several" holds six, three miles are five kilometres.

What they count, and whether it is one thing, is not asked here: only whether both numbers can be right of one.
"""

from __future__ import annotations

from typing import Final

from crosswire.model import Quantity, Struct
from crosswire.values.numbers.measures import currency, measured, seconds, singular
from crosswire.values.relation import SAME, Reason, Relation, apart, incomparable, rounding, within

_INF: Final = float("inf")
#: How far apart two numbers may be, as a share of the larger, and still be one number rounded ...
_ROUNDED: Final = 0.06
#: ... or one told in two units.
_CONVERTED: Final = 0.085
#: Exact counts below this are counted, not rounded; other numbers below this are not either.
_COUNTED_TO: Final = 100
_SMALL: Final = 20
#: How far the middles of two ranges may lie apart, as a share of the larger end, for one to be the other told loosely.
_LOOSE: Final = 0.3
#: How much a length of time that is told loosely may be shorter or longer.
_LOOSE_LENGTH: Final = 0.2


class _Range(Struct, frozen=True):
    """The values that a number can mean, in the unit that both are brought to."""

    low: float
    high: float


def relate(one: Quantity, other: Quantity) -> Relation:
    """Returns what two numbers are to one another, `one` being the left.

    Ranges that hold one another are "within", those that overlap or lie as near as round figures do are "rounding".
    Kinds, units and currencies that cannot be set against one another make numbers incomparable.
    """
    reason = _unlike(one, other)
    if reason is not None:
        return incomparable(reason)
    left, right = _range(one), _range(other)
    if left == right:
        return SAME
    if one.kind in ("score", "ordinal") and one.exact and other.exact:
        return apart()
    if left.low <= right.high and right.low <= left.high:
        return _overlapping(one, left, other, right)
    return _disjoint(one, left, other, right)


def _unlike(one: Quantity, other: Quantity) -> Reason | None:
    """Why two numbers cannot be set against one another, None where they can."""
    if one.kind != other.kind:
        return "kind"
    if singular(one.unit or "") == singular(other.unit or ""):
        return None
    if one.kind == "money":
        return None if currency(one.unit) == currency(other.unit) else "currency"
    if one.kind == "duration":
        return None if seconds(one.unit) and seconds(other.unit) else "unit"
    if one.kind == "percent":
        return "unit"
    if one.kind == "measure":
        left, right = measured(1, one.unit), measured(1, other.unit)
        return None if left and right and left[0] == right[0] else "unit"
    return None


def _range(quantity: Quantity) -> _Range:
    """The values that a number can mean: lengths of time in seconds, measures in one unit of their kind."""
    low, high = quantity.low, quantity.high
    if quantity.kind == "duration":
        size = seconds(quantity.unit) or 1
        if not quantity.exact and low == high:
            low, high = low * (1 - _LOOSE_LENGTH), high * (1 + _LOOSE_LENGTH)
        return _Range(low=low * size, high=high * size)
    if quantity.kind == "measure":
        ends = measured(low, quantity.unit), measured(high, quantity.unit)
        if ends[0] and ends[1]:
            return _Range(low=ends[0][1], high=ends[1][1])
    return _Range(low=low, high=high)


def _overlapping(one: Quantity, left: _Range, other: Quantity, right: _Range) -> Relation:
    """Two ranges that share a value."""
    near = one.kind != "age" and _are_near(left, right) and not (one.exact and other.exact)
    if right.low <= left.low and left.high <= right.high:
        return within("left", "hedged" if near else "narrower")
    if left.low <= right.low and right.high <= left.high:
        return within("right", "hedged" if near else "narrower")
    return rounding("rounded" if near else "overlap")


def _are_near(left: _Range, right: _Range) -> bool:
    if _INF in (left.high, right.high):
        return False
    return abs((left.low + left.high) - (right.low + right.high)) <= _LOOSE * max(abs(left.high), abs(right.high))


def _disjoint(one: Quantity, left: _Range, other: Quantity, right: _Range) -> Relation:
    """Two ranges that share no value: one number rounded or converted, else two numbers."""
    lower, upper = (left, right) if right.low > left.high else (right, left)
    gap, farthest = upper.low - lower.high, max(abs(upper.low), abs(lower.high))
    if one.kind == "count" and gap == 1 and _INF in (left.high, right.high):
        return apart("bounded")  # "70 shots", "more than 70 shots"
    if _are_of_two_units(one, other) and gap / farthest <= _CONVERTED:
        return rounding("converted")
    counted = one.kind in ("count", "age") and one.exact and other.exact
    large = farthest >= (_COUNTED_TO if counted else _SMALL)
    if large and gap / farthest <= _ROUNDED and (_is_round(one) or _is_round(other)):
        return rounding("rounded")
    return apart()


def _are_of_two_units(one: Quantity, other: Quantity) -> bool:
    return one.kind in ("measure", "duration") and singular(one.unit or "") != singular(other.unit or "")


def _is_round(quantity: Quantity) -> bool:
    """Whether a number may stand for its neighbours: told so, or ending in noughts; "more than 185" was counted."""
    value = quantity.low
    if not quantity.exact:
        return not (quantity.high < _INF and (quantity.low - 1) * 1.1 == quantity.high)
    return (value >= _SMALL and value % 10 == 0) or value >= 1e6
