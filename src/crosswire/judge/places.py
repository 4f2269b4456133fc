"""Places: "in Orsk" against "in Halden"; a larger place that contains the smaller one is no difference."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import OSA

from crosswire.judge.finding import Finding, told
from crosswire.judge.side import Side
from crosswire.judge.slots import Compared, Relation, unequal
from crosswire.model import Annotated, Place

_LOCATES: Final = re.compile(
    r"\b(?:in|at|on|inside|across|throughout|from|outside|near|of|to|into|toward|towards)\s(?:the\s|a\s|an\s|his\s|her\s|their\s)?(?:[a-z-]+\s){0,2}$",
    re.IGNORECASE,
)
_STREET: Final = re.compile(
    r"\b(?:Street|St\.?|Drive|Dr\.?|Lane|Ln\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Highway|Court|Parkway|Way|Terrace)$"
)
_NEAR: Final = ("near ", "outside ", "north of ", "south of ", "east of ", "west of ", "close to ", "off ")
_WRITTEN_OUT: Final = {
    "st": "street", "ave": "avenue", "rd": "road", "dr": "drive", "blvd": "boulevard", "ln": "lane", "hwy": "highway",
    "ft": "fort", "mt": "mount",
}  # fmt: skip
_OPPOSITE: Final = {
    "north": "south",
    "east": "west",
    "northern": "southern",
    "eastern": "western",
    "south": "north",
    "west": "east",
    "southern": "northern",
    "western": "eastern",
}


def places(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds places of one kind that cannot be the same.

    Reason given: "place: Orsk in 01; Halden in 02". Only places of one level meet (country and country, street and
    street), each
    told with a preposition of place; places that agree with one of the other side are set aside first.
    """
    pairs = unequal(a, _located(a), b, _located(b), _COMPARED)
    return tuple(
        Finding(
            slot="place",
            nature="conflict",
            left=told(a, one.span, one.name),
            right=told(b, other.span, other.name),
            about="place",
        )
        for one, other in pairs[:1]
    )


def _located(side: Side) -> list[Place]:
    text = side.piece.report.text
    return [
        p
        for p in side.places
        if p.name.startswith(_NEAR) or _LOCATES.search(text[max(0, p.span.start - 40) : p.span.start])
    ]


def agree(one: Place, other: Place) -> bool:
    """Tells whether two places may be the same spot: one name, one inside the other, or one only near."""
    if one.name.startswith(_NEAR) or other.name.startswith(_NEAR):
        return True
    a, b = _plain(one.name), _plain(other.name)
    if _OPPOSITE.get(a.split()[0]) == b.split()[0] and a.split()[1:] == b.split()[1:]:
        return False
    if OSA.distance(a, b) <= 2 and min(len(a), len(b)) > 5:
        return True
    if a == b or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return True
    return a in map(_plain, other.within) or b in map(_plain, one.within)


def _plain(name: str) -> str:
    plain = re.sub(r"[^\w\s]", " ", re.sub(r"['’]s\b", "", name.lower()))
    words = [_WRITTEN_OUT.get(word, word) for word in plain.split()]
    return " ".join(word.removesuffix("s") if len(word) > 4 else word for word in words)


def are_exclusive(one: Place, other: Place) -> bool:
    """Tells whether two places that do not agree cannot both be right: of both it is known where they lie, or of
    neither.

    A place of which nothing is known may lie in any country or region, but in no other town, street or district of
    its kind.
    """
    kinds = level(one), level(other)
    if "venue" in kinds:
        return False
    if one.within and other.within:
        return (kinds[0] == "street") == (kinds[1] == "street")
    if not one.within and not other.within:
        return kinds[0] == kinds[1]
    return set(kinds) <= {"named", "town"}


def level(place: Place) -> str:
    """Returns what kind of place it is, so that only places of one kind are set against one another."""
    if place.name.islower():
        return "venue"
    if _STREET.search(place.name):
        return "street"
    if place.name.endswith((" County", " Parish", " Province", " District", " Oblast")):
        return "district"
    if "the world" in place.within[:1]:
        return "country"
    depth = len([w for w in place.within if w != "the world"])
    return {0: "named", 1: "in a country"}.get(depth, "town")


def _relation(one: Place, other: Place) -> Relation | None:
    if agree(one, other):
        return "same"
    return "apart" if are_exclusive(one, other) else None


def _is_told(piece: Annotated, wanted: Place, instead: Place) -> bool:
    """Whether a report names a place anywhere, as a place or otherwise ("a Kelm family")."""
    name = _plain(wanted.name)
    if any(p.span != instead.span and _plain(p.name) == name for p in piece.places):
        return True
    return re.search(rf"\b{re.escape(wanted.name)}\b", piece.report.text) is not None


#: From this score on two places are taken for places of one thing.
_LEAST: Final = 0.5
_COMPARED: Final[Compared[Place]] = Compared(
    relation=_relation, tells=_is_told, kind=lambda place: "place", least=_LEAST
)
