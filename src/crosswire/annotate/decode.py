"""From scores to spans and trees: the best sequence of tags, the best tree, and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.annotate.words import Span

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_NEVER = np.float32(-1e4)


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

    The score of a word as its own head stands for being the root.
    """
    count = len(scores)
    root = int(scores.diagonal().argmax()) if count > 1 else 0
    masked = scores.copy()
    np.fill_diagonal(masked, _NEVER)
    masked[root] = _NEVER
    heads = masked.argmax(1)
    heads[root] = root
    if _cycle(heads, root):
        best, best_score = heads, -np.inf
        for candidate in np.argsort(-scores.diagonal(), kind="stable")[:3]:
            tree = _spanning(scores.astype(np.float64), int(candidate))
            total = float(scores[np.arange(count), tree].sum())
            if total > best_score:
                best, best_score, root = tree, total, int(candidate)
        heads = best
    return [-1 if i == root else int(head) for i, head in enumerate(heads)]


def _cycle(heads: Ints, root: int) -> list[int]:
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _spanning(scores: NDArray[np.float64], root: int) -> Ints:
    """The best tree of the given root: Chu, Liu and Edmonds, contracting one cycle at a time."""
    scores = scores.copy()
    np.fill_diagonal(scores, -1e9)
    scores[root] = -1e9
    heads = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    rest = [i for i in range(len(scores)) if i not in cycle]
    size = len(rest)
    own = scores[cycle, heads[cycle]]
    smaller = np.full((size + 1, size + 1), -1e9)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    leaving = scores[np.ix_(rest, cycle)]
    smaller[:size, size] = leaving.max(1)
    entering = scores[np.ix_(cycle, rest)] - own[:, None]
    smaller[size, :size] = entering.max(0)
    found = _spanning(smaller, rest.index(root))
    for i, node in enumerate(rest):
        if node != root:
            heads[node] = cycle[int(leaving[i].argmax())] if found[i] == size else rest[int(found[i])]
    entry = int(entering[:, found[size]].argmax())
    heads[cycle[entry]] = rest[int(found[size])]
    return heads


def whole(spans: Sequence[Span], words: Sequence[Span]) -> list[Span]:
    """Spans of words as spans of characters."""
    return [(words[a][0], words[b - 1][1]) for a, b in spans]
