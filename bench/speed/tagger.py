"""How fast the tagger reads, in one run: the whole, its forward passes alone, a bare matrix product, a start.

    python -m bench.speed.tagger [--precision f32]

The forward pass is the two graphs on the very inputs the whole gives them. The matrix product has the sizes of the
encoder's largest layer and is the most that this machine's NumPy reaches in single precision.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from bench.corpus import need
from crosswire.annotate.tagging.graphs import Graphs
from crosswire.annotate.tagging.tagger import Tagger, sentences_of
from crosswire.inference.pieces import CLS, SEP

ARTICLES = "polnear/dev.jsonl.gz"
TIMES = 3
FACTOR = 1.6  # the whole may take this many times the forward passes


class Watched(Graphs):
    """The graphs, with the time spent in them and the pieces read."""

    seconds = 0.0
    pieces = 0

    def read(self, inputs: tuple[Any, ...]) -> Any:
        """As the graphs do, watched."""
        self.pieces += int(np.count_nonzero(inputs[0]) - np.isin(inputs[0], (CLS, SEP)).sum())
        return self._watched(lambda: super(Watched, self).read(inputs))

    def link(self, words: Any, cue: Any, there: Any) -> Any:
        """As the graphs do, watched."""
        return self._watched(lambda: super(Watched, self).link(words, cue, there))

    def _watched(self, run: Callable[[], Any]) -> Any:
        begun = time.perf_counter()
        found = run()
        self.seconds += time.perf_counter() - begun
        return found


def main() -> int:
    """Times everything and prints it; returns the exit status."""
    parser = argparse.ArgumentParser(description="time the tagger")
    parser.add_argument("--precision", default="auto")
    told = parser.parse_args()
    with gzip.open(need(ARTICLES) / ARTICLES, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    tagger = Tagger.load(told.precision)
    graphs = tagger._graphs
    graphs.__class__ = Watched
    assert isinstance(graphs, Watched)
    tagger.tag(texts[:20])
    best: tuple[float, float, int] | None = None
    for _ in range(TIMES):
        graphs.seconds, graphs.pieces = 0.0, 0
        begun = time.perf_counter()
        tagger.tag(texts, [sentences_of(text) for text in texts])
        whole = time.perf_counter() - begun
        if best is None or whole < best[0]:
            best = (whole, graphs.seconds, graphs.pieces)
    assert best is not None
    whole, forward, pieces = best
    print(f"{len(texts)} articles, {pieces} pieces with the windows' overlap, in {tagger.precision}")
    print(f"whole          {whole:6.2f} s  {pieces / whole:8,.0f} pieces/s")
    print(f"forward passes {forward:6.2f} s  {pieces / forward:8,.0f} pieces/s")
    print(f"the whole takes {whole / forward:.2f} times the forward passes (at most {FACTOR})")
    print(f"bare product   {product():6.3f} TFLOP/s; start {start(told.precision):.2f} s (aim: under 0.5)")
    return int(whole > FACTOR * forward)


def product() -> float:
    """Returns what a bare single-precision product of a batch with the widest layer reaches, in TFLOP/s."""
    left = np.random.default_rng(0).normal(size=(3072, 384)).astype(np.float32)
    right = np.random.default_rng(1).normal(size=(384, 1536)).astype(np.float32)
    taken = []
    for _ in range(20):
        begun = time.perf_counter()
        left @ right
        taken.append(time.perf_counter() - begun)
    return 2 * 3072 * 384 * 1536 / min(taken) / 1e12


def start(precision: str) -> float:
    """Returns the seconds in which a new process imports and loads the tagger, the compiled graphs being cached."""
    code = (
        "import time; t = time.perf_counter(); from crosswire.annotate.tagging.tagger import Tagger; "
        f"Tagger.load({precision!r}); print(time.perf_counter() - t)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True) for _ in range(3)]
    return min(float(run.stdout) for run in runs)


if __name__ == "__main__":
    sys.exit(main())
