"""What decoding needs beside the graphs: the transitions of tags, the relations' weights, the limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from crosswire.annotate.decode import best_tags
from crosswire.annotate.graphs import Floats, Ints
from crosswire.annotate.labels import CUE_TAGS, LINK_TAGS, allowed

_NEVER: Final = np.float32(-1e4)


@dataclass(frozen=True)
class Chain:
    """A linear chain's transitions, and what may begin and end a sequence."""

    moves: Floats
    first: Floats
    last: Floats
    bias: float

    @staticmethod
    def of(tags: tuple[str, ...], moves: Any, bias: float) -> Chain:
        """The chain of these tags, with learned transitions."""
        _, first, last = allowed(tags)
        ends = [np.where(part, np.float32(0), _NEVER) for part in (first, last)]
        return Chain(np.array(moves, dtype=np.float32), ends[0], ends[1], bias)

    def best(self, scores: Floats) -> Ints:
        """The most likely tags of every sequence; padding must score high as outside."""
        scores[..., 0] -= self.bias
        lengths = np.full(len(scores), scores.shape[1])
        return best_tags(scores, lengths, self.moves, self.first, self.last)


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
            Chain.of(CUE_TAGS, labels["cue_moves"], labels["cue_bias"]),
            Chain.of(LINK_TAGS, labels["link_moves"], labels["link_bias"]),
        )
