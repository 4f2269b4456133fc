"""A report → its terms: what of its words, names, numbers, days and tolls can tell one event from another."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from crosswire.language.lexicon import in_order, table
from crosswire.language.lexicon import words as listed
from crosswire.model import Report

SPACE = 1 << 20  # numbers that words are hashed to
WORD, LEAD, NAME, NUMBER, PHRASE, TITLE = 1, 2, 4, 8, 16, 32
HEAD = 60  # words of the opening, which tells what happened; they count three times
READ = 1200  # words of a report that are looked at: what happened stands in its beginning
TOLL = 160  # words in which the number of dead and hurt is looked for
DAYS = 4  # days of the event kept, as told in the opening
NEAR = 5  # words between a number and what it counts
UNTOLD = -1

COMMON = listed("common", "stories.txt")
COUNTS = {form: int(number) for form, number in table("counts", "stories.txt").items()}
KILLED, HURT = listed("killed", "stories.txt"), listed("hurt", "stories.txt")
WEEKDAYS = {name: number for number, name in enumerate(in_order("weekdays", "calendar.txt"))}
MONTHS = {
    form: number
    for heading in ("months", "short months")
    for number, form in enumerate(in_order(heading, "calendar.txt"), 1)
} | {"sept": 9}

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_OPENS = frozenset(".!?:\n\"“”'‘’`—-")
_AGE = re.compile(r"(\d{1,3})-year-olds?\Z")


class Terms(NamedTuple):
    """The terms of one report.

    `ids` ascend and are hashes in [0, SPACE); `told` is how often each is told, the opening counted three times;
    `kinds` the sum of what it is (WORD, LEAD, NAME, NUMBER, PHRASE, TITLE). `day` is that of the report, `days` those
    of what happened, as ordinals; `killed` and `hurt` are counts. UNTOLD where not told.
    """

    ids: NDArray[np.int32]
    told: NDArray[np.float32]
    kinds: NDArray[np.uint8]
    day: int
    days: tuple[int, ...]
    killed: int
    hurt: int
    ages: tuple[int, ...]
    words: int


class _Word(NamedTuple):
    form: str
    capital: bool
    opens: bool  # first of a sentence or a quotation, where a capital means nothing


def terms(report: Report) -> Terms:
    """Returns the terms of `report`; of its title too, or of its first line where that is short and no sentence."""
    words = _words(report.text)
    day = _day(report.published)
    told: dict[int, float] = {}
    kinds: dict[int, int] = {}
    names = _names(words)
    for place, word in enumerate(words):
        if _weighty(word.form):
            kind = WORD | (LEAD if place < HEAD else 0) | (NAME if word.form in names else 0)
            _add(told, kinds, word.form, kind | (NUMBER if word.form[0].isdigit() else 0), 3 if place < HEAD else 1)
    for place, (one, other) in enumerate(pairwise(words)):
        if not other.opens and other.form in names and (one.form in names or one.form[0].isdigit()):
            _add(told, kinds, f"{one.form} {other.form}", PHRASE, 3 if place < HEAD else 1)
    for word in _words(_title(report)):
        if _weighty(word.form):
            _add(told, kinds, word.form, TITLE, 0)
    ids = np.array(sorted(told), np.int32)
    return Terms(
        ids=ids,
        told=np.array([told[i] for i in ids.tolist()], np.float32),
        kinds=np.array([kinds[i] for i in ids.tolist()], np.uint8),
        day=UNTOLD if day is None else day.toordinal(),
        days=_days(words, day),
        killed=_toll(words, KILLED),
        hurt=_toll(words, HURT),
        ages=_ages(words),
        words=len(words),
    )


def spelled(report: Report) -> dict[int, str]:
    """Returns the words of a report that tell one event from another, by their terms, as they are first spelled."""
    found: dict[int, str] = {}
    for match in _WORD.finditer(report.text):
        told = match.group().replace("’", "'").removesuffix("'s")
        if _weighty(told.lower()):
            found.setdefault(_hashed(told.lower()), told)
        if len(found) == READ:
            break
    return found


def title_of(report: Report) -> str | None:
    """Returns the title of a report, or its first line where that is short and no sentence; None without either."""
    return _title(report).strip("# ") or None


def _add(told: dict[int, float], kinds: dict[int, int], form: str, kind: int, times: float) -> None:
    number = _hashed(form)
    told[number] = told.get(number, 0.0) + times
    kinds[number] = kinds.get(number, 0) | kind


@lru_cache(maxsize=1 << 16)
def _hashed(form: str) -> int:
    return crc32(form.encode("utf-8", "surrogatepass")) % SPACE


def _words(text: str) -> list[_Word]:
    found = []
    for word in _WORD.finditer(text):
        form = word.group().replace("’", "'").removesuffix("'s")
        before = text[max(0, word.start() - 3) : word.start()].rstrip(" ")
        found.append(_Word(form.lower(), form[0].isupper(), not before or before[-1] in _OPENS))
        if len(found) == READ:
            break
    return found


def _title(report: Report) -> str:
    if report.title:
        return report.title
    first = report.text.lstrip().partition("\n")[0]
    return first if len(first) < 140 and not first.endswith(".") else ""


def _weighty(form: str) -> bool:
    return form not in COMMON and (len(form) > 1 or form.isdigit())


def _names(words: list[_Word]) -> frozenset[str]:
    """Returns the words that inside sentences are mostly written with a capital."""
    inside = Counter((word.form, word.capital) for word in words if not word.opens and word.form not in COMMON)
    return frozenset(form for (form, capital), times in inside.items() if capital and times > 3 * inside[form, False])


def _days(words: list[_Word], day: date | None) -> tuple[int, ...]:
    """Returns the days that the opening tells, a weekday being the last before the report's day."""
    if day is None:
        return ()
    found: dict[int, None] = {}
    for place, word in enumerate(words[: 2 * HEAD]):
        if word.capital and word.form in WEEKDAYS:
            found[day.toordinal() - (day.weekday() - WEEKDAYS[word.form]) % 7] = None
        elif word.form.rstrip(".") in MONTHS and word.capital and place + 1 < len(words):
            told = _date(words[place + 1].form, MONTHS[word.form.rstrip(".")], day)
            if told is not None:
                found[told] = None
    return tuple(list(found)[:DAYS])


def _date(number: str, month: int, near: date) -> int | None:
    digits = re.match(r"\d{1,2}(?!\d)", number)
    if digits is None:
        return None
    tries = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            tries.append(date(year, month, int(digits.group())).toordinal())
        except ValueError:
            continue
    return min(tries, key=lambda told: abs(told - near.toordinal()), default=None)


def _toll(words: list[_Word], befell: frozenset[str]) -> int:
    """Returns the number nearest before or after the first word of `befell` in the opening."""
    forms = [word.form for word in words[:TOLL]]
    for place, form in enumerate(forms):
        if form in befell:
            around = [*reversed(forms[max(0, place - NEAR) : place]), *forms[place + 1 : place + 3]]
            for other in around:
                if (count := _count(other)) is not None:
                    return count
    return UNTOLD


def _count(form: str) -> int | None:
    if form in COUNTS:
        return COUNTS[form]
    return int(form) if form.isdecimal() and len(form) <= 3 else None


def _ages(words: list[_Word]) -> tuple[int, ...]:
    ages: dict[int, None] = {}
    for one, other in pairwise(words):
        if match := _AGE.match(one.form):
            ages[int(match.group(1))] = None
        elif one.capital and other.form.isdecimal() and len(other.form) == 2 and one.form not in MONTHS:
            ages[int(other.form)] = None
    return tuple(list(ages)[:8])


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
