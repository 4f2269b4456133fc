"""What is counted: which nouns count people, which mean the same."""

from __future__ import annotations

from typing import Final

from crosswire.judge.sides import nouns
from crosswire.language.lexicon import words as listed_words
from crosswire.values.numbers.measures import singular

#: Nouns that count people without saying which.
GENERAL: Final = listed_words("general", "sides.txt")
#: Nouns that count a kind of people.
PEOPLE: Final = GENERAL.union(
    nouns.SUSPECTS, nouns.CULPRITS, nouns.VICTIMS, nouns.OFFICERS, nouns.MEN, nouns.WOMEN, nouns.YOUNG,
    listed_words("people", "sides.txt"),
)  # fmt: skip
_SAME: Final = (
    frozenset({"officer", "policeman", "police", "cop"}), frozenset(nouns.SHOTS),
    frozenset({"country", "nation", "state", "ally"}), frozenset({"soldier", "troop", "serviceman", "servicemember"}),
    frozenset(nouns.SUSPECTS), frozenset({"child", "kid"}),
    frozenset({"house", "home"}), frozenset({"protester", "demonstrator"}), frozenset({"worker", "employee", "staff"}),
    frozenset({"teenager", "teen", "youth"}), frozenset({"minister", "official"}), frozenset({"lawmaker", "deputy",
    "member"}),
    frozenset({"migrant", "refugee"}), frozenset({"mile", "mi"}), frozenset({"kilometer", "kilometre", "km"}),
    frozenset({"ruble", "rouble"}), frozenset({"ton", "tonne"}), frozenset({"metre", "meter"}),
    frozenset({"inmate", "prisoner"}), frozenset({"car", "vehicle"}), frozenset({"aircraft", "plane", "jet"}),
)  # fmt: skip


def same_unit(one: str | None, other: str | None) -> bool:
    """Tells whether two counted nouns mean the same, singular or plural; untold ones do not."""
    if one is None or other is None:
        return False
    a, b = singular(one), singular(other)
    return a == b or any(a in same and b in same for same in _SAME)
