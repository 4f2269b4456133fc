"""The noun that a number counts."""

from __future__ import annotations

import re
from typing import Final

from crosswire.language.lexicon import words

_WORD: Final = re.compile(r"[\s-]?([A-Za-z][\w’'-]*|%)")
#: Words that end a noun phrase: what is counted stands before them.
_STOP: Final = words("ends a noun", "counted.txt")
#: What befell those who are counted, which may stand before their noun as well as in its place ...
_BEFALLEN: Final = words("befallen", "counted.txt")
#: ... where a noun for people follows.
_COUNTED: Final = re.compile(
    r"\s(?:(?:police|army|school|young|male|female|teenage|local)\s)?"
    r"(?:people|men|women|children|policemen|troops|fishermen|servicemen|deputies|(?:person|boy|girl|sailor|soldier|"
    r"student|pupil|teen(?:ager)?|youth|adult|victim|officer|worker|employee|passenger|driver|patient|customer|"
    r"resident|guest|bystander|civilian|juvenile|protester|demonstrator|suspect|migrant|refugee|hostage|brother|"
    r"sister|sibling|pedestrian|survivor|firefighter|guard|fighter|militant|tourist|villager|miner|shell|bullet|"
    r"round)s)\b"
)
_SKIP: Final = words("passed over", "counted.txt")
_IRREGULAR: Final = words("plural", "counted.txt")


def unit_after(text: str, start: int, limit: int, plural: bool) -> tuple[str | None, int]:
    """Returns the lower-cased noun counted by a number that ends at `start`, and where that noun ends.

    The first plural noun within five words stands ("two uniformed police officers"); for one, the last word before the
    phrase ends. None, and `start` itself, where the number stands alone ("two dead").
    """
    at, partitive = start, False
    last: tuple[str | None, int] = (None, start)
    for step in range(6):
        found = _WORD.match(text, at, limit)
        if not found or "\n" in text[at : found.start(1)]:
            break
        word = found[1]
        lower = word.lower()
        if lower == "%" or lower in ("percent", "pct"):
            return "%", found.end()
        if lower == "others" and step == 0:
            return "others", found.end()
        if (lower == "of" and step == 0) or (lower in _SKIP and (step == 0 or partitive)):
            partitive, at = partitive or lower == "of", found.end()
            continue
        if plural and lower in _BEFALLEN and _COUNTED.match(text, found.end(), limit):
            at = found.end()  # "three injured students"
            continue
        if lower in _STOP or lower.endswith("ly") or (not plural and last[0] and lower.endswith(("ed", "ing"))):
            break
        at = found.end()
        last = (lower.removesuffix("’s").removesuffix("'s"), at)
        if plural and _is_plural(lower):
            return lower, at
    return last if not plural or (last[0] and last[0] in _MASS) else (None, start)


_MASS: Final = words("mass", "counted.txt")


def _is_plural(word: str) -> bool:
    return word in _IRREGULAR or (
        word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")) and len(word) > 3
    )
