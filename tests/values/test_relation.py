"""A relation turned round."""

from __future__ import annotations

import pytest

from crosswire.values.relation import SAME, Relation, apart, incomparable, rounding, within


@pytest.mark.parametrize("relation", [SAME, apart(), incomparable("kind"), rounding("rounded")])
def test_what_has_no_inner_value_is_the_same_both_ways(relation: Relation) -> None:
    assert relation.turned() == relation


def test_what_lies_within_changes_sides() -> None:
    assert within("left").turned() == within("right")
    assert within("left").turned().turned() == within("left")
