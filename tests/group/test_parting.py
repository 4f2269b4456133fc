"""Reports given as one: those of one event stay whole, those of several are parted, and what is doubtful is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.group.events import ELECTION, FIRE_ANSGAR, FIRE_KELM

from crosswire.group import part_stories
from crosswire.model import Report

RUSSIAN = "Пожар на канатной фабрике в Кельме унёс жизни двух человек во вторник, сообщил начальник пожарной охраны."
PLAIN = tuple(f"Report {n}: hydrants." for n in range(3))


def reports(*texts: str, language: str | None = None) -> list[Report]:
    return [Report(id=f"{n:02}", text=text, language=language) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (FIRE_KELM, ("s1", "s1", "s1")),
        (FIRE_ANSGAR, ("s1", "s1")),
        ((*FIRE_ANSGAR, *FIRE_KELM), ("s2", "s2", "s1", "s1", "s1")),
        ((*FIRE_KELM, ELECTION[0]), ("s1", "s1", "s1", "s2")),
        (PLAIN, ("s1", "s1", "s1")),
        ((), ()),
    ],
)
def test_stories_of_reports_given_as_one(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert part_stories(reports(*texts)).stories == expected


def test_the_doubtful_are_named_with_what_they_are_likest_to() -> None:
    doubtful = part_stories(reports(*FIRE_KELM, ELECTION[0])).doubtful
    assert [(one.report, one.nearest) for one in doubtful] == [("03", None)]
    assert part_stories(reports(*FIRE_KELM)).doubtful == ()


def test_a_report_in_another_language_parts_nothing() -> None:
    given = [*reports(*FIRE_KELM), Report(id="ru", text=RUSSIAN * 3, language="ru")]
    found = part_stories(given)
    assert set(found.stories) == {"s1"}
    assert found.doubtful == ()


@given(st.permutations(range(5)))
def test_the_order_given_decides_nothing(order: list[int]) -> None:
    given = reports(*FIRE_KELM, *FIRE_ANSGAR)
    found = part_stories([given[place] for place in order])
    assert dict(zip(order, found.stories, strict=True)) == dict(enumerate(part_stories(given).stories))
