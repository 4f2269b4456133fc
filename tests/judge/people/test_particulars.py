"""One person's name, age and home over whole reports: who is one by what stands beside his name, and who is not."""

from __future__ import annotations

import pytest
from tests.judge.tagged import read

from crosswire.judge.people.particulars import particulars

#: Two reports of one story, and the names in them that are told of one person.
TABLE = [
    ("Halden Mayor Eldar Brask resigned.", "Mayor Jon Brask of Halden spoke in Orsk.", ["Eldar Brask / Jon Brask"]),
    (
        "Halden Mayor Eldar Brask resigned.\n\nMayor Jon Brask spoke to the crowd.",
        "Mayor Jon Brask of Halden spoke in Orsk.",
        ["Eldar Brask / Jon Brask"],
    ),
    ("Police Chief Eldar Brask spoke.", "Superintendent Jon Brask was there.", ["Eldar Brask / Jon Brask"]),
    ("Mayor Eldar Brask resigned.", "Sheriff Jon Brask arrested a man.", []),
    ("The body of 3-year-old Mara Tellin was found.", "Ilsa Tellin, 3, is dead.", ["Mara Tellin / Ilsa Tellin"]),
    ("They found their 3-year-old girl, Mara Tellin.", "Ilsa Tellin, 3, is dead.", ["Mara Tellin / Ilsa Tellin"]),
    ("The body of 3-year-old Mara Tellin was found.", "Ilsa Tellin, 5, is dead.", []),
    (
        "The body of 3-year-old Mara Tellin was found.",
        "Ilsa Tellin, 3, is dead.\n\nMara and Ilsa Tellin were twins.",
        [],
    ),
    (
        "His brother, Eldar Brask, wept.",
        "The song was sung by Jon Brask, a brother of his.",
        ["Eldar Brask / Jon Brask"],
    ),
    ("His brother, Eldar Brask, wept.", "The song was sung by Jon Brask.", []),
    ("The victim, Eldar Brask, wept.", "A second victim, Jon Brask, sang.", []),
]


def told(one: str, other: str) -> list[str]:
    found = particulars([read(one, "01"), read(other, "02")])
    return [f"{f.left.shown} / {f.right.shown}" for _, (_, _, f) in found if f.slot == "name"]


@pytest.mark.parametrize(("one", "other", "expected"), TABLE)
def test_names_of_one_person(one: str, other: str, expected: list[str]) -> None:
    assert told(one, other) == expected


def test_a_difference_says_whose_name_it_is() -> None:
    _, (_, _, finding) = particulars([read("Mayor Eldar Brask sang."), read("Mayor Jon Brask sang.", "02")])[0]
    assert finding.about == "name of Brask"
