"""What a report says is not known or not told, and what it is that is open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judge.invented import report

from crosswire.judge.questions.unknowns import openings

TABLE = [
    ("Police do not have a motive.", "a motive"),
    ("So far we have no suspects or known motive.", "no suspects or known motive"),
    ("Neither was identified.", "Neither was identified"),
    ("The names will be released once the families are told.", "The names will be released"),
    ("The coroner will name both once their families are told.", "both once their families are told"),
    ("The coroner will name the ship.", None),
    ("Officers still are not naming a suspect.", "a suspect"),
    ("It is too early to say why the crane fell.", "why the crane fell"),
    ("Nobody would say where the crew is.", "where the crew is"),
    ("No further word was immediately available about the crew.", "the crew"),
    ("A sailor who did not wish to be identified spoke.", None),
    ("Police have not released the names.", "the names"),
    ("The motive for the raid is unclear.", "The motive for the raid is unclear"),
    ("It was not immediately clear where the ship was built.", "where the ship was built"),
    ("It wasn't clear just when the fire began, but the harbour was shut.", "just when the fire began"),
    ("Officers declined to say how many crates were taken.", "how many crates were taken"),
    ("They are trying to determine who owned the boat.", "who owned the boat"),
    ("There was no word on the cause.", "the cause"),
    ("Investigators are withholding the captain's name.", "the captain's name"),
    ("No description has been given.", "No description has been given"),
    ("Brask said his condition was not known.", "his condition was not known"),
    ("A motive has yet to be determined.", "A motive has yet to be determined"),
    ("The council could not confirm the number of boats.", "the number of boats"),
    ("The case remains under investigation.", "The case remains under investigation"),
    ("The strait was closed at noon.", None),
    ("He did not swim to the shore.", None),
    ("No ship left the harbour.", None),
]


@pytest.mark.parametrize(("told", "asked"), TABLE)
def test_what_is_left_open(told: str, asked: str | None) -> None:
    piece = report(told)
    found = openings(piece)
    assert [piece.words_of(o.asked).strip() for o in found] == ([asked] if asked else [])
    assert all(o.span.covers(o.asked) for o in found)


@given(st.lists(st.sampled_from([told for told, _ in TABLE]), max_size=4))
def test_openings_lie_in_their_sentence(lines: list[str]) -> None:
    piece = report("\n".join(lines))
    for opening in openings(piece):
        assert piece.sentences[opening.sentence].covers(opening.span)
        assert opening.span.start < opening.span.end
