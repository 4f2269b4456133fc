"""The tagger's two graphs, and what decoding needs beside them: transitions of tags, weights of relations, limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from crosswire.annotate.tagging.labels import CUE_TAGS, LINK_TAGS, allowed
from crosswire.inference.decode import best_tags
from crosswire.inference.runtime import Runtime

OUTPUTS: Final = ("cue", "said", "pos", "names", "arcs", "relation_word", "relation_head", "vector")

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Graphs:
    """Both graphs, compiled for this machine's processor; any number of threads may ask at once."""

    def __init__(self, folder: Path, precision: str) -> None:
        runtime = Runtime(folder, precision)
        self.precision = runtime.precision
        self._reading = runtime.session("reading.xml")
        self._link = runtime.session("link.xml")

    def read(self, inputs: tuple[Ints, ...]) -> dict[str, Floats]:
        """Every head's scores over the words of a batch of windows; good until this thread's next call."""
        found = self._reading.ask(inputs, share_outputs=True)
        return {name: found[name] for name in OUTPUTS}

    def link(self, words: Floats, cue: Floats, there: Floats) -> Floats:
        """Scores of tags for the words around each cue."""
        found: Floats = self._link.ask((words, cue, there), share_outputs=False)[0]
        return found


_NEVER: Final = np.float32(-1e4)


@dataclass(frozen=True)
class Chain:
    """A linear chain's transitions, and what may begin and end a sequence."""

    moves: Floats
    first: Floats
    last: Floats
    begins: Floats  # added to the scores of the tags that begin a span

    @staticmethod
    def of(tags: tuple[str, ...], moves: Any, biases: dict[str, float], *, default: str = "") -> Chain:
        """The chain of these tags, with learned transitions; `biases` are by role, a tag without one has `default`."""
        _, first, last = allowed(tags)
        ends = [np.where(part, np.float32(0), _NEVER) for part in (first, last)]
        begins = [biases[tag[2:] or default] if tag[0] in "BS" else 0.0 for tag in tags]
        return Chain(np.array(moves, dtype=np.float32), ends[0], ends[1], np.array(begins, dtype=np.float32))

    def best(self, scores: Floats) -> Ints:
        """The most likely tags of every sequence; padding must score high as outside."""
        lengths = np.full(len(scores), scores.shape[1])
        return best_tags(scores + self.begins, lengths, self.moves, self.first, self.last)


@dataclass(frozen=True)
class Rules:
    """What decoding needs beside the graphs."""

    limit: int  # pieces of a window, without the marks at its ends
    width: int  # of a word's vector
    relations: tuple[str, ...]
    root: int  # which relation is a root's
    relation_weight: Floats
    relation_bias: Floats
    cue: Chain
    link: Chain
    second_chance: Floats  # added for a cue without content

    @staticmethod
    def of(labels: dict[str, Any]) -> Rules:
        """What the model's labels file says."""
        return Rules(
            labels["limit"],
            labels["width"],
            tuple(labels["relations"]),
            labels["relations"].index("root"),
            np.array(labels["relation_weight"], dtype=np.float32).T.copy(),
            np.array(labels["relation_bias"], dtype=np.float32),
            Chain.of(CUE_TAGS, labels["cue_moves"], labels["biases"], default="cue"),
            Chain.of(LINK_TAGS, labels["link_moves"], labels["biases"]),
            np.array([labels["second_chance"] * (tag in ("B-content", "S-content")) for tag in LINK_TAGS], np.float32),
        )
