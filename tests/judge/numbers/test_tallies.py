"""Numbers that a story has one of, over whole reports."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.numbers.tallies import TALLIES
from crosswire.judge.numbers.tolls import tolls

FOUND = [
    ("attackers", "Two suspects are at large.", "Two suspects"),
    ("attackers", "Three men opened fire at the ferry.", "Three men"),
    ("attackers", "The sailor acted alone.", "acted alone"),
    ("attackers", "Three men sang at the ferry.", None),
    ("arrests", "Two arrests have been made. Brask was the fifth suspect arrested.", "fifth suspect"),
    ("arrests", "Police made 15 arrests for theft.", None),
    ("shots fired", "More than 70 shots were fired.", "More than 70 shots"),
    ("shots fired", "2 shots fired", None),
    ("people inside", "Some 300 guests were inside.", "Some 300 guests"),
    ("people inside", "Some 300 guests sang.", None),
    ("lateness", "Tellin was 35 minutes late.", "35 minutes"),
    ("lateness", "Tellin spoke for 35 minutes.", None),
    ("length of the attack", "The hour-long rampage ended in Orsk.", "The hour-long"),
    ("length of the meeting", "The meeting lasted two hours.", "two hours"),
    ("storeys of the house", "It is a two-story house.", "two-story"),
    ("people named", "Police have named four victims.", "four victims"),
    ("people shot", "At least four people were hurt. Four people were struck by gunfire.", "Four people"),
    ("reward", "A reward of $5,000 was offered.", "$5,000"),
    ("reward", "A fine of $5,000 was paid.", None),
    ("people shot", "40 killed, nine shot in Orsk", "nine"),
    ("people in critical condition", "Two people are listed in critical condition.", "Two people"),
    ("people killed", "Nine people killed in Orsk\nNine people were killed in the blast.", "Nine people"),
]


@pytest.mark.parametrize(("about", "text", "expected"), FOUND)
def test_the_one_number_of_a_report(about: str, text: str, expected: str | None) -> None:
    piece = report(text)
    found = TALLIES[about](piece)
    assert (piece.words_of(found.span) if found else None) == expected


def test_a_number_of_the_headline_is_shown_in_the_body() -> None:
    piece = report("Nine people killed in Orsk\nNine people were killed in the blast.")
    found = TALLIES["people killed"](piece)
    assert found is not None
    assert found.span.start > piece.sentences[0].end


APART = [
    ("Five people were killed.", "Seven people were killed.", ["people killed"]),
    ("Five people were killed.", "Seven people were killed. Five people were killed in Orsk.", []),
    ("Two suspects fled.", "The sailor acted alone.", ["attackers"]),
    ("More than 70 shots were fired.", "70 shots were fired.", ["shots fired"]),
    ("More than 185 shots were fired.", "212 shots were fired.", ["shots fired"]),
    ("At least 50 shots were fired.", "More than 50 shots were fired.", []),
    ("Tellin was 35 minutes late.", "Tellin was at least an hour late.", ["lateness"]),
    ("Tellin was 35 minutes late.", "Tellin was at least half an hour late.", []),
    ("A reward of $5,000 was offered.", "The reward is up to $2,500.", ["reward"]),
    (
        "Police came to a 1 1/2-story house.",
        "A man fled from the door of the two-story house.",
        ["storeys of the house"],
    ),
    ("The names of three people were told.", "Police named four people.", ["people named"]),
    ("One person was killed.", "Four of this year's dead were killed at sea.", []),
    ("Five people were hurt.", "Four people were hurt and a fifth person was cut.", []),
]


@pytest.mark.parametrize(("one", "other", "expected"), APART)
def test_tolls_that_exclude_one_another(one: str, other: str, expected: list[str]) -> None:
    assert [about for about, _ in tolls([report(one, "01"), report(other, "02")])] == expected
