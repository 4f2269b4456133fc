"""What stands beside a name: its office ("Veskian President X", "X, the mayor of Y"), and "Ms." or "Sir" before it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from crosswire.language.lexicon import offices, sections
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Span
from crosswire.values.names.spellings import plain_words
from crosswire.values.places.countries import countries

_HEADS = frozenset(
    ("president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "leader", "pope", "ruler")
)


#: An office has at most this many words.
_LONGEST = 4
_AFTER = re.compile(r"(?:\s\([^)]{1,12}\))?,\s+(?:the\s|a\s|an\s|his\s|her\s|who\s(?:is|was)\s(?:the\s)?)?")


class Role(NamedTuple):
    """An office and the country it is of, where told."""

    office: str
    country: str | None


@lru_cache(maxsize=1)
def courtesies() -> frozenset[str]:
    """Returns the forms of address that tell no office."""
    return frozenset(sections("offices.txt")["courtesy"])


def roles_around(text: str, name: Span) -> frozenset[Role]:
    """Returns the roles that the words right before and right after a name tell."""
    found = set()
    before = re.split(r"[,;:\n\"“”()]|\.\s(?=[A-Z][a-z]+\s[a-z])|\sand\s", text[max(0, name.start - 70) : name.start])[
        -1
    ]
    words = _words(before)
    for start in range(max(0, len(words) - _LONGEST), len(words)):
        if _is_office(words[start:]):
            found.add(_role(words, start, len(words)))
            break
    after = _AFTER.match(text, name.end)
    if after:
        words = _words(re.split(r"[,;:\n\"“”()]|\.\s", text[after.end() : after.end() + 80])[0])
        role = _first_role(words)
        if role is not None:
            found.add(role)
    return frozenset(found)


def parsed(words: str) -> Role | None:
    """Returns the role that a description such as "the Veskian leader" tells, None for other words."""
    return _first_role(_words(re.split(r"[,;:\n\"“”]", words)[0]), everywhere=True)


def _words(phrase: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w.-]*?(?=['’]s\b|[^\w.-]|\.?$)\.?|['’]s\b", phrase)


def _is_office(words: list[str]) -> bool:
    phrase = " ".join(words).lower()
    return phrase in offices() and phrase not in courtesies()


def _first_role(words: list[str], everywhere: bool = False) -> Role | None:
    """The first office of a phrase with its country; a name must not follow it without "of" (then it is the name's)."""
    most = len(words) if everywhere else min(len(words), 5)
    for start in range(most):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            if not _is_office(words[start:end]):
                continue
            follows = words[end] if end < len(words) else ""
            if follows[:1].isupper() and not everywhere:
                return None
            return _role(words, start, end)
    return None


def _role(words: list[str], start: int, end: int) -> Role:
    office = " ".join(words[start:end]).lower()
    return Role(_abbreviated().get(office, office), _land_before(words, start) or _land_after(words, end))


def _land_before(words: list[str], start: int) -> str | None:
    """A country's name or adjective, at most two words before the office ("Veskia's deputy foreign minister")."""
    for k in range(start - 1, max(-1, start - 4), -1):
        for first in range(max(0, k - 2), k + 1):
            if land := countries().of(" ".join(words[first : k + 1])):
                return land
        if words[k].lower() in listed_words("stops") and words[k] not in ("'s", "’s"):
            return None
    return None


def _land_after(words: list[str], end: int) -> str | None:
    if end >= len(words) or words[end].lower() not in ("of", "for", "to"):
        return None
    rest = [w for w in words[end + 1 : end + 5] if w.lower() != "the"]
    return next((land for k in range(len(rest), 0, -1) if (land := countries().of(" ".join(rest[:k])))), None)


@lru_cache(maxsize=1)
def _abbreviated() -> dict[str, str]:
    return dict(line.split(" | ", 1) for line in sections("abbreviations.txt")["offices"])


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


_ADDRESS = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame)\.? ", re.IGNORECASE)
_FIRST = re.compile(r"\w+ ")
_LETTERS = re.compile(r"\w*")


class Courtesies:
    """The forms of address of one text, found by the word behind them and by the word after that one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] = defaultdict(list)
        for found in _ADDRESS.finditer(text):
            first = _FIRST.match(text, found.end())
            for start in {found.end(), first.end() if first else found.end()}:
                self._places[_letters(text, start)].append(found.start())

    def sex(self, name: str) -> str | None:
        """Returns "he" or "she" as the first form of address before a person's last name tells it, None where none
        does."""
        words = plain_words(name)
        if not words:
            return None
        address = re.compile(rf"{_ADDRESS.pattern}(?:\w+ )?{re.escape(words[-1])}\b", re.IGNORECASE)
        hits = (address.match(self._text, start) for start in self._places.get(_letters(words[-1], 0), ()))
        hit = next((hit for hit in hits if hit), None)
        return None if hit is None else ("he" if hit.group(1).lower() in ("mr", "sir") else "she")


def _letters(text: str, start: int) -> str:
    found = _LETTERS.match(text, start)
    return found[0].lower() if found else ""
