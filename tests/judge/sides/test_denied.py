"""What denies a place: none where it is told, or where it denies itself."""

from __future__ import annotations

import pytest
from tests.judge.tagged import read

from crosswire.judge.sides.denied import denial
from crosswire.judge.sides.stating import stated
from crosswire.model import Span

#: A sentence, words of it, and those words with what denies them.
TABLE = [
    ("None of the nine sailors taken ashore suffered life-threatening burns.", "suffered life-threatening",
     "None of the nine sailors taken ashore suffered life-threatening"),
    ("Divers said none of the crew had life-threatening burns.", "life-threatening",
     "none of the crew had life-threatening"),
    ("No gun was found in the cabin.", "was found in the cabin", "No gun was found in the cabin"),
    ("Nobody was arrested.", "was arrested", "Nobody was arrested"),
    ("Neither sailor was charged.", "was charged", "Neither sailor was charged"),
    ("The sailors never left the ferry.", "left the ferry", "never left the ferry"),
    ("The sailors left without paying the harbour fee.", "paying the", "without paying the"),
    ("The pilot failed to stop the ferry.", "stop the ferry", "failed to stop the ferry"),
    ("The pilot denied that he had shot the mate.", "shot the mate", "denied that he had shot the mate"),
    ("The pilot has yet to be charged.", "be charged", "yet to be charged"),
    ("There is no evidence that he was armed.", "was armed", "no evidence that he was armed"),
    ("Officers found no trace of a gun.", "gun", "no trace of a gun"),
    ("The pilot was not killed in a robbery.", "robbery", "not killed in a robbery"),
    ("The police made no arrests.", "made", "made no arrests"),
    ("Few sailors were hurt.", "were hurt", "Few sailors were hurt"),
    ("The pilot nearly died in the fire.", "died", "nearly died"),
    ("The injuries are non-life-threatening.", "life-threatening", "non-life-threatening"),
    ("He was taken away with non life-threatening injuries.", "life-threatening", "non life-threatening"),
    ("The pilot wasn't sure what led to the fire.", "n't sure what led to", "wasn't sure what led to"),
    ("The pilot was not only charged but jailed.", "charged", "charged"),
    ("The pilot was not charged until Friday.", "charged", "charged"),
    ("A few sailors were hurt.", "were hurt", "were hurt"),
    ("The wounded sailor was not arrested.", "wounded", "wounded"),
    ("Police did not say whether the pilot was arrested.", "was arrested", "was arrested"),
    ("The sailors were not hurt.", "not hurt", "not hurt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), TABLE)
def test_words_are_told_with_what_denies_them(text: str, words: str, expected: str) -> None:
    piece, at = read(text), text.index(words)
    span = Span(start=at, end=at + len(words))
    assert piece.words_of(stated(piece, span)) == expected
    inside = expected == words or words.startswith("n't")
    assert (denial(piece, span) is None) == inside
