"""Which pairs of reports are worth a closer look: those that share terms few reports hold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from crosswire.group.likeness import Floats, Ints
from crosswire.group.table import Table
from crosswire.group.terms import NAME, NUMBER, PHRASE, WORD

KEYS = 32  # heaviest terms of a report by which it is looked for
HOLDERS = 64  # reports that one term brings together; where more hold it, those nearest in time
NEAREST = 30  # pairs kept of each report
BLOCK = 2_000  # reports looked up in one go


def keys(table: Table, rare: Floats) -> csr_matrix:
    """Returns for each report the KEYS terms by which it is looked for, as a row of length one.

    A term that more than HOLDERS reports hold becomes several: one for each run of so many reports in the order of
    their days, runs overlapping by half. So the work for a report does not grow with the number of reports.
    """
    weight = (1 + np.log(np.maximum(table.told, 1))) * rare[table.ids]
    weight *= np.where(table.kinds & (NAME | NUMBER | PHRASE), 2.0, 1.0).astype(np.float32)
    weight[table.kinds & (WORD | PHRASE) == 0] = 0
    row = np.repeat(np.arange(len(table.day)), np.diff(table.starts))
    order = np.lexsort((table.ids, -weight, row))
    place = np.arange(len(order)) - table.starts[row[order]]
    kept = np.sort(order[(place < KEYS) & (weight[order] > 0)])
    row, ids, weight = row[kept], table.ids[kept].astype(np.int64), weight[kept]
    row, column, weight = _runs(row, ids, weight, table.day)
    made = csr_matrix((weight, (row, column)), shape=(len(table.day), int(column.max(initial=0)) + 1))
    lengths = np.sqrt(np.asarray(made.multiply(made).sum(axis=1))).ravel()
    made.data = made.data / np.repeat(np.maximum(lengths, 1e-9), np.diff(made.indptr))
    return made


def _runs(row: Ints, ids: Ints, weight: Floats, day: NDArray[np.int32]) -> tuple[Ints, Ints, Floats]:
    """Splits the terms that many reports hold; returns rows, columns and weights."""
    order = np.lexsort((row, day[row], ids))
    row, ids, weight = row[order], ids[order], weight[order]
    begins = np.flatnonzero(np.concatenate([[True], ids[1:] != ids[:-1]])) if len(ids) else np.zeros(0, np.int64)
    sizes = np.diff(np.concatenate([begins, [len(ids)]]))
    place = np.arange(len(ids)) - np.repeat(begins, sizes)
    size = np.repeat(sizes, sizes)
    half = HOLDERS // 2
    first = np.where(size > HOLDERS, place // half, 0)
    many = (size > HOLDERS) & (first > 0)
    # A row stands in the run that begins at its half, and in the one before.
    runs = np.concatenate([ids * (1 << 32) + first, ids[many] * (1 << 32) + first[many] - 1])
    _, column = np.unique(runs, return_inverse=True)
    return np.concatenate([row, row[many]]), column, np.concatenate([weight, weight[many]])


def pairs(found: csr_matrix, first: int, last: int, turned: csr_matrix | None = None) -> Ints:
    """Returns the pairs (one, other), one < other, of the reports in `[first, last)` with those nearest to them.

    Args:
        found: what `keys` gave for all reports.
        first: the first report looked for.
        last: the one after the last.
        turned: `found` turned round, where it is at hand.
    """
    turned = found.T.tocsr() if turned is None else turned
    every = [np.zeros((0, 2), np.int64)]
    for begin in range(first, last, BLOCK):
        alike = (found[begin : min(last, begin + BLOCK)] @ turned).tocsr()
        row = np.repeat(np.arange(alike.shape[0]), np.diff(alike.indptr)) + begin
        other = alike.indices.astype(np.int64)
        keep = other != row
        row, other, score = row[keep], other[keep], alike.data[keep]
        order = np.lexsort((other, -score, row))
        row, other = row[order], other[order]
        begins = np.searchsorted(row, row)
        near = np.arange(len(row)) - begins < NEAREST
        every.append(np.stack([np.minimum(row, other)[near], np.maximum(row, other)[near]], axis=1))
    return np.unique(np.concatenate(every), axis=0)
