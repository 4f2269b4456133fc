"""Marks: what a report tells beside a full name, by which two bearers of one surname are known for one, or for two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosswire.judge.people.roles import CUT_SHORT
from crosswire.judge.sides import nouns
from crosswire.judge.sides.governors import head_of, words_in
from crosswire.judge.sides.side import inside
from crosswire.judge.sides.units import GENERAL
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Annotated, Quantity, Span, Word
from crosswire.values.names.written import TITLES, parts
from crosswire.values.numbers.measures import singular

_AGE_AFTER: Final = re.compile(r"(?:\s\w+\.?)?,?\s\(?(?:an?\s|aged?\s|who\s(?:is|was)\s)?$")
_AGE_BEFORE: Final = re.compile(r"(?:(?:\s[A-Za-z.-]+){0,3}|(?:\s[a-z-]+){1,3},)\s$")
#: What tells a son from the father whose name he has.
_GENERATION: Final = re.compile(r"\s(Jr|Sr|II|III|IV)\b")
#: Nouns for a person that several bearers of one surname may share, and words that stand beside names by chance.
_SHARED: Final = GENERAL | listed_words("shared", "persons.txt").union(
    nouns.SUSPECTS, nouns.CULPRITS, nouns.VICTIMS, nouns.MEN, nouns.WOMEN, nouns.YOUNG, nouns.KIN,
)  # fmt: skip
#: Words for one office.
_ONE: Final = {
    "advisor": "adviser", "superintendent": "chief", "commissioner": "chief", "attorney": "lawyer",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairwoman": "chairman", "chair": "chairman",
}  # fmt: skip
_APPOSED: Final = ("appos", "list")
#: Of how many words before or behind a name an apposition's head may be one.
_REACH: Final = 20


def age_beside(piece: Annotated, name: Span) -> Quantity | None:
    """Returns the age told right beside a name, None where none is."""
    text = piece.report.text
    near = Span(start=max(0, name.start - 40), end=name.end + 16)
    for quantity in inside(piece.quantities, near):
        if quantity.kind != "age":
            continue
        if quantity.span.start >= name.end and _AGE_AFTER.fullmatch(text[name.end : quantity.span.start]):
            return quantity
        if quantity.span.end <= name.start and _AGE_BEFORE.fullmatch(text[quantity.span.end : name.start]):
            return quantity
    return None


def marks(piece: Annotated, names: Sequence[Span]) -> frozenset[str]:
    """Returns what is told beside any of a person's names that hardly two of one surname share: "age 41", "mayor".

    An office stands right before the name, or in apposition to it, "Jr." or "III" right behind it; "man", "victim"
    or "brother" mark nobody.
    """
    told = {mark for name in names for mark in _beside(piece, name)}
    return frozenset(told - _SHARED)


def _beside(piece: Annotated, name: Span) -> Iterator[str]:
    age = age_beside(piece, name)
    if age is not None and age.exact:
        yield f"age {age.low:g}"
    generation = _GENERATION.search(piece.report.text, name.start, name.end + 5)
    if generation:
        yield f"the {generation[1]}"
    yield from (_office(word) for word in parts(piece.words_of(name)) if word in TITLES)
    yield from (_office(piece.report.text[w.start : w.end].lower()) for w in _apposed(piece, name))


def _office(written: str) -> str:
    """The plain word of an office, as every report's mark."""
    told = singular(written.rstrip("."))
    told = CUT_SHORT.get(told, told)
    return _ONE.get(told, told)


def _apposed(piece: Annotated, name: Span) -> Iterator[Word]:
    """The nouns that say what somebody is: the one before his name, and the heads of what is apposed to it."""
    words = piece.words
    first, last = words_in(words, name)
    top = head_of(words, name) if first < last else None
    if top is None:
        return
    near = range(max(0, first - _REACH), min(len(words), last + _REACH))
    told = {
        i for i in near if first <= words[i].head < last and words[i].relation in _APPOSED and not first <= i < last
    }
    if words[top].relation in _APPOSED:
        told.add(words[top].head)
    if first and "\n" not in piece.report.text[words[first - 1].end : name.start]:
        told.add(first - 1)
    yield from (words[i] for i in sorted(told) if words[i].pos in ("NOUN", "PROPN"))


def are_told_together(pieces: Sequence[Annotated], one: Sequence[str], other: Sequence[str]) -> bool:
    """Tells whether a sentence of any report has the first names of both, and their surname."""
    both = [re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE) for word in (one[-1], one[0], other[0])]
    return any(
        all(word.search(piece.report.text, sentence.start, sentence.end) for word in both)
        for piece in pieces
        if all(word.search(piece.report.text) for word in both)
        for sentence in piece.sentences
    )
