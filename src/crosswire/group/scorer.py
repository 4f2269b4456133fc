"""The scorer of pairs: boosted trees, learned elsewhere (`training.group`), evaluated here with numpy alone."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from crosswire.errors import ModelError
from crosswire.group.likeness import NAMES, Floats
from crosswire.group.terms import SPACE

_FILE = "group/stories.npz"
_ROWS = 20_000
SOFTER = 3.0  # what log-odds are divided by before they are averaged: one sure pair shall not outvote several unsure


class Scorer:
    """How sure it is that two reports tell one event, and from which mean on a group is a story.

    `same` makes a story of reports of many events; `apart` is the mean below which reports given as one story are told
    to be several; `known` is for each term the share of other reports that hold it.
    """

    def __init__(self, arrays: dict[str, NDArray[np.generic]]) -> None:
        if tuple(str(name) for name in arrays["names"]) != NAMES:
            raise ValueError("it was learned from other figures than those it is asked about")
        self.same = float(arrays["same"])
        self.apart = float(arrays["apart"])
        self.read = int(arrays["read"])
        self.known = np.zeros(SPACE, np.float32)
        self.known[arrays["terms"].astype(np.int64)] = arrays["shares"].astype(np.float32)
        self._figure = arrays["figure"].astype(np.int64)
        self._cut = arrays["cut"].astype(np.float32)
        self._left = arrays["left"].astype(np.int64)
        self._right = arrays["right"].astype(np.int64)
        self._value = arrays["value"].astype(np.float32)
        self._roots = arrays["roots"].astype(np.int64)

    def likeness(self, figures: Floats) -> Floats:
        """Returns for each row of `figures` (columns as in NAMES) how sure it is, in (0, 1), softened."""
        parts = [self._odds(figures[i : i + _ROWS]) for i in range(0, len(figures), _ROWS)]
        odds = np.concatenate(parts) if parts else np.zeros(0)
        return (1 / (1 + np.exp(-odds / SOFTER))).astype(np.float32)

    def _odds(self, figures: Floats) -> NDArray[np.float64]:
        total = np.zeros(len(figures), np.float64)
        every = np.arange(len(figures))
        for root in self._roots:
            at = np.full(len(figures), root)
            rows = every
            while len(rows):  # a node below zero is a leaf: -1 - its place among the values
                node = at[rows]
                left = figures[rows, self._figure[node]] <= self._cut[node]
                at[rows] = np.where(left, self._left[node], self._right[node])
                rows = rows[at[rows] >= 0]
            total += self._value[-1 - at]
        return total


@cache
def load() -> Scorer:
    """Returns the shipped scorer. Raises ModelError when its file is missing or is none."""
    place = files("crosswire") / "models" / "group" / "stories.npz"
    try:
        with as_file(place) as path, np.load(path, allow_pickle=False) as data:
            return Scorer({key: data[key] for key in data.files})
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(_FILE, str(error), "the file that comes with crosswire") from error
