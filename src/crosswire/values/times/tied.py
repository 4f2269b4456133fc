"""What times mean that the text ties to others: "two days later", "the following Friday", "a year earlier"."""

from __future__ import annotations

import re
from datetime import timedelta

from crosswire.values.times import days as on
from crosswire.values.times.context import Context
from crosswire.values.times.days import Reading, relative
from crosswire.values.times.words import ORDINALS, UNITS, WEEKDAYS, count_of, unit_code, weekday_number


def read_ago(found: re.Match[str], context: Context) -> Reading | None:
    """ "two weeks ago", "a year earlier", "in three days": so many units before or after the telling."""
    count, unit = count_of(found["count"]), unit_code(found["unit"])
    back = found["way"].lower() in ("ago", "earlier")
    words = " ".join(found[0].lower().split())
    if context.today is None or unit in ("S", "TM", "H") or (unit == "D" and found["way"].lower() == "earlier"):
        return relative(words)
    if count is None:
        return relative("past" if back else "future")
    if unit == "Y" and back and count == 1 and context.quarter and context.quarter.first:
        return on.quarter(context.quarter.first.year - 1, context.quarter.first.month // 3 + 1)
    return on.shifted(context.today, unit, -count if back else count)


def read_after(found: re.Match[str], context: Context) -> Reading | None:
    """ "the day before", "one day after", "two weeks later": counted from something the text tells, not from the
    report; "later" and "earlier" from the days told last before, where there are such."""
    count = count_of(found["count"]) if found["count"] else 1
    unit, word = unit_code(found["unit"]), found["way"].lower()
    way = -1 if word in ("before", "earlier", "previous", "prior", "beforehand") else 1
    name = next(name for name, code in UNITS.items() if code == unit and name not in ("night", "weekday", "fortnight"))
    untied = relative(f"{count if count is not None else 'some'} {name} {'before' if way < 0 else 'after'}")
    ends = re.match(r"\W*(?:$|[,.;:])", found.string[found.end() : found.end() + 3])
    if count is None or not (word in ("later", "earlier", "afterwards", "afterward", "beforehand") or ends):
        return untied
    return _tied(context, unit, way * count) or untied


def _tied(context: Context, unit: str, by: int) -> Reading | None:
    """The day, week, month or year so many units from the days told last before; None where these are too wide."""
    last = context.last
    if last is None or last.first is None or last.last is None:
        return None
    wide = (last.last - last.first).days
    if wide >= {"D": 1, "W": 1, "M": 31, "Y": 366}.get(unit, 0):
        return None
    return on.one_day(last.first + timedelta(7 * by)) if unit == "W" else on.shifted(last.first, unit, by)


def read_next_day(found: re.Match[str], context: Context) -> Reading | None:
    """ "the next day", "the previous month": beside the days told last before."""
    way = -1 if found["way"].lower() in ("previous", "prior") else 1
    untied = relative(f"1 {found['unit'].lower()} {'before' if way < 0 else 'after'}")
    return _tied(context, unit_code(found["unit"]), way) or untied


def read_tied_weekday(found: re.Match[str], context: Context) -> Reading | None:
    """ "the following Friday", "the previous Sunday": counted from the days told last before."""
    number, last = weekday_number(found["day"]), context.last
    ahead = found["way"].lower() == "following"
    if last is None or last.first is None or last.last is None:
        return relative(f"{found['way'].lower()} {WEEKDAYS[number]}")
    beside = last.last + timedelta(1) if ahead else last.first - timedelta(1)
    return on.one_day(on.nearest_weekday(beside, number, ahead))


def read_quarter(found: re.Match[str], context: Context) -> Reading | None:
    """Returns what a match of the rule for quarter means, None where it is no time."""
    number = ORDINALS[found["which"].lower()]
    if found["year"]:
        return on.quarter(int(found["year"]), number)
    if context.today is None:
        return relative(f"Q{number}")
    current = (context.today.month + 2) // 3
    return on.quarter(context.today.year - (number > current), number)


def read_quarter_of(found: re.Match[str], context: Context) -> Reading | None:
    """ "next year's first quarter", "the 1988 quarter", "the year-ago third quarter": a quarter with its year."""
    told, today = found["of"].lower(), context.today
    number = ORDINALS[found["which"].lower()] if found["which"] else _number(context.quarter)
    if told[0].isdigit():
        return on.quarter(int(told), number) if number else on.whole_year(int(told))
    if today is None or number is None:
        return None
    if told.startswith("year"):
        then = context.quarter.first if context.quarter and context.quarter.first else today
        return on.quarter(then.year - 1, number)
    return on.quarter(today.year + {"last": -1, "this": 0, "next": 1}[told.split()[0]], number)


def _number(quarter: Reading | None) -> int | None:
    """Which quarter of its year it is."""
    return quarter.first.month // 3 + 1 if quarter and quarter.first else None
