"""Weighing: any two values of a story, set against one another or not."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.judge.values.weighing import Weighing
from crosswire.model import Point, Slot, Span, evidence

HELD = "Four sailors were held in Orsk on Monday."


def chance(one: str, other: str, slot: Slot, words: tuple[str, str], sure: float = 0.8) -> float | None:
    """How sure it is that the words of two one-sentence reports, which one point holds, are of one thing."""
    sides = [tagged(one, "01"), tagged(other, "02")]
    told = tuple(evidence(side.piece.report, side.span) for side in sides)
    point = Point(id="p1", verdict="corroborated", gist="", origins=2, evidence=told, confidence=sure)
    spans = [Span(start=t.index(w), end=t.index(w) + len(w)) for t, w in zip((one, other), words, strict=True)]
    return Weighing([s.piece for s in sides], [point]).chance(slot, sides[0], spans[0], sides[1], spans[1])


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("number", ("Four sailors", "Seven sailors")),
        ("date", ("Monday", "Thursday")),
        ("place", ("Orsk", "Halden")),
    ],
)
def test_values_of_one_thing_are_likelier_than_of_two(slot: Slot, words: tuple[str, str]) -> None:
    alike = HELD.replace("Four", "Seven").replace("Monday", "Thursday").replace("Orsk", "Halden")
    unlike = "Seven sailors danced at a wedding in Halden on Thursday."
    one, two = chance(HELD, alike, slot, words), chance(HELD, unlike, slot, words)
    assert one is not None
    assert two is not None
    assert 0 <= two < one <= 1


def test_the_surer_the_point_the_surer_the_values() -> None:
    words = ("Four sailors", "Seven sailors")
    low, high = (chance(HELD, HELD.replace("Four", "Seven"), "number", words, sure) for sure in (0.1, 0.9))
    assert low is not None
    assert high is not None
    assert low < high


def test_what_is_no_value_of_a_story_is_not_weighed() -> None:
    assert chance(HELD, HELD, "name", ("sailors", "sailors")) is None
    assert chance(HELD, HELD, "number", ("sailors", "sailors")) is None
