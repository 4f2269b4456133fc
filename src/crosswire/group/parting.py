"""Reports given as one story → the stories that they tell, and those of which it is doubtful that they belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosswire.group.candidates import keys, pairs
from crosswire.group.likeness import rarity, spread
from crosswire.group.scorer import load
from crosswire.group.stories import in_order, link, ordinary, scored
from crosswire.group.table import table
from crosswire.group.terms import terms
from crosswire.model import Doubtful, Report

#: Words of a report from which on what it tells can be told from other events.
FEWEST: Final = 20
#: Likeness to another report at which one that is unlike the rest still touches their event. On the training half of
#: the labelled incidents a strange report among those of one event reaches it in 4 of 114 cases.
TOUCHED: Final = 0.2
#: The mean likeness of a story once the reports are known to tell several: of 60 picks of seven incidents of the
#: training half one mixes two of them (four at the mean that keeps one story whole).
SEVERAL: Final = 0.3
#: Groups of which each is so alike in itself, and so much less to the others, are several stories although the mean
#: over all pairs would keep them one: 114 of 114 pairs of training stories (112 without), and no story more is parted.
CLOSE: Final = 0.5
GAP: Final = 0.4
#: Reports of which every pair is looked at; of more, those that share rare terms.
EVERY_PAIR: Final = 1000


class Parting(NamedTuple):
    """What reports given as one story tell.

    `stories` is the story of each report in the order given, "s1", "s2" ..., the story of most reports first, then that
    of the earliest; `doubtful` are those that are not, or hardly, like the rest of the first, sorted by id.
    """

    stories: tuple[str, ...]
    doubtful: tuple[Doubtful, ...]


def part_stories(reports: Sequence[Report]) -> Parting:
    """Tells whether reports that were given as one tell one event, and parts them where they do not.

    They stay one story while the mean over their pairs allows it; so does one story with single reports beside it that
    touch it. Otherwise they are grouped anew, with less patience. A report of few words, or in a language that is not
    annotated, goes with the story it is likest to, and by itself parts nothing.

    Args:
        reports: any number; the order in which they are given decides nothing.
    """
    order = in_order(reports)
    ordered = [reports[place] for place in order]
    likely, judged = _likely(ordered)
    labels = _linked(likely, judged, load().apart)
    one = _is_one(likely, [labels[i] for i in judged], judged)
    if one and _is_gap(likely, close := _linked(likely, judged, load().same), judged):
        one, labels = False, _adopted(likely, close, judged)
    elif not one:
        labels = _adopted(likely, _linked(likely, judged, SEVERAL), judged)
    main = _first(labels[i] for i in judged)
    doubtful = [i for i in judged if labels[i] != main]
    labels = [0] * len(labels) if one else labels
    sizes = Counter(labels)
    ranks = {label: f"s{n}" for n, label in enumerate(sorted(sizes, key=lambda label: (-sizes[label], label)), 1)}
    named = dict(zip(order, (ranks[label] for label in labels), strict=True))
    told = sorted((_doubtful(likely, i, ordered) for i in doubtful), key=lambda one: one.report)
    return Parting(tuple(named[place] for place in range(len(reports))), tuple(told))


def _likely(reports: Sequence[Report]) -> tuple[NDArray[np.float32], list[int]]:
    """Returns how alike every two reports are, and the places of those that can be told from other events."""
    told = [terms(report) for report in reports]
    rows, scorer = table(told), load()
    rare = rarity(spread(rows), len(reports), scorer.known, scorer.read)
    if len(reports) > EVERY_PAIR:
        found = pairs(keys(rows, rare), 0, len(reports))
    else:
        found = np.stack(np.triu_indices(len(reports), 1), 1)
    likely = np.zeros((len(reports), len(reports)), np.float32)
    one, other = found.T
    alike = np.where(ordinary(rows, one, other) == 0, 0, scored(rows, rare, found, scorer))
    likely[one, other] = likely[other, one] = alike
    read = [i for i, report in enumerate(reports) if (report.language or "en").lower()[:2] == "en"]
    return likely, [i for i in read if told[i].words >= FEWEST]


def _linked(likely: NDArray[np.float32], judged: Sequence[int], least: float) -> list[int]:
    """Returns the group of every report, named by its first; one that cannot be judged is a group of its own."""
    labels = list(range(len(likely)))
    one, other = np.triu_indices(len(judged), 1)
    found = np.stack([one, other], 1)
    alike = likely[np.ix_(judged, judged)][one, other]
    for place, label in zip(judged, link(len(judged), [(found, alike)], least), strict=True):
        labels[place] = judged[label]
    return labels


def _first(labels: Iterable[int]) -> int:
    """Returns the label of the largest group, of those the one told first; 0 where there is none."""
    sizes = Counter(labels)
    return min(sizes, key=lambda label: (-sizes[label], label), default=0)


def _is_one(likely: NDArray[np.float32], labels: Sequence[int], judged: Sequence[int]) -> bool:
    sizes = Counter(labels)
    alone = [i for i, label in zip(judged, labels, strict=True) if sizes[label] == 1]
    several = sum(size > 1 for size in sizes.values())
    return len(sizes) <= 1 or (several == 1 and all(likely[i].max() >= TOUCHED for i in alone))


def _is_gap(likely: NDArray[np.float32], labels: Sequence[int], judged: Sequence[int]) -> bool:
    """Tells whether the reports fall into groups of which each is alike in itself and unlike the others."""
    groups = [members for label in sorted(set(labels)) if len(members := [i for i in judged if labels[i] == label]) > 1]
    within = [likely[np.ix_(m, m)].sum() / (len(m) * (len(m) - 1)) for m in groups]
    between = [likely[np.ix_(one, other)].mean() for one, other in combinations(groups, 2)]
    lower = [min(pair) for pair in combinations(within, 2)]
    return bool(between) and all(w >= CLOSE and b <= w - GAP for w, b in zip(lower, between, strict=True))


def _adopted(likely: NDArray[np.float32], labels: list[int], judged: Sequence[int]) -> list[int]:
    """Returns the labels, a report that cannot be judged put with the one it is likest to where it touches it."""
    kept = list(labels)
    for i in set(range(len(labels))) - set(judged):
        nearest = max(judged, key=lambda other: (likely[i, other], -other))
        if likely[i, nearest] >= TOUCHED:
            kept[i] = labels[nearest]
    return kept


def _doubtful(likely: NDArray[np.float32], place: int, reports: Sequence[Report]) -> Doubtful:
    nearest = int(likely[place].argmax())
    likeness = round(float(likely[place, nearest]), 2)
    return Doubtful(report=reports[place].id, nearest=reports[nearest].id if likeness > 0 else None, likeness=likeness)
