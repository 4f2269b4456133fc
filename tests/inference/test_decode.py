"""Best sequences and best trees, against trying them all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from crosswire.annotate.tagging.labels import CUE_TAGS, allowed
from crosswire.inference.decode import begun_spans, best_tags, edged_spans, tree_heads


@pytest.mark.parametrize("seed", range(5))
def test_the_best_tags_are_the_best_of_all_allowed(seed: int) -> None:
    rng = np.random.default_rng(seed)
    pairs, first, last = (np.where(part, 0, -1e4).astype(np.float32) for part in allowed(CUE_TAGS))
    scores = rng.normal(size=(3, 5, len(CUE_TAGS))).astype(np.float32)
    found = best_tags(scores, np.full(3, 5), pairs, first, last)

    def total(row: np.ndarray, tags: tuple[int, ...]) -> float:
        moves = sum(pairs[a, b] for a, b in pairwise(tags))
        return float(sum(row[i, t] for i, t in enumerate(tags)) + moves + first[tags[0]] + last[tags[-1]])

    for row, tags in zip(scores, found, strict=True):
        best = max(product(range(len(CUE_TAGS)), repeat=5), key=lambda t: total(row, t))
        assert tuple(tags) == best


@pytest.mark.parametrize("seed", range(30))
def test_the_best_tree_is_the_best_of_its_root(seed: int) -> None:
    rng = np.random.default_rng(seed)
    size = int(rng.integers(1, 6))
    scores = rng.normal(size=(size, size)).astype(np.float32) * 2
    heads = tree_heads(scores)
    assert heads.count(-1) == 1
    root = heads.index(-1)

    likely = scores - np.log(np.exp(scores).sum(1, keepdims=True))

    def total(tree: tuple[int, ...]) -> float:
        return float(sum(likely[i, h] for i, h in enumerate(tree) if i != root))

    def is_tree(tree: tuple[int, ...]) -> bool:
        for i in range(size):
            seen = set()
            while i != root:
                if i in seen:
                    return False
                seen.add(i)
                i = tree[i]
        return tree[root] == root

    best = max(total(tree) for tree in product(range(size), repeat=size) if is_tree(tree))
    assert total(tuple(root if h < 0 else h for h in heads)) == pytest.approx(best, abs=1e-4)


def test_spans_of_edged_tags() -> None:
    assert edged_spans(["O", "S-a", "B-b", "I-b", "E-b", "O"]) == [(1, 2, "a"), (2, 5, "b")]


def test_spans_of_begun_tags() -> None:
    tags = ["B-person", "I-person", "I-place", "O", "I-place", "B-place"]
    assert begun_spans(tags) == [(0, 2, "person"), (2, 3, "place"), (4, 5, "place"), (5, 6, "place")]
