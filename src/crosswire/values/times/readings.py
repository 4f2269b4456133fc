"""What the matches of the time rules mean, reckoned from the report's own date."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crosswire.values.times import days as on
from crosswire.values.times.context import Context, Resolve
from crosswire.values.times.days import Reading, relative
from crosswire.values.times.words import (
    HOLIDAYS,
    PARTS,
    SEASONS,
    WEEKDAYS,
    YEAR,
    count_of,
    month_number,
    unit_code,
    weekday_number,
)
from crosswire.values.times.zones import offset_of

_DIRECTION = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "the current": 0,
    "current": 0,
    "the same": 0,
}


def read_written(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for written means, None where it is no time."""
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    return _day_or_none(year, month, day)


def _day_or_none(year: int, month: int, day: int) -> Reading | None:
    try:
        return on.one_day(date(year, month, day))
    except ValueError:
        return None


def read_month_day(found: re.Match[str], context: Context) -> Reading | None:
    """A day of a month, or several ("5 and 6 September", "September 5-7"), with its year or the nearest one."""
    month = month_number(found["month"])
    first = int(re.sub(r"\D", "", found["day"]))
    last = int(re.sub(r"\D", "", found["until"])) if found["until"] else first
    if found["year"]:
        year = int(found["year"])
    elif context.today:
        year = on.nearest_year(context.today, month, first, context.way)
    else:
        return relative(f"--{month:02}-{first:02}" + (f"/{last:02}" if last != first else ""))
    one, other = _day_or_none(year, month, first), _day_or_none(year, month, last)
    if one is None or other is None or one.first is None or other.first is None or last < first:
        return None
    return one if first == last else on.days(one.first, other.first)


def read_month(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for month means, None where it is no time."""
    month = month_number(found["month"])
    if found["year"]:
        return on.whole_month(int(found["year"]), month)
    if context.today is None:
        return relative(f"--{month:02}")
    which = (found["which"] or "").lower()
    year = context.today.year
    if which == "last":
        year -= month >= context.today.month
    elif which == "next":
        year += month <= context.today.month
    elif not which:
        year = on.nearest_year(context.today.replace(day=1), month, 1, context.way)
    return on.whole_month(year, month)


def read_weekday(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for weekday means, None where it is no time."""
    number = weekday_number(found["day"])
    which = (found["which"] or "").lower()
    if context.today is None:
        return relative(f"{which} {WEEKDAYS[number]}".strip())
    if which in ("next", "coming", "this coming"):
        return on.one_day(on.nearest_weekday(context.today + timedelta(1), number, ahead=True))
    if which in ("last", "past", "this past", "previous"):
        return on.one_day(on.nearest_weekday(context.today - timedelta(1), number, ahead=False))
    return on.one_day(on.nearest_weekday(context.today, number, context.ahead))


_NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0, "last night": -1}


