"""The language of number in English news: number words, vague counts, and the words that widen or narrow a number."""

from __future__ import annotations

import re
from typing import Final

from crosswire.language.lexicon import words

INF: Final = float("inf")

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ONES: Final = {word: i for i, word in enumerate(_SMALL.split())}
TENS: Final = {
    word: 10 * (i + 2)
    for i, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}
SCALES: Final = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
#: Counts that name no number, as the range that their readers understand.
VAGUE: Final[dict[str, tuple[float, float]]] = {
    "hundreds of thousands": (2e5, 999_999), "tens of thousands": (2e4, 99_999), "dozens": (24, 99), "scores": (40,
    199), "several hundred": (300, 999), "a few hundred": (200, 600), "a couple hundred": (200, 250),
    "several thousand": (3000, 9999), "a few thousand": (2000, 6000), "several million": (3e6, 9e6),
    "several dozen": (36, 99), "a few dozen": (24, 72),
    "hundreds": (200, 999), "thousands": (2000, 99_999), "millions": (2e6, 999e6), "billions": (2e9, 999e9),
    "several": (3, 15), "a few": (2, 9), "few": (1, 9), "a handful": (2, 9), "a couple": (2, 3), "multiple": (2, 99),
    "numerous": (5, 999), "many": (5, INF), "half a dozen": (5, 7), "a dozen": (11, 13), "dozen": (11, 13),
    "two dozen": (23, 25), "three dozen": (34, 38), "both": (2, 2), "a pair": (2, 2), "a trio": (3, 3), "some": (2,
    INF),
}  # fmt: skip
ORDINALS: Final = {
    word: i + 1
    for i, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
        ]
    )
}
ABOUT: Final = (
    "about|around|approximately|roughly|some|an estimated|estimated|nearly|almost|close "
    "to|just over|just under|or so|more or less"
)
MORE: Final = "more than|over|in excess of|upwards of|greater than|north of|well over"
AT_LEAST: Final = "at least|a minimum of|no fewer than|no less than|as many as|not less than"
LESS: Final = "fewer than|less than|under|below"
AT_MOST: Final = "up to|as many as|at most|no more than|a maximum of|not more than"
CURRENCY: Final = {"$": "dollar", "US$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "ruble"}
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
