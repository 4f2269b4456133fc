from __future__ import annotations

import numpy as np
import pytest

from crosswire.align.features import NAMES
from crosswire.align.scorer import Trees, load
from crosswire.align.shipped import arrays
from crosswire.errors import ModelError


def trees() -> Trees:
    """Two trees over figures a and b: a <= 1 gives -2, else b <= 3 gives 0, else 2; and a single leaf of 1."""
    return Trees(
        {
            "names": np.array(["a", "b"]),
            "threshold": np.array(0.5),
            "parts": np.array(1),
            "figure": np.array([0, 1]),
            "cut": np.array([1.0, 3.0]),
            "left": np.array([-1, -2]),
            "right": np.array([1, -3]),
            "value": np.array([-2.0, 0.0, 2.0, 1.0]),
            "roots": np.array([0, -4]),
        }
    )


@pytest.mark.parametrize(("a", "b", "sum_of_leaves"), [(0, 9, -1), (1, 9, -1), (2, 3, 1), (2, 4, 3)])
def test_trees_add_up_their_leaves(a: float, b: float, sum_of_leaves: float) -> None:
    found = trees().probability(np.array([[a, b]], np.float32))
    assert found == pytest.approx([1 / (1 + np.exp(-sum_of_leaves))])


def test_no_rows_give_no_scores() -> None:
    assert trees().probability(np.zeros((0, 2), np.float32)).shape == (0,)


def test_the_shipped_scorer_was_trained_on_the_figures_there_are() -> None:
    assert load("passages").names == NAMES


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ModelError, match=r"align/nothing\.npz"):
        arrays("nothing")


def test_a_file_that_is_no_scorer_is_named() -> None:
    with pytest.raises(ModelError, match=r"align/rarity\.npz.*missing"):
        load("rarity")
