"""What the matches of the time rules mean, reckoned from the report's own date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from crosswire.model import Struct
from crosswire.values.times import days as on
from crosswire.values.times.days import Reading, relative
from crosswire.values.times.words import (
    HOLIDAYS,
    ORDINALS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    count_of,
    month_number,
    unit_code,
    weekday_number,
)


class Telling(Struct, frozen=True):
    """Where a time is told from: the report's date, None where unknown, and whether the sentence looks ahead."""

    today: date | None
    ahead: bool = False


Resolve = Callable[["re.Match[str]", Telling], Reading | None]


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


def read_written(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for written means, None where it is no time."""
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    return _day_or_none(year, month, day)


def _day_or_none(year: int, month: int, day: int) -> Reading | None:
    try:
        return on.one_day(date(year, month, day))
    except ValueError:
        return None


def read_month_day(found: re.Match[str], telling: Telling) -> Reading | None:
    """A day of a month, or several ("5 and 6 September", "September 5-7"), with its year or the nearest one."""
    month = month_number(found["month"])
    first = int(re.sub(r"\D", "", found["day"]))
    last = int(re.sub(r"\D", "", found["until"])) if found["until"] else first
    if found["year"]:
        year = int(found["year"])
    elif telling.today:
        year = on.nearest_year(telling.today, month, first, telling.ahead)
    else:
        return relative(f"--{month:02}-{first:02}" + (f"/{last:02}" if last != first else ""))
    one, other = _day_or_none(year, month, first), _day_or_none(year, month, last)
    if one is None or other is None or one.first is None or other.first is None or last < first:
        return None
    return one if first == last else on.days(one.first, other.first)


def read_month(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for month means, None where it is no time."""
    month = month_number(found["month"])
    if found["year"]:
        return on.whole_month(int(found["year"]), month)
    if telling.today is None:
        return relative(f"--{month:02}")
    which = (found["which"] or "").lower()
    year = telling.today.year
    if (which == "last" and month >= telling.today.month) or (
        not which and month > telling.today.month and not telling.ahead
    ):
        year -= 1
    if which == "next" or (telling.ahead and not which and month < telling.today.month):
        year += 1
    return on.whole_month(year, month)


def read_weekday(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for weekday means, None where it is no time."""
    number = weekday_number(found["day"])
    which = (found["which"] or "").lower()
    if telling.today is None:
        return relative(f"{which} {WEEKDAYS[number]}".strip())
    if which in ("next", "coming", "this coming"):
        return on.one_day(on.nearest_weekday(telling.today + timedelta(1), number, ahead=True))
    if which in ("last", "past", "this past", "previous"):
        return on.one_day(on.nearest_weekday(telling.today - timedelta(1), number, ahead=False))
    return on.one_day(on.nearest_weekday(telling.today, number, telling.ahead))


_NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0, "last night": -1}


def read_near_day(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for near day means, None where it is no time."""
    words = " ".join(found[0].lower().split())
    by = next((by for name, by in _NEAR_DAYS.items() if words.startswith(name)), 0)
    if "before yesterday" in words:
        by = -2
    if "after tomorrow" in words:
        by = 2
    part = next((code for name, code in PARTS.items() if re.search(rf"\b{name}\b", words)), None)
    part = "NI" if "night" in words else part
    if telling.today is None:
        return Reading(first=None, last=None, value=words, part=part)
    return Reading(**{**_fields(on.one_day(telling.today + timedelta(by))), "part": part})  # type: ignore[arg-type]


def _fields(reading: Reading) -> dict[str, object]:
    return {name: getattr(reading, name) for name in reading.__struct_fields__}


def read_unit_near(found: re.Match[str], telling: Telling) -> Reading | None:
    """ "last week", "this year", "earlier this month", "the past decade", "next quarter"."""
    unit = unit_code(found["unit"])
    which = found["which"].lower().removeprefix("the ").strip()
    by = _DIRECTION.get(which, 0)
    if telling.today is None or unit in ("S", "TM", "H"):
        return relative(f"{which} {found['unit'].lower()}")
    return on.shifted(telling.today, unit, by)


def read_ago(found: re.Match[str], telling: Telling) -> Reading | None:
    """ "two weeks ago", "a year earlier", "in three days": so many units before or after the telling."""
    count, unit = count_of(found["count"]), unit_code(found["unit"])
    back = found["way"].lower() in ("ago", "earlier")
    words = " ".join(found[0].lower().split())
    if telling.today is None or unit in ("S", "TM", "H") or (unit == "D" and found["way"].lower() == "earlier"):
        return relative(words)
    if count is None:
        return relative("past" if back else "future")
    return on.shifted(telling.today, unit, -count if back else count)


def read_after(found: re.Match[str], telling: Telling) -> Reading | None:
    """ "the day before", "one day after", "two weeks later": counted from something the text tells, not from the
    report."""
    count = count_of(found["count"]) if found["count"] else 1
    unit = unit_code(found["unit"])
    way = -1 if found["way"].lower() in ("before", "earlier", "previous", "prior") else 1
    name = next(name for name, code in UNITS.items() if code == unit and name not in ("night", "weekday", "fortnight"))
    return relative(f"{count if count is not None else 'some'} {name} {'before' if way < 0 else 'after'}")


def read_next_day(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for next day means, None where it is no time."""
    return relative(
        f"1 {found['unit'].lower()} {'before' if found['way'].lower() in ('previous', 'prior') else 'after'}"
    )


#: The ordinal, where a noun follows it.
_SECOND = re.compile(
    r"(?:a|the)\ssecond\s(?!(?:or|and|of|before|after|later|ago|to|in|at|when|while|if|that|is|was|by|for)\b)[a-z]",
    re.I,
)


def read_duration(found: re.Match[str], telling: Telling) -> Reading | None:
    """A stretch of time as an ISO 8601 duration; "PXD" where its length is not told."""
    code = unit_code(found["unit"])
    if code == "S" and _SECOND.match(found.string, found.start("count")):
        return None  # "a second suspect"
    count = count_of(found["count"]) if found["count"] else 1 if found[0].lower().endswith("-long") else None
    number = "X" if count is None else str(count)
    letter, mark = {"S": ("S", "T"), "TM": ("M", "T"), "H": ("H", "T"), "Q": ("Q", "")}.get(code, (code, ""))
    if count == 0 and code in ("H", "Y", "DE"):  # half an hour, half a year, half a decade
        return relative({"H": "PT30M", "Y": "P6M", "DE": "P5Y"}[code])
    return relative(f"P{mark}{number}{letter}")


def read_year(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for year means, None where it is no time."""
    return on.whole_year(int(found["year"]))


def read_decade(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for decade means, None where it is no time."""
    start = int(found["decade"] + "0") if len(found["decade"]) == 3 else 1900 + int(found["decade"] + "0")
    return on.stretch(10, start, f"{start}s")


def read_quarter(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for quarter means, None where it is no time."""
    number = ORDINALS[found["which"].lower()]
    if found["year"]:
        return on.quarter(int(found["year"]), number)
    if telling.today is None:
        return relative(f"Q{number}")
    current = (telling.today.month + 2) // 3
    return on.quarter(telling.today.year - (number > current), number)


def read_season(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for season means, None where it is no time."""
    name = found["season"].lower()
    if found["year"]:
        return on.season(int(found["year"]), name)
    if telling.today is None:
        return relative(f"{(found['which'] or '').lower()} {name}".strip())
    which = (found["which"] or "").lower()
    year = telling.today.year
    begun = (telling.today.month - SEASONS[name]) % 12 < 9 and telling.today.month >= SEASONS[name] % 12
    year += (which == "next" and begun) - (
        which in ("last", "past") and (not begun or (telling.today.month - SEASONS[name] % 12) < 3)
    )
    return on.season(year, name)


def read_holiday(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for holiday means, None where it is no time."""
    month, day = HOLIDAYS[found["holiday"].lower().replace("’", "'")]
    if found["year"]:
        return _day_or_none(int(found["year"]), month, day)
    if telling.today is None:
        return relative(f"--{month:02}-{day:02}")
    return _day_or_none(on.nearest_year(telling.today, month, day, telling.ahead), month, day)


def read_weekend(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for weekend means, None where it is no time."""
    which = (found["which"] or "").lower()
    if telling.today is None:
        return relative(f"{which} weekend".strip())
    by = (
        1
        if which == "next"
        else -1
        if which in ("last", "past") or (telling.today.weekday() < 5 and not telling.ahead and which != "this")
        else 0
    )
    return on.weekend(telling.today + timedelta(7 * by))


def read_clock(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for clock means, None where it is no time."""
    told = found[0].lower()
    if "noon" in told and "after" not in told:
        return Reading(first=None, last=None, value="12:00", clock="12:00")
    if "midnight" in told:
        return Reading(first=None, last=None, value="00:00", clock="00:00")
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").lower()[:1]
    if half == "p" or re.search(r"in the (?:afternoon|evening)|at night", told):
        hour = hour % 12 + 12
    elif half == "a" or "in the morning" in told:
        hour %= 12
    if hour > 23 or minute > 59:
        return None
    clock = f"{hour:02}:{minute:02}"
    return Reading(first=None, last=None, value=clock, clock=clock)


def read_part(found: re.Match[str], telling: Telling) -> Reading | None:
    """Returns what a match of the rule for part means, None where it is no time."""
    code = PARTS[found["part"].lower()]
    return Reading(first=None, last=None, value=found["part"].lower(), part=code)


def read_edge(found: re.Match[str], telling: Telling) -> Reading | None:
    """ "the end of 1990", "the beginning of the year", "year-end"."""
    year = found["year"]
    if year:
        return on.whole_year(int(year))
    return on.whole_year(telling.today.year) if telling.today else relative("this year")


def read_always(value: str) -> Resolve:
    """Returns a reader for which every match means `value`."""
    return lambda found, telling: relative(value)
