"""The pairs of the repository obey their guide, and the checker finds what does not."""

from __future__ import annotations

import pytest
from training.pairs_check import FOLDER, Pair, faults, read

LEFT = "The ferry sank off Orsk on Monday with nine people on board."
RIGHT = "A ferry went down near Orsk on Tuesday, and nine people drowned."


def pair(relation: str, *values: tuple[str, str, str, str], a: str = LEFT) -> Pair:
    return Pair(a=a, b=RIGHT, relation=relation, values=list(values), event="ferry", trap=None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (pair("differ", ("Monday", "Tuesday", "date", "conflict")), ""),
        (pair("same", ("sank", "went down", "manner", "wording")), ""),
        (pair("other"), ""),
        (pair("unlike"), "relation 'unlike'"),
        (pair("differ"), "no value in conflict"),
        (pair("other", ("Monday", "Tuesday", "date", "conflict")), "nature 'conflict'"),
        (pair("differ", ("Monday", "Tuesday", "day", "conflict")), "kind 'day'"),
        (pair("differ", ("Friday", "Tuesday", "date", "conflict")), "'Friday' stands 0 times in a"),
        (pair("same", a="The ferry sank."), "a has 3 words"),
    ],
)
def test_what_goes_against_the_guide_is_named(given: Pair, expected: str) -> None:
    found = " ".join(faults(given))
    assert (expected in found) if expected else not found


def test_every_pair_of_the_repository_is_sound() -> None:
    pairs, found = read(sorted(FOLDER.glob("*.jsonl")))
    assert len(pairs) > 1000
    assert found == []
