"""The ages of those who were accused, killed or hurt, told together: "both in their 30s" against "28 and 34"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from crosswire.judge.numbers.numbers import number_told
from crosswire.judge.people.persons import age_bearer
from crosswire.judge.sides.finding import Finding, Pair
from crosswire.judge.sides.nouns import SUSPECTS, either
from crosswire.judge.sides.side import inside
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Quantity, Span

_ROLES: Final = {
    "the accused": re.compile(
        rf"\b(?:{either(SUSPECTS)}|arrest(?:ed|s)?|charged|charges|accused|booked|custody|indicted|wanted|jailed)\b",
        re.IGNORECASE,
    ),
    "the dead": re.compile(
        r"\b(?:killed|dead|died|slain|deceased|fatally|pronounced|to\sdeath|deaths?|bodies|victims)\b", re.IGNORECASE
    ),
    "the wounded": re.compile(
        r"\b(?:wounded|injured|hurt|hospitals?|hospitalized|survived|surviving|treated|stable|critical)\b",
        re.IGNORECASE,
    ),
}
_ALL: Final = re.compile(r"\b(?:all|both|each)\b|\btheir\b", re.IGNORECASE)


def age_lists(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two reports whose ages of all the accused, all the dead or all the wounded exclude one another.

    A report tells them in one sentence, that is of these alone: one by one, or together ("both in their 30s"). Two
    lists differ where each has an age that the other report tells nowhere; ages beside names are left to `particulars`.
    """
    found: list[tuple[str, Pair]] = []
    for role in _ROLES:
        lists = [(piece, told) for piece in pieces if (told := _list(piece, role))]
        for (a, one), (b, other) in combinations(lists, 2):
            if clash := _clash(a, one, b, other):
                found.append((f"ages of {role}", _pair(role, a, clash[0], b, clash[1])))
    return found


def _list(piece: Annotated, role: str) -> tuple[Quantity, ...]:
    return next((told for name, told in _lists(piece) if name == role), ())


def _lists(piece: Annotated) -> Iterator[tuple[str, tuple[Quantity, ...]]]:
    """Every sentence that tells several ages, or one of them all, with the role of those whose ages they are."""
    for sentence in piece.sentences:
        ages = tuple(q for q in inside(piece.quantities, sentence) if q.kind == "age")
        if len(ages) > 1 or (ages and _is_of_all(piece, ages[0], sentence)):
            roles = [role for role, told in _ROLES.items() if told.search(piece.words_of(sentence))]
            if len(roles) == 1:
                yield roles[0], ages


def _is_of_all(piece: Annotated, age: Quantity, sentence: Span) -> bool:
    return not age.exact and bool(_ALL.search(piece.report.text, sentence.start, age.span.end))


def _clash(
    a: Annotated, one: tuple[Quantity, ...], b: Annotated, other: tuple[Quantity, ...]
) -> tuple[Quantity, Quantity] | None:
    left = [age for age in one if not any(_agree(age, q) for q in _ages(b))]
    right = [age for age in other if not any(_agree(age, q) for q in _ages(a))]
    if len(one) == 1 or len(other) == 1:  # one age of them all
        wide, others = (one[0], other) if len(one) == 1 else (other[0], one)
        apart = [age for age in others if not _agree(age, wide)]
        if not apart or len(others) == 1:
            return None
        return (wide, apart[0]) if len(one) == 1 else (apart[0], wide)
    same_length = len({(q.low, q.high) for q in one}) == len({(q.low, q.high) for q in other})
    nameless = not all(age_bearer(p, age) for p, ages in ((a, left), (b, right)) for age in ages)
    return (left[0], right[0]) if left and right and same_length and nameless else None


def _ages(piece: Annotated) -> Iterator[Quantity]:
    return (q for q in piece.quantities if q.kind == "age")


def _agree(one: Quantity, other: Quantity) -> bool:
    return one.low <= other.high and other.low <= one.high


def _pair(role: str, a: Annotated, one: Quantity, b: Annotated, other: Quantity) -> Pair:
    left, right = telling(a, one.span), telling(b, other.span)
    values = number_told(left, one), number_told(right, other)
    finding = Finding(slot="number", nature="conflict", left=values[0], right=values[1], about=f"ages of {role}")
    return left, right, finding
