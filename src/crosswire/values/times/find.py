"""Time expressions and the days they can mean.

The rules of `rules` all look at the text; of what overlaps, the longest match stands; a clock time, a part of the day
and a day told beside one another are joined into one expression. What is left open is reckoned from the report's own
day, on the side that the tense tells; from another date only where the text ties it to that ("two days later").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from crosswire.model import Report, Span, Struct, Time
from crosswire.values.times.context import Context
from crosswire.values.times.days import Reading, quarter, relative
from crosswire.values.times.joining import Found, joined
from crosswire.values.times.page import is_of_page
from crosswire.values.times.rules import RULES, Rule
from crosswire.values.times.tense import Way, way_of
from crosswire.values.times.words import weekday_number

#: A sentence without a digit, a capital or one of these words tells no time: most of the rules need not look at it.
_TELLS: Final = re.compile(
    r"\d|[A-Z][a-z]{2}|day|night|week|month|year|morning|afternoon|evening|now|noon|hour|minute|second|quarter|decade|centur|"
    r"winter|spring|summer|fall|autumn|current|recent|soon|previous|future|past|lately|present|monthly|annual|dawn|dusk|daily",
)
#: Figures of a quarter: what "a year earlier" is a year earlier than.
_QUARTER: Final = re.compile(r"\bquarter\b", re.IGNORECASE)
_FIGURES: Final = re.compile(
    r"[$£€#%]|\d(?:\.\d+)?\s(?:million|billion|percent)|\bcents\b|\b(?:profit|sales|revenue|net)\b"
)
_NAMED: Final = re.compile(r"\A(?!.*year).*quarter", re.IGNORECASE)
_QUARTER_REACH: Final = 900  # characters
_LAST_REACH: Final = 400


class _Site(Struct, frozen=True):
    """A match of a rule that stands, with the way its sentence looks at it; places count in the report's text."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]
    way: Way | None
    of_page: bool


def find(report: Report, sentences: tuple[Span, ...]) -> tuple[Time, ...]:
    """Returns the time expressions of `report`, resolved against its own date where it has one.

    Durations and vague times ("now", "recently") are among them, with no days and the value "P3M", "now", "past" or
    "future"; so are the days of the page itself and of its pictures, with the value "page".

    Returns:
        Times in reading order that do not overlap; empty when nothing tells a time.
    """
    today = report_day(report)
    sites = [list(_sites(report.text, sentence, today)) for sentence in sentences]
    ways = _agreed([site for own in sites for site in own])
    told: list[Found] = []
    for own in sites:
        read: list[Found] = []
        for site in own:
            if site.of_page:
                read.append((site.start, site.end, relative("page")))
                continue
            context = Context(
                today=today, way=site.way or ways.get(_weekday(site)), last=_last(report.text, [*told, *read], site),
                quarter=_quarter(report.text, [*told, *read], site, today),
            )  # fmt: skip
            reading = _resolved(site.rule, site.match, context)
            if reading is not None:
                read.append((site.start, site.end, reading))
        told += joined(report.text, read)
    return tuple(_time(found) for found in told)


def report_day(report: Report) -> date | None:
    """Returns the day that `report` was published on, None where its source does not tell one that can be read."""
    if not report.published:
        return None
    try:
        return datetime.fromisoformat(report.published.replace("Z", "+00:00")).date()
    except ValueError:
        written = re.match(r"\d{4}-\d\d-\d\d", report.published)
    try:
        return date.fromisoformat(written[0]) if written else None
    except ValueError:
        return None


def _sites(text: str, sentence: Span, today: date | None) -> Iterator[_Site]:
    """The longest matches of a sentence that do not overlap, in reading order."""
    words = text[sentence.start : sentence.end]
    if not _TELLS.search(words):
        return
    found = [
        (match.start() + len(match[0]) - len(match[0].lstrip()), match.end(), rule, match)
        for rule in RULES
        for match in rule.pattern.finditer(words)
        if _resolved(rule, match, Context(today=today)) is not None
    ]
    kept: list[tuple[int, int, Rule, re.Match[str]]] = []
    for one in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if all(one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.append(one)
    for start, end, rule, match in sorted(kept, key=lambda f: f[0]):
        yield _Site(
            start=sentence.start + start, end=sentence.start + end, rule=rule, match=match,
            way=way_of(words, start, end),
            of_page=is_of_page(words, start, end),
        )  # fmt: skip


def _resolved(rule: Rule, match: re.Match[str], context: Context) -> Reading | None:
    """What a match means, None where it would lie before the year 1 or after 9999."""
    try:
        return rule.resolve(match, context)
    except (OverflowError, ValueError):
        return None


def _agreed(sites: list[_Site]) -> dict[int | None, Way]:
    """Which way each weekday lies of which all tenses of the report tell one way: "Monday's talks" are those that "will
    begin on Monday"."""
    told: dict[int | None, set[Way]] = defaultdict(set)
    for site in sites:
        if site.way and (day := _weekday(site)) is not None:
            told[day].add(site.way)
    return {day: way for day, ways in told.items() if len(ways) == 1 for way in ways}


def _weekday(site: _Site) -> int | None:
    """The weekday that a match names without any other word."""
    groups = site.match.groupdict()
    if not site.rule.weekday or groups.get("which"):
        return None
    return weekday_number(groups["day"])


def _last(text: str, told: list[Found], site: _Site) -> Reading | None:
    """The days told last before a time, not too far before and in the same stretch of text."""
    for _start, end, reading in reversed(told):
        if site.start - end > _LAST_REACH or "\n\n\n" in text[end : site.start]:
            return None
        if reading.first is not None:
            return reading
    return None


def _quarter(text: str, told: list[Found], site: _Site, today: date | None) -> Reading | None:
    """The quarter that figures are told of around a time; None where none is told of, or no figures are."""
    before = text[max(0, site.start - _QUARTER_REACH) : site.start]
    sentence = text[max(0, site.start - 160) : site.end + 60]
    if today is None or not _QUARTER.search(before) or not _FIGURES.search(sentence):
        return None
    named = [
        reading
        for start, end, reading in told
        if site.start - start <= _QUARTER_REACH
        and re.search(r"-Q\d$", reading.value)
        and _NAMED.search(text[start:end])
    ]
    return named[-1] if named else quarter(today.year, (today.month - 1) // 3)


def _time(found: Found) -> Time:
    start, end, reading = found
    return Time(
        span=Span(start=start, end=end),
        first=reading.first.isoformat() if reading.first else None,
        last=reading.last.isoformat() if reading.last else None,
        value=reading.value,
        clock=reading.clock,
        zone=reading.zone,
        part=reading.part,
    )
