"""The colour and make of the one vehicle that the reports of a story tell of, compared over the whole story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from crosswire.judge.sides.finding import Finding, Pair, told
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Span, Struct

#: Colours that a witness may take for one another stand in one row.
_COLOURS: Final = """black | white, cream, off-white, pearl | silver, gray, grey, metallic | red, maroon, burgundy |
blue, navy | green | yellow, gold, tan, beige, brown, bronze, champagne | orange | purple"""
_OF_COLOUR: Final = {
    name.strip(): row for row, names in enumerate(_COLOURS.replace("\n", " ").split("|")) for name in names.split(",")
}
_MAKES: Final = (
    "Acura|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Fiat|Ford|GMC|Honda|Hyundai|Infiniti|Jaguar|Jeep|Kia|"
    "Lexus|Lincoln|Mazda|Mercedes|Mercury|Mitsubishi|Nissan|Oldsmobile|Opel|Peugeot|Plymouth|Pontiac|Porsche|Renault|"
    "Saab|Saturn|Skoda|Subaru|Suzuki|Tesla|Toyota|Volkswagen|Volvo"
)
_BODIES: Final = (
    r"cars?|sedan|SUV|vehicle|trucks?|pickup|van|minivan|coupe|hatchback|station\swagon|convertible|four-door|two-door|"
    r"sport\sutility"
)
_VEHICLE: Final = re.compile(
    rf"\b(?:(?:light|dark|bright)[\s-])?(?P<colour>{'|'.join(map(re.escape, _OF_COLOUR))})(?:-colou?red)?,?\s"
    rf"(?:(?:\d{{4}}|late-model|older|newer|model|small|large|four-door|two-door|4-door|2-door|or|[a-z]+-[a-z]+)\s){{0,3}}"
    rf"(?P<what>(?:{_MAKES})\b|(?:{_BODIES})\b)",
    re.IGNORECASE,
)


#: Somebody's own vehicle: a story may tell of several.
_OWNED: Final = re.compile(r"(?:\b(?:his|her|their|my|our)|['’]s|s['’])\s(?:[\w-]+\s)?$", re.IGNORECASE)


class Vehicle(Struct, frozen=True):
    """A vehicle told with its colour: the row of colours, and the words."""

    colour: int
    span: Span


def vehicles(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two reports that tell one vehicle each, of two colours that nobody takes for one another, with
    the key of its slot. Somebody's own vehicle is left aside.

    Reason given: "colour of the vehicle: red car in 01; green sedan in 03".
    """
    told_of = [(piece, list(_vehicles(piece))) for piece in pieces]
    found: list[tuple[str, Pair]] = []
    for (a, ones), (b, others) in combinations(told_of, 2):
        if len({v.colour for v in ones}) == len({v.colour for v in others}) == 1 and ones[0].colour != others[0].colour:
            found.append(("vehicle", _pair(a, ones[0].span, b, others[0].span)))
    return found


def _vehicles(piece: Annotated) -> Iterator[Vehicle]:
    for sentence in piece.sentences:
        for m in _VEHICLE.finditer(piece.report.text, sentence.start, sentence.end):
            if not _OWNED.search(piece.report.text, max(sentence.start, m.start() - 30), m.start()):
                yield Vehicle(colour=_OF_COLOUR[m["colour"].lower()], span=Span(start=m.start(), end=m.end()))


def _pair(a: Annotated, one: Span, b: Annotated, other: Span) -> Pair:
    left, right = telling(a, one), telling(b, other)
    finding = Finding(
        slot="name", nature="conflict", left=told(left, one), right=told(right, other), about="colour of the vehicle"
    )
    return left, right, finding
