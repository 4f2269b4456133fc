"""Levels of places: a street, a building, a town, a country; only places of one level are set against one another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from crosswire.language.lexicon import sections
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
NEAR: Final = ("near ", "outside ", "north of ", "south of ", "east of ", "west of ", "close to ", "off ")
_WRITTEN_OUT: Final = dict(line.split() for line in sections("places.txt")["written out"])
COMPASS: Final = {
    "north": "north", "south": "south", "east": "east", "west": "west", "northeast": "north east",
    "northwest": "north west", "southeast": "south east", "southwest": "south west",
}  # fmt: skip
_OPPOSITE: Final = {"north": "south", "east": "west", "south": "north", "west": "east"}


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """Returns a place's name in a form to compare: lower-cased, abbreviations written out, without plurals."""
    plain = re.sub(r"[^\w\s]", " ", re.sub(r"['’]s\b", "", name.lower()))
    words = [_WRITTEN_OUT.get(word, word) for word in plain.split()]
    return " ".join(word.removesuffix("s") if len(word) > 4 else word for word in words)


def level(place: Place) -> str:
    """Returns what kind of place it is, so that only places of one kind are set against one another."""
    return _level(place.name, place.within)


@lru_cache(maxsize=20_000)
def _level(name: str, within: tuple[str, ...]) -> str:
    if name.islower() or _OF_LAW.search(name):
        return "venue"
    if name[:1].isdigit():
        return "street"
    for kind, pattern in (("street", _STREET), ("district", _DISTRICT), ("region", _REGION), ("building", _BUILDING)):
        if pattern.search(name):
            return kind
    if "the world" in within[:1]:
        return "country"
    depth = len([w for w in within if w != "the world"])
    return {0: "named", 1: "in a country"}.get(depth, "town")


def are_opposite(one: str, other: str) -> bool:
    """Tells whether two sides of the compass exclude one another: north and south, northeast and southeast."""
    return any(_OPPOSITE[word] in other.split() for word in one.split())
