"""The scorer: gradient-boosted trees, learned elsewhere, evaluated here with numpy alone."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from crosswire.align.shipped import arrays
from crosswire.errors import ModelError

Floats = NDArray[np.float32]
_ROWS = 50_000
#: After so many trees a pair this unlikely (log-odds) is let go: many pairs are, and none of them comes to count.
FIRST, HOPELESS = 100, -4.0


class Trees:
    """An ensemble of binary trees over named figures.

    A node below zero is a leaf: -1 - its index among the leaves. Going left means figure <= threshold.
    All arrays are flat over the trees; `roots` holds each tree's first node (or leaf), part after part; the parts are
    ensembles of their own, each longer than FIRST, and their mean decides.
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
        odds = self._sum(figures, self._roots[:FIRST])
        kept = np.flatnonzero(odds > HOPELESS)
        rest = self._roots[FIRST:]
        if len(rest):
            odds[kept] = (odds[kept] + self._sum(figures[kept], rest)) / self._parts
        else:
            odds /= self._parts
        return (1 / (1 + np.exp(-odds))).astype(np.float32)

    def _sum(self, figures: Floats, roots: NDArray[np.int64]) -> NDArray[np.float64]:
        """The sum over the trees at `roots` of the leaf that each row comes to."""
        total = np.zeros(len(figures), np.float64)
        # A column at a time: whole rows through every node cost less than gathering each row's own path.
        columns = np.ascontiguousarray(figures.T)
        for root in roots:
            going = [(int(root), np.ones(len(figures), np.bool_))]
            while going:
                node, here = going.pop()
                if node < 0:
                    np.add(total, self._value[-1 - node], out=total, where=here)
                    continue
                goes_left = columns[self._figure[node]] <= self._cut[node]
                going.append((int(self._left[node]), here & goes_left))
                going.append((int(self._right[node]), here & ~goes_left))
        return total


@cache
def load(name: str) -> Trees:
    """Returns the shipped scorer `name`. Raises ModelError when its file is missing or is no scorer."""
    try:
        return Trees(arrays(name))
    except KeyError as error:
        raise ModelError(f"align/{name}.npz", f"{error} is missing", "the file that comes with crosswire") from error
