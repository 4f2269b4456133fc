"""Ranks: how a pair of passages does among its rivals, report by report."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Segments(NamedTuple):
    """The columns of a block by report: where each report's columns start, and each column's report counted from 0."""

    starts: Ints
    of: Ints


def segments(report: Ints) -> Segments:
    """Returns the columns of a block by report, of each column's report given, ascending."""
    _, starts, of = np.unique(report, return_index=True, return_inverse=True)
    return Segments(starts.astype(np.int64), of.astype(np.int64))


def ranks(table: Floats, across: Segments) -> tuple[Floats, Floats]:
    """Returns for each row each column's rank in its segment (0: best), and its lead over the best of the others."""
    offset = across.of * 1000.0
    order = np.argsort(offset - table, axis=1, kind="stable")
    found = np.empty(table.shape, np.float32)
    ordinal = (np.arange(table.shape[1]) - across.starts[across.of]).astype(np.float32)
    np.put_along_axis(found, order, np.broadcast_to(ordinal, table.shape), 1)
    ordered = np.take_along_axis(table, order, 1)
    best = ordered[:, across.starts]
    sizes = np.diff(np.append(across.starts, table.shape[1]))
    second = np.where(sizes > 1, ordered[:, np.minimum(across.starts + 1, table.shape[1] - 1)], 0.0)
    rival = np.where(found == 0, second[:, across.of], best[:, across.of])
    return found, (table - rival).astype(np.float32)


def earlier(table: Floats, across: Segments) -> Floats:
    """Returns how much better an earlier column of the segment does in the same row, negative when none does."""
    offset = (across.of * 100.0).astype(np.float32)
    so_far = np.maximum.accumulate(table + offset, axis=1) - offset
    before = np.full(table.shape, -1.0, np.float32)
    before[:, 1:] = so_far[:, :-1] - table[:, 1:]
    before[:, across.starts] = -1.0
    return np.maximum(before, -3.0)
