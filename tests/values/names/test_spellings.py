"""Words of names and their spellings."""

from __future__ import annotations

import pytest

from crosswire.values.names.spellings import Surnames, plain_words, same_given

SAME = [
    ("ivo", "ivo", True),
    ("i", "ivo", True),
    ("joe", "joseph", True),
    ("vincente", "vicente", True),
    ("sergei", "sergey", True),
    ("ivo", "ada", False),
    ("mary", "marc", False),
]


@pytest.mark.parametrize(("a", "b", "expected"), SAME)
def test_same_given(a: str, b: str, expected: bool) -> None:
    assert same_given(a, b) is expected


def test_words_of_a_name() -> None:
    assert plain_words("Joseph R. Marsk Jr.") == ["joseph", "r", "marsk"]


@pytest.mark.parametrize(
    ("surname", "like"),
    [
        ("marsk", {"marsk"}),
        ("marsch", set()),
        ("tellinen", {"tellinen", "tellinnen"}),
        ("telinnen", {"tellinen", "tellinnen"}),
        ("dellinen", set()),
        ("vélde", {"velde"}),
    ],
)
def test_surnames_spelt_alike_are_found(surname: str, like: set[str]) -> None:
    met = Surnames()
    for known in ("marsk", "tellinen", "orvik", "tellinnen", "velde", "marsk"):
        met.add(known)
    assert set(met.like(surname)) == like
    assert len(met.like(surname)) == len(like)
