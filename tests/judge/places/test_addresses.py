"""Addresses on one street, told by several reports."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.places.addresses import addresses

TABLE = [
    ("They ran along Birch Street.", "The men ran down on Birch Avenue.", True),
    ("They ran along Birch Street.", "They ran along Birch St.", False),
    ("They ran along Birch Street.", "They ran along Alder Avenue.", False),
    ("It was in the 1700 block of Birch Street.", "It was in the 7100 block of Birch Street.", True),
    ("It was in the 1700 block of Birch Street.", "It was at 1710 Birch Street.", False),
    ("It was in the 1700 block of Birch Street.", "It was on Birch Street.", False),
    ("It was in the 1100 block of West Birch.", "It was in the 1100 block of East Birch.", True),
    ("It was in the 1100 block of West Birch.", "It was in the 1100 block of Birch.", False),
    ("They ran from Birch Street to Birch Avenue.", "They ran along Birch Avenue.", False),
    ("It was near 39th and Birch Streets.", "It was near 41st and Birch streets.", True),
    ("It was near 39th and Birch Streets.", "It was at 39th and Birch.", False),
    ("It was near 39th and Birch Streets.", "It was near 39th and East Birch Streets.", False),
    ("It was near 39th and Birch Streets.", "It was on Birch Street.", False),
    ("It was near 39th and Birch Streets, then at 41st and Birch Streets.", "It was at 41st and Birch Streets.", False),
    ("He lives on Sir Orvill Drive.", "He lives at 639 N. Sir Orvil Dr. with her.", True),
    ("He lives on Orvill Drive.", "He lives on Orvil Drive, off Orvill Drive.", False),
    ("He lives on Orvill Drive.", "He lives on Orvin Avenue.", False),
    ("It was on Elm Street.", "It was on Oak Street.", False),
    ("They stopped in the area of Birch Court.", "They stopped near Birch Place.", True),
    ("It went to the District Court.", "It was in Distrikt Court.", False),
    ("It was on East 42nd Street.", "It was on East 43rd Street.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_addresses_on_one_street(one: str, other: str, differ: bool) -> None:
    found = addresses([report(one, "01"), report(other, "02")])
    assert bool(found) is differ
    for _, (left, right, finding) in found:
        assert (finding.slot, finding.about) == ("place", "address")
        assert left.piece.words_of(finding.left.span) == finding.left.shown
        assert right.piece.words_of(finding.right.span) == finding.right.shown
