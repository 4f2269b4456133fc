"""What the words said do."""

from __future__ import annotations

import pytest

from crosswire.annotate.acts.modality import clauses_of, kind_of_words
from crosswire.model import Span

DIRECT = [
    ("We will open the strait on Monday", "pledge"),
    ("I'm going to send two ships", "pledge"),
    ("We will not pay a single coin for that wall", "refusal"),
    ("We can't accept these terms", "refusal"),
    ("Norland must leave the strait", "demand"),
    ("He should pay for the damage", "demand"),
    ("Please, let the crew go", "appeal"),
    ("We are ready to talk", "offer"),
    ("Any ship in the strait will be treated as hostile", "threat"),
    ("They will pay a heavy price", "threat"),
    ("It must have been the wind", None),
    ("I have to say it was cold", None),
    ("Will they pay?", None),
    ("The water was calm", None),
    ("We will see", None),
]
INDIRECT = [
    ("that he would open the strait", "pledge"),
    ("its navy will escort the ferries", None),
    ("her government will send aid", "pledge"),
    ("that they would not sign the treaty", "refusal"),
    ("his company would halt all trips to Orsk", "refusal"),
    ("that Orsk should free the crew", "demand"),
    ("that any ship would be considered a legitimate target", "threat"),
    ("that it was important for Orsk to answer", "appeal"),
    ("he would be happy", None),
]


@pytest.mark.parametrize(("words", "kind"), DIRECT)
def test_direct_words(words: str, kind: str | None) -> None:
    assert kind_of_words(words, True) == kind


@pytest.mark.parametrize(("words", "kind"), INDIRECT)
def test_indirect_words(words: str, kind: str | None) -> None:
    assert kind_of_words(words, False) == kind


def test_what_a_warning_says_of_its_own_is_a_threat() -> None:
    assert kind_of_words("that they will block the harbour", False, "warn") == "threat"
    assert kind_of_words("that they will open the harbour", False, "warn") == "pledge"


def test_clauses_of_cuts_whole_sentences() -> None:
    text = "“We waited for days. Then we left; nobody came.”"
    assert [text[c.start : c.end] for c in clauses_of(text, Span(start=0, end=len(text)))] == [
        "“We waited for days.", "Then we left", "nobody came.”"
    ]  # fmt: skip
