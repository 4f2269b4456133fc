"""Levels of places: which two can be one spot, and which two exclude one another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from crosswire.model import Place

_STREET: Final = re.compile(
    r"\b(?:[Ss]treets?|St\.?|Drive|Dr\.?|Lane|Ln\.?|[Aa]venues?|Ave\.?|[Rr]oads?|Rd\.?|Boulevard|Blvd\.?|Highway|Court|"
    r"Parkway|Way|Terrace|Place|Circle|[Ss]ts|[Aa]ves|[Rr]ds)$"
)
#: Courts of law, and no streets.
_OF_LAW: Final = re.compile(
    r"\b(?:District|Supreme|Circuit|Justice|Magistrates?['’]?|Superior|Municipal|County|Federal|Criminal|High|Appeals?|"
    r"Juvenile|Family|Probate|Crown|Constitutional|International|City|State)\sCourt$"
)
_DISTRICT: Final = re.compile(r"\b(?:County|Parish|Province|District|Oblast|Prefecture|Co\.?)$")
#: Stretches of land that overlap with every other division of it.
_REGION: Final = re.compile(
    r"\bRegion\b|\b(?:Valley|Coast|Peninsula|Desert|Forest|Mountains?|Plains|Delta|Area|Islands?|Midwest)$"
)
_BUILDING: Final = re.compile(
    r"\b(?:Hospital|Clinic|School|High|Elementary|Academy|University|College|Church|Mosque|Temple|Synagogue|Cathedral|Hotel|"
    r"Motel|Inn|Mall|Stadium|Arena|Museum|Theater|Theatre|Library|Palace|Castle|Prison|Jail|Penitentiary|Center|Centre|"
    r"Airport|Station|Courthouse|Apartments|Restaurant|Bar|Grill|Cafe|Pub|Club|Nightclub|Lounge|Store|Market|Supermarket|"
    r"Pharmacy|Plaza|Tower|Headquarters|Facility|Home|House|Hall|Embassy|Consulate|"
    r"jail|prison|hospital|station|courthouse|airport|school)$"
)
#: What says only what kind of building a name is of.
_KIND_OF_BUILDING: Final = frozenset(
    """hospital clinic center centre medical regional general memorial community university county city state national
    health trauma children school high middle elementary academy college police fire station district department jail
    prison airport international hotel motel inn church mosque temple synagogue cathedral mall stadium arena museum
    theater theatre library palace castle penitentiary courthouse apartment restaurant bar grill cafe pub club nightclub
    lounge store market supermarket pharmacy plaza tower headquarters facility home house hall embassy
    consulate""".split()  # noqa: SIM905
)
_HOUSE: Final = re.compile(
    r"(?:(?P<number>\d+)\s)?(?P<block>block\s(?:of\s)?(?:the\s)?)?"
    r"(?:(?P<side>north|south|east|west|northeast|northwest|southeast|southwest|n|s|e|w)\s(?=\w))?(?P<name>.+?)"
    r"(?:\s(?P<kind>street|drive|lane|avenue|road|boulevard|highway|court|parkway|way|terrace|place|circle))?$"
)
_CORNER: Final = " and "
_DIGITS: Final = re.compile(r"\d+")
NEAR: Final = ("near ", "outside ", "north of ", "south of ", "east of ", "west of ", "close to ", "off ")
_WRITTEN_OUT: Final = {
    "st": "street", "ave": "avenue", "rd": "road", "dr": "drive", "blvd": "boulevard", "ln": "lane", "hwy": "highway",
    "ft": "fort", "mt": "mount", "co": "county", "northern": "north", "southern": "south", "eastern": "east",
    "western": "west", "streets": "street", "sts": "street", "avenues": "avenue", "aves": "avenue", "roads": "road",
    "rds": "road", "northeastern": "northeast", "northwestern": "northwest", "southeastern": "southeast",
    "southwestern": "southwest", "ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest",
}  # fmt: skip
_COMPASS: Final = {
    "north": "north", "south": "south", "east": "east", "west": "west", "northeast": "north east",
    "northwest": "north west", "southeast": "south east", "southwest": "south west",
}  # fmt: skip
_OPPOSITE: Final = {"north": "south", "east": "west", "south": "north", "west": "east"}


def agree(one: Place, other: Place) -> bool:
    """Tells whether two places may be the same spot: one name, one inside the other, or one only near."""
    if one.name.startswith(NEAR) or other.name.startswith(NEAR):
        return True
    a, b = plain(one.name), plain(other.name)
    if level(one) == level(other) == "street" and (meets := may_be_one_address(a, b)) is not None:
        return meets
    sides = _side(a), _side(b)
    if all(sides) and a.split()[1:] == b.split()[1:]:
        return not _are_opposite(*sides)
    if OSA.distance(a, b) <= 2 and min(len(a), len(b)) > 5 and _DIGITS.findall(a) == _DIGITS.findall(b):
        return True
    if a == b or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return True
    if level(one) == level(other) == "building" and (_shared_name(a, b) or _is_short(one.name, other.name)):
        return True
    return a in map(plain, other.within) or b in map(plain, one.within)


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
    sides = _COMPASS.get(left["side"] or "", ""), _COMPASS.get(right["side"] or "", "")
    if all(sides) and _are_opposite(*sides):
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


def _side(plain: str) -> str:
    """The side of the compass that a place's name begins with, written out; empty where it begins with none."""
    return _COMPASS.get(plain.split()[0], "") if plain else ""


def _are_opposite(one: str, other: str) -> bool:
    """Whether two sides of the compass exclude one another: north and south, northeast and southeast."""
    return any(_OPPOSITE[word] in other.split() for word in one.split())


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


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """Returns a place's name in a form to compare: lower-cased, abbreviations written out, without plurals."""
    plain = re.sub(r"[^\w\s]", " ", re.sub(r"['’]s\b", "", name.lower()))
    words = [_WRITTEN_OUT.get(word, word) for word in plain.split()]
    return " ".join(word.removesuffix("s") if len(word) > 4 else word for word in words)


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


def level(place: Place) -> str:
    """Returns what kind of place it is, so that only places of one kind are set against one another."""
    if place.name.islower() or _OF_LAW.search(place.name):
        return "venue"
    if place.name[:1].isdigit():
        return "street"
    for kind, pattern in (("street", _STREET), ("district", _DISTRICT), ("region", _REGION), ("building", _BUILDING)):
        if pattern.search(place.name):
            return kind
    if "the world" in place.within[:1]:
        return "country"
    depth = len([w for w in place.within if w != "the world"])
    return {0: "named", 1: "in a country"}.get(depth, "town")
