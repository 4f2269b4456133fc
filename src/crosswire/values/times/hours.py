"""Hours as their words leave them open: "about 1:30 a.m.", "shortly after 3", five o'clock of either half of a day."""

from __future__ import annotations

import re
from typing import Final

from crosswire.model import Struct, Time
from crosswire.values.times.relate import DAY, NEAR, minutes
from crosswire.values.times.zones import minutes_of

_NEARLY: Final = 30  # characters before an hour in which words say how near it is
_ROUGH: Final = re.compile(
    r"\b(?:about|around|roughly|approximately|approx\.?|some|near|circa)\s(?:\w+\s)?$", re.IGNORECASE
)
_JUST: Final = r"(?:just|right|immediately|barely|moments|minutes|a\sfew\sminutes)"
_SHORTLY: Final = r"(?:shortly|soon|a\slittle|a\sbit|several\sminutes)"
_BESIDE: Final = re.compile(
    rf"(?:\b(?:(?P<just>{_JUST})|(?P<near>{_SHORTLY}))\s)?"
    r"\b(?P<way>after|past|before|prior\sto|until|till|by|since|through)\s(?:the\s)?$",
    re.IGNORECASE,
)
_NEARING: Final = re.compile(r"\b(?:nearly|almost|close\sto|towards?)\s$", re.IGNORECASE)
_ROUND: Final = re.compile(r"\b(?:midnight|noon)\b", re.IGNORECASE)
_HALF_TOLD: Final = re.compile(r"[ap]\.?\s?m\b|morning|noon|evening|night", re.IGNORECASE)
#: Minutes that an hour told in a way may stand for, before and after it.
_NEXT: Final = 12
_SOON: Final = 20
_LONG: Final = 60
_WHOLE: Final = 15
_PART: Final = 7
_EXACT: Final = 2
#: Offsets of zones are whole numbers of this many minutes.
_STEP: Final = 30


class Hour(Struct, frozen=True):
    """A clock time in minutes after midnight, and the minutes that it may stand for."""

    at: int
    low: int
    high: int


def hours_of(text: str, time: Time) -> tuple[Hour, ...]:
    """Returns the hours that a clock time in `text` can mean: two, twelve hours apart, where neither half of the day is
    told; none where it only bounds something ("until 3 a.m.")."""
    before = text[max(0, time.span.start - _NEARLY) : time.span.start]
    at = minutes(time.clock or "00:00")
    words = text[time.span.start : time.span.end]
    told = (at,) if at >= 780 or at < 60 or time.zone or _HALF_TOLD.search(words) else (at, at + 720)
    found = _BESIDE.search(before)
    if found and found["way"].lower() in ("until", "till", "by", "since", "through"):
        return ()
    if found:
        reach = _NEXT if found["just"] else _SOON if found["near"] else _LONG
        back = found["way"].lower() in ("before", "prior to")
        return tuple(Hour(at=m, low=m - reach if back else m, high=m if back else m + reach) for m in told)
    if _NEARING.search(before):
        return tuple(Hour(at=m, low=m - _SOON, high=m) for m in told)
    wide = _WHOLE if at % 60 == 0 else _PART
    by = wide if _ROUND.search(words) or _ROUGH.search(before) else _EXACT
    return tuple(Hour(at=m, low=m - by, high=m + by) for m in told)


def gap(one: Hour, other: Hour) -> int:
    """Returns the minutes from one hour to another on the clock's face, from -720 to 720; above 0 where `other` is
    later."""
    return (other.at - one.at + DAY // 2) % DAY - DAY // 2


def near(one: Hour, other: Hour) -> bool:
    """Tells whether two hours may be one: less than ten minutes apart, or of overlapping minutes."""
    off = gap(one, other)
    moved = Hour(at=one.at + off, low=one.at + off - (other.at - other.low), high=one.at + off + other.high - other.at)
    return abs(off) < NEAR or (one.low <= moved.high and moved.low <= one.high)


def slipped(ones: tuple[Hour, ...], others: tuple[Hour, ...]) -> bool:
    """Tells whether two hours are the same but for a.m. and p.m."""
    return len(ones) == len(others) == 1 and abs(gap(ones[0], others[0])) == DAY // 2


def in_one_zone(
    one: Time, ones: tuple[Hour, ...], other: Time, others: tuple[Hour, ...]
) -> tuple[tuple[Hour, ...], tuple[Hour, ...]] | None:
    """Returns the hours of two times in one zone: as told, or in UTC where both tell theirs.

    None where only one of them tells its zone, and the other hour may be the same one in another.
    """
    zones = minutes_of(one.zone), minutes_of(other.zone)
    if zones == (None, None):
        return ones, others
    if zones[0] is None or zones[1] is None:
        return None if any(gap(x, y) % _STEP == 0 for x in ones for y in others) else (ones, others)
    return tuple(_moved(x, -zones[0]) for x in ones), tuple(_moved(y, -zones[1]) for y in others)


def _moved(hour: Hour, by: int) -> Hour:
    return Hour(at=hour.at + by, low=hour.low + by, high=hour.high + by)
