"""Voices: whether two tellings give words to one voice, or to two."""

from __future__ import annotations

from typing import Final

from crosswire.judge.names import difference, parts
from crosswire.judge.units import PEOPLE, singular
from crosswire.model import Voice

_SPOKEN_FOR: Final = frozenset({"person"})


def are_different(one: Voice, other: Voice) -> bool:
    """Tells whether two voices are two different persons, both named."""
    if not one.name or not other.name or one.kind not in _SPOKEN_FOR or other.kind not in _SPOKEN_FOR:
        return False
    if "unresolved" in (one.resolution, other.resolution) or "government" in (one.resolution, other.resolution):
        return False
    a, b = parts(one.name), parts(other.name)
    if any(singular(words[-1]) in PEOPLE for words in (a, b) if words):
        return False  # "Halden Detectives" are no person
    if not (one.name.split()[-1][0].isupper() and other.name.split()[-1][0].isupper()):
        return False  # "her father's page"
    if len(a) < 2 or len(b) < 2 or set(a) & set(b) or one.name in other.via or other.name in one.via:
        return False
    return difference(one.name, other.name) is None
