"""What two places are to one another: a town in its country, two streets, a hospital by its short name.

A place lies within another by containment, as far as it is known what contains it, or by its name ("northern Veskia").
"""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import OSA

from crosswire.language.lexicon import words
from crosswire.model import Place
from crosswire.values.places.addresses import may_be_one_address
from crosswire.values.places.levels import COMPASS, NEAR, are_opposite, level, plain
from crosswire.values.places.words import known
from crosswire.values.relation import SAME, Relation, apart, incomparable, rounding, within

#: What says only what kind of building a name is of.
_KIND_OF_BUILDING: Final = words("kinds of building", "places.txt")
_DIGITS: Final = re.compile(r"\d+")
#: Names of so many letters that differ in one or two are one name in two spellings.
_SPELLED: Final = 6
_SLIPS: Final = 2


def relate(one: Place, other: Place) -> Relation:
    """Returns what two places are to one another, `one` being the left.

    Places that cannot both be right are apart only on one level: a building stands against another building alone, a
    street against a street, a stretch of land against none.
    """
    kinds = level(one), level(other)
    if (kinds[0] == "building") != (kinds[1] == "building"):
        return _held(one, other) or incomparable("level")
    found = _agreeing(one, other)
    if found is not None:
        return found
    return apart() if are_exclusive(one, other) else incomparable("level" if kinds[0] != kinds[1] else "unknown")


def agree(one: Place, other: Place) -> bool:
    """Tells whether two places may be the same spot: one name, one inside the other, or one only near."""
    return _agreeing(one, other) is not None


def _agreeing(one: Place, other: Place) -> Relation | None:
    """How two places may be one spot, None where they may not."""
    if one.name.startswith(NEAR) or other.name.startswith(NEAR):
        return SAME if plain(one.name) == plain(other.name) else rounding("hedged")
    a, b = plain(one.name), plain(other.name)
    if a == b:
        return SAME
    if level(one) == level(other) == "street" and (meets := may_be_one_address(a, b)) is not None:
        return (_named(a, b) or rounding("overlap")) if meets else None
    sides = _side(a), _side(b)
    if all(sides) and a.split()[1:] == b.split()[1:]:
        return None if are_opposite(*sides) else rounding("overlap")
    if _are_spellings(a, b) and not (one.name in known() and other.name in known()):
        return rounding("spelling")
    if found := _named(a, b):
        return found
    if level(one) == level(other) == "building" and (_shared_name(a, b) or _is_short(one.name, other.name)):
        return rounding("shortened")
    return _held(one, other)


def _are_spellings(a: str, b: str) -> bool:
    """Whether two names differ in a letter or two; two countries that do ("Austria", "Australia") are two all the
    same."""
    long = min(len(a), len(b)) >= _SPELLED
    return long and OSA.distance(a, b) <= _SLIPS and _DIGITS.findall(a) == _DIGITS.findall(b)


def _named(a: str, b: str) -> Relation | None:
    """A place whose name says more than the other's: "north veskia" lies in "veskia"."""
    left, right = set(a.split()), set(b.split())
    if left > right:
        return within("left")
    if right > left:
        return within("right")
    return rounding("spelling") if left == right else None


def _held(one: Place, other: Place) -> Relation | None:
    """A place that is known to lie in the other."""
    if plain(other.name) in map(plain, one.within):
        return within("left")
    return within("right") if plain(one.name) in map(plain, other.within) else None


def are_exclusive(one: Place, other: Place) -> bool:
    """Tells whether two places that do not agree cannot both be right: of both it is known where they lie, or of
    neither.

    A place of which nothing is known may lie in any country or region, but in no other town, street or district of
    its kind. A building stands against another building alone, a street against a street, a stretch
    of land against none.
    """
    kinds = level(one), level(other)
    if {"venue", "region"} & set(kinds):
        return False
    if {"building", "street"} & set(kinds):
        return kinds[0] == kinds[1]
    if one.within and other.within:
        return True
    if not one.within and not other.within:
        return kinds[0] == kinds[1]
    return set(kinds) <= {"named", "town"}


def _side(plain: str) -> str:
    """The side of the compass that a place's name begins with, written out; empty where it begins with none."""
    return COMPASS.get(plain.split()[0], "") if plain else ""


def _shared_name(one: str, other: str) -> bool:
    """Whether two buildings share what only a building of that name is called."""
    left, right = (frozenset(name.split()) - _KIND_OF_BUILDING for name in (one, other))
    return bool(left & right) or not left or not right


def _is_short(one: str, other: str) -> bool:
    """Whether one name has the initials of the other: "KMC", "Kelm Medical Center"."""
    capitals = ["".join(word[0] for word in name.split() if word[0].isupper()) for name in (one, other)]
    return any(
        len(word) > 1 and word.isupper() and word in initials
        for name, initials in ((one, capitals[1]), (other, capitals[0]))
        for word in name.split()
    )
