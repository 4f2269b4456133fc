"""What is counted: which nouns count people, which mean the same, how long a unit of time is."""

from __future__ import annotations

from typing import Final

from crosswire.judge.sides import nouns

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
_IRREGULAR: Final = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife",
    "lives": "life",
    "feet": "foot", "cops": "officer", "bodies": "body", "policemen": "policeman", "gunmen": "gunman",
    "troops": "troop",
}  # fmt: skip
_SECONDS: Final = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800, "month": 2_629_800,
    "year": 31_557_600,
    "decade": 315_576_000, "century": 3_155_760_000,
}  # fmt: skip


def singular(unit: str) -> str:
    """Returns the singular of a counted noun."""
    if unit in _IRREGULAR:
        return _IRREGULAR[unit]
    if unit.endswith("men") and len(unit) > 4:
        return unit[:-2] + "an"
    if unit.endswith("ies") and len(unit) > 4:
        return unit[:-3] + "y"
    if unit.endswith(("sses", "shes", "ches", "xes")):
        return unit[:-2]
    return unit[:-1] if unit.endswith("s") and not unit.endswith(("ss", "us", "is")) and len(unit) > 3 else unit


def same_unit(one: str | None, other: str | None) -> bool:
    """Tells whether two counted nouns mean the same, singular or plural; untold ones do not."""
    if one is None or other is None:
        return False
    a, b = singular(one), singular(other)
    return a == b or any(a in same and b in same for same in _SAME)


def seconds(unit: str | None) -> float | None:
    """Returns the length of a unit of time in seconds, None for anything else."""
    return _SECONDS.get(singular(unit)) if unit else None
