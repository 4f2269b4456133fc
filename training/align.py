"""Train the aligner's scorer from the bench's stories and our own labels, and measure it on stories left out.

python -m training.align measure      seven folds, three stories of the bench in each; prints a line a story and means
python -m training.align ship         trains on all stories and writes src/crosswire/models/align/passages.npz
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from crosswire.align.features import NAMES
from crosswire.align.scorer import Trees
from training import label_stories
from training.align_stories import FOLD_SCORERS, Labelled, folds, labelled, names, pointed, points_score

SHIPPED = Path(__file__).resolve().parents[1] / "src" / "crosswire" / "models" / "align" / "passages.npz"
SEEDS = (1, 2)
ROUNDS = 300
THRESHOLD = 0.33
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
}


def trained(stories: Sequence[Labelled], threshold: float = THRESHOLD) -> Trees:
    """Returns a scorer trained on `stories`, the same every time."""
    figures = np.concatenate([story.pairs.figures for story in stories])
    same = np.concatenate([story.same for story in stories])
    boosters = []
    for seed in SEEDS:
        data = lightgbm.Dataset(figures, same, feature_name=[name.replace(" ", "_") for name in NAMES])
        boosters.append(lightgbm.train(SETTINGS | {"seed": seed}, data, ROUNDS))
    return Trees(flat([booster.dump_model() for booster in boosters], threshold))


def flat(models: Sequence[dict[str, Any]], threshold: float) -> dict[str, NDArray[np.generic]]:
    """Returns the trees of several models as the flat arrays that `Trees` reads."""
    nodes: list[tuple[int, float, int, int]] = []
    values: list[float] = []

    def add(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            values.append(node["leaf_value"])
            return -len(values)
        at = len(nodes)
        nodes.append((0, 0.0, 0, 0))
        left, right = add(node["left_child"]), add(node["right_child"])
        nodes[at] = (node["split_feature"], node["threshold"], left, right)
        return at

    roots = [add(tree["tree_structure"]) for model in models for tree in model["tree_info"]]
    figure, cut, left, right = zip(*nodes, strict=True)
    return {
        "names": np.array(NAMES),
        "threshold": np.array(threshold, np.float32),
        "parts": np.array(len(models), np.int16),
        "figure": np.array(figure, np.int16),
        "cut": np.array(cut, np.float32),
        "left": np.array(left, np.int32),
        "right": np.array(right, np.int32),
        "value": np.array(values, np.float32),
        "roots": np.array(roots, np.int32),
    }


def left_out(stories: Mapping[str, Labelled]) -> list[Trees]:
    """Returns for each fold a scorer that was trained without its stories."""
    return [trained([stories[name] for name in stories if name not in fold]) for fold in folds()]


def measure(stories: Mapping[str, Labelled]) -> None:
    """Prints each story's figures by the scorer that was trained without it, and their means."""
    found = {
        name: points_score(stories[name], pointed(stories[name], scorer))
        for fold, scorer in zip(folds(), left_out(stories), strict=True)
        for name in fold
    }
    for name in sorted(found):
        print(f"{name:20} " + "  ".join(f"{key} {value:.3f}" for key, value in found[name].items()))
    for whose, mine in (("bench", names()), ("ours", label_stories.names())):
        for key in ("f", "p", "r", "found"):
            print(f"mean {key}, {whose}: {np.mean([found[name][key] for name in mine]):.4f}")


def ship(stories: Mapping[str, Labelled]) -> None:
    """Writes the scorer trained on all stories, and beside the bench those of the folds."""
    SHIPPED.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(SHIPPED, **trained(list(stories.values())).arrays)  # type: ignore[arg-type]
    arrays = {f"{i}/{key}": array for i, scorer in enumerate(left_out(stories)) for key, array in scorer.arrays.items()}
    np.savez_compressed(FOLD_SCORERS, **arrays)  # type: ignore[arg-type]


def main(what: str) -> None:
    """Runs one of the two commands."""
    stories = {name: labelled(name) for name in (*names(), *label_stories.names())}
    (ship if what == "ship" else measure)(stories)


if __name__ == "__main__":
    main(*sys.argv[1:2])
