"""The index of a story: which passage holds which word, and how rare each word is in this story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswire.align.passages import Passage
from crosswire.align.words import Term, letters, runs, terms

Floats = NDArray[np.float32]


class Table:
    """One kind of word by passage: `has` (0 or 1), `weighted` by rarity, `weight` the sum of each passage's row."""

    def __init__(self, rows: Sequence[Iterable[str]], columns: dict[str, int] | None = None) -> None:
        columns = {} if columns is None else columns
        self.has = _incidence(rows, columns)
        self.rarity = np.log((len(rows) + 1) / (np.asarray(self.has.sum(0)).ravel() + 0.5)).astype(np.float32)
        self.columns = columns
        self.weighted = self.has.multiply(self.rarity).tocsr()
        self.weight: Floats = np.asarray(self.weighted.sum(1), dtype=np.float32).ravel()

    def unit_rows(self) -> sparse.csr_matrix:
        """Returns the weighted rows scaled to length one, so that their products are cosines."""
        lengths = np.sqrt(np.asarray(self.weighted.multiply(self.weighted).sum(1)).ravel() + 1e-6)
        return (sparse.diags(1 / lengths) @ self.weighted).astype(np.float32).tocsr()


def _incidence(rows: Sequence[Iterable[str]], columns: dict[str, int]) -> sparse.csr_matrix:
    indices: list[int] = []
    starts = [0]
    for row in rows:
        indices.extend(columns.setdefault(word, len(columns)) for word in sorted(set(row)))
        starts.append(len(indices))
    ones = np.ones(len(indices), np.float32)
    return sparse.csr_matrix((ones, indices, starts), shape=(len(rows), max(1, len(columns))))


class Index:
    """Everything that pairs of passages are compared by, one row a passage.

    Args:
        passages: of the whole story, report by report in reading order.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        found = [terms(passage.text) for passage in passages]
        self.report = np.array([passage.report for passage in passages], np.int64)
        self.length = np.array([len(passage.text) for passage in passages], np.float32)
        self.words = Table([_meaning(row) for row in found])
        self.first = _first_told(self.words, passages, found)
        self.numbers = Table([[t.stem for t in row if t.number] for row in found])
        self.names = Table([[t.stem for t in row if t.name and not t.plain] for row in found])
        self.others = Table([[t.stem for t in row if not (t.name or t.number or t.plain)] for row in found])
        self.pairs = Table([runs(row, 2) for row in found])
        self.triples = Table([runs(row, 3) for row in found])
        self.letters = Table([letters(passage.text) for passage in passages]).unit_rows()
        self.cosines = self.words.unit_rows()
        self.place, self.share = _places(self.report)


def _meaning(row: tuple[Term, ...]) -> list[str]:
    return [term.stem for term in row if not term.plain]


def _first_told(words: Table, passages: Sequence[Passage], found: Sequence[tuple[Term, ...]]) -> Table:
    """The words that a passage is the first of its report to tell, weighted like `words`."""
    seen: dict[int, set[str]] = {}
    rows = []
    for passage, row in zip(passages, found, strict=True):
        known = seen.setdefault(passage.report, set())
        rows.append(set(_meaning(row)) - known)
        known |= rows[-1]
    table = Table(rows, words.columns)
    table.rarity = words.rarity
    table.weighted = table.has.multiply(words.rarity).tocsr()
    table.weight = np.asarray(table.weighted.sum(1), dtype=np.float32).ravel()
    return table


def _places(report: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Each passage's place in its report, counted from 0, and as a share of the report's passages."""
    _, starts, counts = np.unique(report, return_index=True, return_counts=True)
    place = np.arange(len(report)) - np.repeat(starts, counts)
    return place.astype(np.float32), (place / np.repeat(counts, counts)).astype(np.float32)
