"""What is counted: which nouns count people, which mean the same."""

from __future__ import annotations

from typing import Final

from crosswire.judge.sides import nouns
from crosswire.values.numbers.measures import singular

#: Nouns that count people without saying which.
GENERAL: Final = frozenset(
    "person other victim citizen individual civilian casualty human life body soul resident bystander".split()  # noqa: SIM905
)
#: Nouns that count a kind of people.
PEOPLE: Final = GENERAL.union(
    nouns.SUSPECTS, nouns.CULPRITS, nouns.VICTIMS, nouns.OFFICERS, nouns.MEN, nouns.WOMEN, nouns.YOUNG,
    """police policeman official constable sergeant guard soldier troop fighter militant marine sailor pilot
        servicemember veteran personnel student teacher worker employee protester demonstrator migrant refugee
        passenger driver pedestrian patient adult brother sister sibling parent relative firefighter journalist
        lawmaker senator minister leader prisoner inmate tourist customer guest fan spectator villager farmer miner
        doctor nurse medic member witness neighbor neighbour""".split(),  # noqa: SIM905
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
