"""How the words of one utterance differ between two tellings: a diff over words.

Words are compared without case, outer punctuation and the shape of their quotation marks, so that only a change of
words is shown as one. Source: the longest-matching-block method of `difflib` (Ratcliff and Obershelp, 1988).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

from crosswire.model import Struct

_WORD = re.compile(r"\S+\s*")
_OUTER = re.compile(r"^[^\w%$€£]+|[^\w%$€£]+$")
_GRAMMAR = """
a an the this that these those of in on at to for from by with as into about and or but so than then is are
was were be been being am has have had having do does did will would shall should can could may might must
it its he she they him her them his their our we us you your i my me who whom which what there here also
"""
_PLAIN = frozenset(_GRAMMAR.split())
_LONG, _ENDS = 14, 5
_FOLD = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})


class Stretch(Struct, frozen=True):
    """Words in a row that both tellings have, or that were cut from the first, or added in the second."""

    words: str
    kind: Literal["same", "cut", "added"]

    @property
    def short(self) -> str:
        """The words, the middle of a long stretch left out."""
        told = self.words.split()
        return " ".join(told if len(told) <= _LONG else [*told[:_ENDS], "…", *told[-_ENDS:]])


def changes(first: str, second: str) -> tuple[Stretch, ...]:
    """Returns how `second` tells what `first` tells: the stretches in reading order, cut words before those added."""
    ours, theirs = _WORD.findall(first), _WORD.findall(second)
    found: list[Stretch] = []
    matcher = SequenceMatcher(None, _keys(ours), _keys(theirs), autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found.append(Stretch(words="".join(theirs[k:m]), kind="same"))
            continue
        if j > i:
            found.append(Stretch(words="".join(ours[i:j]), kind="cut"))
        if m > k:
            found.append(Stretch(words="".join(theirs[k:m]), kind="added"))
    return tuple(found)


def words_of(text: str) -> tuple[str, ...]:
    """Returns the words of `text` as they are compared: without case, outer punctuation and the shape of quotes."""
    return tuple(_said(text))


def closeness(first: str, second: str) -> float:
    """Returns the share of the shorter telling's words that the other has in the same order, in [0, 1]; 0 for none.

    Words of grammar ("the", "was", "to") do not count.
    """
    ours, theirs = ([word for word in _said(text) if word not in _PLAIN] for text in (first, second))
    if not ours or not theirs:
        return 0.0
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / min(len(ours), len(theirs))


def words_of_its_own(text: str, others: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Returns the stretches `[start, end)` of `text` whose words none of `others` has, in reading order.

    Words of grammar ("the", "was", "to") are passed over, words that turn a sense ("not", "no", "before") are not.
    Empty when every word is shared. Stretches that only white space parts are joined.
    """
    shared = _PLAIN.union(*(_said(other) for other in others))
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        word = match.group().rstrip()
        if not _key(word) or _key(word) in shared:
            continue
        start, end = match.start(), match.start() + len(word)
        if found and not text[found[-1][1] : start].strip():
            start = found.pop()[0]
        found.append((start, end))
    return tuple(found)


def _said(text: str) -> list[str]:
    return [key for key in _keys(_WORD.findall(text)) if key]


def _keys(words: list[str]) -> list[str]:
    return [_key(word) for word in words]


def _key(word: str) -> str:
    return _OUTER.sub("", word.strip().translate(_FOLD)).casefold()
