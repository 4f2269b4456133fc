"""Pairs of reports → figures: how alike two reports are, in each way that can tell one event from another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from crosswire.group.table import Table
from crosswire.group.terms import LEAD, NAME, NUMBER, PHRASE, SPACE, TITLE, UNTOLD, WORD

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

KNOWN = 150  # reports one is taken to have read before: a word that all of three reports share is not common yet
RARE = 5.0  # rarity from which on a word is rare: it stands in one report of 150
ROWS = 20_000  # pairs looked at in one go
KINDS = (WORD, LEAD, NAME, NUMBER, PHRASE)
NAMES = (
    *("words", "lead", "names", "numbers", "phrases", "title", "title in the other", "most of one", "rare shared"),
    *("rarest shared", "phrases shared", "days between", "days of what happened", "a day shared", "days told"),
    *("killed apart", "hurt apart", "ages shared", "ages told", "shorter", "length ratio", "names of one"),
)


class Weighed(NamedTuple):
    """The reports as rows over all terms, for each kind of term: rows of length one, but for `title` and `rare`."""

    table: Table
    kinds: tuple[csr_matrix, ...]
    title: csr_matrix
    rare: csr_matrix
    named: csr_matrix
    lengths: Floats  # of the rows of names, before they are brought to one


def spread(table: Table) -> NDArray[np.int32]:
    """Returns in how many of the reports each term stands, by its number."""
    return np.bincount(table.ids, minlength=SPACE).astype(np.int32)


def rarity(spread: NDArray[np.int32], reports: int, known: Floats, read: int) -> Floats:
    """Returns the weight of each term: the log of how few reports hold it, those known from elsewhere included.

    Args:
        spread: in how many of `reports` each term stands.
        reports: how many they are.
        known: the same share of the reports read elsewhere, in [0, 1].
        read: how many of these are counted.
    """
    return np.log((reports + read) / (spread + np.maximum(known * read, 1.0))).clip(0).astype(np.float32)


def weighed(table: Table, rare: Floats) -> Weighed:
    """Returns the table's rows weighted by rarity."""
    weight = (1 + np.log(np.maximum(table.told, 1))) * rare[table.ids]
    weight *= np.where(table.kinds & (NAME | NUMBER), 2.0, 1.0).astype(np.float32)
    every = [_rows(table, np.where(table.kinds & kind, weight, 0)) for kind in KINDS]
    scarce = np.where((table.kinds & (WORD | PHRASE) > 0) & (rare[table.ids] >= RARE), rare[table.ids], 0)
    lengths = [_lengths(one) for one in every]
    return Weighed(
        table=table,
        kinds=tuple(_unit(one, length) for one, length in zip(every, lengths, strict=True)),
        title=_rows(table, np.where(table.kinds & TITLE, rare[table.ids], 0)),
        rare=_rows(table, scarce),
        named=every[2],
        lengths=lengths[2],
    )


def figures(rows: Weighed, one: Ints, other: Ints) -> Floats:
    """Returns a row of figures for each pair of reports (`one[i]`, `other[i]`), columns as in NAMES."""
    parts = [_figures(rows, one[i : i + ROWS], other[i : i + ROWS]) for i in range(0, len(one), ROWS)]
    return np.concatenate(parts) if parts else np.zeros((0, len(NAMES)), np.float32)


def _figures(rows: Weighed, one: Ints, other: Ints) -> Floats:
    found = np.stack(list(_columns(rows, one, other)), axis=1)
    return found.astype(np.float32)


