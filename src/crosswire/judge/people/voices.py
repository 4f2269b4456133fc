"""Voices: whether two tellings give words to one voice, or to two."""

from __future__ import annotations

from typing import Final

from crosswire.judge.people.names import difference
from crosswire.judge.sides.units import PEOPLE
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Voice
from crosswire.values.names.written import TITLES, parts
from crosswire.values.numbers.measures import singular

_SPOKEN_FOR: Final = frozenset({"person"})
#: What tells the party or office of somebody in the place of his name ("the Orsk Conservative").
_OFFICES: Final = TITLES | listed_words("offices of voices", "persons.txt")
#: Small words inside a name.
_PARTICLES: Final = listed_words("particles", "persons.txt")


def are_different(one: Voice, other: Voice) -> bool:
    """Tells whether two voices are two different persons, both named."""
    if not one.name or not other.name or one.kind not in _SPOKEN_FOR or other.kind not in _SPOKEN_FOR:
        return False
    if "unresolved" in (one.resolution, other.resolution) or "government" in (one.resolution, other.resolution):
        return False
    a, b = parts(one.name), parts(other.name)
    if any(singular(words[-1]) in PEOPLE for words in (a, b) if words):
        return False  # "Halden Detectives" are no person
    if not _is_name(one.name) or not _is_name(other.name):
        return False
    if len(a) < 2 or len(b) < 2 or set(a) & set(b) or one.name in other.via or other.name in one.via:
        return False
    return difference(one.name, other.name) is None


def are_two_named(one: Voice, other: Voice) -> bool:
    """Tells whether two voices are persons' names, one a single word perhaps, that share no word and are no two
    spellings."""
    if any(voice.resolution != "named" or voice.kind not in _SPOKEN_FOR for voice in (one, other)):
        return False
    a, b = parts(one.name or ""), parts(other.name or "")
    if not a or not b or set(a) & set(b) or any(singular(words[-1]) in PEOPLE | _OFFICES for words in (a, b)):
        return False
    return difference(one.name or "", other.name or "") is None


def _is_name(written: str) -> bool:
    """Whether words name a person rather than tell what he is: "her father's page", "the Orsk Conservative"."""
    words = written.split()
    if words[-1].lower().rstrip(".") in _OFFICES:
        return False
    return all(word[0].isupper() or word in _PARTICLES for word in words if word[0].isalpha())
