"""Find the directions in which the tagger's vectors of words differ most, so that few of them tell words apart.

    python -m training.align_directions     writes src/crosswire/models/align/directions.npz

The words are those of the stories that we labelled; their labels and the bench's stories are not looked at.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from crosswire.align.meanings import CONTENT
from crosswire.pipeline import annotated
from training import label_stories

SHIPPED = Path(__file__).resolve().parents[1] / "src" / "crosswire" / "models" / "align" / "directions.npz"
KEPT = 64


def words(name: str) -> NDArray[np.float32]:
    """Returns the vectors of a story's content words beside their mean, of length one."""
    pieces = annotated(label_stories.story(name).reports)
    rows = np.concatenate([p.word_vectors[[word.pos in CONTENT for word in p.words]] for p in pieces])
    beside = rows.astype(np.float32) - rows.astype(np.float32).mean(0)
    return np.asarray(beside / np.linalg.norm(beside, axis=1, keepdims=True), np.float32)


def directions(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Returns the KEPT directions as columns, each scaled so that `rows` differ alike in all of them."""
    spread, found = np.linalg.eigh(rows.T @ rows / len(rows))
    return np.asarray((found / np.sqrt(np.maximum(spread, 1e-9)))[:, ::-1][:, :KEPT], np.float32)


def main() -> None:
    """Writes the directions."""
    rows = np.concatenate([words(name) for name in label_stories.names()])
    np.savez_compressed(SHIPPED, directions=directions(rows).astype(np.float16))
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
