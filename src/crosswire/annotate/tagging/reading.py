"""Texts through the graphs: windows in batches, the best tags of every cue, the best tree of every sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crosswire.annotate.tagging.graphs import Floats, Graphs, Ints, Rules
from crosswire.annotate.tagging.labels import CUE_TAGS, LINK_AFTER, LINK_BEFORE, LINK_TAGS, NAME_TAGS, UPOS
from crosswire.inference.decode import begun_spans, edged_spans, tree_heads
from crosswire.inference.pieces import CLS, SEP, Pieces
from crosswire.inference.windows import Window, bounded_sentences, windows_of
from crosswire.language.words import Span, line_flags, quote_states, shape_of, word_spans

#: Pieces a batch holds, padding included.
BATCH: Final = 3072
#: Windows decided together.
TOGETHER: Final = 64
_STEP: Final = 32
_REACH: Final = LINK_BEFORE + LINK_AFTER
_CONTENT: Final = [i for i, tag in enumerate(LINK_TAGS) if tag.endswith("content")]
_NEVER: Final = np.float32(-1e4)


@dataclass(frozen=True)
class Linked:
    """An attribution in words."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass
class TextRead:
    """One text on its way through the graphs, and what has been found of it so far."""

    words: list[Span]
    pieces: list[tuple[int, ...]]
    features: tuple[list[int], list[int], list[int]]
    sentences: list[Span]
    windows: list[Window]
    pos: NDArray[np.int8]
    names: NDArray[np.int8]
    heads: Ints
    relations: NDArray[np.int16]
    vectors: NDArray[np.float16]
    links: list[Linked] = field(default_factory=list)

    def name_spans(self) -> list[tuple[int, int, str]]:
        """Names as spans of words with their kind, none across sentences."""
        return [
            (a + start, b + start, kind)
            for start, end in self.sentences
            for a, b, kind in begun_spans([NAME_TAGS[i] for i in self.names[start:end]])
        ]


@dataclass(frozen=True)
class _Job:
    text: TextRead
    window: Window
    size: int  # in pieces, the marks at both ends included


