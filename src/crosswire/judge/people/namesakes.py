"""Namesakes: two that share a surname and are told as two, by their sex or by whose kin one of them is."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.sides import nouns
from crosswire.language.lexicon import in_order
from crosswire.model import Annotated, Span

_HE: Final = (
    *nouns.MEN, *nouns.MALE_KIN, *nouns.BOYFRIENDS,
    *in_order("he", "persons.txt"),
)  # fmt: skip
_SHE: Final = (
    *nouns.WOMEN, *nouns.FEMALE_KIN, *nouns.GIRLFRIENDS,
    *in_order("she", "persons.txt"),
)  # fmt: skip
_KIN: Final = (*nouns.MALE_KIN, *nouns.FEMALE_KIN, *nouns.ANY_KIN)
_BETWEEN: Final = r"(?:,?\s(?:the\s|a\s)?(?:(?:former|late|then|retired|also)\s)?(?:[A-Z][\w.’'-]*\s){0,3}|:\s)$"
_CALLED: Final = (
    r",?\s(?:who\s)?(?:was\s)?(?:identified|named|known|introduced)\s(?:[a-z]+\s){0,4}?as\s(?:[A-Z]\w*\s)?$"
)
_APPOSED: Final = r"(?:\s\(?\d{1,3}\)?|,\s\d{1,3})?,\s(?:(?:a|an|the|his|her|their|whose|one)\s)?(?:[\w’'-]+\s){0,3}?"
#: How far before and behind a name what it is told as may stand.
_REACH: Final = 70


def _told(table: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells a name as one of the words: the word before it, and the word behind it."""
    words = "|".join(table)
    return (
        re.compile(rf"\b(?P<word>(?i:{words}))\.?(?:{_BETWEEN}|{_CALLED})"),
        re.compile(
            rf"(?:{_APPOSED}|\s(?:is|was)\s(?:a|an|the|his|her|their)\s(?:[\w-]+\s){{0,2}}?)(?P<word>{words})\b"
        ),
    )


_SEXES: Final = (("he", _told(_HE)), ("she", _told(_SHE)))
_KINSHIP: Final = _told(_KIN)


def are_told_as_two(a: Annotated, one: Span, b: Annotated, other: Span) -> bool:
    """Tells whether two names that share a surname are told of two persons: a man and a woman, or the kin of somebody
    and one who is not told as that kin."""
    sexes = _sex(a, one), _sex(b, other)
    if all(sexes) and sexes[0] != sexes[1]:
        return True
    kin = _word(a, one, _KINSHIP), _word(b, other, _KINSHIP)
    return kin[0] != kin[1]


def are_told_as_one(a: Annotated, one: Span, b: Annotated, other: Span) -> bool:
    """Tells whether two names that share a surname are told as the same kin of somebody: both as a brother."""
    kin = _word(a, one, _KINSHIP), _word(b, other, _KINSHIP)
    return bool(kin[0]) and kin[0] == kin[1]


def are_two_kin(a: Annotated, one: Span, b: Annotated, other: Span) -> bool:
    """Tells whether two names that share a surname are told as two kinds of kin: a grandmother and a brother."""
    kin = _word(a, one, _KINSHIP), _word(b, other, _KINSHIP)
    return all(kin) and kin[0] != kin[1]


def _sex(piece: Annotated, name: Span) -> str | None:
    """The pronoun that a name takes, by what stands right beside it; None where nothing tells it, or both are told."""
    told = [pronoun for pronoun, patterns in _SEXES if _word(piece, name, patterns)]
    return told[0] if len(told) == 1 else None


def _word(piece: Annotated, name: Span, patterns: tuple[re.Pattern[str], re.Pattern[str]]) -> str | None:
    """The word that a name is told as, lower-cased."""
    text = piece.report.text
    before = patterns[0].search(text[max(0, name.start - _REACH) : name.start])
    behind = patterns[1].match(text, name.end, name.end + _REACH)
    found = before or behind
    return found["word"].lower() if found else None
