"""Points: scored pairs of passages → the same assertion in as many reports as tell it.

A passage may carry more than one assertion, so it may stand in more than one point. A point holds one passage a report,
and a passage joins when it is like all members: on the average as like as a pair that makes a point, and to none of
them less than half that. So there are no chains of half-similar passages. What copies of one text share is scored once,
and the copies join together.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_Near = list[dict[int, float]]


class Joined(NamedTuple):
    """The passages of one point in order, the mean score of their pairs, and which of them surely tell the same."""

    members: tuple[int, ...]
    score: float
    sure: tuple[bool, ...]


def points(left: Ints, right: Ints, scores: Floats, twin: Ints, threshold: float, agreed: float) -> list[Joined]:
    """Returns the points, the surest pair's point first.

    Args:
        left: the first passage of each pair; `right`: the second, of a report of another origin.
        scores: of the pairs, in [0, 1].
        twin: for each passage the first passage of its origin that is the same text.
        threshold: the score of a pair that makes a point, copies taken together.
        agreed: the mean score with the other sure members from which on a member surely tells the same.
    """
    near = _near(twin[left], twin[right], scores, len(twin), threshold / 2)
    copies: dict[int, list[int]] = {}
    for passage, first in enumerate(twin.tolist()):
        copies.setdefault(first, []).append(passage)
    seeds = [(-score, a, b) for a, row in enumerate(near) for b, score in row.items() if a < b and score >= threshold]
    told: set[tuple[int, int]] = set()
    found = []
    for _, a, b in sorted(seeds):
        if (a, b) not in told:
            members = _grown((a, b), near, threshold)
            told.update((i, k) for n, i in enumerate(members) for k in members[n + 1 :])
            found.append(members)
    joined = []
    for members in _without_parts(found):
        sure = _sure(members, near, agreed)
        told_by = sorted((k, i in sure) for i in members for k in copies[i])
        joined.append(
            Joined(tuple(k for k, _ in told_by), _mean(members, near), tuple(is_sure for _, is_sure in told_by))
        )
    return joined


def _sure(members: tuple[int, ...], near: _Near, agreed: float) -> frozenset[int]:
    """The members that are like one another at `agreed` and more on the mean, the least like taken out first."""
    kept = list(members)
    while len(kept) > 1:
        means = {i: sum(near[i][k] for k in kept if k != i) / (len(kept) - 1) for i in kept}
        least = min(kept, key=lambda i: (means[i], -i))
        if means[least] >= agreed:
            return frozenset(kept)
        kept.remove(least)
    return frozenset()


def _without_parts(found: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The points that are not part of another one."""
    sets = [set(members) for members in found]
    holding: dict[int, list[int]] = {}
    for n, members in enumerate(found):
        for i in members:
            holding.setdefault(i, []).append(n)
    return [
        members for n, members in enumerate(found) if not any(k != n and sets[n] < sets[k] for k in holding[members[0]])
    ]


def _near(left: Ints, right: Ints, scores: Floats, size: int, least: float) -> _Near:
    """For each passage the others that it is like at `least`, and their score; copies give their mean."""
    pairs = np.minimum(left, right) * size + np.maximum(left, right)
    _, first, of = np.unique(pairs, return_index=True, return_inverse=True)
    means = np.bincount(of, scores.astype(np.float64)) / np.bincount(of)
    kept = np.flatnonzero(means >= least)
    near: _Near = [{} for _ in range(size)]
    for place in kept[np.argsort(first[kept])].tolist():  # in the order in which the pairs were given
        a, b = divmod(int(pairs[first[place]]), size)
        near[a][b] = near[b][a] = float(means[place])
    return near


def _grown(seed: tuple[int, int], near: _Near, threshold: float) -> tuple[int, ...]:
    """The seed with every passage that is like all members, the likest first; passages of one origin never are."""
    members = list(seed)
    common = {k: near[seed[0]][k] + near[seed[1]][k] for k in near[seed[0]].keys() & near[seed[1]].keys()}
    while common:
        best = min(common, key=lambda k: (-common[k], k))
        if common[best] < threshold * len(members):
            break
        members.append(best)
        common = {k: total + near[best][k] for k, total in common.items() if k in near[best]}
    return tuple(sorted(members))


def _mean(members: tuple[int, ...], near: _Near) -> float:
    pairs = [near[a][b] for i, a in enumerate(members) for b in members[i + 1 :]]
    return sum(pairs) / len(pairs)
