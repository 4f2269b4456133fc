"""Places: "in Orsk" against "in Halden"; a larger place that contains the smaller one is no difference."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.sides import nouns
from crosswire.judge.sides.bearers import other_bearer
from crosswire.judge.sides.finding import Finding, told
from crosswire.judge.sides.governors import one_doing, other_subject
from crosswire.judge.sides.kept import once_a_span
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.slots import Compared, unequal
from crosswire.judge.sides.slots import Relation as Alike
from crosswire.model import Annotated, Place
from crosswire.values.places.levels import NEAR, level, plain
from crosswire.values.places.relate import agree, relate

#: A preposition of place, and up to two words between it and the place's name that belong to the name's phrase.
_LOCATES: Final = re.compile(
    r"\b(?P<way>in|at|on|inside|across|throughout|from|outside|near|of|to|into|toward|towards|along|through|around|"
    r"behind|by)\s(?:the\s|a\s|an\s|his\s|her\s|their\s|its\s)?"
    r"(?:(?!(?:with|of|for|by|about|against|between|from|to|and|or|as|on|at|in)\s)[a-z-]+\s){0,2}$",
    re.IGNORECASE,
)
#: "An Orsk man" comes from there, "the Orsk clinic" is there; "the Orsk police" are neither.
_BESIDE: Final = re.compile(r"\b(?:an?|the|this|that|one|two|three|four|both)\s(?:[a-z][\w-]*\s){0,2}$", re.IGNORECASE)
_PERSON: Final = re.compile(
    rf"\s(?:[a-z][\w-]*\s)?(?:{nouns.either(nouns.MEN, nouns.WOMEN, nouns.YOUNG, nouns.KIN)}|"
    r"couple|residents?|natives?|family|students?)\b"
)
_BODY: Final = re.compile(
    rf"\s(?:[a-z][\w-]*\s)?(?:{nouns.either(nouns.OFFICERS, nouns.INVESTIGATORS)}|government|mayor|sheriff|"
    r"prosecutors?|lawmakers?|council|court|department|force|team|club|station|newspaper|media|side)\b"
)
#: "Norland's President": of the place, and not there.
_OWNS: Final = re.compile(r"['’]s\s[A-Z]")


def places(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds places of one kind that cannot be the same.

    Reason given: "place: Orsk in 01; Halden in 02". Only places of one level meet (country and country, street and
    street), each told with a preposition of place; places that agree with one of the other side are set aside first.
    Where somebody comes from is not where something is, where one was not where another, and sides of two times tell
    of two doings.
    """

    def relation(one: Place, other: Place) -> Alike | None:
        how = _relation(one, other)
        return "unlike" if how == "apart" and not one_doing(a, one.span, b, other.span) else how

    how: Compared[Place] = Compared(relation=relation, tells=_is_told, kind=lambda place: "place", least=_LEAST)
    pairs = [
        (one, other)
        for origin in (False, True)
        for one, other in unequal(a, _located(a, origin), b, _located(b, origin), how)
        if not other_bearer(a, one.span, b, other.span)
        and not other_subject(a, one.span, b, other.span)
        and not _is_at_corner(a, other)
        and not _is_at_corner(b, one)
    ]
    if at_other_times(a, b):
        return ()
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


def at_other_times(a: Side, b: Side) -> bool:
    """Tells whether both sides tell when, and no time of one may be one of the other: then they tell of two doings."""
    ones, others = ([(t.first, t.last) for t in side.times if t.first and t.last] for side in (a, b))
    return bool(ones and others) and not any(x[0] <= y[1] and y[0] <= x[1] for x in ones for y in others)


def _is_at_corner(side: Side, street: Place) -> bool:
    """Whether a side tells a street too, as the second of a corner: "at Birch Street and Elm Avenue"."""
    return level(street) == "street" and any(level(p) == "street" and agree(p, street) for p in side.places)


def _located(side: Side, origin: bool) -> list[Place]:
    """The places where something is, or those where it comes from."""
    return [p for p in side.places if way(side, p) == ("from" if origin else "at")]


@once_a_span
def way(side: Side, place: Place) -> str | None:
    """Tells whether a place is where something is, or where it comes from; None where it is told otherwise."""
    text = side.piece.report.text
    if _OWNS.match(text, place.span.end):
        return None
    found = _LOCATES.search(text[max(0, place.span.start - 40) : place.span.start])
    if found and found["way"].lower() == "from":
        return "from"
    return "at" if found or place.name.startswith(NEAR) else _beside(text, place)


def _beside(text: str, place: Place) -> str | None:
    """The same of a place that stands before a noun, without a preposition."""
    if _BODY.match(text, place.span.end) or not _BESIDE.search(text[max(0, place.span.start - 30) : place.span.start]):
        return None
    if _PERSON.match(text, place.span.end):
        return "from"
    return "at" if re.match(r"\s[a-z]+\b", text[place.span.end :]) else None


def _relation(one: Place, other: Place) -> Alike | None:
    how = relate(one, other)
    if how.how == "incomparable" or (level(one) == "building") != (level(other) == "building"):
        return None  # a building and the town it stands in
    return "apart" if how.how == "apart" else "same"


def _is_told(piece: Annotated, wanted: Place, instead: Place) -> bool:
    """Whether a report names a place anywhere, as a place or otherwise ("a Kelm family")."""
    name = plain(wanted.name)
    if any(p.span != instead.span and plain(p.name) == name for p in piece.places):
        return True
    return re.search(rf"\b{re.escape(wanted.name)}\b", piece.report.text) is not None


#: From this score on two places are taken for places of one thing.
_LEAST: Final = 0.5
