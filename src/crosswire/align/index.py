"""The index of a story: which passage holds which word, and how rare each word is in this story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswire.align.copies import twins
from crosswire.align.facts import facts
from crosswire.align.meanings import Meanings
from crosswire.align.passages import Passage
from crosswire.align.rarity import rarities
from crosswire.align.traits import traits
from crosswire.align.words import Term, letters, runs, terms
from crosswire.model import Annotated

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Table:
    """One kind of word by passage: `has` (0 or 1), `weighted` by rarity, `weight` the sum of each passage's row."""

    def __init__(self, rows: Sequence[Iterable[str]], told_once: Ints | None = None) -> None:
        columns: dict[str, int] = {}
        self.has = _incidence(rows, columns)
        counted = self.has if told_once is None else self.has[told_once]
        held = np.asarray(counted.sum(0)).ravel()
        self.rarity = np.log((counted.shape[0] + 1) / (held + 0.5)).astype(np.float32)
        self.columns = columns
        self._weigh()

    def _weigh(self) -> None:
        self.weighted = self.has.multiply(self.rarity).tocsr()
        self.weight: Floats = np.asarray(self.weighted.sum(1), dtype=np.float32).ravel()

    def like(self, rows: Sequence[Iterable[str]]) -> Table:
        """Returns a table of other rows over the same words, as rare as they are here."""
        other = copy(self)
        other.has = _incidence(rows, self.columns)
        other._weigh()
        return other

    def weighed(self, rarity: Floats) -> Table:
        """Returns the same table with other weights for its words."""
        other = copy(self)
        other.rarity = rarity
        other._weigh()
        return other

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


class Clauses:
    """The clauses of all passages in order: the passage of each, its words and its vector, rows of length one."""

    def __init__(self, passages: Sequence[Passage], pieces: Sequence[Annotated], words: Table) -> None:
        held = [(i, k) for i, passage in enumerate(passages) for k in range(passage.first, passage.last + 1)]
        self.passage = np.array([i for i, _ in held], np.int64)
        cut = [(pieces[passages[i].report], k) for i, k in held]
        texts = [piece.words_of(piece.clauses[k].span) for piece, k in cut]
        told = [[t for t in _meaning(terms(text)) if t in words.columns] for text in texts]
        self.words = words.like(told).unit_rows()
        self.vectors = _stacked([piece.vectors[k] for piece, k in cut])


class Index:
    """Everything that pairs of passages are compared by, one row a passage.

    Args:
        passages: of the whole story, report by report in reading order.
        origins: of each report. What copies share counts once in how rare a word is.
    """

    def __init__(self, passages: Sequence[Passage], pieces: Sequence[Annotated], origins: Sequence[int]) -> None:
        found = [terms(passage.text) for passage in passages]
        self.report = np.array([passage.report for passage in passages], np.int64)
        self.origin = np.array([origins[passage.report] for passage in passages], np.int64)
        self.length = np.array([len(passage.text) for passage in passages], np.float32)
        runs_of_letters = [letters(passage.text) for passage in passages]
        self.twin = twins(Table(runs_of_letters).unit_rows(), self.report, self.origin)
        once = np.flatnonzero(self.twin == np.arange(len(passages)))
        self.letters = Table(runs_of_letters, once).unit_rows()
        self.words = Table([_meaning(row) for row in found], once)
        self.first = _first_told(self.words, [_meaning(row) for row in found], self.report)
        self.numbers = Table([[t.stem for t in row if t.number] for row in found], once)
        self.names = Table([[t.stem for t in row if t.name and not t.plain] for row in found], once)
        self.others = Table([[t.stem for t in row if not (t.name or t.number or t.plain)] for row in found], once)
        self.pairs = Table([runs(row, 2) for row in found], once)
        self.triples = Table([runs(row, 3) for row in found], once)
        self.rare = self.words.weighed(rarities(self.words.columns))
        self.first_rare = self.first.weighed(self.rare.rarity)
        self.vectors = _vectors(passages, pieces)
        self.clauses = Clauses(passages, pieces, self.words)
        told = facts(passages, pieces)
        self.facts = {kind: Table(rows, once) for kind, rows in told.items()}
        self.first_facts = {kind: _first_told(self.facts[kind], rows, self.report) for kind, rows in told.items()}
        self.traits = traits(passages, pieces)
        rarity = zip(self.rare.rarity.tolist(), self.words.rarity.tolist(), strict=True)
        self.meanings = Meanings(passages, pieces, dict(zip(self.words.columns, rarity, strict=False)))
        self.cosines = self.words.unit_rows()
        self.place, self.share = _places(self.report)


def _meaning(row: tuple[Term, ...]) -> list[str]:
    return [term.stem for term in row if not term.plain]


def _first_told(table: Table, rows: Sequence[Iterable[str]], report: Ints) -> Table:
    """What a passage is the first of its report to tell, weighted like `table`."""
    seen: dict[int, set[str]] = {}
    new = []
    for number, row in zip(report.tolist(), rows, strict=True):
        known = seen.setdefault(number, set())
        new.append(set(row) - known)
        known |= new[-1]
    return table.like(new)


def _stacked(rows: Sequence[Floats]) -> Floats:
    return np.stack(rows) if rows else np.zeros((0, 0), np.float32)


def _places(report: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Each passage's place in its report, counted from 0, and as a share of the report's passages."""
    _, starts, counts = np.unique(report, return_index=True, return_counts=True)
    place = np.arange(len(report)) - np.repeat(starts, counts)
    return place.astype(np.float32), (place / np.repeat(counts, counts)).astype(np.float32)


def _vectors(passages: Sequence[Passage], pieces: Sequence[Annotated]) -> Floats:
    """One row of length one a passage, from its clauses' vectors; zeros where a report has none."""
    width = max((piece.vectors.shape[1] for piece in pieces), default=0)
    rows = np.zeros((len(passages), width), np.float32)
    for row, passage in zip(rows, passages, strict=True):
        piece = pieces[passage.report]
        lengths = [c.span.end - c.span.start for c in piece.clauses[passage.first : passage.last + 1]]
        row[:] = np.asarray(lengths, np.float32) @ piece.vectors[passage.first : passage.last + 1]
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Floats = (rows / np.maximum(norms, 1e-9)).astype(np.float32)
    return scaled
