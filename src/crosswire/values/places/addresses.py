"""Addresses: a house, a block, a corner, and the streets that they are on."""

from __future__ import annotations

import re
from typing import Final

from crosswire.model import Place
from crosswire.values.places.levels import COMPASS, NEAR, are_opposite, plain

_HOUSE: Final = re.compile(
    r"(?:(?P<number>\d+)\s)?(?P<block>block\s(?:of\s)?(?:the\s)?)?"
    r"(?:(?P<side>north|south|east|west|northeast|northwest|southeast|southwest|n|s|e|w)\s(?=\w))?(?P<name>.+?)"
    r"(?:\s(?P<kind>street|drive|lane|avenue|road|boulevard|highway|court|parkway|way|terrace|place|circle))?$"
)
_CORNER: Final = " and "


def may_be_one_address(one: str, other: str) -> bool | None:
    """Tells whether two addresses, in the form of `plain`, may be one; None where no street is the same.

    A corner may be any address on either of its streets; two corners of one street are one only where the other street
    is the same too.
    """
    met = sum(any(streets_meet(a, b) for b in other.split(_CORNER)) for a in one.split(_CORNER))
    if _CORNER in one and _CORNER in other:
        return met > 1 if met else None
    return streets_meet(one, other) if _CORNER not in one + other else bool(met) or None


def streets_meet(one: str, other: str) -> bool | None:
    """Tells whether two addresses, in the form of `plain`, may be one: the numbers meet (a block holds a hundred of
    them), and so do the sides of the compass and what the street is called; None where the streets have two names."""
    left, right = _HOUSE.match(one), _HOUSE.match(other)
    if left is None or right is None or left["name"] != right["name"]:
        return None
    a, b = left["number"], right["number"]
    if a and b and (int(a) // 100 != int(b) // 100 or (a != b and not (left["block"] or right["block"]))):
        return False
    sides = COMPASS.get(left["side"] or "", ""), COMPASS.get(right["side"] or "", "")
    if all(sides) and are_opposite(*sides):
        return False
    return left["kind"] == right["kind"] or not left["kind"] or not right["kind"]


def address_of(place: Place) -> str:
    """Returns an address in the form of `plain`, without "near", "off" and their like."""
    return plain(next((place.name.removeprefix(near) for near in NEAR if place.name.startswith(near)), place.name))


def streets_of(address: str) -> list[str]:
    """Returns the streets of a corner in the form of `plain`, or the one street of another address."""
    return address.split(_CORNER)


def street_name(address: str) -> str:
    """Returns the bare name of the street of an address in the form of `plain`: "1700 block of birch street" is
    "birch"."""
    found = _HOUSE.match(address)
    return found["name"] if found else address
