"""Windows over documents, and batches of them as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from crosswire.annotate.tagging.labels import CUE_TAGS, LINK_AFTER, LINK_BEFORE, LINK_TAGS, NAME_TAGS, UPOS
from crosswire.inference.pieces import CLS, SEP, Pieces
from crosswire.inference.windows import Window, bounded_sentences, windows_of
from crosswire.language.words import Span
from training.data import Document

IGNORED = -100
MASK = 103
INPUTS = ("ids", "shape", "quote", "line", "mask")
LABELS = ("sentence", "cue", "roles", "pos", "heads", "relations", "names")

Ints = NDArray[np.int64]
Pair = tuple[tuple[int, Span], tuple[int, Span], float]


@dataclass
class Encoded:
    """A document with its pieces and features."""

    document: Document
    pieces: list[tuple[int, ...]]
    counts: list[int]
    features: tuple[list[int], list[int], list[int]]
    sentences: list[Span]
    targets: list[tuple[Span, int]] = field(default_factory=list)  # spans and the row of their teacher's vector


def encode(document: Document, pieces: Pieces, limit: int) -> Encoded:
    """The document with the pieces of its words."""
    found = pieces.of([document.text[a:b] for a, b in document.words])
    counts = [len(p) for p in found]
    sentences = bounded_sentences(document.sentences, counts, limit)
    return Encoded(document, found, counts, document.features(), sentences)


def span_tags(spans: Sequence[Span], length: int, tags: tuple[str, ...], role: str, row: list[int]) -> None:
    """Writes edged tags of the spans over what is there."""
    name = f"-{role}" if role else ""
    for start, end in spans:
        start, end = max(start, 0), min(end, length)
        if end - start == 1:
            row[start] = tags.index("S" + name)
        elif end > start:
            row[start] = tags.index("B" + name)
            row[end - 1] = tags.index("E" + name)
            row[start + 1 : end - 1] = [tags.index("I" + name)] * (end - start - 2)


@dataclass
class Link:
    """A cue of a batch and what belongs to it, places relative to LINK_BEFORE words before the cue."""

    window: int
    cue: Span
    tags: list[int]


@dataclass
class Batch:
    """Windows as tensors, with whatever is labelled of them."""

    ids: Tensor
    shape: Tensor
    quote: Tensor
    line: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    lengths: Tensor  # words a window
    sentence: Tensor
    said: Tensor  # whether a window has attributions
    cue: Tensor
    roles: Tensor
    pos: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor
    links: list[Link]
    targets: list[tuple[int, Span, int]]
    pairs: list[Pair]
    tokens: int


def link_of(document_spans: tuple[Span, list[Span], list[Span]], window: Window, index: int) -> Link | None:
    """The link's tags, or None where something of it lies outside the window or too far."""
    cue, source, content = document_spans
    base = cue[0] - LINK_BEFORE
    for start, end in (cue, *source, *content):
        if start < window.start or end > window.end or start < base or end > cue[0] + LINK_AFTER:
            return None
    row = [0] * (LINK_BEFORE + LINK_AFTER)
    shifted = [[(a - base, b - base) for a, b in spans] for spans in (content, source)]
    span_tags(shifted[0], len(row), LINK_TAGS, "content", row)
    span_tags(shifted[1], len(row), LINK_TAGS, "source", row)
    return Link(index, (cue[0] - window.start, cue[1] - window.start), _mended(row))


def _mended(row: list[int], tags: tuple[str, ...] = LINK_TAGS) -> list[int]:
    """Tags made valid again where one span was written over another."""
    names = [tags[i] for i in row]
    for i, name in enumerate(names):
        if name == "O":
            continue
        kind = name[1:]
        joined_left = i > 0 and names[i - 1] in ("B" + kind, "I" + kind) and name[0] in "IE"
        following = names[i + 1] if i + 1 < len(names) else "O"
        joined_right = name[0] in "BI" and following in ("I" + kind, "E" + kind)
        edge = ("I" if joined_right else "E") if joined_left else ("B" if joined_right else "S")
        names[i] = edge + kind
    return [tags.index(name) for name in names]


