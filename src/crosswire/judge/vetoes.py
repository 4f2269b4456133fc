"""What keeps two passages from agreeing, however alike their words: one denies the very thing that the other tells.

"No direct hit" and "took a direct hit" share every word and are no agreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from crosswire.judge.sides.predicates import LIGHT, Predicate, predicates
from crosswire.judge.sides.side import STOP, Side

NO: Final = "no"


def is_vetoed(a: Side, b: Side) -> bool:
    """Tells whether two sides cannot be told as agreed, whichever comes first."""
    return any(_denies(one, other) or _tells_none(one, other) for one, other in ((a, b), (b, a)))


def _denies(a: Side, b: Side) -> bool:
    """Whether `a` denies what `b` tells and does not deny as well."""
    told = frozenset(map(_folded, b.stems))
    denied_too = frozenset(form for p in predicates(b) if p.denied for form in _forms(p) or _arguments(p))
    return any(
        _is_told(predicate, told) and not (_forms(predicate) or _arguments(predicate)) & denied_too
        for predicate in predicates(a)
        if predicate.denied
    )


def _tells_none(a: Side, b: Side) -> bool:
    """Whether `a` tells that there was none of what `b` tells of in the same two words: "no direct hit"."""
    none = {pair for before, pair in _pairs(a) if before == NO}
    told = {before != NO for before, pair in _pairs(b) if pair in none}
    return told == {True}


def _pairs(side: Side) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every two words of substance that stand together, with the word before them."""
    words = [token.word for token in side.tokens]
    for i, (one, other) in enumerate(pairwise(side.tokens)):
        if one.word not in STOP and other.word not in STOP:
            yield words[i - 1] if i else "", (one.stem, other.stem)


def _is_told(denied: Predicate, told: frozenset[str]) -> bool:
    """Whether the very thing that is denied is told: the predicate, of one same thing at least; where it says little,
    all that it is told of."""
    forms, arguments = _forms(denied), _arguments(denied)
    if forms:
        return bool(forms & told and (arguments & told or not arguments))
    return len(arguments) > 1 and arguments <= told


def _forms(predicate: Predicate) -> frozenset[str]:
    return frozenset(_folded(form) for form in predicate.forms - LIGHT)


def _arguments(predicate: Predicate) -> frozenset[str]:
    return frozenset(map(_folded, predicate.arguments))


def _folded(word: str) -> str:
    """A stem without the mute e that short words keep: "fire" and "fired" meet."""
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
