"""Names inside compounds: "Halden-based", "Norland-Veskia relations", "pro-Norland"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from crosswire.model import Name, Place, Span
from crosswire.values.places.countries import countries
from crosswire.values.places.words import known

#: Hyphens and the dash that joins two names; the long dash parts sentences.
HYPHEN: Final = "[-‑–]"
#: What makes a name a modifier: "Halden-based", "Norland-backed", "Norland-friendly". Participles, and these.
SUFFIX: Final = (
    r"(?:[a-z]{2,}(?:ed|ing)|based|born|built|bred|bound|led|held|run|made|grown|wide|era|style|area|friendly|resident"
    r"|native|language|only|centric|specific|oriented|sized|educated|wing|hosted)"
)
#: Such a modifier as a whole.
MODIFIER: Final = rf"(?:(?:[A-Z]\.){{2,}}|[A-Z][\w’']*){HYPHEN}{SUFFIX}\b"
#: What stands right before a name that is then no place: "pro-", "anti-".
PREFIX: Final = re.compile(
    rf"(?<!\w)(?:pro|anti|non|ex|post|pre|un|neo|semi|quasi|cross|inter|counter){HYPHEN}\Z", re.I
)
#: What lies between two places, behind their names.
_BETWEEN = (
    r"(?:(?:land|sea|maritime|international|common|shared|disputed)\s)?(?:borders?|frontiers?|border(?:land|lands|\s\w+)"
    r"|boundary|boundaries|crossing|corridor|highway|motorway|road|route|railway|railroad|pipeline|strait|channel)\b"
)
_MODIFIER = re.compile(rf"(?<![\w.’'-])(?P<name>[A-Z][\w’']*|(?:[A-Z]\.){{2,}}){HYPHEN}(?P<suffix>{SUFFIX})\b")
_PAIR = re.compile(
    rf"(?<![\w.’'-])(?P<one>(?:[A-Z]\.){{2,}}|[A-Z][\w’']*){HYPHEN}(?P<other>(?:[A-Z]\.){{2,}}|[A-Z][\w’']*)(?![\w’'-])"
)
_BORDER = re.compile(rf"{_PAIR.pattern}\s(?P<noun>{_BETWEEN})")
_GLUED_TO = re.compile(rf"[-‑](?=[A-Za-z])|–(?=[A-Z]|{SUFFIX}\b)")
_GLUED_BY = re.compile(r"[A-Za-z.][-‑]\Z|(?<!\w)(?:[A-Z][\w’']*|(?:[A-Z]\.)+)–\Z")
_MODIFIERS = re.compile(rf"(?:{MODIFIER}(?:\s|\Z))+")
_NEAR_BEFORE = 24
#: Only a place has these: "Mirra-based".
_OF_PLACES = frozenset(("based", "area", "bound", "wide", "resident"))


def names_inside(text: str, sentence: Span) -> Iterator[tuple[Span, tuple[Name, ...]]]:
    """Gives each compound of a sentence that is no name as a whole, with the places that are named in it.

    "Norland-backed" and "Norland-Veskia" name countries; "Sten-Veld" may be one person's name and is not given.
    """
    for found in _MODIFIER.finditer(text, sentence.start, sentence.end):
        place = found["suffix"] in _OF_PLACES or _is_land(found["name"])
        yield _span(found, 0), (_name(found, "name"),) if place else ()
    for found in _PAIR.finditer(text, sentence.start, sentence.end):
        if is_pair(found["one"], found["other"]):
            yield _span(found, 0), tuple(_name(found, part) for part in ("one", "other") if _is_land(found[part]))


def is_pair(one: str, other: str) -> bool:
    """Tells whether two names joined by a hyphen are countries, cities or their people, and no third place."""
    lands = all(_is_land(form) or form in countries().adjectives for form in (one, other))
    return lands and f"{one}-{other}" not in known()


def border(text: str, start: int, end: int) -> Place | None:
    """Returns what lies between two known places where the words at `start` name it: "the Norland-Veskia border"."""
    found = _BORDER.match(text, start, end)
    if found is None or not (found["one"] in known() and found["other"] in known()):
        return None
    first, second = sorted((known()[found["one"]], known()[found["other"]]))
    noun = found["noun"].split()[-1].lower()
    return Place(span=_span(found, 0), name=f"{first[0]}-{second[0]} {noun}", within=(first[0], second[0], *first[1]))


def area(text: str, start: int, end: int) -> Place | None:
    """Returns the area around a place where the words at `start` name it: "Halden-area schools"."""
    found = _MODIFIER.match(text, start, end)
    if found is None or found["suffix"] != "area":
        return None
    name, within = known().get(found["name"], (found["name"], ()))
    return Place(span=_span(found, 0), name=f"{name} area", within=(name, *within))


def is_glued(text: str, start: int, end: int) -> bool:
    """Tells whether a name is part of a compound that tells of no place: "pro-Norland", "Norland-Veskia talks"."""
    first = max(0, start - _NEAR_BEFORE)
    by = PREFIX.search(text, first, start) or _GLUED_BY.search(text, first, start)
    return by is not None or _GLUED_TO.match(text, end) is not None


def modifiers(name: str) -> int:
    """Returns how many characters the modifiers take that open a run of capitalised words: "Norland-held Orsk"."""
    found = _MODIFIERS.match(name)
    return found.end() if found else 0


def _span(found: re.Match[str], part: int | str) -> Span:
    return Span(start=found.start(part), end=found.end(part))


def _name(found: re.Match[str], part: str) -> Name:
    return Name(span=_span(found, part), kind="place")


@lru_cache(maxsize=1024)
def _is_land(form: str) -> bool:
    told = countries()
    return form in told.names or form in told.capitals or form in told.seats or form in known()
