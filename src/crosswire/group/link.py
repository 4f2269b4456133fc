"""Average link: things joined while the mean likeness over the pairs of two groups stays high enough."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

Pair = tuple[int, int, float]


class _Groups:
    """The groups so far, and for each the sum of its likeness to every other group that it is like at all."""

    def __init__(self, count: int, pairs: Iterable[Pair], least: float) -> None:
        self.least = least
        self.sizes = [1] * count
        self.sums: list[dict[int, float]] = [{} for _ in range(count)]
        self.into = list(range(count))
        self.queue: list[tuple[float, int, int]] = []
        for one, other, likeness in pairs:
            self.sums[one][other] = self.sums[other][one] = likeness
            self._propose(one, other)

    def mean(self, one: int, other: int) -> float:
        """Returns the mean likeness over all pairs of the two groups."""
        return self.sums[one].get(other, 0.0) / (self.sizes[one] * self.sizes[other])

    def join(self, one: int, other: int) -> None:
        """Puts the group with fewer neighbours into the one with more, and queues the pairs that this makes likely."""
        if len(self.sums[one]) < len(self.sums[other]):
            one, other = other, one
        del self.sums[one][other]
        for third, likeness in self.sums[other].items():
            if third != one:
                self.sums[one][third] = self.sums[third][one] = self.sums[one].get(third, 0.0) + likeness
                del self.sums[third][other]
        self.sums[other] = {}
        self.sizes[one] += self.sizes[other]
        self.into[other] = one
        for third in self.sums[one]:
            self._propose(one, third)

    def _propose(self, one: int, other: int) -> None:
        mean = self.mean(one, other)
        if mean >= self.least:
            heapq.heappush(self.queue, (-mean, min(one, other), max(one, other)))


def average_link(count: int, pairs: Iterable[Pair], least: float) -> list[int]:
    """Returns the group of each of `count` things: the two groups with the highest mean likeness are joined first.

    Args:
        count: how many things there are; they are told by their places.
        pairs: (one, other, likeness) of the pairs that are alike at all, each pair once; any other counts as 0.
        least: groups are joined while the mean over their pairs is at least this.

    Returns:
        For each thing the place of the first thing of its group.

    Source: unweighted average linkage (Sokal and Michener 1958), over a sparse table with a queue of candidates.
    """
    groups = _Groups(count, pairs, least)
    while groups.queue:
        negative, one, other = heapq.heappop(groups.queue)
        alive = groups.into[one] == one and groups.into[other] == other
        if alive and groups.mean(one, other) == -negative:
            groups.join(one, other)
    return _firsts(groups.into)


def _firsts(into: list[int]) -> list[int]:
    """Follows every thing to its group and names the group by its first thing."""
    first: dict[int, int] = {}
    labels = []
    for thing, group in enumerate(into):
        while into[group] != group:
            group = into[group]
        labels.append(first.setdefault(group, thing))
    return labels
