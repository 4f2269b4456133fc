"""How a time is told in English: each rule a pattern and what it means, reckoned from the report's own date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from crosswire.annotate import times_days as on
from crosswire.annotate.times_days import Reading, relative
from crosswire.annotate.times_words import (
    COUNT,
    DAY,
    HOLIDAY,
    HOLIDAYS,
    MONTH,
    ORDINALS,
    PARTS,
    SEASON,
    SEASONS,
    UNIT,
    UNIT_ANY,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    count_of,
    month_number,
    unit_code,
    weekday_number,
)
from crosswire.model import Struct


class Telling(Struct, frozen=True):
    """Where a time is told from: the report's date, None where unknown, and whether the sentence looks ahead."""

    today: date | None
    ahead: bool = False


Resolve = Callable[["re.Match[str]", Telling], Reading | None]


class Rule(Struct, frozen=True):
    """A pattern and what a match of it means; None where the match is no time after all."""

    pattern: re.Pattern[str]
    resolve: Resolve


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


def _written(found: re.Match[str], telling: Telling) -> Reading | None:
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    return _day_or_none(year, month, day)


def _day_or_none(year: int, month: int, day: int) -> Reading | None:
    try:
        return on.one_day(date(year, month, day))
    except ValueError:
        return None


def _month_day(found: re.Match[str], telling: Telling) -> Reading | None:
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


def _month(found: re.Match[str], telling: Telling) -> Reading | None:
    month = month_number(found["month"])
    if found["year"]:
        return on.whole_month(int(found["year"]), month)
    if telling.today is None:
        return relative(f"--{month:02}")
    which = (found["which"] or "").lower()
    year = telling.today.year
    if (
        (which == "last"
        and month >= telling.today.month)
        or (not which
        and month > telling.today.month
        and not telling.ahead)
    ):
        year -= 1
    if which == "next" or (telling.ahead and not which and month < telling.today.month):
        year += 1
    return on.whole_month(year, month)


def _weekday(found: re.Match[str], telling: Telling) -> Reading | None:
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


def _near_day(found: re.Match[str], telling: Telling) -> Reading | None:
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


def _unit_near(found: re.Match[str], telling: Telling) -> Reading | None:
    """ "last week", "this year", "earlier this month", "the past decade", "next quarter"."""
    unit = unit_code(found["unit"])
    which = found["which"].lower().removeprefix("the ").strip()
    by = _DIRECTION.get(which, 0)
    if telling.today is None or unit in ("S", "TM", "H"):
        return relative(f"{which} {found['unit'].lower()}")
    return on.shifted(telling.today, unit, by)


def _ago(found: re.Match[str], telling: Telling) -> Reading | None:
    """ "two weeks ago", "a year earlier", "in three days": so many units before or after the telling."""
    count, unit = count_of(found["count"]), unit_code(found["unit"])
    back = found["way"].lower() in ("ago", "earlier")
    words = " ".join(found[0].lower().split())
    if telling.today is None or unit in ("S", "TM", "H") or (unit == "D" and found["way"].lower() == "earlier"):
        return relative(words)
    if count is None:
        return relative("past" if back else "future")
    return on.shifted(telling.today, unit, -count if back else count)


def _after(found: re.Match[str], telling: Telling) -> Reading | None:
    """ "the day before", "one day after", "two weeks later": counted from something the text tells, not from the report."""
    count = count_of(found["count"]) if found["count"] else 1
    unit = unit_code(found["unit"])
    way = -1 if found["way"].lower() in ("before", "earlier", "previous", "prior") else 1
    name = next(name for name, code in (("second", "S"), ("minute", "TM"), ("hour", "H"), ("day", "D"), ("week", "W"), ("weekend", "WE"), ("month", "M"), ("quarter", "Q"), ("year", "Y"), ("decade", "DE"), ("century", "CE")) if code == unit)  # fmt: skip
    return relative(f"{count if count is not None else 'some'} {name} {'before' if way < 0 else 'after'}")


def _next_day(found: re.Match[str], telling: Telling) -> Reading | None:
    return relative(
        f"1 {found['unit'].lower()} {'before' if found['way'].lower() in ('previous', 'prior') else 'after'}"
    )


def _duration(found: re.Match[str], telling: Telling) -> Reading | None:
    """A stretch of time as an ISO 8601 duration; "PXD" where its length is not told."""
    code = unit_code(found["unit"])
    count = count_of(found["count"]) if found["count"] else None
    number = "X" if count is None else str(count)
    letter, mark = {"S": ("S", "T"), "TM": ("M", "T"), "H": ("H", "T"), "Q": ("Q", "")}.get(code, (code, ""))
    if count == 0 and code in ("H", "Y", "DE"):  # half an hour, half a year, half a decade
        return relative({"H": "PT30M", "Y": "P6M", "DE": "P5Y"}[code])
    return relative(f"P{mark}{number}{letter}")


