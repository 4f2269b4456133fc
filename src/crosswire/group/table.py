"""The terms of many reports as flat arrays: a row a report, as they are kept in a work folder and in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosswire.group.terms import DAYS, UNTOLD, Terms

AGES = 8


class Table(NamedTuple):
    """`ids`, `told` and `kinds` of all reports in a row, that of row i in `[starts[i], starts[i + 1])`."""

    starts: NDArray[np.int64]
    ids: NDArray[np.int32]
    told: NDArray[np.float32]
    kinds: NDArray[np.uint8]
    day: NDArray[np.int32]
    days: NDArray[np.int32]  # UNTOLD behind the last
    tolls: NDArray[np.int32]  # killed, hurt
    ages: NDArray[np.int32]  # UNTOLD behind the last
    words: NDArray[np.int32]


def table(rows: Sequence[Terms]) -> Table:
    """Returns the rows as flat arrays."""
    return Table(
        starts=np.concatenate([[0], np.cumsum([len(row.ids) for row in rows])]).astype(np.int64),
        ids=np.concatenate([np.zeros(0, np.int32), *(row.ids for row in rows)]),
        told=np.concatenate([np.zeros(0, np.float32), *(row.told for row in rows)]),
        kinds=np.concatenate([np.zeros(0, np.uint8), *(row.kinds for row in rows)]),
        day=np.array([row.day for row in rows], np.int32),
        days=_padded([row.days for row in rows], DAYS),
        tolls=np.array([(row.killed, row.hurt) for row in rows], np.int32).reshape(len(rows), 2),
        ages=_padded([row.ages for row in rows], AGES),
        words=np.array([row.words for row in rows], np.int32),
    )


def joined(tables: Sequence[Table]) -> Table:
    """Returns the rows of all tables in one."""
    lengths = [np.diff(one.starts) for one in tables]
    starts = np.concatenate([[0], np.cumsum(np.concatenate(lengths))]).astype(np.int64)
    rest = (np.concatenate([one[field] for one in tables]) for field in range(1, len(Table._fields)))
    return Table(starts, *rest)


def _padded(rows: Sequence[tuple[int, ...]], width: int) -> NDArray[np.int32]:
    filled = np.full((len(rows), width), UNTOLD, np.int32)
    for place, row in enumerate(rows):
        filled[place, : len(row)] = row
    return filled


def picked(rows: Table, places: NDArray[np.int64]) -> Table:
    """Returns the rows at `places`, in that order."""
    lengths = np.diff(rows.starts)[places]
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    inside = np.repeat(rows.starts[places] - starts[:-1], lengths) + np.arange(starts[-1])
    flat = (rows[field][inside] for field in range(1, 4))
    return Table(starts, *flat, *(rows[field][places] for field in range(4, len(Table._fields))))
