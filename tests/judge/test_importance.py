"""Which point an editor wants to see first."""

from __future__ import annotations

import pytest

from crosswire.judge.importance import order_of
from crosswire.model import Difference, Nature, Point, Slot, Verdict


def point(verdict: Verdict, slot: Slot = "number", about: str = "", origins: int = 2) -> Point:
    """A point with one difference of the nature that its verdict asks for."""
    natures: dict[Verdict, Nature] = {"conflicting": "conflict", "updated": "update"}
    nature = natures.get(verdict, "wording")
    return Point(
        id="",
        verdict=verdict,
        gist="",
        origins=origins,
        evidence=(),
        differences=(Difference(slot=slot, nature=nature, about=about, values=()),),
    )


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (point("updated", about="sailors killed"), point("conflicting", about="boats")),  # a toll
        (point("updated", "stance"), point("conflicting", "date")),  # what matters more, of whatever nature
        (point("conflicting", "date"), point("updated", "date")),
        (point("updated", "role"), point("corroborated", origins=9)),
        (point("corroborated"), point("single-source", origins=1)),
        (point("conflicting", "date", origins=3), point("conflicting", "date")),
    ],
)
def test_what_matters_more_stands_first(first: Point, then: Point) -> None:
    assert order_of(first, 0.9) < order_of(then, 0.1)


def test_of_equals_what_is_told_earlier_stands_first() -> None:
    assert order_of(point("conflicting"), 0.1) < order_of(point("conflicting"), 0.9)
