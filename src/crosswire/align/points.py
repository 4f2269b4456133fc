"""Points: scored pairs of passages → the same assertion in as many reports as tell it.

A passage may carry more than one assertion, so it may stand in more than one point; a point holds one passage a report,
and no passage joins that is not itself like every member: there are no chains of half-similar passages. What copies of
one text share is scored once, and the copies join together.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_Near = list[dict[int, float]]


def points(
    left: Ints, right: Ints, scores: Floats, twin: Ints, threshold: float
) -> list[tuple[tuple[int, ...], float]]:
    """Returns the points as (passages in order, mean score of their pairs), the surest pair's point first.

    Args:
        left: the first passage of each pair; `right`: the second, of a report of another origin.
        scores: of the pairs, in [0, 1].
        twin: for each passage the first passage of its origin that is the same text.
        threshold: every pair inside a point scores at least this, copies taken together.
    """
    near = _near(twin[left], twin[right], scores, len(twin))
    copies: dict[int, list[int]] = {}
    for passage, first in enumerate(twin.tolist()):
        copies.setdefault(first, []).append(passage)
    seeds = [(-score, a, b) for a, row in enumerate(near) for b, score in row.items() if a < b and score >= threshold]
    near = [{k: score for k, score in row.items() if score >= threshold} for row in near]
    told: set[tuple[int, int]] = set()
    found = []
    for _, a, b in sorted(seeds):
        if (a, b) not in told:
            members = _grown((a, b), near)
            told.update((i, k) for n, i in enumerate(members) for k in members[n + 1 :])
            everyone = tuple(sorted(k for i in members for k in copies[i]))
            found.append((everyone, _mean(members, near)))
    return found


def _near(left: Ints, right: Ints, scores: Floats, size: int) -> _Near:
    """For each passage the others it was compared with, and their score; copies give their mean."""
    gathered: dict[tuple[int, int], list[float]] = {}
    for a, b, score in zip(left.tolist(), right.tolist(), scores.tolist(), strict=True):
        gathered.setdefault((min(a, b), max(a, b)), []).append(score)
    near: _Near = [{} for _ in range(size)]
    for (a, b), given in gathered.items():
        near[a][b] = near[b][a] = sum(given) / len(given)
    return near


def _grown(seed: tuple[int, int], near: _Near) -> tuple[int, ...]:
    """The seed with every passage that is like all members, the likest first; passages of one origin never are."""
    members = list(seed)
    common = {k: near[seed[0]][k] + near[seed[1]][k] for k in near[seed[0]].keys() & near[seed[1]].keys()}
    while common:
        best = min(common, key=lambda k: (-common[k], k))
        members.append(best)
        common = {k: total + near[best][k] for k, total in common.items() if k in near[best]}
    return tuple(sorted(members))


def _mean(members: tuple[int, ...], near: _Near) -> float:
    pairs = [near[a][b] for i, a in enumerate(members) for b in members[i + 1 :]]
    return sum(pairs) / len(pairs)
