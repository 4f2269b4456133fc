"""What stands beside a name and marks who bears it."""

from __future__ import annotations

import pytest
from tests.judge.tagged import read

from crosswire.judge.people.marks import are_told_together, marks

TABLE = [
    ("Halden Police Chief Ada Holm spoke.", {"chief"}),
    ("Ada Holm, a spokeswoman for the police, spoke.", {"spokesperson"}),
    ("The national security adviser, Ada Holm, spoke.", {"adviser"}),
    ("National Security Advisor Ada Holm spoke.", {"adviser"}),
    ("Lt. Ada Holm spoke.", {"lieutenant"}),
    ("A 41-year-old woman, Ada Holm, spoke.", {"age 41"}),
    ("Ada Holm, 41, a nurse, spoke.", {"age 41", "nurse"}),
    ("Ada Holm, 41, Jon Brask, 50, and Mara Tellin sang.", {"age 41"}),
    ("Jon Holm III sang.", {"the III"}),
    ("Jon Holm, Jr., sang.", {"the Jr"}),
    ("The victim, Ada Holm, was his sister.", set()),
    ("In Halden Ada Holm spoke.", set()),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_marks(text: str, expected: set[str]) -> None:
    piece = read(text)
    first = next(n.span for n in piece.names if "Holm" in piece.words_of(n.span))
    assert marks(piece, [first]) - {"halden"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada and Mara Holm sang.", True),
        ("Ada Holm sang. Mara Holm wept.", False),
        ("Ada Holm sang to Mara Tellin.", True),
        ("Ada Holm sang.", False),
    ],
)
def test_told_together(text: str, expected: bool) -> None:
    assert are_told_together([read(text)], ("ada", "holm"), ("mara", "holm")) is expected
