"""Forms of address and the sex that they tell."""

from __future__ import annotations

import pytest

from crosswire.annotate.names.roles import Courtesies

TEXT = (
    "Mr. Orvik met Ms Ada Veld and Sir Ivo O'Dell. Mrs. Orvik-Tal, MISS TELLIN and Dame Marl's aide came; Mr Veld not."
)


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Eldar Orvik", "he"),
        ("Ada Veld", "she"),
        ("Ivo O’Dell", "he"),
        ("Tal", None),
        ("Mara Orvik-Tal", "she"),
        ("Ilsa Tellin", "she"),
        ("Marl", "she"),
        ("Ivo", "he"),
        ("Nobody", None),
        ("", None),
    ],
)
def test_the_first_form_of_address_tells_the_sex(name: str, sex: str | None) -> None:
    assert Courtesies(TEXT).sex(name) == sex
