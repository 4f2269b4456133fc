from __future__ import annotations

import numpy as np
import pytest

from crosswire.align.points import points

Row = tuple[int, int, float]


def made(rows: list[Row], size: int, twin: list[int] | None = None) -> list[tuple[int, ...]]:
    left, right, scores = zip(*rows, strict=True)
    given = np.arange(size) if twin is None else np.array(twin)
    return [p.members for p in points(np.array(left), np.array(right), np.array(scores, np.float32), given, 0.5, 0.75)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(0, 1, 0.9)], [(0, 1)]),
        ([(0, 1, 0.4)], []),
        # all alike: one point
        ([(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.7)], [(0, 1, 2)]),
        # a chain: 0 is not like 2, so there are two points and 1 stands in both
        ([(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.1)], [(0, 1), (1, 2)]),
        # as like on the average, and to none less than half that
        ([(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.3)], [(0, 1, 2)]),
        ([(0, 1, 0.9), (0, 2, 0.6), (1, 2, 0.2)], [(0, 1), (0, 2)]),
        # a point that is part of another is not told twice
        ([(0, 1, 0.9), (0, 2, 0.6), (1, 2, 0.3)], [(0, 1, 2)]),
        # of two that could join, the likest does
        ([(0, 1, 0.9), (0, 2, 0.6), (1, 2, 0.6), (0, 3, 0.8), (1, 3, 0.8)], [(0, 1, 3), (0, 1, 2)]),
    ],
)
def test_points_hold_only_what_is_like_every_member(rows: list[Row], expected: list[tuple[int, ...]]) -> None:
    assert made(rows, 1 + max(max(a, b) for a, b, _ in rows)) == expected


def test_copies_join_together_and_are_scored_by_their_mean() -> None:
    twin = [0, 1, 1, 3]
    assert made([(0, 1, 0.9), (0, 2, 0.3)], 4, twin) == [(0, 1, 2)]
    assert made([(0, 1, 0.9), (0, 2, 0.0)], 4, twin) == []


def test_confidence_is_the_mean_of_the_pairs() -> None:
    left, right, scores = np.array([0, 0, 1]), np.array([1, 2, 2]), np.array([0.9, 0.6, 0.6], np.float32)
    assert points(left, right, scores, np.arange(3), 0.5, 0.75) == [
        ((0, 1, 2), pytest.approx(0.7), (True, True, False))
    ]


@pytest.mark.parametrize(
    ("rows", "sure"),
    [
        ([(0, 1, 0.9)], (True, True)),
        ([(0, 1, 0.7)], (False, False)),
        # the third is like the others, but not surely
        ([(0, 1, 0.9), (0, 2, 0.6), (1, 2, 0.6)], (True, True, False)),
        # one doubtful pair among sure ones does not part them
        ([(0, 1, 0.95), (0, 2, 0.95), (1, 2, 0.6)], (True, True, True)),
    ],
)
def test_only_members_that_are_like_one_another_on_the_mean_are_sure(rows: list[Row], sure: tuple[bool, ...]) -> None:
    left, right, scores = zip(*rows, strict=True)
    found = points(np.array(left), np.array(right), np.array(scores, np.float32), np.arange(3), 0.5, 0.75)
    assert [p.sure for p in found] == [sure]


def test_a_copy_is_as_sure_as_what_it_copies() -> None:
    left, right, scores = np.array([0, 0]), np.array([1, 2]), np.array([0.9, 0.9], np.float32)
    found = points(left, right, scores, np.array([0, 1, 1]), 0.5, 0.75)
    assert [(p.members, p.sure) for p in found] == [((0, 1, 2), (True, True, True))]
