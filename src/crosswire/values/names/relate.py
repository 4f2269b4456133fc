"""What two names are to one another: in full and in part, a nickname, another spelling, a namesake.

Whether they are one person's is not asked here: two who share a surname may be one told wrongly, or a brother.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from crosswire.values.names.written import is_misspelt, is_short_for, parts, sounds, suffixes, without_titles
from crosswire.values.relation import SAME, Relation, apart, incomparable, rounding, within

#: Surnames of languages that are not written in Latin letters: Slavic, Caucasian, Greek, Arabic, Persian.
_FROM_ANOTHER_SCRIPT: Final = re.compile(
    r"(?:[oe]v|[oe]va|[^aeiou]in|ina|sk[iy]+|skiy|skaya|enko|chuk|yuk|ich|yan|ian|dze|shvili|oulos|akis|zade|oglu)$|"
    r"^(?:al|el)-|^(?:bin|ibn|abd|abu)"
)
#: A surname of so many letters that is told in two spellings is hardly borne by two persons of one story.
_RARE: Final = 6
#: A bare surname of so many letters that differs in one letter is misspelt.
_LONG: Final = 6


@lru_cache(maxsize=20_000)
def relate(one: str, other: str) -> Relation:
    """Returns what two names are to one another, `one` being the left; titles before them make no difference.

    A fuller name lies within a shorter one that it fills out ("Ada Holm" in "Holm", "A. Holm"); nicknames and
    transliterations are rounding. One surname with two first names, and one name in two spellings that no script
    explains, are apart for the reasons "namesake" and "spelling"; names that share nothing are apart all the same.
    """
    one, other = without_titles(one), without_titles(other)
    a, b = parts(one), parts(other)
    if not a or not b:
        return SAME if one == other else incomparable("unknown")
    left, right = suffixes(one), suffixes(other)
    if a == b and left == right:
        return SAME
    if left and right and left != right and a[-1] == b[-1]:
        return apart("namesake")
    if found := _by_words((*a, *left), (*b, *right)):
        return found
    return _bare(a[-1], b[-1]) if len(a) < 2 or len(b) < 2 else _whole(a, b)


def _by_words(a: tuple[str, ...], b: tuple[str, ...]) -> Relation | None:
    """A name that fills out the other, word by word; None where neither does. A suffix told once renames nobody."""
    left, right = _fills(a, b), _fills(b, a)
    if left and right:
        return rounding("shortened")
    return within("left", "shortened") if left else within("right", "shortened") if right else None


def _fills(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether every word of the shorter name is one of the fuller, or the initial of one; one is written out."""
    return any(len(word) > 1 for word in short) and all(
        word in full or (len(word) == 1 and any(w[0] == word for w in full)) for word in short
    )


def _whole(a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    """Two names of a first name and a surname at least, of which neither fills out the other."""
    if len(set(a) & set(b)) > 1 or (a[-1] == b[-1] and (a[0] in b or b[0] in a)):
        return rounding("overlap")
    first, last = (a[0], b[0]), (a[-1], b[-1])
    if sounds(a[0]) == sounds(b[0]) and sounds(a[-1]) == sounds(b[-1]):
        return apart("spelling") if _are_two_spellings(first, last) else rounding("transliterated")
    if last[0] == last[1]:
        return rounding("shortened") if is_short_for(*first) else apart("namesake")
    if is_misspelt(*last) and (first[0] == first[1] or is_short_for(*first) or _are_both_misheard(first, last)):
        return apart("spelling")
    return apart()


def _bare(one: str, other: str) -> Relation:
    """The surnames of two names of which one is told by that alone: only a spelling can differ."""
    if one == other:
        return rounding("overlap")
    if sounds(one) == sounds(other):
        return rounding("transliterated")
    slip = min(len(one), len(other)) >= _LONG and OSA.distance(one, other) == 1 and one[0] == other[0]
    return apart("spelling" if slip else "excluded")


def _are_two_spellings(first: tuple[str, str], last: tuple[str, str]) -> bool:
    """Whether one part of a name is spelled in two ways in Latin letters ("Monica", "Monika") beside the same rest,
    and is not written over from another script; a hyphen or an apostrophe makes no other name."""
    apart = [part for part in (first, last) if re.sub(r"\W", "", part[0]) != re.sub(r"\W", "", part[1])]
    return len(apart) == 1 and not any(map(_FROM_ANOTHER_SCRIPT.search, last))


def _are_both_misheard(first: tuple[str, str], last: tuple[str, str]) -> bool:
    """Whether a rare surname is spelled in two ways beside first names that begin alike."""
    return first[0][0] == first[1][0] and min(map(len, last)) >= _RARE
