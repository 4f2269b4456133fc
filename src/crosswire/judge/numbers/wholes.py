"""Wholes and parts: whether two numbers count the same people or things, all of them, at the same time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosswire.judge.sides import nouns
from crosswire.judge.sides.governors import governors, near_alike, other_subject
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.units import GENERAL, PEOPLE
from crosswire.model import Annotated, Quantity, Span
from crosswire.values.numbers.measures import seconds, singular

_OTHERS: Final = re.compile(r"\b(?:others?|more(?!\sthan)|additional|another|remaining|further)\b", re.IGNORECASE)
_PART_OF: Final = re.compile(
    r"\bof\s(?:the(?!\ssame\b)|those|these|this|that|last|his|her|their|its|them)\b", re.IGNORECASE
)
_OF_THOSE: Final = re.compile(r"\b(?:of|among)\s(?:those|these|them)\b,?\s(?:\w+\s)?$", re.IGNORECASE)
_OF: Final = re.compile(r"\sof\s\w+\b(?:\ssame\b)?")
_SOME_OF: Final = re.compile(
    r"\b(?:identit(?:y|ies)|names?)\sof\s(?:the\s)?$|\b(?:named|identified)\s(?:\w+\s)?$", re.IGNORECASE
)
_NAMED: Final = re.compile(
    r"[^.,;:]{0,80}\b(?:have|has|had|were|was)\s(?:been\s|also\s)*(?:identified|named|released)\b"
)
#: What tells of some that the law holds them to account: of four who fired, two may be charged.
_CHARGED: Final = re.compile(
    r"[^.,;:]{0,60}?\b(?:(?:was|were|been|being|are|is)\s(?:\w+\s)?(?:charged|indicted|accused|convicted|sentenced|suspended)|"
    r"fac(?:e|es|ed|ing)\s(?:[\w-]+\s){0,4}?(?:charges?|counts?|trial)|pleaded)\b",
    re.IGNORECASE,
)
_CHARGES: Final = re.compile(
    r"\b(?:indict\w*|charg\w+|accus\w+|convict\w+|sentenc\w+|trials?|case)\s(?:(?:of|against)\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_STILL: Final = re.compile(r"\s(?:\w+\s){0,3}?(?:still|remain(?:s|ed)?|continued?)\b", re.IGNORECASE)
_SURVIVING: Final = re.compile(r"\bsurviv(?:ing|ors?|ed)\b", re.IGNORECASE)
_SEVERAL: Final = re.compile(
    rf"\b(?:separate|{'|'.join(nouns.SEVERAL)}|several|multiple|string\sof|wave\sof)\s(?:separate\s|\w+\s)?"
    r"(?:shootings|attacks|incidents|blasts|bombings|explosions|crashes|stabbings|strikes|raids|scenes)\b",
    re.IGNORECASE,
)
_SELF: Final = re.compile(
    rf"\b(?:includ\w+|counting)\s(?:the\s)?(?:\w+\s)?(?:{nouns.either(nouns.SUSPECTS, nouns.CULPRITS)}|himself)|"
    r"\b(?:and|before|then)\s(?:\w+\s){0,6}?(?:himself|herself|themselves)\b",
    re.IGNORECASE,
)
#: What opens a list of the parts of a number before it: "two women — one dead, the other hurt".
_LISTS: Final = re.compile(r"\s[—–-]+\s|[:(]|,\sincluding\s|\b(?:one|some)\sof\s(?:them|whom)\b")
#: Numbers further apart than this count different things, unless the sides are alike in every other word.
_FAR_APART: Final = 4.0
#: What may befall those who die of it.
_HURT: Final = frozenset({"injure", "shoot", "hit"})
_BEFORE: Final = 14  # characters in front of a number in which it is said to be the rest of another


def excludes(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    """Tells whether of two unequal numbers neither is a part of the other, nor the rest of it, nor told of others."""
    left, right = _words(a, one), _words(b, other)
    both_rest = bool(_OTHERS.search(left)) and bool(_OTHERS.search(right))
    if not both_rest and (_adds_up(a, one, b.quantities) or _adds_up(b, other, a.quantities)):
        return False
    return is_of_same(a, one, b, other)


def is_of_same(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    """Tells whether neither of two unequal numbers is told to be a part of something, the rest of it, or of others,
    where the other is not."""
    left, right = _words(a, one), _words(b, other)
    if bool(_OTHERS.search(left)) != bool(_OTHERS.search(right)) or _is_part(a, one) != _is_part(b, other):
        return False
    if _OTHERS.search(left) and not _same_rest(a, one, b, other):
        return False
    if any(tells(a, one) != tells(b, other) for tells in _SOME):
        return False
    if _is_listed(a, one) or _is_listed(b, other) or other_subject(a, one.span, b, other.span):
        return False
    left, right = a.piece.words_of(one.span), b.piece.words_of(other.span)
    smaller, larger, rest = (left, right, b) if one.low < other.low else (right, left, a)
    if any(name not in rest.text for name in _names_which(smaller) - _names_which(larger)):
        return False  # "two Halden officers" may be some of "seven officers"
    if abs(one.low - other.low) <= 1 and one.scope == "kill" and (_SELF.search(a.text) or _SELF.search(b.text)):
        return False
    low, high = sorted((_size(one), _size(other)))
    return high <= _FAR_APART * max(low, 1) or near_alike(a, b)


def _size(quantity: Quantity) -> float:
    """A number, or its bound where it is told by that alone, in seconds where it is a length of time."""
    size = quantity.low or quantity.high
    return size * ((seconds(quantity.unit) or 1) if quantity.kind == "duration" else 1)


def one_lot(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    """Tells whether what befell those who are counted is told of both, or of neither, or one word governs both."""
    if bool(one.scope) == bool(other.scope):
        return True
    return bool(governors(a, one.span) & governors(b, other.span)) or near_alike(a, b)


def _words(side: Side, quantity: Quantity) -> str:
    """The words of a number with those right in front of it."""
    text = side.piece.report.text
    start = max(side.span.start, quantity.span.start - _BEFORE)
    return text[start : quantity.span.start].rpartition(",")[2] + text[quantity.span.start : quantity.span.end]


def _is_part(side: Side, quantity: Quantity) -> bool:
    """Whether a number is said to be some of something: "three of the sailors", "of those, three"."""
    text = side.piece.report.text
    if _OF_THOSE.search(text, max(0, quantity.span.start - 24), quantity.span.start):
        return True
    end = _OF.match(side.piece.report.text, quantity.span.end, side.span.end)
    words = Span(start=quantity.span.start, end=end.end() if end else quantity.span.end)
    return _PART_OF.search(side.piece.words_of(words)) is not None


def _are_named(side: Side, quantity: Quantity) -> bool:
    return are_named(side.piece, quantity)


def are_named(piece: Annotated, quantity: Quantity) -> bool:
    """Tells whether a number counts those who are named: they may be some of all."""
    text = piece.report.text
    if _SOME_OF.search(text, max(0, quantity.span.start - 24), quantity.span.start):
        return True
    return _NAMED.match(text, quantity.span.end) is not None


def _are_still(side: Side, quantity: Quantity) -> bool:
    """Whether a number counts those of whom something still holds."""
    return _STILL.match(side.piece.report.text, quantity.span.end) is not None


def _are_survivors(side: Side, quantity: Quantity) -> bool:
    return _SURVIVING.search(side.text) is not None


def _are_charged(side: Side, quantity: Quantity) -> bool:
    """Whether a number counts those who are charged: they may be some of those who did it."""
    text = side.piece.report.text
    if _CHARGES.search(text, max(side.span.start, quantity.span.start - 30), quantity.span.start):
        return True
    return quantity.scope == "charge" or _CHARGED.match(text, quantity.span.end, side.span.end) is not None


def _are_of_several(side: Side, quantity: Quantity) -> bool:
    """Whether a number sums up several happenings."""
    return _SEVERAL.search(side.text) is not None


#: What is told of some, and not of all.
_SOME: Final = (_are_named, _are_still, _are_survivors, _are_of_several, _are_charged)


def _is_listed(side: Side, quantity: Quantity) -> bool:
    """Whether a number without a noun is a part of a larger one that is told right before it."""
    if quantity.unit is not None:
        return False
    wholes = [q for q in side.quantities if q.kind == "count" and q.span.end <= quantity.span.start and q.unit]
    whole = next((q for q in reversed(wholes) if singular(q.unit or "") in PEOPLE and q.low > quantity.low), None)
    return whole is not None and bool(
        _LISTS.search(side.piece.report.text, whole.span.end - 1, quantity.span.start + 1)
    )


def _names_which(words: str) -> frozenset[str]:
    """The capitalised words between a number and its noun, which make it a number of some of them."""
    return frozenset(re.findall(r"(?<=\s)[A-Z]\w+", words))


def _same_rest(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    """Whether two numbers of "others" leave out as many: whatever else of the kind the sides count agrees."""
    left = [q.low for q in a.quantities if q.kind == "count" and q is not one and q.scope]
    right = [q.low for q in b.quantities if q.kind == "count" and q is not other and q.scope]
    return not left or not right or left == right


def _may_be_part(part: Quantity, whole: Quantity) -> bool:
    """Whether what is counted may be some of what another number counts: victims are no part of five women."""
    units = singular(part.unit or ""), singular(whole.unit or "")
    return not all(units) or units[1] in GENERAL or units[0] == units[1] or units[0] not in GENERAL


def _adds_up(side: Side, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether counts on the other side sum up to this one: "two men and two women" are "four people", "four people and
    a fifth" are five, and the dead may be among those who were shot or hurt where they are not told beside them."""
    if any(p.kind == "ordinal" and p.low == whole.low > 1 for p in parts):
        return True
    dead = whole.scope in _HURT and not any(q.scope == "kill" for q in side.quantities)
    scopes = (None, whole.scope, *(("kill", "injure") if dead else ()))
    values = [
        p.low
        for p in parts
        if p.kind == "count"
        and p.exact
        and p.low >= 1
        and (whole.scope is None or p.scope in scopes)
        and _may_be_part(p, whole)
    ]
    return len(values) > 1 and any(
        sum(values[i:j]) == whole.low for i in range(len(values)) for j in range(i + 2, len(values) + 1)
    )