class Reading:
    """One reading of some texts."""

    def __init__(self, graphs: Graphs, pieces: Pieces, rules: Rules) -> None:
        self._graphs, self._pieces, self._rules = graphs, pieces, rules

    def prepare(self, text: str, words: list[Span], sentences: Sequence[Span]) -> TextRead:
        """A text ready to be read, its words and its sentences (spans of words) given."""
        pieces = self._pieces.of([text[a:b] for a, b in words])
        counts = [len(p) for p in pieces]
        limit = self._rules.limit
        bounded = bounded_sentences(sentences, counts, limit)
        lines = line_flags(text, words)
        features = [shape_of(text[a:b]) for a, b in words], quote_states(text, words, lines), lines
        count = len(words)
        return TextRead(
            words, pieces, features, bounded, windows_of(bounded, counts, limit, limit // 4),
            np.zeros(count, np.int8), np.zeros(count, np.int8), np.full(count, -1, np.int64),
            np.zeros(count, np.int16), np.zeros((count, self._rules.width), np.float16),
        )  # fmt: skip

    def read(self, prepared: Sequence[TextRead]) -> None:
        """Fills in everything that the graphs find of the texts."""
        jobs = [
            _Job(text, window, sum(map(len, text.pieces[window.start : window.end])) + 2)
            for text in prepared
            for window in text.windows
        ]
        for at in range(0, len(jobs), TOGETHER):
            self._block(sorted(jobs[at : at + TOGETHER], key=lambda job: -job.size))
        for text in prepared:
            text.links.sort(key=lambda link: link.cue)

    def _block(self, jobs: list[_Job]) -> None:
        """Reads windows, longest first, in batches of like length; then decides their cues together."""
        most = max(job.window.end - job.window.start for job in jobs)
        cues = np.full((len(jobs), most, len(CUE_TAGS)), _NEVER, np.float32)
        cues[..., 0] = 0
        said: list[Floats] = []
        joined: list[Floats] = []
        at = 0
        while at < len(jobs):
            length = -(-jobs[at].size // _STEP) * _STEP
            batch = jobs[at : at + max(1, BATCH // length)]
            found = self._graphs.read(_inputs(batch, length))
            for k, job in enumerate(batch):
                size = job.window.end - job.window.start
                cues[at + k, :size] = found["cue"][k, :size]
                said.append(found["said"][k, :size].copy())
                joined.append(self._keep(job, {name: scores[k, :size] for name, scores in found.items()}))
            at += len(batch)
        self._relate(jobs, joined)
        self._said(jobs, cues, said)

    def _keep(self, job: _Job, found: dict[str, Floats]) -> Floats:
        """Takes syntax, names and vectors of the words that the window owns; what tells their relations remains."""
        text, window = job.text, job.window
        own = slice(window.first, window.last)
        inside = slice(window.first - window.start, window.last - window.start)
        text.pos[own] = found["pos"][inside].argmax(1)
        text.names[own] = found["names"][inside].argmax(1)
        text.vectors[own] = found["vector"][inside]
        heads = _heads(text.sentences, window, found["arcs"])
        text.heads[own] = np.where(heads < 0, -1, heads + window.first)
        of_self = np.where(heads < 0, np.arange(len(heads)), heads)
        return found["relation_word"][inside] + found["relation_head"][inside][of_self]

    def _relate(self, jobs: list[_Job], joined: list[Floats]) -> None:
        # One product for all windows: NumPy's threads cost more than they give on a window's worth.
        scores = np.maximum(np.concatenate(joined), 0) @ self._rules.relation_weight + self._rules.relation_bias
        roots = np.concatenate([job.text.heads[job.window.first : job.window.last] < 0 for job in jobs])
        scores[:, self._rules.root] = np.where(roots, -_NEVER, _NEVER)
        found = scores.argmax(1)
        at = 0
        for job in jobs:
            count = job.window.last - job.window.first
            job.text.relations[job.window.first : job.window.last] = found[at : at + count]
            at += count

    def _said(self, jobs: list[_Job], cues: Floats, said: list[Floats]) -> None:
        tags = self._rules.cue.best(cues)
        where: list[tuple[int, Span, float]] = []
        for k, job in enumerate(jobs):
            size = job.window.end - job.window.start
            if not tags[k, :size].any():
                continue
            for a, b, _ in edged_spans([CUE_TAGS[i] for i in tags[k, :size]]):
                if job.window.first <= a + job.window.start < job.window.last:
                    scores = np.exp(cues[k, a] - cues[k, a].max())
                    where.append((k, (a, b), 1 - float(scores[0] / scores.sum())))
        for at in range(0, len(where), TOGETHER):
            self._linked(jobs, said, where[at : at + TOGETHER])

    def _linked(self, jobs: list[_Job], said: list[Floats], cues: list[tuple[int, Span, float]]) -> None:
        words = np.zeros((len(cues), _REACH, said[0].shape[1]), np.float32)
        marks, there = np.zeros((2, len(cues), _REACH), np.float32)
        for row, (k, (a, b), _) in enumerate(cues):
            left, right = max(0, a - LINK_BEFORE), min(len(said[k]), a + LINK_AFTER)
            place = slice(left - a + LINK_BEFORE, right - a + LINK_BEFORE)
            words[row, place] = said[k][left:right]
            there[row, place] = 1
            marks[row, LINK_BEFORE : LINK_BEFORE + b - a] = 1
        scores = self._graphs.link(words, marks, there)
        scores[there == 0] = _NEVER
        scores[there == 0, 0] = 0
        for (k, (a, b), score), row in zip(cues, self._link_tags(scores), strict=True):
            base = a + jobs[k].window.start - LINK_BEFORE
            spans = edged_spans([LINK_TAGS[i] for i in row])
            source, content = (
                tuple((s + base, e + base) for s, e, role in spans if role == wanted)
                for wanted in ("source", "content")
            )
            cue = (a + jobs[k].window.start, b + jobs[k].window.start)
            jobs[k].text.links.append(Linked(cue, source, content, score))

    def _link_tags(self, scores: Floats) -> Ints:
        """The best tags of each cue; one left without content is asked again, content being somewhat likelier."""
        tags = self._rules.link.best(scores)
        bare = np.flatnonzero(~np.isin(tags, _CONTENT).any(1))
        if len(bare):
            tags[bare] = self._rules.link.best(scores[bare] + self._rules.second_chance)
        return tags


def _inputs(batch: Sequence[_Job], length: int) -> tuple[Ints, ...]:
    inputs = np.zeros((4, len(batch), length), np.int32)
    ends = np.zeros((2, len(batch), length), np.int64)
    for k, job in enumerate(batch):
        span = slice(job.window.start, job.window.end)
        pieces = job.text.pieces[span]
        counts = np.fromiter(map(len, pieces), np.int64, len(pieces))
        last = counts.cumsum()
        total = int(last[-1])
        inputs[0, k, 0], inputs[0, k, total + 1] = CLS, SEP
        inputs[0, k, 1 : total + 1] = [piece for word in pieces for piece in word]
        for i, values in enumerate(job.text.features, 1):
            inputs[i, k, 1 : total + 1] = np.repeat(values[span], counts)
        ends[0, k, : len(pieces)] = last - counts + 1
        ends[1, k, : len(pieces)] = last
    return (*inputs, *ends)


def _heads(sentences: Sequence[Span], window: Window, arcs: Floats) -> Ints:
    """Heads of the words that the window owns, counted from the first of them; -1 for a root."""
    found = np.full(window.last - window.first, -1, np.int64)
    low = _first_at(sentences, window.first)
    for start, end in sentences[low:]:
        if start >= window.last:
            break
        a, b = start - window.start, end - window.start
        heads = np.array(tree_heads(arcs[a:b, a:b]))
        shift = start - window.first
        found[shift : shift + len(heads)] = np.where(heads < 0, -1, heads + shift)
    return found


def _first_at(sentences: Sequence[Span], word: int) -> int:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle][0] < word:
            low = middle + 1
        else:
            high = middle
    return low


def words_of(text: str, sentences: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """The words inside the sentences, and the sentences as spans of words."""
    words: list[Span] = []
    spans: list[Span] = []
    for start, end in sentences:
        first = len(words)
        words += word_spans(text, start, end)
        if len(words) > first:
            spans.append((first, len(words)))
    return words, spans


def pos_names(codes: NDArray[np.int8]) -> tuple[str, ...]:
    """Parts of speech from their codes."""
    return tuple(UPOS[i] for i in codes)
