"""The tagger: who said what, syntax, names and vectors of a report's words, from one pass of one small encoder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from crosswire.annotate.tagging.graphs import Graphs, Rules
from crosswire.annotate.tagging.reading import Reading, TextRead, pos_names, words_of
from crosswire.inference.pieces import Pieces
from crosswire.language.words import Span

MODEL: Final = Path(__file__).parent.parent.parent / "models" / "tagger"
#: Texts longer than this many characters are streamed in parts of about this size.
BLOCK: Final = 60_000

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


class Attributed(Struct, frozen=True):
    """One attribution: a source where told, a cue, the content's pieces in order; spans of characters."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    score: float


class Name(Struct, frozen=True):
    """A name: where it stands and its kind, person, organisation or place."""

    start: int
    end: int
    kind: str


class Tagged(Struct, frozen=True, eq=False):
    """What the tagger says of one text; word i is text[start[i]:end[i]]."""

    start: Ints
    end: Ints
    pos: tuple[str, ...]
    head: Ints  # the word that word i depends on, -1 for the root of a sentence
    relation: tuple[str, ...]
    sentences: tuple[Span, ...]  # of words
    names: tuple[Name, ...]
    attributions: tuple[Attributed, ...]
    word_vectors: NDArray[np.float16]

    def words_in(self, start: int, end: int) -> Span:
        """The words, as a half-open range, that share a character with [start, end)."""
        first = int(np.searchsorted(self.end, start, side="right"))
        return first, max(first, int(np.searchsorted(self.start, end, side="left")))

    def vectors(self, spans: Sequence[Span]) -> Floats:
        """One vector of length 1 for each span of characters; zeros for a span without a word."""
        found = np.zeros((len(spans), self.word_vectors.shape[1]), dtype=np.float32)
        for row, (start, end) in zip(found, spans, strict=True):
            first, last = self.words_in(start, end)
            if first < last:
                mean = self.word_vectors[first:last].astype(np.float32).mean(0)
                row[:] = mean / max(float(np.linalg.norm(mean)), 1e-9)
        return found


class Tagger:
    """The shipped model, ready to read."""

    def __init__(self, graphs: Graphs, pieces: Pieces, rules: Rules) -> None:
        self._graphs, self._pieces, self._rules = graphs, pieces, rules

    @staticmethod
    def load(precision: str = "auto", folder: Path = MODEL) -> Tagger:
        """The model compiled for this processor.

        Args:
            precision: "bf16" where the processor has it, "f32" for the same answer on every machine, or "auto": what
                the environment variable CROSSWIRE_PRECISION says, else bf16 where the processor has it.
            folder: where the model's files are.
        """
        rules = Rules.of(json.loads((folder / "labels.json").read_text(encoding="utf-8")))
        return Tagger(Graphs(folder, precision), Pieces(folder / "tokenizer.json"), rules)

    @property
    def precision(self) -> str:
        """What is computed in: bf16 or f32."""
        return self._graphs.precision

    def tag(self, texts: Sequence[str], sentences: Sequence[Sequence[Span]] | None = None) -> list[Tagged]:
        """What the model says of each text.

        Args:
            texts: whole reports; a report is read through overlapping windows, many at a time.
            sentences: for each text its sentences as spans of characters; what lies outside them is not read.
                Found with nupunkt where not given.
        """
        given = [sentences_of(text) for text in texts] if sentences is None else sentences
        reading = Reading(self._graphs, self._pieces, self._rules)
        prepared = [reading.prepare(text, *words_of(text, spans)) for text, spans in zip(texts, given, strict=True)]
        reading.read(prepared)
        return [_tagged(read, self._rules.relations) for read in prepared]

    def tag_words(self, text: str, words: Sequence[Span], sentences: Sequence[Span]) -> Tagged:
        """What the model says of a text whose words, and sentences as spans of words, are given."""
        reading = Reading(self._graphs, self._pieces, self._rules)
        prepared = reading.prepare(text, list(words), sentences)
        reading.read([prepared])
        return _tagged(prepared, self._rules.relations)

    def stream(self, text: str, sentences: Sequence[Span] | None = None, block: int = BLOCK) -> Iterator[Tagged]:
        """What the model says of a long text, in parts that begin at a blank line where there is one.

        All spans are of the whole text. Memory is bounded by the part, not the text.
        """
        for start, end in blocks_of(text, block):
            if sentences is None:
                inside = [(a + start, b + start) for a, b in sentences_of(text[start:end])]
            else:
                inside = [span for span in sentences if start <= span[0] < end]
            yield from self.tag([text], [inside])


def sentences_of(text: str) -> list[Span]:
    """Sentences by nupunkt, none across a blank line."""
    from nupunkt import sent_spans

    found: list[Span] = []
    for start, end in sent_spans(text):
        at = start
        for blank in re.finditer(r"\n\s*\n", text[start:end]):
            found.append((at, start + blank.start()))
            at = start + blank.end()
        found.append((at, end))
    return [(a, b) for a, b in found if text[a:b].strip()]


def blocks_of(text: str, block: int) -> Iterator[Span]:
    """Consecutive parts of about `block` characters, cut after a blank line, else a line, else a space."""
    start = 0
    while start < len(text):
        end = start + block
        if end >= len(text):
            end = len(text)
        else:
            for mark in ("\n\n", "\n", " "):
                found = text.rfind(mark, start + block // 2, end)
                if found >= 0:
                    end = found + len(mark)
                    break
        yield start, end
        start = end


def _tagged(read: TextRead, relations: Sequence[str]) -> Tagged:
    words = np.array(read.words, dtype=np.int64).reshape(-1, 2)

    def characters(span: Span) -> Span:
        return int(words[span[0], 0]), int(words[span[1] - 1, 1])

    attributions = [
        Attributed(
            characters(link.source[0]) if link.source else None,
            characters(link.cue),
            tuple(characters(span) for span in link.content),
            link.score,
        )
        for link in read.links
    ]
    names = [Name(*characters((a, b)), kind) for a, b, kind in read.name_spans()]
    return Tagged(
        words[:, 0].copy(),
        words[:, 1].copy(),
        pos_names(read.pos),
        read.heads,
        tuple(relations[i] for i in read.relations),
        tuple(read.sentences),
        tuple(names),
        tuple(attributions),
        read.vectors,
    )
