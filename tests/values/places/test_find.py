"""Places by a table: words, and the places told with what contains them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Place, Report, Span
from crosswire.values.places.find import find as places

TABLE = [
    ("The talks were held in France.", [("France", ("the world",))]),
    ("The talks were held in Paris.", [("Paris", ("France",))]),
    ("The talks were held in Texas.", [("Texas", ("United States",))]),
    ("Talks in Orsk, Texas, began.", [("Orsk", ("Texas", "United States")), ("Texas", ("United States",))]),
    ("The talks were held in Orsk.", [("Orsk", ())]),
    ("The talks were held near Orsk.", [("near Orsk", ())]),
    ("It sank in northern France.", [("northern France", ("France", "the world"))]),
    ("It lies in Russia’s Far East.", [("Russia's Far East", ("Russia", "the world"))]),
    ("He lives on Partridge Drive.", [("Partridge Drive", ())]),
    ("He lives on France Avenue.", [("France Avenue", ())]),
    ("He was taken to Paris General Hospital.", [("Paris General Hospital", ())]),
    ("He lives at 1710 Birch Lane.", [("1710 Birch Lane", ("Birch Lane",))]),
    ("It was in the 1700 block of Birch.", [("1700 block of Birch", ("Birch",))]),
    ("It was in the 1300-block of East 42nd Street.", [("1300-block of East 42nd Street", ("East 42nd Street",))]),
    ("He lives at 5020 Birch Rd.", [("5020 Birch Rd", ("Birch Rd",))]),
    ("It was near 39th and Birch Streets.", [("39th and Birch Streets", ())]),
    ("It was at 39th and West Birch streets.", [("39th and West Birch streets", ())]),
    ("The 39th and Birch Streets met.", []),
    ("He is in the Mirra County jail.", [("Mirra County jail", ("Mirra County",))]),
    ("He lives in Mirra County.", [("Mirra County", ())]),
    ("It was at the 1200 block of Birch Lane.", [("1200 block of Birch Lane", ("Birch Lane",))]),
    ("He was shot at a gas station.", [("gas station", ())]),
    ("Britain agreed.", [("United Kingdom", ("the world",))]),
    ("He spoke in September.", []),
    ("The talks were held in Orsk Friday.", [("Orsk", ())]),
    ("It happened on Orsk Bridge Sunday night.", [("Orsk Bridge", ())]),
    ("He spoke to Parliament.", []),
    ("The Mirra Council met.", []),
    ("", []),
]


def found(text: str) -> tuple[Place, ...]:
    return places(Report(id="r", text=text), (Span(start=0, end=len(text)),))


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_places(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(p.name, p.within) for p in found(text)] == expected


def test_what_contains_a_place_holds_for_its_other_mentions() -> None:
    text = "Talks in Orsk, Texas, began. In Orsk it rained."
    first, _, again = places(Report(id="r", text=text), (Span(start=0, end=28), Span(start=29, end=len(text))))
    assert again.within == first.within == ("Texas", "United States")


@given(
    st.lists(
        st.sampled_from(
            [
                "in",
                "near",
                "France",
                "Paris",
                "Orsk",
                "Birch",
                "Street",
                "’s",
                "Far",
                "East",
                "of",
                ",",
                "1200",
                "block",
                "St.",
                "northern",
                "a",
                "hotel",
                "\n",
            ]
        ),
        max_size=12,
    )
)
def test_spans_are_in_order_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for place in found(text):
        assert end <= place.span.start < place.span.end <= len(text)
        end = place.span.end
