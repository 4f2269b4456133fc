"""Reports → stories: reports of one event, told from those of another that is much like it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags, triu

from crosswire.group.common import COMMON
from crosswire.group.link import Pair, average_link
from crosswire.model import Report

SAME = 0.23  # mean likeness that makes one story; chosen on three collections (docs/4-group.md)
FAINT = 0.05  # likeness below which two reports count as having nothing in common
HEAD = 60  # words of the opening, which tells what happened; they count three times
NAME = 2.0  # weight of words written with a capital inside sentences
NUMBER = 2.0  # weight of ages, tolls, house and route numbers
FORTNIGHT = 14  # days apart at which the time told halves what can be lost by it
KNOWN = 150  # reports one is taken to have read before: a word that all of three reports share is not common yet
KNOWN_SHARE = 0.02  # the share of those in which any word stood

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_OPENS = frozenset(".!?:\n\"“”'‘’`—-")


class _Word(NamedTuple):
    form: str
    capital: bool
    opens: bool  # first of a sentence or a quotation, where a capital means nothing


def find_stories(reports: Sequence[Report]) -> tuple[str, ...]:
    """Puts reports of one event together.

    Reports are alike by the words they share, weighted by rarity, by standing in the opening, and by being names or
    numbers; less so with every week between their dates. Whole bodies are read, not headlines. Groups are joined by the
    mean likeness over their pairs. The table of words is sparse: reports that share no rare word are never paired.

    Args:
        reports: any number, of any events, in any order.

    Returns:
        The story of each report, in the order given: equal labels, one event, numbered "s1", "s2" ... in order of their
        first report.
    """
    if not reports:
        return ()
    labels = average_link(len(reports), _pairs(reports), SAME)
    names: dict[int, str] = {}
    return tuple(names.setdefault(label, f"s{len(names) + 1}") for label in labels)


def _pairs(reports: Sequence[Report]) -> Iterator[Pair]:
    """Gives every two reports that are alike at all, with their likeness in (0, 1]."""
    table = _table([_words(report.text) for report in reports])
    alike = triu(table @ table.T, 1).tocoo()
    kept = alike.data > FAINT
    days = [_day(report.published) for report in reports]
    for one, other, likeness in zip(
        alike.row[kept].tolist(), alike.col[kept].tolist(), alike.data[kept].tolist(), strict=True
    ):
        yield one, other, likeness * _nearness(days[one], days[other])


def _words(text: str) -> list[_Word]:
    found = []
    for word in _WORD.finditer(text):
        form = word.group().replace("’", "'").removesuffix("'s")
        before = text[max(0, word.start() - 3) : word.start()].rstrip(" ")
        found.append(_Word(form.lower(), form[0].isupper(), not before or before[-1] in _OPENS))
    return found


def _table(texts: Sequence[Sequence[_Word]]) -> csr_matrix:
    """Returns a row of unit length for each text, a column for each word."""
    spread = Counter(form for text in texts for form in {word.form for word in text})
    names = _names(texts)
    columns: dict[str, int] = {}
    rows: list[int] = []
    places: list[int] = []
    weights: list[float] = []
    for row, text in enumerate(texts):
        for form, told in _told(text).items():
            rarity = math.log((len(texts) + KNOWN) / (spread[form] + KNOWN * KNOWN_SHARE))
            if rarity > 0:
                rows.append(row)
                places.append(columns.setdefault(form, len(columns)))
                weights.append((1 + math.log(told)) * rarity * _kind_weight(form, names))
    table = csr_matrix((np.array(weights), (rows, places)), shape=(len(texts), max(1, len(columns))))
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
    return diags(1 / np.maximum(lengths, 1e-9)) @ table


def _told(text: Sequence[_Word]) -> Counter[str]:
    """Returns how often each word of weight is told, the opening counted three times."""
    told: Counter[str] = Counter()
    for place, word in enumerate(text):
        if word.form not in COMMON and (len(word.form) > 1 or word.form.isdigit()):
            told[word.form] += 3 if place < HEAD else 1
    return told


def _names(texts: Sequence[Sequence[_Word]]) -> frozenset[str]:
    """Returns the words that inside sentences are mostly written with a capital."""
    inside = [word for text in texts for word in text if not word.opens]
    capital = Counter(word.form for word in inside if word.capital)
    small = Counter(word.form for word in inside if not word.capital)
    return frozenset(form for form, times in capital.items() if times > 3 * small[form])


def _kind_weight(form: str, names: frozenset[str]) -> float:
    if form in names:
        return NAME
    return NUMBER if form[0].isdigit() else 1.0


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _nearness(one: int | None, other: int | None) -> float:
    """Returns 1 for reports of one day, down to a half for reports far apart; 1 when a date is not told."""
    if one is None or other is None:
        return 1.0
    return 0.5 + 0.5 / (1 + abs(one - other) / FORTNIGHT)
