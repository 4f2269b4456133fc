"""Offices told beside names."""

from __future__ import annotations

import pytest

from crosswire.annotate.names.roles import Role, answers, parsed, roles_around
from crosswire.model import Span

AROUND = [
    ("French President Ada Veld spoke.", "Ada Veld", {Role("president", "France")}),
    ("Ada Veld, the president of France, spoke.", "Ada Veld", {Role("president", "France")}),
    ("Ada Veld, Peru's deputy foreign minister, spoke.", "Ada Veld", {Role("deputy foreign minister", "Peru")}),
    ("Kremlin spokesman Ivo Marsk spoke.", "Ivo Marsk", {Role("spokesman", "Russia")}),
    ("Gov. Ada Veld spoke.", "Ada Veld", {Role("governor", None)}),
    ("Ada Veld (54), mayor of Orsk, spoke.", "Ada Veld", {Role("mayor", None)}),
    ("Ivo Marsk, President Ada Veld and others spoke.", "Ivo Marsk", set()),
    ("Ivo Marsk spoke.", "Ivo Marsk", set()),
]
ANSWERS = [
    (Role("president", "Peru"), Role("leader", "Peru"), True),
    (Role("president", "Peru"), Role("leader", None), False),
    (Role("president", "Peru"), Role("president", "Chile"), False),
    (Role("president", "Peru"), Role("president", None), True),
    (Role("deputy foreign minister", "Peru"), Role("minister", None), True),
    (Role("spokeswoman", None), Role("spokesman", None), True),
    (Role("mayor", None), Role("governor", None), False),
]


@pytest.mark.parametrize(("text", "name", "expected"), AROUND)
def test_roles_around(text: str, name: str, expected: set[Role]) -> None:
    start = text.index(name)
    assert roles_around(text, Span(start=start, end=start + len(name))) == expected


@pytest.mark.parametrize(("told", "asked", "expected"), ANSWERS)
def test_answers(told: Role, asked: Role, expected: bool) -> None:
    assert answers(told, asked) is expected


def test_parsed() -> None:
    assert parsed("the French leader") == Role("leader", "France")
    assert parsed("the old harbour") is None
