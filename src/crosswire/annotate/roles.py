"""Offices as the text tells them beside a name: "Veskian President X", "X, the mayor of Y", "Y's chancellor, X"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from crosswire.annotate.countries import countries
from crosswire.annotate.lexicon import offices, sections
from crosswire.model import Span

_HEADS = frozenset(
    ("president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "leader", "pope", "ruler")
)


class Role(NamedTuple):
    """An office and the country it is of, where told."""

    office: str
    country: str | None


@lru_cache(maxsize=1)
def courtesies() -> frozenset[str]:
    """Returns the forms of address that tell no office."""
    return frozenset(sections("offices.txt")["courtesy"])


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    table = countries()
    lands = _either({*table.names, *table.adjectives, *table.capitals, *table.seats})
    titles = _either(
        {
            form
            for o in offices()
            if o not in courtesies()
            for form in (o, o.title(), o.upper() if len(o) < 4 else o.capitalize())
        }
    )
    return re.compile(
        rf"(?<![\w-])(?:(?P<land>{lands})(?:['’]s)?\s)?(?:(?!(?:by|from|with|of|to|and|the|in|on|that|when|as"
        rf"|for|{lands})\b)[A-Za-z][\w-]*\s){{0,2}}?(?P<office>{titles})(?![\w-])"
        rf"(?:\s(?:of|for|to)\s(?:the\s)?(?P<of>{lands})(?![\w-]))?"
    )


def _either(forms: set[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))


def roles_around(text: str, name: Span) -> frozenset[Role]:
    """Returns the roles that the words right before and right after a name tell."""
    found = set()
    before = re.split(r"[,;:\n\"“”()]|\.\s(?=[A-Z][a-z]+\s[a-z])|\sand\s", text[max(0, name.start - 70) : name.start])[
        -1
    ]
    for hit in _role().finditer(before):
        if not before[hit.end() :].strip():
            found.add(_told(hit))
    after = re.match(
        r"(?:\s\([^)]{1,12}\))?,\s+(?:the\s|a\s|an\s|his\s|her\s|who\s(?:is|was)\s(?:the\s)?)?",
        text[name.end : name.end + 40],
    )
    title = _role().match(text, name.end + after.end(), name.end + 110) if after else None
    if title:
        behind = re.match(r"\s+[A-Z]", text[title.end() : title.end() + 3])
        if not behind or title.group("of"):
            found.add(_told(title))
    return frozenset(found)


@lru_cache(maxsize=1)
def _abbreviated() -> dict[str, str]:
    return dict(line.split(" | ", 1) for line in sections("abbreviations.txt")["offices"])


def _told(hit: re.Match[str]) -> Role:
    land = hit.group("land") or hit.group("of")
    office = hit.group("office").lower()
    return Role(_abbreviated().get(office, office), countries().of(land) if land else None)


def parsed(words: str) -> Role | None:
    """Returns the role that a description such as "the Veskian leader" tells, None for other words."""
    hit = _role().search(words)
    return _told(hit) if hit else None


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
