"""What two names are to one another, by a table, and what holds of any two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.values.names.relate import relate
from crosswire.values.relation import How, Reason

TABLE: list[tuple[str, str, How, Reason]] = [
    ("Ada Holm", "Ada Holm", "same", "equal"),
    ("Prime Minister Ada Holm", "Ada Holm", "same", "equal"),
    ("Ada Holm’s", "Ada Holm", "same", "equal"),
    ("José Bárna", "Jose Barna", "same", "equal"),
    # parts and initials
    ("Ada Holm", "Holm", "within", "shortened"),
    ("Ada Holm", "Ada", "within", "shortened"),
    ("Ada Berta Holm", "Ada Holm", "within", "shortened"),
    ("Ada B. Holm", "Ada Holm", "within", "shortened"),
    ("Ada Holm", "A. Holm", "within", "shortened"),
    ("Ada Berta Holm", "Ada Clara Holm", "rounding", "overlap"),
    # short forms
    ("Robert Brask", "Bob Brask", "rounding", "shortened"),
    ("Elizabeth Brask", "Betsy Brask", "rounding", "shortened"),
    # father and son
    ("Jon Brask Jr.", "Jon Brask", "within", "shortened"),
    ("Jon Brask Jr.", "Brask", "within", "shortened"),
    ("Jon Brask Jr.", "Jon Brask Sr.", "apart", "namesake"),
    ("Brask Jr.", "Jon Brask Sr.", "apart", "namesake"),
    # spellings
    ("Sergei Volkov", "Sergey Volkov", "rounding", "transliterated"),
    ("Volodymyr Zelenko", "Volodymir Zelenko", "rounding", "transliterated"),
    ("Monica Brask", "Monika Brask", "apart", "spelling"),
    ("Mara Tellin", "Mara Tollin", "apart", "spelling"),
    ("Tellinger", "Tollinger", "apart", "spelling"),
    # others
    ("Ralf Orvik", "Mara Orvik", "apart", "namesake"),
    ("Ada Holm", "Jon Brask", "apart", "excluded"),
    ("Holm", "Brask", "apart", "excluded"),
    ("", "Brask", "incomparable", "unknown"),
]


@pytest.mark.parametrize(("left", "right", "how", "reason"), TABLE)
def test_two_names(left: str, right: str, how: How, reason: Reason) -> None:
    found = relate(left, right)
    assert (found.how, found.reason) == (how, reason)


def test_the_fuller_name_is_the_one_within() -> None:
    assert relate("Ada Holm", "Holm").inner == "left"
    assert relate("Holm", "Ada Holm").inner == "right"


WORDS = [
    "Ada",
    "A.",
    "Ann",
    "Bob",
    "Robert",
    "Jon",
    "J.",
    "Holm",
    "Holms",
    "Brask",
    "Jr.",
    "Sr.",
    "Dr.",
    "Sergei",
    "Sergey",
]
names = st.lists(st.sampled_from(WORDS), min_size=0, max_size=4).map(" ".join) | st.text(max_size=12)


@given(names)
def test_a_name_is_itself(one: str) -> None:
    assert relate(one, one).how == "same"


@given(names, names)
def test_the_order_of_two_names_only_turns_them_round(one: str, other: str) -> None:
    assert relate(other, one) == relate(one, other).turned()


@given(names, names, names)
def test_what_fills_out_a_fuller_name_fills_out_the_shorter(a: str, b: str, c: str) -> None:
    first, second, both = relate(a, b), relate(b, c), relate(a, c)
    if (first.how, first.inner) == (second.how, second.inner) == ("within", "left"):
        assert (both.how, both.inner) == ("within", "left")
