"""What became of somebody, by what is done to him and what he does."""

from __future__ import annotations

import pytest
from tests.judge.tagged import read

from crosswire.judge.people.fates import fates
from crosswire.model import Span

#: A sentence, somebody in it, and what is told of him.
TABLE = [
    ("A gunman killed the sailor in Orsk.", "sailor", {"killed"}),
    ("A gunman killed the sailor in Orsk.", "gunman", {"accused"}),
    ("The sailor was shot in Orsk.", "sailor", {"hurt"}),
    ("The sailor died in Orsk.", "sailor", {"killed"}),
    ("The sailor opened fire on the crew.", "sailor", {"accused"}),
    ("The sailor opened a window.", "sailor", set()),
    ("Police arrested the sailor on Monday.", "sailor", {"accused"}),
    ("Police arrested the sailor on Monday.", "Police", set()),
    ("The sailor was not killed.", "sailor", set()),
    ("Divers found the sailor dead.", "sailor", {"killed"}),
    ("The captain told the sailor a story.", "sailor", set()),
]


@pytest.mark.parametrize(("told", "who", "expected"), TABLE)
def test_what_became_of_him(told: str, who: str, expected: set[str]) -> None:
    at = told.index(who)
    assert set(fates(read(told), [Span(start=at, end=at + len(who))])) == expected


def test_every_mention_counts() -> None:
    told = "The sailor was shot in Orsk. The sailor died on Monday."
    mentions = [Span(start=4, end=10), Span(start=told.rindex("sailor"), end=told.rindex("sailor") + 6)]
    assert fates(read(told), mentions) == {"hurt": 1, "killed": 1}
