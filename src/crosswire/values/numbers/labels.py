"""Numbers that count nothing: names of roads and rooms, addresses, telephone numbers, pronouns, years."""

from __future__ import annotations

import re

from crosswire.model import Span
from crosswire.values.numbers.hedges import Number

_LABEL = re.compile(
    r"(?:\b(?:Highway|Hwy\.?|Interstate|Route|Road|Loop|Freeway|FM|Market|Expressway|Turnpike|Flight|FOX|Fox|ABC|NBC|CBS|CW|NEWS|News|TV|Precinct|District|Pier|Studio|Force|Squad|Ladder|Medic|Battalion|Dock|Platform|Area|Tower|Hangar|Runway|Room|Unit|Article|Section|Title|Chapter|Resolution|No\.|"
    r"Number|Channel|Engine|Station|Exit|Gate|Terminal|Building|Apartment|Apt\.?|Suite|Ward|Zone|Sector|Class|Grade|Level|"
    r"Phase|Type|Boeing|Airbus|Version|Part|Act|Amendment|War|Page|U\.S\.|US|Apollo|Bill|Proposition|Rule|I|M|A|Covid|Windows)"
    r"[\s-]|[#@/]|[^\W\d]-)$"
)
_ADDRESS = re.compile(r"\s(?:block\sof\b|(?:[NSEW]\.?\s|North\s|South\s|East\s|"
    r"West\s)?(?:[A-Z]\w+\s){1,3}(?:Drive|Dr\.|Lane|Ln\.|Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|"
        r"Blvd\.|Highway|Court|Place|Parkway|Way)(?!\w))")  # fmt: skip
_ROAD = re.compile(r"\s(?:Freeway|Fwy\.?|Highway|Hwy\.?|Expressway|Turnpike|Loop)\b")
#: The numbers that one calls for help; nobody counts with them.
_EMERGENCY = frozenset(["911", "999", "112"])
_PHONE = re.compile(r"\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|\d{3}-\d{4}")
_SCORE = re.compile(r"\b\d{1,3}\s?[-–]\s?\d{1,3}\b(?!\s?(?:year|month|day|mile|people|percent|%))")
_NOT_COUNTED = re.compile(
    r"\s?(?:another\b|ages?\b|aged\b|of\b|by\sone\b|day\b|side\b|thing\b|more\sthing|that\b|who\b|which\b|is\b|should\b|can\b|could\b|would\b|might\b|must\b|has\b|in\sparticular|’s|'s)|[’']",
    re.IGNORECASE,
)
_BEFORE_PRONOUN = re.compile(
    r"\b(?:no|any|some|every|each|this|that|the|which|another|only|first|last|second)[\s-]$", re.IGNORECASE
)


def spans_apart(text: str, sentence: Span) -> list[Span]:
    """Returns where telephone numbers and results of games stand in a sentence, which count nothing."""
    return [
        Span(start=m.start(), end=m.end())
        for pattern in (_PHONE, _SCORE)
        for m in pattern.finditer(text, sentence.start, sentence.end)
        if pattern is _PHONE or not re.match(r"\s[a-z]+s\b", text[m.end() : m.end() + 20])
    ]


def is_label(text: str, sentence: Span, found: re.Match[str]) -> bool:
    """Tells whether a match of NUMBER is a number of a road, flight or room, an address, or part of a word."""
    before = text[max(sentence.start, found.start() - 16) : found.start()]
    if not found["money"] and re.match(
        r"-(?!year|yr|month|week|day|hour|minute|plus|some|odd|mile|stor(?:y|ey)\b)[a-z]",
        text[found.end() : found.end() + 8],
    ):
        return True  # "a four-door car"
    if found["digits"] and (
        _LABEL.search(before)
        or (text[found.end() : found.end() + 1] == "-" and text[found.end() + 1 : found.end() + 2].isupper())
    ):
        return True
    if found["digits"] in _EMERGENCY or (found["digits"] and _ROAD.match(text, found.end(), sentence.end)):
        return True
    return bool(found["digits"] and _ADDRESS.match(text, found.end(), min(sentence.end, found.end() + 60)))


def is_pronoun(text: str, sentence: Span, found: re.Match[str]) -> bool:
    """Tells whether "one", "some", "few", "many", "both" is a pronoun or a determiner rather than a number."""
    words = (found["words"] or found["vague"] or "").lower()
    if words in ("some", "many", "few", "both", "multiple", "numerous", "a", "an"):
        return True
    if words != "one":
        return False
    if _BEFORE_PRONOUN.search(text, max(sentence.start, found.start() - 10), found.start()):
        return True
    return bool(_NOT_COUNTED.match(text, found.end(), sentence.end))


def is_bare_year(text: str, told: Number, unit: str | None) -> bool:
    """Tells whether a number is a year that stands for itself."""
    if not re.fullmatch(r"1[5-9]\d\d|20\d\d", text[told.start : told.end]):
        return False
    return unit is None or text[told.end : told.end + 1] in ",;:)"
