"""Offices as the text tells them beside a name: "Veskian President X", "X, the mayor of Y", "Y's chancellor, X"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from crosswire.annotate.countries import countries
from crosswire.annotate.lexicon import offices, sections
from crosswire.model import Span

_HEADS = frozenset(
    ["president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "leader", "pope", "ruler"]
)
_DESCRIPTION = re.compile(
    r"^(?:the|then|former|ex|outgoing|incoming|new|late|senior|his|her|their|a|an|\s|-)*", re.IGNORECASE
)


class Role(NamedTuple):
    """An office and the country or body it is of, where told."""

    office: str
    country: str | None


def roles_around(text: str, name: Span) -> frozenset[Role]:
    """Returns the roles that the words right before and right after a name tell."""
    found = set()
    before = text[max(0, name.start - 70) : name.start]
    before = re.split(r"[.,;:\n\"“”(]", before)[-1] if not before.rstrip().endswith(".") else before.split("\n")[-1]
    role = parsed(before, at_end=True)
    if role:
        found.add(role)
    after = re.match(r"\s?,\s+([^,.;\n]{3,80})", text[name.end : name.end + 90])
    if after and (role := parsed(after.group(1), at_end=False)):
        found.add(role)
    return frozenset(found)


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    longest = sorted((o for o in offices() if o not in courtesies()), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest)) + r")(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def courtesies() -> frozenset[str]:
    """Returns the forms of address that tell no office."""
    return frozenset(sections("offices.txt")["courtesy"])


@lru_cache(maxsize=1)
def _country() -> re.Pattern[str]:
    table = countries()
    forms = {*table.names, *table.adjectives, *table.capitals, *table.seats}
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest)) + r")(?![\w-])")


def parsed(words: str, at_end: bool) -> Role | None:
    """Returns the role that a description tells, or None.

    Args:
        words: a description such as "the Veskian leader", "mayor of Orsk".
        at_end: the office must be the last word (before a name).
    """
    hits = list(_office().finditer(words))
    if not hits:
        return None
    hit = hits[-1] if at_end else hits[0]
    if at_end and words[hit.end() :].strip():
        return None
    place = _country().search(words)
    office = hit.group(1).lower()
    return Role(office, countries().of(place.group(1)) if place else None)


def answers(told: Role, asked: Role) -> bool:
    """Tells whether a person of role `told` can be meant by a description of role `asked`."""
    if asked.country and told.country and asked.country != told.country:
        return False
    if asked.office == told.office:
        return True
    if asked.office == "leader":
        return told.office in _HEADS and bool(asked.country)
    return told.office.endswith(" " + asked.office) or _root(told.office) == _root(asked.office)


def _root(office: str) -> str:
    return re.sub(r"(?:man|woman|person)$", "", office)
