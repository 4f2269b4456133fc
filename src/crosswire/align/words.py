"""The words of a passage as align compares them: stems, numbers, names, word runs and letter runs."""

from __future__ import annotations

import re
from typing import NamedTuple

from crosswire.language.lexicon import in_order
from crosswire.language.lexicon import words as listed_words

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\b)*|\d+(?:[.,:]\d+)*")
_POSSESSIVE = re.compile(r"[’']s\b")
_NEGATION = re.compile(r"n[’']t\b")
_NOT_WORD = re.compile(r"\W+")

_UNITS = in_order("ones", "numerals.txt")
_TENS = in_order("tens", "numerals.txt")
#: "one", "first" and "second" count too rarely to be read as numbers.
_NUMBERS = (
    {word: str(i) for i, word in enumerate(_UNITS) if i != 1}
    | {word: str(10 * i + 20) for i, word in enumerate(_TENS)}
    | {"third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "twice": "2", "dozen": "12"}
)
_PLAIN = listed_words("function words", "aligning.txt")
_SUFFIXES = (
    ("iest", "y"), ("ies", "y"), ("ied", "y"), ("ations", "ate"), ("ation", "ate"), ("ings", ""), ("ing", ""),
    ("ers", "er"), ("ment", ""), ("edly", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""),
)  # fmt: skip


class Term(NamedTuple):
    """One word as compared: its stem or number, and whether it looks like a name, a number or a function word."""

    stem: str
    name: bool
    number: bool
    plain: bool


def terms(text: str) -> tuple[Term, ...]:
    """Returns the words of `text` in order; a capital at its very start tells nothing and is not taken for a name."""
    text = _NEGATION.sub(" not", _POSSESSIVE.sub("", text))
    return tuple(_term(match) for match in _WORD.finditer(text))


def _term(match: re.Match[str]) -> Term:
    word = match.group()
    lower = word.lower()
    if lower in _NUMBERS:
        return Term(_NUMBERS[lower], False, True, False)
    if word[0].isdigit():
        return Term(word.replace(",", ""), False, True, False)
    return Term(stem(lower), word[0].isupper() and match.start() > 0, False, lower in _PLAIN)


def stem(word: str) -> str:
    """Returns `word` (lower case) without its inflection, roughly: "killing", "killed" and "kills" give "kill"."""
    if len(word) <= 3:
        return word
    for suffix, instead in _SUFFIXES:
        left = len(word) - len(suffix)
        if left >= 3 and word.endswith(suffix) and not (suffix == "s" and word[-2] == "s"):
            word = word[:left] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


def runs(found: tuple[Term, ...], length: int) -> set[str]:
    """Returns every run of `length` stems that stand side by side."""
    stems = [term.stem for term in found]
    return {" ".join(stems[i : i + length]) for i in range(len(stems) - length + 1)}


def letters(text: str, length: int = 4) -> set[str]:
    """Returns every run of `length` letters of `text` in lower case, what is no word character read as one space."""
    text = _NOT_WORD.sub(" ", text.lower())
    return {text[i : i + length] for i in range(len(text) - length + 1)}
