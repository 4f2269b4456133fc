"""Ranges of days: what a weekday, a month, a week or a year can mean, reckoned from a report's own date."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

from crosswire.model import PartOfDay, Struct
from crosswire.values.times.tense import Way
from crosswire.values.times.words import SEASONS


class Reading(Struct, frozen=True):
    """What a time expression means: the days it can mean (None while relative), a comparable value, a clock
    time with the offset of its zone from UTC where told, a part of the day."""

    first: date | None
    last: date | None
    value: str
    clock: str | None = None
    part: PartOfDay | None = None
    zone: str | None = None


def relative(value: str) -> Reading:
    """Returns a reading that no day is known for."""
    return Reading(first=None, last=None, value=value)


def one_day(day: date) -> Reading:
    """Returns the reading of one day."""
    return Reading(first=day, last=day, value=day.isoformat())


def days(first: date, last: date, value: str | None = None) -> Reading:
    """Returns the reading of a range of days, inclusive."""
    return Reading(first=first, last=last, value=value or f"{first.isoformat()}/{last.isoformat()}")


def whole_month(year: int, month: int) -> Reading:
    """Returns the days of a month; months beyond 1 to 12 carry over into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = date(year, month, calendar.monthrange(year, month)[1])
    return days(date(year, month, 1), last, f"{year:04}-{month:02}")


def whole_year(year: int) -> Reading:
    """Returns the days of a year."""
    return days(date(year, 1, 1), date(year, 12, 31), f"{year:04}")


def whole_week(day: date) -> Reading:
    """Returns the days, Monday to Sunday, of the week that `day` lies in."""
    monday = day - timedelta(day.weekday())
    year, week, _ = monday.isocalendar()
    return days(monday, monday + timedelta(6), f"{year:04}-W{week:02}")


def weekend(day: date) -> Reading:
    """Returns the Saturday and Sunday of the week that `day` lies in."""
    saturday = day - timedelta(day.weekday()) + timedelta(5)
    year, week, _ = saturday.isocalendar()
    return days(saturday, saturday + timedelta(1), f"{year:04}-W{week:02}-WE")


def quarter(year: int, number: int) -> Reading:
    """Returns the days of a calendar quarter; quarters beyond 1 to 4 carry over into other years."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    first, last = whole_month(year, 3 * number - 2), whole_month(year, 3 * number)
    assert first.first is not None
    assert last.last is not None
    return days(first.first, last.last, f"{year:04}-Q{number}")


def season(year: int, name: str) -> Reading:
    """Returns the three months of a season of the northern half of the earth; winter ends in `year`'s spring."""
    start = SEASONS[name.lower()]
    first = whole_month(year - 1 if start == 12 else year, start)
    last = whole_month(year, (start + 1) % 12 + 1)
    assert first.first is not None
    assert last.last is not None
    return days(first.first, last.last, f"{year:04} {name.lower()}")


def stretch(years: int, first_year: int, value: str) -> Reading:
    """Returns the days of so many whole years (a decade, a century)."""
    return days(date(first_year, 1, 1), date(first_year + years - 1, 12, 31), value)


def shifted(day: date, unit: str, by: int) -> Reading | None:
    """Returns the day, week, month, year ... that lies `by` units from `day`; None for what is shorter than a day."""
    try:
        if unit == "D":
            return one_day(day + timedelta(by))
        if unit == "W":
            return whole_week(day + timedelta(7 * by))
        if unit == "WE":
            return weekend(day + timedelta(7 * by))
        if unit == "M":
            return whole_month(day.year, day.month + by)
        if unit == "Q":
            return quarter(day.year, (day.month + 2) // 3 + by)
        if unit == "Y":
            return whole_year(day.year + by)
        if unit == "DE":
            start = (day.year // 10 + by) * 10
            return stretch(10, start, f"{start}s")
        if unit == "CE":
            start = (day.year // 100 + by) * 100
            return stretch(100, start, f"{start}s")
    except (ValueError, OverflowError):
        return None
    return None


def nearest_weekday(today: date, number: int, ahead: bool) -> date:
    """Returns the day of that weekday: `today` itself, else the last one, or the coming one when `ahead`."""
    return (
        today + timedelta((number - today.weekday()) % 7)
        if ahead
        else today - timedelta((today.weekday() - number) % 7)
    )


#: Days from its telling that a date without its year lies at most, on the side that its sentence looks to.
_FARTHEST: Final = 245
#: What is told in the past lies back even so; beyond this it was a bound ("extended to 20 November").
_FARTHEST_BACK: Final = 320


def nearest_year(today: date, month: int, day: int, way: Way | None) -> int:
    """Returns the year in which a month and day told without year lies: on the side told, else nearest to the telling.

    What is told to lie ahead but would be more than eight months off lies back all the same.
    """
    off = (month - today.month) * 30.4 + day - today.day
    ahead, back = off % 365, -off % 365
    if way == "ahead":
        forward = ahead <= _FARTHEST
    else:
        forward = back > _FARTHEST_BACK if way == "back" else ahead * 1.5 < back
    return today.year + (off < 0 if forward else -(off > 0))
