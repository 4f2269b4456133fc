"""The language of time in English news: names of days, months, seasons, units, and how they are written."""

from __future__ import annotations

import re
from typing import Final

from crosswire.model import PartOfDay

MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH_SHORT: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
WEEKDAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAY_SHORT: Final = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
SEASONS: Final = {"winter": 12, "spring": 3, "summer": 6, "fall": 9, "autumn": 9}
UNITS: Final = {
    "second": "S", "minute": "TM", "hour": "H", "day": "D", "night": "D", "weekday": "D", "week": "W", "fortnight": "W",
    "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
PLURALS: Final = {"centuries": "century"}
_SMALL: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS: Final[dict[str, int]] = {
    **{word: i for i, word in enumerate(_SMALL)},
    **{word: 10 * (i + 2) for i, word in enumerate(_TENS)},
    **{f"{ten}{sep}{one}": 10 * (i + 2) + j for i, ten in enumerate(_TENS) for j,
    one in enumerate(_SMALL[:10]) if j for sep in "- "},
    "one": 1, "hundred": 100, "a hundred": 100, "one hundred": 100, "thousand": 1000, "a thousand": 1000,
    "a dozen": 12, "dozen": 12,
    "a": 1, "an": 1, "half a": 0, "half an": 0, "a half": 0, "half": 0, "a couple of": 2, "a couple": 2,
}  # fmt: skip
#: Counts that name no number: a stretch of time so counted has no length of its own.
VAGUE_COUNTS: Final = "several|a few|few|many|some|a number of|dozens of|hundreds of|thousands of"
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
HOLIDAYS: Final = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "valentine's day": (2, 14), "independence day": (7, 4),
    "halloween": (10, 31), "veterans day": (11, 11), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26),
}  # fmt: skip
PARTS: Final = {
    "morning": "MO", "mornings": "MO", "midmorning": "MO", "afternoon": "AF", "midafternoon": "AF", "evening": "EV",
    "night": "NI",
    "nights": "NI", "dawn": "DA", "dusk": "EV", "midday": "MI", "lunchtime": "MI", "daybreak": "DA",
}  # fmt: skip

#: What the codes of PARTS are called.
PART_NAMES: Final[dict[str, PartOfDay]] = {
    "DA": "dawn", "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
}  # fmt: skip

_NUMBERS = "|".join(sorted(map(re.escape, NUMBER_WORDS), key=len, reverse=True))
N: Final = rf"(?:\d+(?:[.,]\d+)?(?:\s1/2)?|{_NUMBERS})"
COUNT: Final = rf"(?:{N}|{VAGUE_COUNTS})(?:\s(?:more|and\sa\shalf))?"
MONTH: Final = rf"(?:{'|'.join(m.capitalize() for m in MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
WEEKDAY: Final = rf"(?:{'|'.join(w.capitalize() for w in WEEKDAYS)}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.)"
UNIT: Final = rf"(?:{'|'.join(UNITS)})"
UNIT_ANY: Final = rf"(?:(?:{'|'.join(UNITS)})s?|centuries)"
SEASON: Final = rf"(?:{'|'.join(SEASONS)})"
PART: Final = rf"(?:{'|'.join(sorted(PARTS, key=len, reverse=True))})"
YEAR: Final = r"(?:1[0-9]\d\d|20\d\d)"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|\s?[ap]\.?m\b)"
HOLIDAY: Final = "|".join(re.escape(h).replace("'", "['’]") for h in sorted(HOLIDAYS, key=len, reverse=True))


def month_number(word: str) -> int:
    """Returns 1 to 12 for a month's name, whole or shortened."""
    return _MONTH_SHORT.index(word.lower()[:3]) + 1


def weekday_number(word: str) -> int:
    """Returns 0 (Monday) to 6 for a weekday's name, whole or shortened."""
    plain = word.lower().rstrip(".")
    return WEEKDAYS.index(plain) if plain in WEEKDAYS else _WEEKDAY_SHORT[plain]


def unit_code(word: str) -> str:
    """Returns the code in UNITS for a unit, singular or plural."""
    plain = word.lower()
    plain = PLURALS.get(plain, plain)
    return UNITS.get(plain) or UNITS[plain.removesuffix("s")]


def count_of(words: str) -> int | None:
    """Returns the whole number that `words` name, None for a vague count ("several")."""
    plain = re.sub(r"\s(?:more|and\sa\shalf|1/2)$", "", " ".join(words.lower().split()))
    if plain in NUMBER_WORDS:
        return NUMBER_WORDS[plain]
    digits = plain.replace(",", "")
    return int(float(digits)) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None
