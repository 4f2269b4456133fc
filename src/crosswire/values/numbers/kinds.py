"""Quantities of their own kinds: ages, ordinals, and lengths of time that no number tells."""

from __future__ import annotations

import re

from crosswire.model import Quantity, Span, Time
from crosswire.values.numbers.scope import scope_at
from crosswire.values.numbers.words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    INF,
    LESS,
    MORE,
    NUMBER,
    ORDINALS,
    value_of,
)

_AGE = re.compile(
    r"""(?P<old>\b(?P<n1>\d{1,3}|[a-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)[\s-](?:year|yr)s?[\s-]olds?\b)
       |\b(?:aged?|ages(?:\sof)?)\s(?:between\s|from\s)?(?P<n2>\d{1,3})(?:(?:\s(?:to|through|and)\s|[-–])(?P<n3>\d{1,3}))?\b
       |\b(?P<n4>\d{1,3})\syears\sof\sage\b
       |\bin\s(?:his|her|their)\s(?:(?P<part>early|mid|late)[\s-]?(?:to\slate[\s-])?)?(?P<decade>[1-9])0s\b
       |(?<=[a-z.],\s)(?P<n5>[1-9]\d?|1[01]\d)(?=,|\.(?:\s|$)|;|\)|\s(?:and|of|who|was|is|were)\b|\s?$)
       |(?<=[a-z]\s\()(?P<n6>[1-9]\d?|1[01]\d)(?=\)|,)""",
    re.VERBOSE,
)
#: Several ages behind one word: "ages 13, 14 and 15", "one age 30 and one 41"; what follows "between" is a range.
_AGES = re.compile(
    r"(?<!between\s)(?<!between\sthe\s)\b(?:aged|ages?(?:\sof)?)\s(?:\d{1,3}(?:,\s\d{1,3})*,?\s?and\s\d{1,3}|\d{1,3}\sand\sthe\sother\s\d{1,3})\b"
)
_DIGITS = re.compile(r"\d+")
_NAME_BEFORE = re.compile(
    r"[A-Z][\w’'.-]+,?\s\(?$|(?:[Hh]e|[Ss]he|wife|husband|son|daughter|man|woman|boy|girl|Jr\.|Sr\.),\s$"
)
_PART_YEARS = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}
_ORDINAL = re.compile(rf"\b(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\s(?P<unit>[a-z]+)\b")


def ages(text: str, sentence: Span) -> list[Quantity]:
    """Returns the ages told in a sentence, in reading order."""
    ages = _listed(text, sentence)
    listed = [age.span for age in ages]
    for found in _AGE.finditer(text, sentence.start, sentence.end):
        if any(s.start - 12 < found.end() and found.start() < s.end for s in listed):
            continue
        if (found["n5"] or found["n6"]) and not _NAME_BEFORE.search(
            text, max(sentence.start, found.start() - 24), found.start()
        ):
            continue
        bounds = _age_bounds(found)
        if bounds and 0 <= bounds[0] <= 120:
            span = Span(start=found.start(), end=found.end())
            ages.append(_age(span, *bounds))
    return sorted(ages, key=lambda age: age.span)


def _listed(text: str, sentence: Span) -> list[Quantity]:
    """The ages of several people told in one list."""
    return [
        _age(Span(start=number.start(), end=number.end()), float(number[0]), float(number[0]))
        for listed in _AGES.finditer(text, sentence.start, sentence.end)
        for number in _DIGITS.finditer(text, listed.start(), listed.end())
    ]


def _age(span: Span, low: float, high: float) -> Quantity:
    return Quantity(span=span, low=low, high=high, exact=low == high, unit="year", kind="age")


def _age_bounds(found: re.Match[str]) -> tuple[float, float] | None:
    if found["decade"]:
        low, high = _PART_YEARS.get(found["part"] or "", (0, 9))
        return int(found["decade"]) * 10 + low, int(found["decade"]) * 10 + high
    words = found["n1"] or found["n2"] or found["n4"] or found["n5"] or found["n6"]
    number = NUMBER.fullmatch(words)
    value = value_of(number) if number else None
    if value is None:
        return None
    return value[0], float(found["n3"]) if found["n3"] else value[1]


def ordinals(text: str, sentence: Span, times: list[Time]) -> list[Quantity]:
    """Returns the ordinals told in a sentence ("third year"), those inside a time left out."""
    ordinals: list[Quantity] = []
    for found in _ORDINAL.finditer(text, sentence.start, sentence.end):
        span = Span(start=found.start(), end=found.end())
        if any(t.span.overlaps(span) for t in times):
            continue
        value = float(ORDINALS.get(found["ordinal"]) or re.sub(r"\D", "", found["ordinal"]))
        ordinals.append(Quantity(span=span, low=value, high=value, exact=True, unit=found["unit"], kind="ordinal"))
    return ordinals


_ISO = re.compile(r"P(?:T(?P<t>\d+)(?P<clock>[SMH])|(?P<d>\d+)(?P<day>[DWMY]))")
_CLOCK_UNITS = {"S": "seconds", "M": "minutes", "H": "hours"}
_DAY_UNITS = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}


def length(text: str, sentence: Span, time: Time) -> Quantity | None:
    """Returns a length of time that no number tells: "an hour", "half an hour"."""
    found = _ISO.fullmatch(time.value)
    if not found:
        return None
    value = float(found["t"] or found["d"])
    unit = _CLOCK_UNITS[found["clock"]] if found["clock"] else _DAY_UNITS[found["day"]]
    before = text[max(sentence.start, time.span.start - 24) : time.span.start] + text[time.span.start : time.span.end]
    exact = not re.search(rf"\b(?:{ABOUT}|{MORE}|{AT_LEAST}|{LESS}|{AT_MOST})\b", before, re.IGNORECASE)
    low = 0.0 if re.search(rf"\b(?:{LESS}|{AT_MOST})\s\w+\s\w+$", before, re.IGNORECASE) else value
    high = (
        INF
        if re.search(rf"\b(?:{MORE}|at least|a minimum of|no less than)\s[\w\s]+$", before, re.IGNORECASE)
        else value
    )
    scope = scope_at(text, time.span.start, time.span.end, sentence.start, sentence.end)
    return Quantity(span=time.span, low=low, high=high, exact=exact, unit=unit, scope=scope, kind="duration")