def _year(found: re.Match[str], telling: Telling) -> Reading | None:
    return on.whole_year(int(found["year"]))


def _decade(found: re.Match[str], telling: Telling) -> Reading | None:
    start = int(found["decade"] + "0") if len(found["decade"]) == 3 else 1900 + int(found["decade"] + "0")
    return on.stretch(10, start, f"{start}s")


def _quarter(found: re.Match[str], telling: Telling) -> Reading | None:
    number = ORDINALS[found["which"].lower()]
    if found["year"]:
        return on.quarter(int(found["year"]), number)
    if telling.today is None:
        return relative(f"Q{number}")
    current = (telling.today.month + 2) // 3
    return on.quarter(telling.today.year - (number > current), number)


def _season(found: re.Match[str], telling: Telling) -> Reading | None:
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


def _holiday(found: re.Match[str], telling: Telling) -> Reading | None:
    month, day = HOLIDAYS[found["holiday"].lower().replace("’", "'")]
    if found["year"]:
        return _day_or_none(int(found["year"]), month, day)
    if telling.today is None:
        return relative(f"--{month:02}-{day:02}")
    return _day_or_none(on.nearest_year(telling.today, month, day, telling.ahead), month, day)


def _weekend(found: re.Match[str], telling: Telling) -> Reading | None:
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


def _clock(found: re.Match[str], telling: Telling) -> Reading | None:
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


def _part(found: re.Match[str], telling: Telling) -> Reading | None:
    code = PARTS[found["part"].lower()]
    return Reading(first=None, last=None, value=found["part"].lower(), part=code)


def _edge(found: re.Match[str], telling: Telling) -> Reading | None:
    """ "the end of 1990", "the beginning of the year", "year-end"."""
    year = found["year"]
    if year:
        return on.whole_year(int(year))
    return on.whole_year(telling.today.year) if telling.today else relative("this year")


def _always(value: str) -> Resolve:
    return lambda found, telling: relative(value)


_C = r"(?:a\.m\.|p\.m\.|am\b|pm\b|a\.m\b|p\.m\b|AM\b|PM\b|A\.M\.|P\.M\.)"
_ABOUT = r"(?:(?:early|late|mid)[\s-])?"
_FOR = r"(?:(?:about|nearly|almost|more\sthan|less\sthan|at\sleast|over|up\sto|around|roughly|only|just|no\smore\sthan|as\smany\sas)\s)?"
_WHICH = r"(?P<which>last|next|this\scoming|this\spast|this|coming|past|previous)"


def _rule(pattern: str, resolve: Resolve, flags: int = 0) -> Rule:
    return Rule(pattern=re.compile(rf"(?<![\w$£€.]){pattern}(?![\w])", flags), resolve=resolve)


