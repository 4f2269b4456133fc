"""Points: scored pairs of passages → the same assertion in as many reports as tell it.

A passage may carry more than one assertion, so it may stand in more than one point; a point holds one passage a report,
and no passage joins that is not itself like every member: there are no chains of half-similar passages.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def points(
    left: Ints, right: Ints, scores: Floats, report: Ints, threshold: float
) -> list[tuple[tuple[int, ...], float]]:
    """Returns the points as (passages in order, mean score of their pairs), the surest pair's point first.

    Args:
        left: the first passage of each pair; `right`: the second, of another report.
        scores: of the pairs, in [0, 1].
        report: of each passage.
        threshold: every pair inside a point scores at least this.
    """
    kept = np.flatnonzero(scores >= threshold)
    kept = kept[np.lexsort((right[kept], left[kept], -scores[kept]))]
    table = _symmetric(left[kept], right[kept], scores[kept], len(report))
    told: set[tuple[int, int]] = set()
    found = []
    for pair in kept:
        seed = (int(left[pair]), int(right[pair]))
        if seed not in told:
            members = _grown(seed, table, report)
            told.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
            found.append((members, _mean(members, table)))
    return found


def _symmetric(left: Ints, right: Ints, scores: Floats, size: int) -> list[dict[int, float]]:
    near: list[dict[int, float]] = [{} for _ in range(size)]
    for a, b, score in zip(left.tolist(), right.tolist(), scores.tolist(), strict=True):
        near[a][b] = near[b][a] = score
    return near


def _grown(seed: tuple[int, int], near: list[dict[int, float]], report: Ints) -> tuple[int, ...]:
    """The seed with every passage that is like all members, best first, one a report."""
    members = list(seed)
    common = {k: near[seed[0]][k] + near[seed[1]][k] for k in near[seed[0]].keys() & near[seed[1]].keys()}
    while common:
        best = min(common, key=lambda k: (-common[k], k))
        members.append(best)
        common = {
            k: total + near[best][k] for k, total in common.items() if k in near[best] and report[k] != report[best]
        }
    return tuple(sorted(members))


def _mean(members: tuple[int, ...], near: list[dict[int, float]]) -> float:
    pairs = [near[a][b] for i, a in enumerate(members) for b in members[i + 1 :]]
    return sum(pairs) / len(pairs)
