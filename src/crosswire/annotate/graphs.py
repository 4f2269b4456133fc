"""The tagger's two graphs: one reads windows, one is asked what belongs to a cue."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

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
