"""Persons left without a name by one report and named by another."""

from __future__ import annotations

import pytest
from tests.judge.invented import report

from crosswire.judge.questions.identities import identities

#: What the first report says, what the second says, and the name that settles it; None where nothing does.
TABLE = [
    ("The pilot died. His name has not been released.", "Eldar Orvik, 34, was killed in the crash.", "Eldar Orvik"),
    ("The police did not name the suspect.", "Eldar Orvik was arrested in Orsk on Monday.", "Eldar Orvik"),
    ("The police did not name the suspect.", "Eldar Orvik was killed in Orsk on Monday.", None),
    ("Divers found an unidentified woman dead.", "Mara Tellin, 31, was killed at her home.", "Mara Tellin"),
    ("Divers found an unidentified man dead.", "Mara Tellin was killed at her home.", None),
    ("A 16-year-old, whose name is withheld, died.", "Jon Brask, 16, died in Orsk.", "Jon Brask"),
    ("A 16-year-old, whose name is withheld, died.", "Jon Brask, 40, died in Orsk.", None),
    ("Jon Brask died. The names of the dead were not released.", "Mara Tellin was killed in Orsk.", None),
    ("Jon Brask died. A second, unidentified victim died too.", "Mara Tellin was killed in Orsk.", "Mara Tellin"),
    ("Jon Brask died. A second, unidentified victim died too.", "Jon Brask was killed in Orsk.", None),
    ("Police did not have any information about the victims.", "The victims were Jon Brask and Ada Holm.", "Jon Brask"),
    ("Police have not released the name of the suspect.", "Sheriff Jon Brask was charged with delay.", None),
    ("The officers have not been identified.", "Eldar Orvik was placed on leave after the shooting.", "Eldar Orvik"),
    ("Officers have not named the suspect.", "Eldar Orvik was placed on leave after the shooting.", None),
    ("The man, who was not identified, appeared in court.", "The victim, Ada Holm said, was well.", None),
    ("The victim's name was withheld.", "Eldar Orvik was wounded in Orsk.", "Eldar Orvik"),
    ("Police named the suspect.", "Eldar Orvik was arrested.", None),
    ("The gunman has not been identified.", "Police identified the gunman as Ada Holm.", "Ada Holm"),
    ("Officers declined to release the name of the suspect.", "Gustav Holm, 41, was arrested at noon.", "Gustav Holm"),
    ("Police are withholding the suspects' names.", "The suspect, Mara Tellin, lived in Orsk.", "Mara Tellin"),
    ("None of the victims have been named.", "One of the victims was identified as Ada Holm.", "Ada Holm"),
    (
        "Police did not immediately release information about the victims.",
        "Ada Holm, 41, died at the scene.",
        "Ada Holm",
    ),
    ("Several unknown suspects drove off.", "Gustav Holm, 41, was arrested at noon.", "Gustav Holm"),
    ("Divers are waiting to release the names of those killed.", "The victims were Ada Holm and a boy.", "Ada Holm"),
    ("The victim's identity was not available.", "The victim was 41-year-old Ada Holm.", "Ada Holm"),
    ("The unidentified boy was killed at noon.", "Six-month-old Ada Holm was fatally wounded.", "Ada Holm"),
    ("Police did not name the suspect.", "Gustav Holm was arraigned on Monday.", "Gustav Holm"),
    ("Details about the victims were not clear.", "The victims were Ada Holm and a boy.", "Ada Holm"),
    ("Neither the gunman nor the victims have been named.", "The victim, Ada Holm, lived in Orsk.", "Ada Holm"),
    ("The second man's name was withheld. Jon Brask died.", "Jon Brask was killed in Orsk.", None),
    ("He died. Police did not release his name.", "Police identified the dead as Ada Holm.", "Ada Holm"),
    ("She died. She didn't know his name.", "Police identified the dead as Ada Holm.", None),
    ("The girl died. The girl was not identified.", "Jon Brask, 44, was killed.", None),
    ("No word on who steered the boat. One man died.", "Jon Brask was killed.", None),
    ("The victims were not named.", "Coroner Jon Brask was killed.", None),
    ("The street has no name.", "Eldar Orvik was arrested.", None),
]


@pytest.mark.parametrize(("one", "other", "name"), TABLE)
def test_who_it_was(one: str, other: str, name: str | None) -> None:
    found = identities([report(one.replace(". ", ".\n"), "01"), report(other, "02")])
    assert [f.right.shown for _, (_, _, f) in found] == ([name] if name else [])
    for _, (left, right, finding) in found:
        assert finding.slot == "name"
        for side, told in ((left, finding.left), (right, finding.right)):
            assert " ".join(side.piece.words_of(told.span).split()) == told.shown