def read_near_day(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for near day means, None where it is no time."""
    words = re.sub(r"^(?:late|early|earlier|later)\s", "", " ".join(found[0].lower().split()))
    by = next((by for name, by in _NEAR_DAYS.items() if words.startswith(name)), 0)
    if "before yesterday" in words:
        by = -2
    if "after tomorrow" in words:
        by = 2
    part = next((code for name, code in PARTS.items() if re.search(rf"\b{name}\b", words)), None)
    part = "night" if "night" in words else part
    if context.today is None:
        return Reading(first=None, last=None, value=words, part=part)
    return Reading(**{**_fields(on.one_day(context.today + timedelta(by))), "part": part})  # type: ignore[arg-type]


def _fields(reading: Reading) -> dict[str, object]:
    return {name: getattr(reading, name) for name in reading.__struct_fields__}


def read_unit_near(found: re.Match[str], context: Context) -> Reading | None:
    """ "last week", "this year", "earlier this month", "the past decade", "next quarter"."""
    unit = unit_code(found["unit"])
    which = found["which"].lower().removeprefix("the ").strip()
    by = _DIRECTION.get(which, 0)
    if context.today is None or unit in ("S", "TM", "H"):
        return relative(f"{which} {found['unit'].lower()}")
    return on.shifted(context.today, unit, by)


def read_recent(found: re.Match[str], context: Context) -> Reading | None:
    """ "recent years", "the past few weeks", "coming months": nobody says how many."""
    return relative("future" if found["way"].lower() == "coming" else "past")


_OFTEN = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "hourly": "hour"}


def read_every(found: re.Match[str], context: Context) -> Reading | None:
    """ "each year", "every Thursday", "daily": again and again, with what it comes round with."""
    unit = (found["unit"] or _OFTEN.get(found["often"].lower(), "year")).lower()
    return relative(f"every {unit}")


#: The ordinal, where a noun follows it.
_SECOND = re.compile(
    r"(?:a|the)\ssecond\s(?!(?:or|and|of|before|after|later|ago|to|in|at|when|while|if|that|is|was|by|for)\b)[a-z]",
    re.I,
)


def read_duration(found: re.Match[str], context: Context) -> Reading | None:
    """A stretch of time as an ISO 8601 duration; "PXD" where its length is not told."""
    code = unit_code(found["unit"])
    if code == "S" and _SECOND.match(found.string, found.start("count")):
        return None  # "a second suspect"
    if code in ("S", "Q") and re.fullmatch(YEAR, found["count"] or ""):
        return None  # "the 1988 second quarter"
    count = count_of(found["count"]) if found["count"] else 1 if found[0].lower().endswith("-long") else None
    if count is not None and code == "Y" and re.search(r"(?:1/2|and\sa\shalf)$", found["count"] or ""):
        return relative(f"P{12 * count + 6}M")
    number = "X" if count is None else str(count)
    letter, mark = {"S": ("S", "T"), "TM": ("M", "T"), "H": ("H", "T"), "Q": ("Q", "")}.get(code, (code, ""))
    if count == 0 and code in ("H", "Y", "DE"):  # half an hour, half a year, half a decade
        return relative({"H": "PT30M", "Y": "P6M", "DE": "P5Y"}[code])
    return relative(f"P{mark}{number}{letter}")


def read_year(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for year means, None where it is no time."""
    return on.whole_year(int(found["year"]))


def read_decade(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for decade means, None where it is no time."""
    start = int(found["decade"] + "0") if len(found["decade"]) == 3 else 1900 + int(found["decade"] + "0")
    return on.stretch(10, start, f"{start}s")


def read_season(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for season means, None where it is no time."""
    name = found["season"].lower()
    if found["year"]:
        return on.season(int(found["year"]), name)
    if context.today is None:
        return relative(f"{(found['which'] or '').lower()} {name}".strip())
    which = (found["which"] or "").lower()
    year = context.today.year
    begun = (context.today.month - SEASONS[name]) % 12 < 9 and context.today.month >= SEASONS[name] % 12
    year += (which == "next" and begun) - (
        which in ("last", "past") and (not begun or (context.today.month - SEASONS[name] % 12) < 3)
    )
    return on.season(year, name)


def read_holiday(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for holiday means, None where it is no time."""
    month, day = HOLIDAYS[found["holiday"].lower().replace("’", "'")]
    if found["year"]:
        return _day_or_none(int(found["year"]), month, day)
    if context.today is None:
        return relative(f"--{month:02}-{day:02}")
    return _day_or_none(on.nearest_year(context.today, month, day, context.way), month, day)


def read_weekend(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for weekend means, None where it is no time."""
    which = (found["which"] or "").lower()
    if context.today is None:
        return relative(f"{which} weekend".strip())
    by = (
        1
        if which == "next"
        else -1
        if which in ("last", "past") or (context.today.weekday() < 5 and not context.ahead and which != "this")
        else 0
    )
    return on.weekend(context.today + timedelta(7 * by))


def read_clock(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for clock means, None where it is no time."""
    told, groups = found[0].lower(), found.groupdict()
    named = groups.get("zone") or groups.get("zone2")
    zone = offset_of(named, context.today) if named else None
    if "noon" in told and "after" not in told:
        return Reading(first=None, last=None, value="12:00", clock="12:00", zone=zone)
    if "midnight" in told:
        return Reading(first=None, last=None, value="00:00", clock="00:00", zone=zone)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").lower()[:1]
    if half == "p" or re.search(r"in the (?:afternoon|evening)|at night", told):
        hour = hour % 12 + 12
    elif half == "a" or "in the morning" in told:
        hour %= 12
    if hour > 23 or minute > 59:
        return None
    clock = f"{hour:02}:{minute:02}"
    return Reading(first=None, last=None, value=clock, clock=clock, zone=zone)


def read_part(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for part means, None where it is no time."""
    code = PARTS[found["part"].lower()]
    return Reading(first=None, last=None, value=found["part"].lower(), part=code)


def read_edge(found: re.Match[str], context: Context) -> Reading | None:
    """ "the end of 1990", "the beginning of the year", "year-end"."""
    year = found["year"]
    if year:
        return on.whole_year(int(year))
    return on.whole_year(context.today.year) if context.today else relative("this year")


def read_year_end(found: re.Match[str], context: Context) -> Reading | None:
    """ "year-end": the last day of the year, of the last one where it is told of the past."""
    if context.today is None:
        return relative("year-end")
    return on.one_day(date(context.today.year - (context.way == "back"), 12, 31))


def read_always(value: str) -> Resolve:
    """Returns a reader for which every match means `value`."""
    return lambda found, context: relative(value)
