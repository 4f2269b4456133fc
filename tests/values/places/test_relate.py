"""What two places are to one another, by a table, and what holds of any two of one country."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Place, Span
from crosswire.values.places.relate import relate
from crosswire.values.relation import How, Reason

VESKIA = ("Veskia", "the world")
MIRRA = ("Mirra County", *VESKIA)


def place(name: str, within: tuple[str, ...] = ()) -> Place:
    """A place with what contains it."""
    return Place(span=Span(start=0, end=1), name=name, within=within)


TABLE: list[tuple[Place, Place, How, Reason]] = [
    (place("Orsk"), place("Orsk"), "same", "equal"),
    (place("Birch St."), place("Birch Street"), "same", "equal"),
    (place("Orsk", VESKIA), place("Veskia", ("the world",)), "within", "narrower"),
    (place("northern Veskia", VESKIA), place("Veskia", ("the world",)), "within", "narrower"),
    (place("eastern Veskia", VESKIA), place("western Veskia", VESKIA), "apart", "excluded"),
    (place("near Orsk"), place("Halden"), "rounding", "hedged"),
    (place("Orsk", VESKIA), place("Halden", VESKIA), "apart", "excluded"),
    (place("Orsk"), place("Halden"), "apart", "excluded"),
    (place("Halmarstad"), place("Halmarsted"), "rounding", "spelling"),
    (place("Veskia", ("the world",)), place("Norland", ("the world",)), "apart", "excluded"),
    (place("Austria", ("the world",)), place("Australia", ("the world",)), "apart", "excluded"),
    # streets
    (place("Birch Street"), place("Alder Street"), "apart", "excluded"),
    (place("1700 block of Birch Street"), place("1712 Birch Street"), "rounding", "overlap"),
    (place("1712 Birch Street"), place("Birch Street"), "within", "narrower"),
    (place("1712 Birch Street"), place("1912 Birch Street"), "apart", "excluded"),
    (place("Birch Street and Elm Avenue"), place("Birch Street"), "within", "narrower"),
    (place("Birch Street"), place("Orsk"), "incomparable", "level"),
    # buildings
    (place("Kelm Medical Center"), place("KMC Hospital"), "rounding", "shortened"),
    (place("Kelm Hospital"), place("Alder Hospital"), "apart", "excluded"),
    (place("Kelm Hospital", ("Orsk", *VESKIA)), place("Orsk", VESKIA), "within", "narrower"),
    (place("Kelm Hospital"), place("Halden"), "incomparable", "level"),
    (place("the bank"), place("Orsk"), "incomparable", "level"),
]


@pytest.mark.parametrize(("left", "right", "how", "reason"), TABLE)
def test_two_places(left: Place, right: Place, how: How, reason: Reason) -> None:
    found = relate(left, right)
    assert (found.how, found.reason) == (how, reason)


TREE = [
    place("Veskia", ("the world",)), place("Norland", ("the world",)), place("Mirra County", VESKIA),
    place("Orsk", MIRRA), place("Halden", VESKIA), place("northern Veskia", VESKIA), place("southern Veskia", VESKIA),
    place("Birch Street", ("Orsk", *MIRRA)), place("1712 Birch Street", ("Birch Street", "Orsk", *MIRRA)),
    place("Kelm Hospital", ("Orsk", *MIRRA)), place("near Orsk", MIRRA), place("the bank"), place("Lasse"),
    place("Mirra Valley", VESKIA),
]  # fmt: skip
places = st.sampled_from(TREE)
words = st.text(alphabet="OrskBichSt .19near", max_size=20).map(place)


@given(places | words)
def test_a_place_is_itself(one: Place) -> None:
    assert relate(one, one).how == "same"


@given(places | words, places | words)
def test_the_order_of_two_places_only_turns_them_round(one: Place, other: Place) -> None:
    assert relate(other, one) == relate(one, other).turned()


@given(places, places, places)
def test_what_lies_in_a_town_lies_in_its_country(a: Place, b: Place, c: Place) -> None:
    first, second, both = relate(a, b), relate(b, c), relate(a, c)
    if (first.how, first.inner) == (second.how, second.inner) == ("within", "left"):
        assert (both.how, both.inner) == ("within", "left")
