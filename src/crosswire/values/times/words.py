"""The language of time in English news: names of days, months, seasons, units, and how they are written."""

from __future__ import annotations

import re
from typing import Final, cast

from crosswire.language.lexicon import in_order, sections, table
from crosswire.model import PartOfDay

_NTH: Final = ("1st", "2nd", "3rd", "4th")
MONTHS: Final = in_order("months", "calendar.txt")
_MONTH_SHORT: Final = in_order("short months", "calendar.txt")
WEEKDAYS: Final = in_order("weekdays", "calendar.txt")
_WEEKDAY_SHORT: Final = {form: int(day) for form, day in table("short weekdays", "calendar.txt").items()}
SEASONS: Final = {name: int(month) for name, month in table("seasons", "calendar.txt").items()}
UNITS: Final = table("units", "calendar.txt")
PLURALS: Final = {"centuries": "century"}
_SMALL: Final = in_order("ones", "numerals.txt")
_TENS: Final = in_order("tens", "numerals.txt")
NUMBER_WORDS: Final[dict[str, int]] = {
    **{word: i for i, word in enumerate(_SMALL)},
    **{word: 10 * (i + 2) for i, word in enumerate(_TENS)},
    **{
        f"{ten}{sep}{one}": 10 * (i + 2) + j
        for i, ten in enumerate(_TENS)
        for j, one in enumerate(_SMALL[:10])
        if j
        for sep in "- "
    },
    **{form: int(value) for form, value in table("counts of time", "numerals.txt").items()},
}
#: Counts that name no number: a stretch of time so counted has no length of its own.
VAGUE_COUNTS: Final = "|".join(sections("numerals.txt")["vague counts of time"])
ORDINALS: Final = {
    form: i + 1 for i, word in enumerate(in_order("ordinals", "numerals.txt")[:4]) for form in (word, _NTH[i])
}
HOLIDAYS: Final = {
    name: (int(month), int(day))
    for name, (month, day) in ((n, told.split()) for n, told in table("holidays", "calendar.txt").items())
}
PARTS: Final = cast("dict[str, PartOfDay]", table("parts of the day", "calendar.txt"))

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