def _columns(rows: Weighed, one: Ints, other: Ints) -> Iterator[NDArray[np.float64]]:
    for kind in rows.kinds:
        yield _dot(kind[one], kind[other])
    yield from _titles(rows, one, other)
    words = [np.diff(rows.rare.indptr)[side] for side in (one, other)]
    shared = rows.rare[one].minimum(rows.rare[other])
    yield shared.getnnz(1) / np.maximum(np.minimum(*words), 5)
    yield shared.getnnz(1)
    yield shared.max(1).toarray().ravel() if shared.shape[0] else np.zeros(0)
    yield rows.kinds[4][one].minimum(rows.kinds[4][other]).getnnz(1)
    yield from _times(rows.table, one, other)
    for toll in (0, 1):
        here, there = rows.table.tolls[one, toll], rows.table.tolls[other, toll]
        yield np.where((here == UNTOLD) | (there == UNTOLD), UNTOLD, np.abs(here - there))
    yield from _ages(rows.table, one, other)
    lengths = np.minimum(rows.table.words[one], rows.table.words[other])
    yield lengths
    yield lengths / np.maximum(1, np.maximum(rows.table.words[one], rows.table.words[other]))
    smaller = np.minimum(rows.lengths[one], rows.lengths[other])
    yield _dot(rows.named[one], rows.named[other]) / np.maximum(smaller**2, 1e-6)


def _titles(rows: Weighed, one: Ints, other: Ints) -> Iterator[NDArray[np.float64]]:
    """Gives how alike the titles are, and how much of a title stands in the other report; UNTOLD without titles."""
    lengths = _lengths(rows.title)
    both = (lengths[one] > 0) & (lengths[other] > 0)
    yield np.where(both, _dot(_unit(rows.title, lengths)[one], _unit(rows.title, lengths)[other]), UNTOLD)
    there = _binary(rows.kinds[0])
    squares = rows.title.multiply(rows.title).tocsr()
    forth = _dot(squares[one], there[other]) / np.maximum(lengths[one] ** 2, 1e-6)
    back = _dot(squares[other], there[one]) / np.maximum(lengths[other] ** 2, 1e-6)
    yield np.where((lengths[one] > 0) | (lengths[other] > 0), np.maximum(forth, back), UNTOLD)


def _times(table: Table, one: Ints, other: Ints) -> Iterator[NDArray[np.float64]]:
    here, there = table.day[one], table.day[other]
    yield np.where((here == UNTOLD) | (there == UNTOLD), UNTOLD, np.abs(here - there)).astype(np.float64)
    mine, yours = table.days[one][:, :, None], table.days[other][:, None, :]
    known = (mine != UNTOLD) & (yours != UNTOLD)
    apart = np.where(known, np.abs(mine - yours), 10**6).min(axis=(1, 2))
    told = known.any(axis=(1, 2))
    yield np.where(told, np.minimum(apart, 1000), UNTOLD)
    yield (known & (mine == yours)).sum(axis=(1, 2))
    yield known.any(axis=2).sum(axis=1)


def _ages(table: Table, one: Ints, other: Ints) -> Iterator[NDArray[np.float64]]:
    mine, yours = table.ages[one][:, :, None], table.ages[other][:, None, :]
    known = (mine != UNTOLD) & (yours != UNTOLD)
    yield (known & (mine == yours)).any(axis=2).sum(axis=1)
    yield np.minimum((table.ages[one] != UNTOLD).sum(1), (table.ages[other] != UNTOLD).sum(1))


def _rows(table: Table, weights: NDArray[np.floating]) -> csr_matrix:
    kept = weights > 0
    starts = np.concatenate([[0], np.cumsum(kept)])[table.starts]
    shape = (len(table.day), SPACE)
    return csr_matrix((weights[kept].astype(np.float32), table.ids[kept], starts), shape=shape)


def _lengths(rows: csr_matrix) -> Floats:
    lengths: Floats = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1))).ravel().astype(np.float32)
    return lengths


def _unit(rows: csr_matrix, lengths: Floats) -> csr_matrix:
    made = rows.copy()
    made.data = made.data / np.repeat(np.maximum(lengths, 1e-9), np.diff(rows.indptr))
    return made


def _binary(rows: csr_matrix) -> csr_matrix:
    made = rows.copy()
    made.data = np.ones_like(made.data)
    return made


def _dot(one: csr_matrix, other: csr_matrix) -> NDArray[np.float64]:
    return np.asarray(one.multiply(other).sum(axis=1)).ravel()
