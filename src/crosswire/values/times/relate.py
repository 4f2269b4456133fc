"""What two times are to one another: a day in its month, an hour in its morning, one moment in two time zones.

A time is a range of days and a stretch of the day, each open where it is not told. What both leave no room for is
apart; a time lies within another where its days and its stretch do.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from crosswire.model import Time
from crosswire.values.relation import SAME, Inner, Relation, apart, incomparable, rounding, within
from crosswire.values.times.lengths import length
from crosswire.values.times.words import WEEKDAYS
from crosswire.values.times.zones import minutes_of

DAY: Final = 1440
#: Hours nearer than this are one hour told by two people.
NEAR: Final = 10
_VAGUE: Final = frozenset({"now", "past", "future", "page"})
#: The minutes, from and to, that a part of the day can mean; the night runs over midnight.
PARTS: Final = {
    "dawn": (240, 480), "morning": (0, 720), "midday": (660, 840), "afternoon": (720, 1080), "evening": (960, 1440),
    "night": (1080, 1800),
}  # fmt: skip
_WHOLE: Final = (0, 1800)
#: Offsets from UTC are whole numbers of this many minutes.
_STEP: Final = 30


def is_day(time: Time) -> bool:
    """Tells whether a time names days rather than a length of time, a clock time alone, or something vague."""
    if time.value in _VAGUE or time.value.startswith(("P", "every ")) or re.fullmatch(r"\d\d:\d\d", time.value):
        return False
    return time.first is not None or weekday(time) is not None or time.value.startswith("--")


def weekday(time: Time) -> int | None:
    """Returns the weekday that a time names, 0 for Monday; None where it names none, or several days."""
    if time.first is not None:
        return date.fromisoformat(time.first).weekday() if time.first == time.last else None
    last = time.value.split()[-1] if time.value.split() else ""
    return WEEKDAYS.index(last) if last in WEEKDAYS else None


def relate(one: Time, other: Time) -> Relation:
    """Returns what two times are to one another, `one` being the left: their days and their stretches of the day.

    Two moments with their zones are compared as moments. Where only one hour has its zone, another hour that lies a
    whole number of half hours from it may be the same one: that is incomparable.
    """
    told = _moments(one, other)
    if told is not None:
        return told
    timed = [time.clock is not None or time.part is not None for time in (one, other)]
    if not (is_day(one) or is_day(other) or any(timed)):
        return _untimed(one, other)
    if not all(is_day(time) or told for time, told in zip((one, other), timed, strict=True)):
        return incomparable("kind")
    days = _open_days(one, other)
    return _both(days, hours(one, other)) if any(timed) else days


def _untimed(one: Time, other: Time) -> Relation:
    """Lengths of time, and times that name no day."""
    if one.value == other.value:
        return SAME
    left, right = length(one.value), length(other.value)
    if left is None or right is None:
        return incomparable("unknown")
    return SAME if left == right else apart()


def _open_days(one: Time, other: Time) -> Relation:
    """The days of two times of which one may name none."""
    named = is_day(one), is_day(other)
    if all(named):
        return relate_days(one, other)
    return SAME if not any(named) else within("left" if named[0] else "right")


def relate_days(one: Time, other: Time) -> Relation:
    """Returns what the days of two times are to one another, whatever hours they tell.

    One weekday, or one day of the year, in two weeks or years is "rounding" for the reason "guessed": which was meant
    is the reader's guess.
    """
    if one.first and one.last and other.first and other.last:
        return _ranges((one.first, one.last), (other.first, other.last), one, other)
    a, b = weekday(one), weekday(other)
    if a is not None and b is not None:
        if a != b:
            return apart()
        return _open_year(one, other) if bool(one.first) != bool(other.first) else SAME
    if one.value == other.value:
        return SAME
    if one.value.startswith("--") and other.value.startswith("--"):
        return _begun(one.value, other.value)
    return _yearless(one, other)


def _ranges(left: tuple[str, str], right: tuple[str, str], one: Time, other: Time) -> Relation:
    if left == right:
        return SAME
    if left[0] <= right[1] and right[0] <= left[1]:
        if right[0] <= left[0] and left[1] <= right[1]:
            return within("left")
        return within("right") if left[0] <= right[0] and right[1] <= left[1] else rounding("overlap")
    grains = _grain(left), _grain(right)
    of_year = grains[0] < 3 and (left[0][5:], left[1][5:]) == (right[0][5:], right[1][5:])
    a, b = weekday(one), weekday(other)
    if of_year or (a is not None and a == b):
        return rounding("guessed")
    return apart() if grains[0] == grains[1] else incomparable("grain")


def _grain(days: tuple[str, str]) -> int:
    """How long a range of days is: a day, a week, a month, or longer."""
    length = (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days
    return 0 if length < 1 else 1 if length < 8 else 2 if length < 32 else 3


def _open_year(one: Time, other: Time) -> Relation:
    """A day that is known against one of its kind that is not: it is one of those."""
    return within("left" if one.first else "right", "guessed")


def _begun(one: str, other: str) -> Relation:
    """A day of the year against the month it may lie in."""
    if one.startswith(other):
        return within("left")
    return within("right") if other.startswith(one) else apart()


def _yearless(one: Time, other: Time) -> Relation:
    """A month and day without its year against a day that is known."""
    bare, known = (one, other) if one.value.startswith("--") else (other, one)
    if not bare.value.startswith("--") or not known.first or known.first != known.last:
        return incomparable("unknown")
    return _open_year(one, other) if known.first[5:].startswith(bare.value[2:]) else apart()


def hours(one: Time, other: Time) -> Relation:
    """Returns what the hours of two times are to one another, whatever days they tell: one that tells none is open."""
    left, right = stretch(one), stretch(other)
    if one.clock and other.clock:
        zones = minutes_of(one.zone), minutes_of(other.zone)
        off = minutes(other.clock) - minutes(one.clock)
        if zones[0] is not None and zones[1] is not None:
            off += zones[0] - zones[1]
        elif zones != (None, None) and off and off % _STEP == 0:
            return incomparable("zone")
        off = (off + DAY // 2) % DAY - DAY // 2
        if off == 0:
            return SAME
        return rounding("rounded") if abs(off) < NEAR else apart()
    if left == right:
        return SAME
    if _lies_in(left, right):
        return within("left")
    if _lies_in(right, left):
        return within("right")
    return rounding("overlap") if left[0] < right[1] and right[0] < left[1] else apart()


def stretch(time: Time) -> tuple[int, int]:
    """Returns the minutes after midnight that a time can mean, from and to; the night ends on the next day."""
    if time.clock:
        return minutes(time.clock), minutes(time.clock)
    return PARTS[time.part] if time.part else _WHOLE


def minutes(clock: str) -> int:
    """Returns a clock time such as "13:30" in minutes after midnight."""
    return int(clock[:2]) * 60 + int(clock[3:])


def _lies_in(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return any(outer[0] <= inner[0] + turn and inner[1] + turn <= outer[1] for turn in (0, DAY))


def _both(days: Relation, told: Relation) -> Relation:
    """What two times are whose days and hours are to one another so: each lies within, or one within each way."""
    parts = (days, told)
    for how in ("apart", "incomparable", "rounding"):
        if found := next((p for p in parts if p.how == how), None):
            return found
    inner: set[Inner] = {p.inner for p in parts if p.inner is not None}
    if not inner:
        return SAME
    return rounding("overlap") if len(inner) > 1 else next(p for p in parts if p.inner is not None)


def _moments(one: Time, other: Time) -> Relation | None:
    """What two moments are whose zones are known, and of both days or of neither; None for other times."""
    zones = minutes_of(one.zone), minutes_of(other.zone)
    if not (one.clock and other.clock) or zones[0] is None or zones[1] is None:
        return None
    left, right = minutes(one.clock) - zones[0], minutes(other.clock) - zones[1]
    known = [t.first is not None and t.first == t.last for t in (one, other)]
    if all(known):
        apart_by = date.fromisoformat(other.first or "").toordinal() - date.fromisoformat(one.first or "").toordinal()
        off = abs(right - left + DAY * apart_by)
    elif any(known) or is_day(one) or is_day(other):
        return None
    else:
        off = abs((right - left + DAY // 2) % DAY - DAY // 2)
    return SAME if off == 0 else rounding("rounded") if off < NEAR else apart()
