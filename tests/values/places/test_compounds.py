"""Compounds: which places and names stand in them, and which do not."""

from __future__ import annotations

import pytest

from crosswire.model import Report, Span
from crosswire.values.names.find import find as names
from crosswire.values.places.find import find as places

PLACES = [
    ("Talks on France-Germany relations began.", []),
    ("The U.S.-Mexico talks and U.S.–Mexican ties go on.", []),
    ("Two men crossed the France-Germany border.", [("France-Germany border", ("France", "Germany", "the world"))]),
    ("Two men crossed the Germany–France border.", [("France-Germany border", ("France", "Germany", "the world"))]),
    ("A pro-France rally and an anti-Texas march began.", []),
    ("They saw France-backed and Paris-based forces.", []),
    ("They fought in France-held Orsk.", [("Orsk", ())]),
    ("They closed Paris-area schools.", [("Paris area", ("Paris", "France"))]),
    ("They met in Guinea-Bissau.", [("Guinea-Bissau", ("the world",))]),
    ("They met at the Paris-Orsk Bridge.", [("Paris-Orsk Bridge", ())]),
    ("They left France—both of them.", [("France", ("the world",))]),
    ("They left France – Paris was closer.", [("France", ("the world",)), ("Paris", ("France",))]),
]
NAMES = [
    ("Talks on France-Germany relations began.", [("France", "place"), ("Germany", "place")]),
    ("Talks on U.S.-Mexican relations began.", [("U.S.", "place")]),
    ("Talks with Halden-based Ada Holm began.", [("Halden", "place"), ("Ada Holm", "person")]),
    ("Talks with France-backed Ada Holm began.", [("France", "place"), ("Ada Holm", "person")]),
    ("Talks with Holm-backed men began.", []),
    ("Talks with Ada Holm-Sten began.", [("Ada Holm-Sten", "person")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_compound_is_a_place_only_where_it_lies_somewhere(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    told = places(Report(id="r", text=text), (Span(start=0, end=len(text)),))
    assert [(place.name, place.within) for place in told] == expected


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_inside_a_compound(text: str, expected: list[tuple[str, str]]) -> None:
    told = names(Report(id="r", text=text), (Span(start=0, end=len(text)),))
    assert [(text[name.span.start : name.span.end], name.kind) for name in told] == expected
