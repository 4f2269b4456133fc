"""Names as they are written: their words without titles, accents and suffixes, and which spellings sound alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from crosswire.language.lexicon import are_short_forms, words

#: Words in front of a name that are no part of it.
TITLES: Final = words("titles", "personal_names.txt")
_SUFFIX: Final = words("suffixes", "personal_names.txt")
_GENERATIONS: Final = words("generations", "personal_names.txt")
#: Letters that transliterations and translations of one name write differently.
_SOUNDS: Final = (
    (r"[’'\-`]", ""), (r"(?:iy|yy|ii|ij|yi)\b", "y"), (r"i\b", "y"), (r"kh", "h"), (r"zh|dj", "j"), (r"ou|oo", "u"),
    (r"ph", "f"),
    (r"ck|q|c(?=[aou])", "k"), (r"tch|tsch", "ch"), (r"ks", "x"), (r"w", "v"), (r"ey|ei|ay", "ai"), (r"yo|jo|io",
    "o"), (r"gh", "g"),
    (r"ye|je|ie", "e"), (r"(?<=[aeiou])y(?=[aeiou])", "i"), (r"sch", "sh"), (r"ff\b|v\b", "f"), (r"y", "i"),
)  # fmt: skip


def without_titles(written: str) -> str:
    """Returns a name without the titles and offices written before it."""
    words = written.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def suffixes(name: str) -> frozenset[str]:
    """Returns the words of a name that tell a son from his father: "jr", "sr", "ii"."""
    return frozenset(re.findall(r"[a-z]+", name.lower())) & _GENERATIONS


@lru_cache(maxsize=20_000)
def parts(name: str) -> tuple[str, ...]:
    """Returns the words of a name, lower-cased, without accents, possessive and suffix."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]s\b", "", name)).encode("ascii", "ignore").decode().lower()
    return tuple(w for w in re.findall(r"[a-z]+(?:['-][a-z]+)*", plain) if w not in _SUFFIX)


def is_misspelt(one: str, other: str) -> bool:
    """Tells whether two names are one name in two spellings: one letter in five, at most two, the first one kept."""
    apart = OSA.distance(one, other)
    return (
        0 < apart <= (1 if min(len(one), len(other)) < 6 else 2)
        and min(len(one), len(other)) >= 4
        and one[0] == other[0]
    )


def similar(one: str, other: str) -> bool:
    """Tells whether two first names may be one name misheard or misspelt ("Eldar" and "Eldor", "Travin" and
    "Kavin")."""
    return is_misspelt(one, other) or (
        min(len(one), len(other)) >= 4 and OSA.normalized_similarity(one, other) >= 0.5 and one[-3:] == other[-3:]
    )


def is_short_for(one: str, other: str) -> bool:
    """Tells whether of two first names one may be short for the other: an initial, a nickname, cut short."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return are_short_forms(one, other) or _begins(one, other) or _begins(other, one)


def _begins(name: str, short: str) -> bool:
    """Whether a first name is cut short: by two letters or more; Jon and Jona are two names."""
    return name.startswith(short) and len(name) - len(short) > 1


@lru_cache(maxsize=20_000)
def sounds(word: str) -> str:
    """Returns a key that is one for the transliterations of a name."""
    for pattern, sound in _SOUNDS:
        word = re.sub(pattern, sound, word)
    return word
