"""Time zones as English news tells them: "23:40 GMT", "5 p.m. ET", "02:40 local time", as an offset from UTC."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

_FIXED: Final = {
    "gmt": 0, "utc": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "wet": 0, "west": 1, "msk": 3, "jst": 9, "aest": 10, "aedt": 11,
}  # fmt: skip
#: Zones of which a report does not tell whether it is summer: hours in winter, and whose summer.
_SEASONAL: Final = {
    "et": (-5, "us"), "ct": (-6, "us"), "mt": (-7, "us"), "pt": (-8, "us"), "eastern": (-5, "us"),
    "central": (-6, "us"), "mountain": (-7, "us"), "pacific": (-8, "us"),
}  # fmt: skip
#: Any zone, behind a clock time.
ZONE: Final = (
    r"(?:(?:GMT|UTC)(?:\s?[+−-]\s?\d{1,2}(?::?[0-5]\d)?)?|[ECMP][SD]?T|BST|CES?T|EES?T|WES?T|MSK|IST|JST|AE[SD]T"
    r"|[+−-](?:0\d|1[0-4]):?[0-5]\d|(?:Eastern|Central|Mountain|Pacific)(?:\s(?:[Ss]tandard|[Dd]aylight))?(?:\s[Tt]ime)?"
    r"|local(?:\stime)?|[A-Z][a-z]+\stime)"
)
_OFFSET: Final = re.compile(r"(?:gmt|utc)?\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?$")
#: A local time that is told in UTC right behind: "02:40 local time (23:40 GMT)".
_BESIDE: Final = re.compile(r"\s?[(,/]\s?|\sor\s|,\sor\s")
_DAY: Final = 1440


def offset_of(zone: str, day: date | None) -> str:
    """Returns the offset of a zone from UTC as "+03:00"; "local" where it names none that is known.

    Args:
        zone: the zone in the report's words.
        day: the day that the hour is of, which tells summer time; zones that need it are "local" without it.
    """
    plain = " ".join(zone.lower().replace("−", "-").split())
    if told := _OFFSET.fullmatch(plain):
        minutes = int(told["hours"]) * 60 + int(told["minutes"] or 0)
        return written(-minutes if told["sign"] == "-" else minutes)
    word = plain.split()[0]
    if word in _FIXED:
        return written(60 * _FIXED[word])
    if word in _SEASONAL and "standard" in plain:
        return written(60 * _SEASONAL[word][0])
    if word in _SEASONAL and (day is not None or "daylight" in plain):
        summer = "daylight" in plain or (day is not None and _is_us_summer(day))
        return written(60 * (_SEASONAL[word][0] + summer))
    return "local"


def written(minutes: int) -> str:
    """Returns an offset of so many minutes from UTC as "+03:00"."""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def minutes_of(zone: str | None) -> int | None:
    """Returns an offset such as "+03:00" in minutes, None where no offset is known."""
    if zone is None or zone == "local":
        return None
    hours, _, minutes = zone[1:].partition(":")
    return (int(hours) * 60 + int(minutes)) * (-1 if zone[0] == "-" else 1)


def told_beside(clock: str, other: str, between: str) -> str | None:
    """Returns the offset of a local time told beside the same moment in UTC, None where they cannot be one moment."""
    if not _BESIDE.fullmatch(between):
        return None
    local, utc = (int(c[:2]) * 60 + int(c[3:]) for c in (clock, other))
    off = (local - utc + _DAY // 2) % _DAY - _DAY // 2
    return written(off) if off % 15 == 0 else None


def _is_us_summer(day: date) -> bool:
    """From the second Sunday of March to the first of November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    return march + timedelta((6 - march.weekday()) % 7) <= day < november + timedelta((6 - november.weekday()) % 7)
