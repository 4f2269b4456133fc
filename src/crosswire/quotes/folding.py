"""The words of a quotation as they are compared: without case, punctuation, brackets and the shape of quotation marks.

What changes a sense is kept: a minus before a number, signs of money and percent, the apostrophe inside a word.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

#: Signs that are not seen: they may stand inside a word and are no part of it.
_UNSEEN: Final = "\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\u202a-\u202e\u2066-\u2069"
_LETTER: Final = rf"[\w\u0300-\u036f{_UNSEEN}]"
_WORD: Final = re.compile(
    rf"(?:(?<!\w)[-−–](?=[$£€¥]?\d))?[$£€¥]?\d+(?:[.,:]\d+)*(?:{_LETTER})*"
    rf"|[^\W_](?:{_LETTER}|\](?=[\w'’])|\[(?=\w))*(?:['’ʼ‘`´](?:{_LETTER})+)*"
    r"|[%‰$£€¥&]"
)
_ELLIPSIS: Final = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){1,3})\s*[\])]|…|\.(?:\s?\.){1,}")
_HIDDEN: Final = re.compile(f"[{_UNSEEN}\\[\\]]")
_SIGNS: Final = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "−": "-", "–": "-"})


class Folded(NamedTuple):
    """A text's words: each as compared, with where it starts and ends; `elisions` are the numbers of the words before
    which the text leaves something out."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    elisions: frozenset[int]


def folded(text: str) -> Folded:
    """Returns the words of `text` in reading order, as they are compared."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        key = _key(match.group())
        if key:
            keys.append(key)
            starts.append(match.start())
            ends.append(match.end())
    elisions = {sum(start < gap.start() for start in starts) for gap in _ELLIPSIS.finditer(text)}
    return Folded(tuple(keys), tuple(starts), tuple(ends), frozenset(elisions))


def _key(word: str) -> str:
    plain = unicodedata.normalize("NFKC", _HIDDEN.sub("", word)).translate(_SIGNS)
    return unicodedata.normalize("NFC", plain.casefold())
