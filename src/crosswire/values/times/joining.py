"""A clock time, a part of the day and a day told beside one another, joined into one expression."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from crosswire.model import PartOfDay
from crosswire.values.times.days import Reading
from crosswire.values.times.words import PARTS
from crosswire.values.times.zones import told_beside

_JOINT: Final = re.compile(r"(?:,?\s(?:on\s|at\s|of\s|in\s)?(?:about\s|around\s|early\s|late\s)?(?:the\s)?)")
_AFTER_DAY: Final = re.compile(
    rf"[\s-](?:early\s|late\s|mid-)?(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))})\b", re.IGNORECASE
)

#: Where an expression starts and ends in the text, and what it means.
Found = tuple[int, int, Reading]


def joined(text: str, found: list[Found]) -> list[Found]:
    """Joins a clock time or a part of the day with the day told beside it."""
    joined: list[Found] = []
    for start, end, reading in found:
        start, end, reading = _with_part(text, start, end, reading)
        if joined and (zoned := _zoned(text, joined[-1], (start, end, reading))):
            joined[-1] = zoned
        if joined and (merged := _merged(text, joined[-1], (start, end, reading))):
            joined[-1] = merged
        elif not joined or joined[-1][1] <= start:
            joined.append((start, end, reading))
    return joined


def _with_part(text: str, start: int, end: int, reading: Reading) -> Found:
    """A day with the part of it told right after: "Friday night", "September 5 in the evening" stays two."""
    if reading.value.startswith("P") or reading.clock or reading.part or not _is_one_day(reading):
        return start, end, reading
    found = _AFTER_DAY.match(text, end)
    if not found:
        return start, end, reading
    return start, found.end(), _changed(reading, reading, PARTS[found["part"].lower()])


def _zoned(text: str, left: Found, right: Found) -> Found | None:
    """A local time with the offset that the same moment in UTC, told beside it, gives it."""
    one, other = left[2], right[2]
    if not (one.clock and other.clock and other.zone == "+00:00" and one.zone in (None, "local")):
        return None
    zone = told_beside(one.clock, other.clock, text[left[1] : right[0]])
    return (left[0], left[1], replace(one, zone=zone)) if zone else None


def _is_one_day(reading: Reading) -> bool:
    if reading.value.startswith("every "):
        return False
    if reading.first is not None:
        return reading.first == reading.last
    return reading.value.split()[-1].endswith(("day", "today", "tomorrow", "yesterday"))


def _merged(text: str, left: Found, right: Found) -> Found | None:
    one, other = left[2], right[2]
    between = text[left[1] : right[0]]
    if not _JOINT.fullmatch(between):
        return None
    bare_one, bare_other = (
        one.first is None and bool(one.clock or one.part),
        other.first is None and bool(other.clock or other.part),
    )
    if bare_one and not bare_other and _is_one_day(other) and not other.clock:
        return left[0], right[1], _changed(other, one, one.part or other.part)
    if bare_other and not bare_one and _is_one_day(one) and not one.clock:
        return left[0], right[1], _changed(one, other, other.part or one.part)
    if (
        _is_one_day(one)
        and _is_one_day(other)
        and between.strip() in (",", "")
        and not one.clock
        and not bare_one
        and not bare_other
    ):
        return left[0], right[1], other if other.first else one
    return None


def _in_part(clock: str | None, part: PartOfDay | None) -> str | None:
    """A clock time of the first twelve hours moved to the half of the day that its part of the day tells."""
    if clock and part in ("afternoon", "evening", "night") and (part != "night" or clock > "05:59") and clock < "12:00":
        return f"{int(clock[:2]) + 12:02}{clock[2:]}"
    return clock


def _changed(days: Reading, hour: Reading, part: PartOfDay | None) -> Reading:
    return replace(days, clock=_in_part(hour.clock, part), part=part, zone=hour.zone)
