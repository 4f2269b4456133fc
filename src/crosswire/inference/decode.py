"""From scores to spans and trees: the best sequence of tags, the best tree, and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_NEVER = np.float32(-1e4)
_ROOTS = 3  # how many words are tried as root
_FAR = 4.0  # in log-likelihood: a word that much less likely as root is not tried


def best_tags(scores: Floats, lengths: Ints, moves: Floats, first: Floats, last: Floats) -> Ints:
    """The most likely tags of every sequence of a batch [sequence, word, tag] under a linear chain."""
    count, words, tags = scores.shape
    back = np.zeros((words, count, tags), dtype=np.int8)
    alpha = scores[:, 0] + first
    for step in range(1, words):
        through = alpha[:, :, None] + moves
        choice = through.argmax(1)
        inside = (step < lengths)[:, None]
        after = np.take_along_axis(through, choice[:, None], 1)[:, 0] + scores[:, step]
        back[step] = np.where(inside, choice, np.arange(tags))
        alpha = np.where(inside, after, alpha)
    found = np.zeros((count, words), dtype=np.int64)
    found[:, -1] = (alpha + last).argmax(1)
    rows = np.arange(count)
    for step in range(words - 1, 0, -1):
        found[:, step - 1] = back[step][rows, found[:, step]]
    return found


def edged_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans of a valid sequence of tags edged B, I, E, S, with what follows the edge."""
    spans, start = [], 0
    for i, tag in enumerate(tags):
        if tag[0] in "BS" and tag != "O":
            start = i
        if tag[0] in "ES":
            spans.append((start, i + 1, tag[2:]))
    return spans


def begun_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans of tags that say begin and inside only; an inside without a beginning begins."""
    spans: list[tuple[int, int, str]] = []
    kind = ""
    for i, tag in enumerate(tags):
        if tag[0] == "I" and kind == tag[2:]:
            spans[-1] = (spans[-1][0], i + 1, kind)
        elif tag != "O":
            kind = tag[2:]
            spans.append((i, i + 1, kind))
            continue
        if tag == "O":
            kind = ""
    return spans


def tree_heads(scores: Floats) -> list[int]:
    """The head of every word of one sentence, -1 for its one root, from scores [word, head].

    The score of a word as its own head stands for being the root. Of the likeliest roots the one with the best tree
    wins.
    """
    likely = scores - scores.max(1, keepdims=True)
    likely -= np.log(np.exp(likely).sum(1, keepdims=True))
    being_root = likely.diagonal().copy()
    np.fill_diagonal(likely, _NEVER)
    roots = np.argsort(-being_root, kind="stable")[:_ROOTS]
    trees = [(int(root), _tree(likely, int(root))) for root in roots if being_root[root] > being_root[roots[0]] - _FAR]
    if len(trees) > 1:
        rows = np.arange(len(likely))
        totals = [likely[rows, heads].sum() - likely[root, root] + being_root[root] for root, heads in trees]
        trees = [trees[int(np.argmax(totals))]]
    root, heads = trees[0]
    return [-1 if i == root else head for i, head in enumerate(heads.tolist())]


def _tree(likely: Floats, root: int) -> Ints:
    heads: Ints = likely.argmax(1)
    heads[root] = root
    return _spanning(likely.astype(np.float64), root) if _cycle(heads, root) else heads


def _cycle(heads: Ints, root: int) -> list[int]:
    """The words of one cycle, none where all lead to the root."""
    above = heads.tolist()
    state = [0] * len(above)  # 0 not seen, else the walk that saw it first
    state[root] = -1
    for walk, node in enumerate(range(len(above)), 1):
        while state[node] == 0:
            state[node] = walk
            node = above[node]
        if state[node] == walk:
            cycle = [node]
            while above[cycle[-1]] != node:
                cycle.append(above[cycle[-1]])
            return cycle
    return []


def _spanning(scores: NDArray[np.float64], root: int) -> Ints:
    """The best tree of the given root: Chu, Liu and Edmonds, contracting one cycle at a time."""
    np.fill_diagonal(scores, -1e9)
    heads: Ints = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    size = len(rest)
    out, into = scores[rest], scores[cycle]
    leaving, entering = out[:, cycle], into[:, rest] - scores[cycle, heads[cycle]][:, None]
    smaller = np.empty((size + 1, size + 1))
    smaller[:size, :size] = out[:, rest]
    smaller[:size, size] = leaving.max(1)
    smaller[size, :size] = entering.max(0)
    found = _spanning(smaller, int(np.searchsorted(rest, root)))
    through, entry = leaving.argmax(1), int(entering[:, found[size]].argmax())
    for i in range(size):
        if rest[i] != root:
            heads[rest[i]] = cycle[through[i]] if found[i] == size else rest[found[i]]
    heads[cycle[entry]] = rest[found[size]]
    return heads