_I = re.IGNORECASE
RULES: tuple[Rule, ...] = (
    _rule(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)", _written),
    _rule(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)", _written),
    _rule(rf"{_ABOUT}(?P<month>{MONTH})\s(?:the\s)?(?P<day>{DAY})(?:\s?(?:-|–|to|and|through)\s?(?P<until>{DAY}))?(?:(?:,\s?|\s)(?P<year>{YEAR}))?", _month_day),
    _rule(rf"(?:the\s)?(?P<day>{DAY})(?:\s?(?:-|–|to|and)\s?(?P<until>{DAY}))?\s(?:of\s)?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?", _month_day),
    _rule(rf"(?:(?P<which>last|next|this|past)\s)?(?:early\s|late\s|[Mm]id-?)?(?P<month>(?!May\b|March\b){MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?", _month),
    _rule(rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Bb]y\s)|(?<=\b[Uu]ntil\s)|(?<=\bof\s)|(?<=\bearly\s)|(?<=\blate\s))(?P<which>)(?P<month>May|March)(?:,?\s(?P<year>{YEAR}))?", _month),
    _rule(rf"(?P<which>last|next|this|past)?\s?(?P<month>May|March),?\s(?P<year>{YEAR})", _month),
    _rule(r"(?P<which>last|next|this|past)\s(?P<month>May|March)(?P<year>)", _month),
    _rule(rf"(?:the\s)?(?:{_WHICH}\s)?(?:early\s|late\s)?(?P<day>{WEEKDAY})", _weekday),
    _rule(r"(?:(?:the\sday\s(?:before\syesterday|after\stomorrow))|(?:late\s|early\s|earlier\s|later\s)?(?:today|yesterday|tomorrow|tonight|last\snight|overnight|this\s(?:morning|afternoon|evening))(?:\s(?:morning|afternoon|evening|night))?)", _near_day, _I),
    _rule(rf"(?:(?:earlier|later|early|late)\s)?(?P<which>last|this|next|the\spast|the\slast|the\snext|the\scoming|the\scurrent|the\sprevious|the\ssame|past|this\spast|this\scoming)\s(?P<unit>{UNIT})(?!\s(?:ago|earlier))", _unit_near, _I),
    _rule(rf"{_FOR}(?P<count>{COUNT})[\s-](?P<unit>{UNIT_ANY})\s(?P<way>ago|earlier|from\snow)", _ago, _I),
    _rule(rf"{_FOR}(?:(?:the|only|just)\s)?(?P<count>{COUNT}\s)?(?P<unit>day|days|week|weeks|month|months|year|years|hours?|minutes?)\s(?P<way>before|after|later|prior|beforehand|afterwards?)", _after, _I),
    _rule(r"the\s(?P<way>previous|prior|next|following)\s(?P<unit>day|week|month|year)", _next_day, _I),
    _rule(rf"(?:(?:the|a|an|each\sof\sthe)\s)?(?:(?:last|past|next|first|previous|coming|latest|recent|additional|final|early)\s)?{_FOR}(?P<count>{COUNT})[\s-](?P<unit>{UNIT_ANY})(?:-long|\speriod)?(?![\s-]olds?\b|-old)", _duration, _I),
    _rule(r"(?:(?:recent|past|coming|the|last|for|next)\s)(?P<count>)(?P<unit>(?:days|weeks|months|years|decades|centuries|quarters))(?:\sahead)?", _duration, _I),
    _rule(rf"(?:(?<=[Ii]n\s)|(?<=[Ss]ince\s)|(?<=[Bb]y\s)|(?<=\bof\s)|(?<=[Uu]ntil\s)|(?<=[Ff]rom\s)|(?<=[Dd]uring\s)|(?<=\bto\s)|(?<=\()|(?<=\bthe\s)|(?<=\bearly\s)|(?<=\blate\s)|(?<=\bback\sin\s)|(?<=[Bb]efore\s)|(?<=[Aa]fter\s)|(?<=[Tt]hrough\s)|(?<=\band\s))(?P<year>{YEAR})(?!\s(?:people|men|women|troops|soldiers|dollars|votes|miles|feet|points|jobs|employees|residents|workers|of)\b|[-,]\d)", _year),
    _rule(r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:['’](?P<decade2>\d)0s)", lambda f, t: on.stretch(10, 1900 + int(f["decade2"] + "0"), f"{1900 + int(f['decade2'] + '0')}s")),
    _rule(r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?P<decade>(?:1[0-9]\d|20\d))0s", _decade),
    _rule(rf"(?:the\s)?(?:fiscal\s)?(?P<which>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]quarters?(?:\s(?:of\s)?(?P<year>{YEAR}))?", _quarter, _I),
    _rule(rf"(?:fiscal\s(?:year\s)?)(?P<year>{YEAR})", _year, _I),
    _rule(rf"(?:the\s)?(?P<which>last|this|next|past)\s(?P<season>{SEASON})(?P<year>)", _season, _I),
    _rule(rf"(?:the\s)?(?P<which>)(?P<season>{SEASON})\sof\s(?P<year>{YEAR})", _season, _I),
    _rule(rf"(?P<holiday>{HOLIDAY})(?:,?\s(?P<year>{YEAR}))?", _holiday, _I),
    _rule(r"(?:the\s)?(?:(?P<which>last|this|next|past)\s)?weekend", _weekend, _I),
    _rule(rf"(?:the\s)?(?:end|beginning|start|middle)\sof\s(?:(?P<year>{YEAR})|the\syear)", _edge, _I),
    _rule(r"(?P<year>)year-end", _edge, _I),
    _rule(rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<half>{_C})", _clock),
    _rule(r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?P<half>)(?![:\d])", _clock),
    _rule(r"(?P<hour>\d{1,2})(?P<minute>)(?P<half>)\s(?:o['’]clock|in\sthe\s(?:morning|afternoon|evening))", _clock),
    _rule(r"(?P<hour>)(?P<minute>)(?P<half>)(?:noon|midnight)", _clock),
    _rule(r"(?:(?:in\s)?the\s)(?:early\s|late\s|mid[\s-]?)?(?P<part>morning|afternoon|evening)(?:\shours)?", _part, _I),
    _rule(r"(?:mid[\s-]?)(?P<part>morning|afternoon)|at\s(?:dawn|dusk|night)", lambda f, t: _part(f, t) if f["part"] else None, _I),
    _rule(r"(?:every|each)\s(?:day|week|month|quarter|year|hour|night|morning|weekday|summer|winter|July)|daily|weekly|monthly|yearly|annually|hourly|quarterly", _always("every time"), _I),
    _rule(r"now|currently|nowadays|at\spresent|presently|right\snow|these\sdays|(?<=the\s)current|(?<=its\s)current", _always("now"), _I),
    _rule(r"recently|previously|lately|(?<=in\s)the\spast", _always("past"), _I),
    _rule(r"soon(?!\sas|er)|the\s(?:near\s)?future|(?<=near\s)future", _always("future"), _I),
)  # fmt: skip
