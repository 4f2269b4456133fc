"""The index by which reports of one event find each other: each report's most telling words, as numbers.

Two reports are candidates for one story when they share enough signs and are not too many days apart. A sign that
many reports have counts only with some of these, drawn by their texts: a large story is held together by those, and
nobody is compared with all. Whether two are candidates hangs on the reports alone, never on the order they came in.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from datetime import date
from hashlib import blake2b
from typing import Final

from crosswire.model import Report

#: Signs kept of one report.
SIGNS: Final = 48
#: Signs that two reports must share to be candidates: of those that few have, or of all. A short report need share
#: only half of its own.
SHARED: Final = 4
SHARED_OF_ALL: Final = 8
#: A sign that more reports of a bucket have than this is common there: level 1, and one level more each time their
#: number doubles. It counts between two reports of which one has at least its level as rank.
COMMON: Final = 150
#: Days that may lie between two candidates.
DAYS: Final = 21
#: Days of a bucket: more than DAYS, so that candidates stand in one bucket or in neighbours.
BUCKET: Final = 32
#: The bucket of reports that tell no day; they are near to all.
UNDATED: Final = -1

_HEAD: Final = 60  # words of the opening, which tells what happened; they count three times
_LONG: Final = 6  # letters of a word that is telling without being a name or a number
_TELLING: Final = 2.0  # weight of a name or a number
_WORD: Final = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_OPENS: Final = frozenset(".!?:\n\"“”'‘’`—-")


def signs(report: Report) -> tuple[int, ...]:
    """Returns the report's signs as signed 64-bit numbers, sorted: the same text gives the same, always.

    Telling are names (a capital inside a sentence), numbers and long words: those told often, and in the opening.
    """
    told: Counter[str] = Counter()
    telling: set[str] = set()
    for place, found in enumerate(_WORD.finditer(report.text)):
        word = found.group().replace("’", "'").removesuffix("'s")
        form = word.lower()
        before = report.text[max(0, found.start() - 3) : found.start()].rstrip(" ")
        named = (word[0].isupper() and bool(before) and before[-1] not in _OPENS) or word[0].isdigit()
        if named and len(word) > 1:
            telling.add(form)
        elif len(form) < _LONG:
            continue
        told[form] += 3 if place < _HEAD else 1
    weight = {form: (1 + math.log(n)) * (_TELLING if form in telling else 1.0) for form, n in told.items()}
    best = sorted(weight, key=lambda form: (-weight[form], form))[:SIGNS]
    return tuple(sorted(_number(form) for form in best))


def level(reports: int) -> int:
    """Returns the level of a sign that so many reports of a bucket have: 0 up to COMMON, 1 up to twice that ..."""
    return ((reports - 1) // COMMON).bit_length() if reports > COMMON else 0


def rank(report: Report) -> int:
    """Returns the rank drawn for a report: 0 for half of all, 1 for a quarter ...; the same one is drawn again."""
    drawn = blake2b(f"{report.sha256} {report.outlet} {report.url}".encode("utf-8", "replace"), digest_size=4).digest()
    return 32 - int.from_bytes(drawn, "big").bit_length()


def day(published: str | None) -> int | None:
    """Returns the day of publication as a number of days; None where it is not told."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def bucket(published: str | None) -> int:
    """Returns the bucket of a day of publication."""
    number = day(published)
    return UNDATED if number is None else number // BUCKET


def near(one: int | None, other: int | None) -> bool:
    """Tells whether two days are near enough for one story; a day that is not told is near to all."""
    return one is None or other is None or abs(one - other) <= DAYS


def _number(form: str) -> int:
    return int.from_bytes(blake2b(form.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)
