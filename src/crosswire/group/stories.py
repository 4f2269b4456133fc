"""Reports → stories: reports of one event, told from those of another that is much like it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from crosswire.group.candidates import keys, pairs
from crosswire.group.likeness import NAMES, Floats, Ints, figures, rarity, spread, weighed
from crosswire.group.link import average_link
from crosswire.group.scorer import Scorer, load
from crosswire.group.table import Table, picked, table
from crosswire.group.terms import NAME, NUMBER, SPACE, UNTOLD, WORD, terms
from crosswire.model import Report

FAINT = 0.05  # likeness below which two reports count as having nothing in common
LONGEST = 3 * 365  # days after which no report tells of the same event as news
_BETWEEN = NAMES.index("days between")
CHUNK = 50_000  # pairs whose reports are weighed in one go


def find_stories(reports: Sequence[Report]) -> tuple[str, ...]:
    """Puts reports of one event together.

    Reports that share rare words, names or numbers are looked at pair by pair: how alike their words, openings, names,
    titles, days, tolls and ages are. A scorer learned from labelled reports says how sure each pair is, and groups are
    joined by the mean over their pairs.

    Args:
        reports: any number, of any events, in any order.

    Returns:
        The story of each report, in the order given: equal labels, one event, numbered "s1", "s2" ... by day of the
        first report, then by id. The order in which reports are given changes no label.
    """
    return told_stories(reports).stories


class Told(NamedTuple):
    """The story of each report in the order given, and in the same order the place of the report of its story that it
    is likest to, None where it is alone, with how alike they are, in [0, 1]; `rare` is the weight of each term."""

    stories: tuple[str, ...]
    nearest: tuple[tuple[int, float] | None, ...]
    rare: Floats


def in_order(reports: Sequence[Report]) -> list[int]:
    """Returns the places of the reports sorted by what they hold, so that the order given decides nothing."""
    return sorted(range(len(reports)), key=lambda place: order_key(reports[place]))


def order_key(report: Report) -> tuple[str, str, str]:
    """Returns what reports are sorted by: day, id, text."""
    return report.published or "", report.id, report.text


def told_stories(reports: Sequence[Report]) -> Told:
    """Puts reports of one event together, as `find_stories`, and tells of each which other it is likest to."""
    if not reports:
        return Told((), (), np.zeros(SPACE, np.float32))
    order, scorer = in_order(reports), load()
    rows = table([terms(reports[place]) for place in order])
    rare = rarity(spread(rows), len(order), scorer.known, scorer.read)
    found = pairs(keys(rows, rare), 0, len(order))
    likely = scored(rows, rare, found, scorer)
    labels = link(len(order), [(found, likely)], scorer.same)
    named = dict(zip(order, names(labels), strict=True))
    nearest: dict[int, tuple[int, float]] = {}
    for (one, other), likeness in zip(found.tolist(), likely.tolist(), strict=True):
        if labels[one] == labels[other]:
            for own, its in ((one, other), (other, one)):
                if likeness > nearest.get(order[own], (0, 0.0))[1]:
                    nearest[order[own]] = order[its], likeness
    every = range(len(reports))
    return Told(tuple(named[i] for i in every), tuple(nearest.get(i) for i in every), rare)


def likenesses(rows: Table) -> tuple[Ints, Floats]:
    """Returns the pairs of reports worth a look, and how sure it is of each that they tell one event."""
    scorer = load()
    rare = rarity(spread(rows), len(rows.day), scorer.known, scorer.read)
    found = pairs(keys(rows, rare), 0, len(rows.day))
    return found, scored(rows, rare, found, scorer)


def scored(rows: Table, rare: Floats, found: Ints, scorer: Scorer) -> Floats:
    """Returns the likeness of each pair of `found`; only the rows in need are weighed at a time."""
    parts = [np.zeros(0, np.float32)]
    for begin in range(0, len(found), CHUNK):
        needed, places = np.unique(found[begin : begin + CHUNK], return_inverse=True)
        one, other = places.reshape(-1, 2).T
        held = picked(rows, needed)
        seen = figures(weighed(held, rare), one, other)
        dated = seen[:, _BETWEEN] != UNTOLD
        apart = (seen[:, _BETWEEN] > LONGEST) | (dated & (ordinary(held, one, other) == 0))
        parts.append(np.where(apart, 0, scorer.likeness(seen)).astype(np.float32))
    return np.concatenate(parts)


def ordinary(rows: Table, one: Ints, other: Ints) -> Ints:
    """Returns how many words that are neither names nor numbers each pair shares: without any, two reports tell of one
    town on one day, and not of one event."""
    kept = ((rows.kinds & WORD) > 0) & ((rows.kinds & (NAME | NUMBER)) == 0)
    starts = np.concatenate([[0], np.cumsum(kept)])[rows.starts]
    told = csr_matrix((np.ones(int(kept.sum()), np.float32), rows.ids[kept], starts), shape=(len(rows.day), SPACE))
    parts = [told[one[i : i + CHUNK]].multiply(told[other[i : i + CHUNK]]).getnnz(1) for i in range(0, len(one), CHUNK)]
    return np.concatenate([np.zeros(0, np.int64), *parts])


def link(count: int, found: Iterable[tuple[Ints, Floats]], least: float) -> list[int]:
    """Returns the group of each of `count` reports, joined while the mean over their pairs is at least `least`."""
    kept = (
        (one, other, likeness)
        for places, likely in found
        for (one, other), likeness in zip(places[likely > FAINT].tolist(), likely[likely > FAINT].tolist(), strict=True)
    )
    return average_link(count, kept, least)


def names(labels: Iterable[int]) -> list[str]:
    """Returns "s1", "s2" ... for the groups in order of their first member."""
    numbered: dict[int, str] = {}
    return [numbered.setdefault(label, f"s{len(numbered) + 1}") for label in labels]
