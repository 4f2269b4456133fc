"""The scorer: gradient-boosted trees, learned elsewhere, evaluated here with numpy alone."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from crosswire.align.shipped import arrays
from crosswire.errors import ModelError

Floats = NDArray[np.float32]
_ROWS = 50_000


class Trees:
    """An ensemble of binary trees over named figures.

    A node below zero is a leaf: -1 - its index among the leaves. Going left means figure <= threshold.
    All arrays are flat over the trees; `roots` holds each tree's first node (or leaf).
    """

    def __init__(self, arrays: dict[str, NDArray[np.generic]]) -> None:
        self.arrays = arrays
        self.names: tuple[str, ...] = tuple(str(name) for name in arrays["names"])
        self.threshold = float(arrays["threshold"])
        self._figure = arrays["figure"].astype(np.int64)
        self._cut = arrays["cut"].astype(np.float32)
        self._left = arrays["left"].astype(np.int64)
        self._right = arrays["right"].astype(np.int64)
        self._value = arrays["value"].astype(np.float32)
        self._roots = arrays["roots"].astype(np.int64)
        self._parts = int(arrays["parts"])

    def probability(self, figures: Floats) -> Floats:
        """Returns for each row of `figures` (columns as in `names`) the probability that the pair is the same."""
        parts = [self._part(figures[i : i + _ROWS]) for i in range(0, len(figures), _ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _part(self, figures: Floats) -> Floats:
        total = np.zeros(len(figures), np.float64)
        everyone = np.arange(len(figures))
        for root in self._roots:
            node = np.full(len(figures), root)
            going = everyone
            while len(going := going[node[going] >= 0]):
                at = node[going]
                goes_left = figures[going, self._figure[at]] <= self._cut[at]
                node[going] = np.where(goes_left, self._left[at], self._right[at])
            total += self._value[-1 - node]
        return (1 / (1 + np.exp(-total / self._parts))).astype(np.float32)


@cache
def load(name: str) -> Trees:
    """Returns the shipped scorer `name`. Raises ModelError when its file is missing or is no scorer."""
    try:
        return Trees(arrays(name))
    except KeyError as error:
        raise ModelError(f"align/{name}.npz", f"{error} is missing", "the file that comes with crosswire") from error
