"""The language of number in English news: number words, vague counts, and the words that widen or narrow a number."""

from __future__ import annotations

import re
from typing import Final

from crosswire.language.lexicon import in_order, sections, table, words

INF: Final = float("inf")

ONES: Final = {word: i for i, word in enumerate(in_order("ones", "numerals.txt"))}
TENS: Final = {word: 10 * (i + 2) for i, word in enumerate(in_order("tens", "numerals.txt"))}
SCALES: Final = {word: float(value) for word, value in table("scales", "numerals.txt").items()}
_SHORT_SCALES: Final = {word: float(value) for word, value in table("short scales", "numerals.txt").items()}
#: Counts that name no number, as the range that their readers understand.
VAGUE: Final = {
    form: (float(low), float(high))
    for form, (low, high) in ((f, told.split()) for f, told in table("vague", "numerals.txt").items())
}
ORDINALS: Final = {word: i + 1 for i, word in enumerate(in_order("ordinals", "numerals.txt"))}
ABOUT: Final = "|".join(sections("numerals.txt")["about"])
MORE: Final = "|".join(sections("numerals.txt")["more"])
AT_LEAST: Final = "|".join(sections("numerals.txt")["at least"])
LESS: Final = "|".join(sections("numerals.txt")["less"])
AT_MOST: Final = "|".join(sections("numerals.txt")["at most"])
CURRENCY: Final = table("signs", "units.txt")
MONEY_UNITS: Final = words("money", "counted.txt")
MEASURES: Final = words("measures", "counted.txt")
DURATIONS: Final = words("lengths of time", "counted.txt")
PERCENT: Final = frozenset({"%", "percent", "per cent", "percentage point", "percentage points"})

_WORD_NUMBER: Final = "|".join(sorted([*ONES, *TENS], key=len, reverse=True))
_SCALE: Final = "|".join(SCALES)
NUMBER: Final = re.compile(
    rf"""(?:(?<![\w.,/:#-])|(?<=\d-))(?P<money>US\$|A\$|C\$|[$£€¥₹₽])?\s?(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<part>\s?[½¼¾]|\s[13]/[24])?
         (?P<short>k|mn|bn|tn|m|b)?(?![\w:/]|,\d|\.\d)(?:[\s-](?P<scale>{_SCALE})\b)?
       |\b(?P<words>(?:(?:{_WORD_NUMBER}|an?\s(?={_SCALE}|half))(?:[\s-](?:and\s)?(?:{_WORD_NUMBER}))*)
            (?:[\s-](?:{_SCALE})(?:[\s-](?:and\s)?(?:{_WORD_NUMBER}))*)*)\b
       |\b(?P<vague>{"|".join(re.escape(v) for v in sorted(VAGUE, key=len, reverse=True))})\b(?:\sof\b)?
       |\b(?P<half>(?:one[\s-])?half(?:\sof)?|a\squarter\sof|a\sthird\sof|two[\s-]thirds\sof|three[\s-]quarters\sof)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PARTS: Final = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25, "¾": 0.75, "3/4": 0.75}
_HALVES: Final = {"half": 50.0, "quarter": 25.0, "third": 33.0, "two": 67.0, "three": 75.0}


#: What has more digits is a key or an account, and counts nothing.
_MOST_DIGITS: Final = 30


def value_of(found: re.Match[str]) -> tuple[float, float] | None:
    """Returns the range of values that a match of NUMBER means, None where it is no number after all."""
    if found["digits"]:
        if len(found["digits"]) > _MOST_DIGITS:
            return None
        value = float(found["digits"].replace(",", "")) + _PARTS.get((found["part"] or "").strip(), 0.0)
        value *= SCALES.get((found["scale"] or "").lower(), 1.0)
        value *= _SHORT_SCALES.get((found["short"] or "").lower(), 1.0)
        return value, value
    if found["words"]:
        told = spelled(found["words"])
        return (told, told) if told is not None else None
    if found["vague"]:
        return VAGUE[" ".join(found["vague"].lower().split())]
    words = found["half"].lower()
    share = next(
        share
        for name, share in _HALVES.items()
        if name in words and not (name == "quarter" and "three" in words) and not (name == "third" and "two" in words)
    )
    return share, share


def spelled(words: str) -> float | None:
    """Returns the value of a number in words ("two hundred and six"), None where the words are not one number."""
    total, current, seen = 0.0, 0.0, False
    last = ""
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "and":
            continue
        if word in ("a", "an"):
            current = 1.0
        elif word in ONES:
            if seen and last not in TENS and last not in SCALES:
                return None  # "one two" are two numbers
            current += ONES[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "hundred":
            current = max(current, 1.0) * 100
        elif word in SCALES:
            total, current = total + max(current, 1.0) * SCALES[word], 0.0
        else:
            return None
        seen, last = True, word
    return total + current
