"""Meanings: how well the words of one passage are met in another by words that stand for the same.

Every content word of one passage is met by its nearest word in the other, by the tagger's vectors of words, and counts
by how rare it is; the passage that is met less well decides.

Source: Zhang et al., BERTScore: Evaluating Text Generation with BERT (ICLR 2020), there for whole texts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.align.passages import Passage
from crosswire.align.shipped import arrays
from crosswire.align.words import stem
from crosswire.model import Annotated

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
#: The words of a passage that are compared, the rarest of it.
MOST = 32
MET = ("met in news", "met here", "nearest verbs")
CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"))
#: Pairs compared at a time: few enough that their tables stay near the processor.
_CHUNK = 128


class Meanings:
    """The content words of each passage: their vectors, how rare each is, and which are verbs.

    Args:
        passages: report by report in reading order.
        rarity: of a stem in news and in this story; a stem that is in neither counts as if told once.
    """

    def __init__(
        self, passages: Sequence[Passage], pieces: Sequence[Annotated], rarity: Mapping[str, tuple[float, float]]
    ) -> None:
        held = [_rarest(row, rarity) for row in _words(passages, pieces)]
        most = max((len(row) for row in held), default=0)
        shape = (len(held), most)
        self.rarity = np.zeros((*shape, 2), np.float32)
        self.verb = np.zeros(shape, np.bool_)
        self.told = np.zeros(shape, np.bool_)
        directions = arrays("directions")["directions"].astype(np.float32)
        self.vectors = np.zeros((*shape, directions.shape[1]), np.float32)
        near = [_directed(piece.word_vectors, directions) for piece in pieces]
        unseen = _unseen(rarity)
        for i, row in enumerate(held):
            for k, (report, at, own, is_verb) in enumerate(row):
                self.vectors[i, k] = near[report][at]
                self.rarity[i, k] = rarity.get(own, unseen)
                self.verb[i, k], self.told[i, k] = is_verb, True
        if self.told.any():
            self.vectors[self.told] -= self.vectors[self.told].mean(0)
        self.vectors /= np.maximum(np.linalg.norm(self.vectors, axis=2, keepdims=True), 1e-6)

    def met(self, left: Ints, right: Ints) -> Floats:
        """Returns for each pair of passages one row, one column a name in MET: 1 when every word is met by its like."""
        rows = [self._met(left[i : i + _CHUNK], right[i : i + _CHUNK]) for i in range(0, len(left), _CHUNK)]
        return np.concatenate(rows) if rows else np.zeros((0, len(MET)), np.float32)

    def _met(self, left: Ints, right: Ints) -> Floats:
        if not self.told.shape[1]:
            return np.zeros((len(left), len(MET)), np.float32)
        near = self.vectors[left] @ self.vectors[right].transpose(0, 2, 1)
        here = np.where(self.told[right][:, None, :], near, -1).max(2)
        there = np.where(self.told[left][:, :, None], near, -1).max(1)
        both = np.minimum(self._share(here, left), self._share(there, right))
        verbs = np.where(self.verb[left][:, :, None] & self.verb[right][:, None, :], near, 0).max((1, 2))
        found: Floats = np.concatenate([both, verbs[:, None]], 1).astype(np.float32)
        return found

    def _share(self, best: Floats, side: Ints) -> Floats:
        weight = self.rarity[side] * self.told[side][..., None]
        share: Floats = (best[..., None] * weight).sum(1) / (weight.sum(1) + 1e-3)
        return share


def _directed(vectors: NDArray[np.float16], directions: Floats) -> Floats:
    """The vectors in fewer directions; none where the report has none."""
    if not vectors.size:
        return np.zeros((len(vectors), directions.shape[1]), np.float32)
    return np.asarray(vectors, np.float32) @ directions


def _unseen(rarity: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    return max((r[0] for r in rarity.values()), default=1.0), max((r[1] for r in rarity.values()), default=1.0)


_Word = tuple[int, int, str, bool]


def _words(passages: Sequence[Passage], pieces: Sequence[Annotated]) -> Iterator[list[_Word]]:
    """For each passage its content words: the report, the word's index there, its stem, whether it is a verb."""
    starts = [[word.start for word in piece.words] for piece in pieces]
    for passage in passages:
        piece = pieces[passage.report]
        first = bisect_right(starts[passage.report], passage.span.start - 1)
        last = bisect_right(starts[passage.report], passage.span.end - 1)
        yield [
            (passage.report, k, stem(piece.report.text[word.start : word.end].lower()), word.pos == "VERB")
            for k, word in enumerate(piece.words[first:last], first)
            if word.pos in CONTENT and k < len(piece.word_vectors)
        ]


def _rarest(row: list[_Word], rarity: Mapping[str, tuple[float, float]]) -> list[_Word]:
    unseen = (0.0, np.inf)
    return sorted(row, key=lambda word: -rarity.get(word[2], unseen)[1])[:MOST]
