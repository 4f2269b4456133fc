"""The vector head against the base encoder on sentence pairs nobody trained on: `python -m training.vectors`.

MSR validation: area under the curve for "says the same". STS 2013 and 2014 headlines, STS 2014 deft-news: rank
correlation with the similarity that people gave.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata, spearmanr

from crosswire.annotate.tagging.tagger import Tagger
from crosswire.inference.pieces import Pieces
from crosswire.language.words import word_spans
from training.data import lines_of
from training.teacher import Teacher
from training.train import base_model

FOLDER = Path("../shared/bench/pairs")
STS = ("sts2013.headlines", "sts2014.headlines", "sts2014.deft-news")
Vectors = Callable[[Sequence[str]], NDArray[np.float32]]


def pairs(name: str) -> tuple[list[str], list[str], list[float]]:
    """Left and right sentences and what people said of them."""
    rows = [line.rstrip("\n").split("\t") for line in lines_of(FOLDER / f"{name}.tsv.gz")]
    if name.startswith("msr"):
        rows = [[row[0], row[3], row[4]] for row in rows[1:] if len(row) == 5]
    kept = [row for row in rows if len(row) >= 3 and row[0]]
    return [row[1] for row in kept], [row[2] for row in kept], [float(row[0]) for row in kept]


def curve_area(scores: NDArray[np.float32], gold: Sequence[float]) -> float:
    """How often a pair that says the same scores above one that does not."""
    same = np.array(gold) > 0.5
    ranks = rankdata(scores)
    return float((ranks[same].sum() - same.sum() * (same.sum() + 1) / 2) / (same.sum() * (~same).sum()))


def main() -> None:
    """Prints a line for each set and each of the two."""
    tagger, teacher = Tagger.load(), Teacher(base_model())
    pieces = Pieces(base_model() / "tokenizer.json")

    def ours(texts: Sequence[str]) -> NDArray[np.float32]:
        return np.concatenate([t.vectors([(0, len(s))]) for s, t in zip(texts, tagger.tag(texts), strict=True)])

    def base(texts: Sequence[str]) -> NDArray[np.float32]:
        cut = [pieces.of([text[a:b] for a, b in word_spans(text)]) for text in texts]
        found: NDArray[np.float16] = teacher.vectors([[piece for word in words for piece in word] for words in cut])
        return found.astype(np.float32)

    for name in ("msr-para-val", *STS):
        left, right, gold = pairs(name)
        for who, vectors in (("ours", ours), ("base", base)):
            scores = (vectors(left) * vectors(right)).sum(1)
            figure = curve_area(scores, gold) if name.startswith("msr") else float(spearmanr(scores, gold)[0])
            print(f"{name:18} {who} {figure:.3f}")


if __name__ == "__main__":
    main()
