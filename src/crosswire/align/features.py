"""What a pair of passages is judged by: one row of figures a candidate pair.

Pairs are formed a report at a time: its passages (rows) against those of all later reports (columns), so that memory
grows with the story and not with its square. Rarity is that within the story; what a passage is the first of its report
to tell counts on its own, because evidence is where a report tells a thing first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswire.align.facts import KINDS
from crosswire.align.index import Floats, Index
from crosswire.align.meanings import MET
from crosswire.align.ranks import Segments, earlier, ranks, segments
from crosswire.align.traits import TRAITS

Ints = NDArray[np.int64]
#: A pair is looked at when it shares two words, or words told first in both, or runs of letters.
LEAST_SHARED, LEAST_FIRST, LEAST_LETTERS = 2, 2.0, 0.12
#: So is a pair that is among the nearest of each other by vector.
NEAREST, LEAST_VECTOR = 2, 0.3

#: The figures whose rank among the rivals of a pair, and lead over the best of them, count too.
COMPETING = ("cosine", "first both", "letters", "facts first", "vector", "clause cosine", "clause vector")


class Candidates(NamedTuple):
    """Pairs of passages worth scoring: indices `left` < `right`, and their figures, one column a name in NAMES."""

    left: Ints
    right: Ints
    figures: Floats


def candidates(index: Index) -> Candidates:
    """Returns every pair of passages of different origins that is worth scoring, ordered by left, then right."""
    blocks = list(blocks_of(index))
    if not blocks:
        return Candidates(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, len(NAMES)), np.float32))
    left, right, figures = (np.concatenate(part) for part in zip(*blocks, strict=True))
    order = np.lexsort((right, left))
    return Candidates(left[order], right[order], figures[order])


def blocks_of(index: Index) -> Iterator[Candidates]:
    """Yields the same pairs a report at a time, so that their figures can be let go once they are scored."""
    echo = _echo(index)
    for report in np.unique(index.report):
        rows = np.flatnonzero(index.report == report)
        columns = np.flatnonzero((index.report > report) & (index.origin != index.origin[rows[0]]))
        if len(columns):
            left, right, together = _Block(index, rows, columns).kept(echo, index)
            yield Candidates(left, right, np.concatenate([together, _apart(index, left, right)], 1))


def _apart(index: Index, left: Ints, right: Ints) -> Floats:
    """How well the words of each pair meet, and what its two passages are like by themselves."""
    mine, theirs = index.traits[left], index.traits[right]
    met = index.meanings.met(left, right)
    return np.concatenate([met, np.minimum(mine, theirs), np.maximum(mine, theirs)], 1)


def _product(left: sparse.csr_matrix, right: sparse.csr_matrix) -> Floats:
    dense: Floats = np.asarray((left @ right.T).todense(), dtype=np.float32)
    return dense


def _likeness(index: Index, rows: Ints, columns: Ints) -> Floats:
    """A plain mixture of likenesses, to rank by before anything is learned."""
    words = _product(index.words.weighted[rows], index.words.has[columns])
    least = np.minimum.outer(index.words.weight[rows], index.words.weight[columns]) + 1e-3
    cosine = _product(index.cosines[rows], index.cosines[columns])
    letters = _product(index.letters[rows], index.letters[columns])
    likeness: Floats = (cosine + letters + 0.5 * words / least).astype(np.float32)
    return likeness


def _echo(index: Index) -> Floats:
    """For each passage the mean over the other reports of its likest passage there: how widely it is told."""
    everyone = np.arange(len(index.report))
    across = segments(index.report)
    echo = np.zeros(len(everyone), np.float32)
    for report in np.unique(index.report):
        rows = np.flatnonzero(index.report == report)
        best = np.maximum.reduceat(_likeness(index, rows, everyone), across.starts, axis=1)
        best[:, across.of[rows[0]]] = 0
        echo[rows] = best.sum(1) / max(1, best.shape[1] - 1)
    return echo


class _Block:
    """All passages of one report against those of the later ones."""

    def __init__(self, index: Index, rows: Ints, columns: Ints) -> None:
        self.rows, self.columns = rows, columns
        self.across = segments(index.report[columns])
        self.down = Segments(np.zeros(1, np.int64), np.zeros(len(rows), np.int64))
        self.shared_count = _product(index.words.has[rows], index.words.has[columns])

    def kept(self, echo: Floats, index: Index) -> tuple[Ints, Ints, Floats]:
        """Returns the pairs worth scoring, and their figures in the order of _TOGETHER.

        Each table is let go as soon as what it says of these pairs is taken: a long report has millions of others.
        """
        found = self._shared(index) | {"facts first": self._facts_first(index)}
        found["vector"] = index.vectors[self.rows] @ index.vectors[self.columns].T
        nearest = self._competition("vector", found["vector"])
        keep = np.nonzero(
            (self.shared_count >= LEAST_SHARED)
            | (found["first both"] > LEAST_FIRST)
            | (found["letters"] > LEAST_LETTERS)
            | (found["facts first"] > LEAST_FIRST)
            | ((nearest["vector rank most"] < NEAREST) & (found["vector"] > LEAST_VECTOR))
        )
        taken = _taken(nearest, keep)
        likeness = found["cosine"] + found["letters"] + 0.5 * found["contained"]
        taken |= _taken(found, keep)
        for name in ("cosine", "first both", "letters", "facts first"):
            taken |= _taken(self._competition(name, found[name]), keep)
        found.clear()
        for told in self._facts(index):
            taken |= _taken(told, keep)
        for name, table in self._clauses(index).items():
            taken |= _taken({name: table}, keep) | _taken(self._competition(name, table), keep)
        taken |= _taken(self._competition("likeness", likeness), keep)
        taken |= _taken(
            self._both("earlier", earlier(likeness, self.across), earlier(likeness.T, self.down).T)
            | {"beside": _beside(likeness), "reports": np.full(likeness.shape, index.report.max() + 1, np.float32)},
            keep,
        )
        taken |= _taken(self._kinds(index), keep)
        taken |= _taken(self._rare(index), keep)
        taken |= _taken(self._by_themselves(echo, index), keep)
        figures = np.stack([taken[name] for name in _TOGETHER], 1).astype(np.float32)
        return self.rows[keep[0]], self.columns[keep[1]], figures

    def _by_themselves(self, echo: Floats, index: Index) -> dict[str, Floats]:
        """What the two passages of a pair are like: where they stand, how long, how widely told, how much is new."""
        found = self._each("place", index.place) | self._each("length", index.length) | self._each("echo", echo)
        found |= self._each("weight", index.words.weight) | self._each("new", index.first.weight)
        found["apart"] = np.abs(np.subtract.outer(index.share[self.rows], index.share[self.columns]))
        found["late"] = np.maximum.outer(index.share[self.rows], index.share[self.columns])
        return found

    def _shared(self, index: Index) -> dict[str, Floats]:
        rows, columns, words, first = self.rows, self.columns, index.words, index.first
        shared = _product(words.weighted[rows], words.has[columns])
        mine, theirs = words.weight[rows] + 1e-3, words.weight[columns] + 1e-3
        both = _product(first.weighted[rows], first.has[columns])
        new_here, new_there = (
            _product(first.weighted[rows], words.has[columns]),
            _product(words.has[rows], first.weighted[columns]),
        )
        return {
            "shared": shared,
            "shared words": self.shared_count,
            "overlap": shared / (np.add.outer(mine, theirs) - shared),
            "contained": shared / np.minimum.outer(mine, theirs),
            "covered": shared / np.maximum.outer(mine, theirs),
            "first both": both,
            "first share": both / (shared + 1e-3),
            **self._both("first", new_here, new_there),
            "cosine": _product(index.cosines[rows], index.cosines[columns]),
            "letters": _product(index.letters[rows], index.letters[columns]),
            "runs of two": _product(index.pairs.weighted[rows], index.pairs.has[columns]),
            "runs of three": _product(index.triples.has[rows], index.triples.has[columns]),
        }

    def _kinds(self, index: Index) -> dict[str, Floats]:
        rows, columns = self.rows, self.columns
        numbers = _product(index.numbers.has[rows], index.numbers.has[columns])
        counts = np.asarray(index.numbers.has.sum(1)).ravel()
        found = {
            "numbers": numbers,
            "numbers apart": (np.add.outer(counts[rows], counts[columns]) - 2 * numbers).astype(np.float32),
            "numbers in both": (np.minimum.outer(counts[rows], counts[columns]) > 0).astype(np.float32),
        }
        for name, table in (("names", index.names), ("others", index.others)):
            shared = _product(table.weighted[rows], table.has[columns])
            least = np.minimum.outer(table.weight[rows], table.weight[columns]) + 1e-3
            found |= {name: shared, f"{name} share": shared / least}
        return found

    def _clauses(self, index: Index) -> dict[str, Floats]:
        """How alike the two likest clauses of a pair are: long passages often share one clause only."""
        clauses = index.clauses
        rows, columns = (np.flatnonzero(np.isin(clauses.passage, side)) for side in (self.rows, self.columns))
        down = np.searchsorted(clauses.passage[rows], self.rows)
        across = np.searchsorted(clauses.passage[columns], self.columns)
        found = {
            "clause cosine": _product(clauses.words[rows], clauses.words[columns]),
            "clause vector": clauses.vectors[rows] @ clauses.vectors[columns].T,
        }
        return {
            name: np.maximum.reduceat(np.maximum.reduceat(table, down, axis=0), across, axis=1)
            for name, table in found.items()
        }

    def _rare(self, index: Index) -> dict[str, Floats]:
        rows, columns, rare, first = self.rows, self.columns, index.rare, index.first_rare
        shared = _product(rare.weighted[rows], rare.has[columns])
        both = _product(first.weighted[rows], first.has[columns])
        mine, theirs = rare.weight[rows] + 1e-3, rare.weight[columns] + 1e-3
        return {
            "rare shared": shared,
            "rare first": both,
            "rare contained": shared / np.minimum.outer(mine, theirs),
            "rare covered": shared / np.maximum.outer(mine, theirs),
            "rare first share": both / (shared + 1e-3),
        }

    def _facts_first(self, index: Index) -> Floats:
        """What facts a pair shares that both passages are the first of their reports to tell."""
        kinds = index.first_facts.values()
        total = np.zeros(self.shared_count.shape, np.float32)
        for first in kinds:
            total += _product(first.weighted[self.rows], first.has[self.columns])
        return total

    def _facts(self, index: Index) -> Iterator[dict[str, Floats]]:
        """The facts of one kind after the other, then all that are shared."""
        total = np.zeros(self.shared_count.shape, np.float32)
        for kind, table in index.facts.items():
            first = index.first_facts[kind]
            shared = _product(table.weighted[self.rows], table.has[self.columns])
            total += shared
            yield {
                f"{kind} shared": shared,
                f"{kind} first": _product(first.weighted[self.rows], first.has[self.columns]),
                f"{kind} apart": np.minimum.outer(table.weight[self.rows], table.weight[self.columns]) - shared,
            }
        yield {"facts shared": total}

    def _competition(self, name: str, table: Floats) -> dict[str, Floats]:
        rank, lead = ranks(table, self.across)
        rank_down, lead_down = ranks(np.ascontiguousarray(table.T), self.down)
        return self._both(f"{name} rank", rank, rank_down.T) | self._both(f"{name} lead", lead, lead_down.T)

    def _both(self, name: str, one: Floats, other: Floats) -> dict[str, Floats]:
        return {f"{name} least": np.minimum(one, other), f"{name} most": np.maximum(one, other)}

    def _each(self, name: str, values: Floats) -> dict[str, Floats]:
        mine, theirs = values[self.rows], values[self.columns]
        return {f"{name} least": np.minimum.outer(mine, theirs), f"{name} most": np.maximum.outer(mine, theirs)}


def _taken(found: dict[str, Floats], keep: tuple[Ints, ...]) -> dict[str, Floats]:
    """What the tables say of some pairs."""
    return {name: table[keep] for name, table in found.items()}


def _beside(likeness: Floats) -> Floats:
    """How alike the passages before and the passages after a pair are."""
    padded = np.pad(likeness, 1)
    beside: Floats = ((padded[:-2, :-2] + padded[2:, 2:]) / 2).astype(np.float32)
    return beside


_SIDES = ("least", "most")
_TOGETHER = (
    "shared", "shared words", "overlap", "contained", "covered", "first both", "first share", "cosine", "letters",
    "runs of two", "runs of three", "numbers", "numbers apart", "numbers in both", "names", "names share", "others",
    "others share", "apart", "late", "beside", "reports",
    "vector", "clause cosine", "clause vector", "rare shared", "rare first", "rare contained", "rare covered",
    "rare first share",
    "facts shared", "facts first", *(f"{kind} {what}" for kind in KINDS for what in ("shared", "first", "apart")),
    *(f"{name} {side}" for name in ("first", "earlier", "place", "length", "echo", "weight", "new") for side in _SIDES),
    *(
        f"{name} {what} {side}"
        for name in (*COMPETING, "likeness")
        for what in ("rank", "lead")
        for side in _SIDES
    ),
)  # fmt: skip
NAMES = (*_TOGETHER, *MET, *(f"{trait} {side}" for side in _SIDES for trait in TRAITS))
