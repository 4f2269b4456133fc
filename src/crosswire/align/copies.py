"""Copies: which passages of reports of one origin are the same passage."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswire.model import Annotated, Origin

Ints = NDArray[np.int64]
#: Letters in common (cosine of runs of four) from which on two passages of one origin are one passage.
SAME = 0.7


def origin_of(pieces: Sequence[Annotated], origins: Sequence[Origin]) -> tuple[int, ...]:
    """Returns for each report the index of its origin; a report that no origin names is an origin of its own."""
    known = {report: i for i, origin in enumerate(origins) for report in origin.reports}
    return tuple(known.get(piece.report.id, len(origins) + i) for i, piece in enumerate(pieces))


def twins(letters: sparse.csr_matrix, report: Ints, origin: Ints) -> Ints:
    """Returns for each passage the first passage of its origin that it copies or is copied by, often itself.

    Args:
        letters: one row a passage, rows of length one, so that their products are cosines.
        report: of each passage, ascending.
        origin: of each passage.
    """
    first = np.arange(len(report))
    for one, other in combinations(np.unique(report), 2):
        rows, columns = np.flatnonzero(report == one), np.flatnonzero(report == other)
        if origin[rows[0]] == origin[columns[0]]:
            for i, k in _mutual(np.asarray((letters[rows] @ letters[columns].T).todense())):
                if first[columns[k]] == columns[k]:
                    first[columns[k]] = first[rows[i]]
    return first


def _mutual(table: NDArray[np.float32]) -> list[tuple[int, int]]:
    """The pairs that are each other's best and the same passage."""
    best, back = table.argmax(1), table.argmax(0)
    return [(i, int(k)) for i, k in enumerate(best) if back[k] == i and table[i, k] >= SAME]