def collate(
    items: Sequence[tuple[Encoded, Window]], length: int, relations: dict[str, int], hide: float, rng: random.Random
) -> Batch:
    """One batch; `hide` is the share of words replaced by the mask."""
    sizes = [window.end - window.start for _, window in items]
    most = -(-max(sizes) // 16) * 16
    inputs = np.zeros((5, len(items), length), dtype=np.int64)
    ends = np.zeros((2, len(items), most), dtype=np.int64)
    labels = {name: np.full((len(items), most), IGNORED, dtype=np.int64) for name in LABELS}
    links, targets, pairs = [], [], []
    for k, (encoded, window) in enumerate(items):
        _pieces_of(encoded, window, inputs[:, k], ends[:, k], hide, rng)
        rows = {name: label[k, : sizes[k]] for name, label in labels.items()}
        for n, (a, b) in enumerate(encoded.sentences):
            rows["sentence"][max(a - window.start, 0) : max(b - window.start, 0)] = n
        if encoded.document.attributions is not None:
            links += _said(encoded, window, k, rows)
        _syntax(encoded.document, window, rows, relations)
        targets += [
            (k, (a - window.start, b - window.start), target)
            for (a, b), target in encoded.targets
            if a >= window.start and b <= window.end
        ]
        pairs += _pairs(encoded.document, window, k)
    return Batch(
        **{name: torch.from_numpy(part) for name, part in zip(INPUTS, inputs, strict=True)},
        first=torch.from_numpy(ends[0]),
        last=torch.from_numpy(ends[1]),
        lengths=torch.tensor(sizes),
        said=torch.tensor([encoded.document.attributions is not None for encoded, _ in items]),
        **{name: torch.from_numpy(label) for name, label in labels.items()},
        links=links,
        targets=targets,
        pairs=pairs,
        tokens=int(inputs[4].sum()),
    )


def _pieces_of(encoded: Encoded, window: Window, inputs: Ints, ends: Ints, hide: float, rng: random.Random) -> None:
    ids, shape, quote, line, mask = inputs
    at = 1
    ids[0] = CLS
    for i in range(window.start, window.end):
        pieces = encoded.pieces[i]
        to = at + len(pieces)
        ids[at:to] = MASK if hide and rng.random() < hide else pieces
        shape[at:to], quote[at:to], line[at:to] = (row[i] for row in encoded.features)
        ends[:, i - window.start] = at, to - 1
        at = to
    ids[at] = SEP
    mask[: at + 1] = 1


def _syntax(document: Document, window: Window, rows: dict[str, Ints], relations: dict[str, int]) -> None:
    span = slice(window.start, window.end)
    if document.upos is not None and document.heads is not None and document.relations is not None:
        rows["pos"][:] = [UPOS.index(tag) for tag in document.upos[span]]
        given = np.array(document.heads[span])
        size = len(given)
        heads = np.where(given < 0, np.arange(size), given - window.start)
        heads[(heads < 0) | (heads >= size)] = IGNORED
        rows["heads"][:] = heads
        rows["relations"][:] = [relations.get(relation, IGNORED) for relation in document.relations[span]]
    if document.names is not None:
        rows["names"][:] = [NAME_TAGS.index(tag) for tag in document.names[span]]


def _pairs(document: Document, window: Window, index: int) -> list[Pair]:
    found = []
    for left, right, same in document.pairs:
        spans = [document.sentences[left], document.sentences[right]]
        if all(a >= window.start and b <= window.end for a, b in spans):
            places = [(index, (a - window.start, b - window.start)) for a, b in spans]
            found.append((places[0], places[1], same))
    return found


def _said(encoded: Encoded, window: Window, index: int, rows: dict[str, Ints]) -> list[Link]:
    size = window.end - window.start
    cue_row, role_row = [0] * size, [0] * size
    links = []
    for item in encoded.document.attributions or []:
        shifted = [[(a - window.start, b - window.start) for a, b in s if b > window.start and a < window.end]
                   for s in ([item.cue], item.content, item.source)]  # fmt: skip
        span_tags(shifted[0], size, CUE_TAGS, "", cue_row)
        span_tags(shifted[1], size, LINK_TAGS, "content", role_row)
        span_tags(shifted[2], size, LINK_TAGS, "source", role_row)
        if window.start <= item.cue[0] and item.cue[1] <= window.end:
            link = link_of((item.cue, item.source, item.content), window, index)
            if link:
                links.append(link)
    rows["cue"][:], rows["roles"][:] = _mended(cue_row, CUE_TAGS), role_row
    return links


def schedule(
    sets: Sequence[tuple[Sequence[Encoded], float]], limit: int, rng: random.Random
) -> list[tuple[Encoded, Window]]:
    """Every window of every epoch of every set, spread evenly over the run; windows begin elsewhere in each epoch."""
    placed: list[tuple[float, Encoded, Window]] = []
    for documents, epochs in sets:
        for epoch in range(int(np.ceil(epochs))):
            share = min(1.0, epochs - epoch)
            for encoded in documents:
                if rng.random() < share:
                    total = sum(encoded.counts)
                    first = rng.randint(limit // 3, limit) if total > limit else limit
                    for window in windows_of(encoded.sentences, encoded.counts, limit, 0, first):
                        placed.append(((epoch + rng.random() * share) / epochs, encoded, window))
    placed.sort(key=lambda item: item[0])
    return [(encoded, window) for _, encoded, window in placed]


def batches_of(
    windows: Sequence[tuple[Encoded, Window]], size: int, step: int = 32
) -> Iterator[tuple[list[tuple[Encoded, Window]], int]]:
    """Batches of `size` pieces of windows of like length, in nearly the order given; the last ones are not full."""
    waiting: dict[int, list[tuple[Encoded, Window]]] = {}
    for encoded, window in windows:
        length = -(-(sum(encoded.counts[window.start : window.end]) + 2) // step) * step
        row = waiting.setdefault(length, [])
        row.append((encoded, window))
        if len(row) >= size // length:
            yield row, length
            del waiting[length]
    for length, rest in waiting.items():
        yield rest, length
