"""Numbers: "nine wounded" against "eleven wounded"; killed is not injured, several is not six."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosswire.judge.finding import Finding, Told, told
from crosswire.judge.governors import near_alike
from crosswire.judge.side import Side
from crosswire.judge.slots import Compared, Kind, Relation, unequal
from crosswire.judge.units import GENERAL, PEOPLE, same_unit, seconds, singular
from crosswire.model import Annotated, Nature, Quantity

#: How far apart two numbers may be, as a share of the larger, and still be one number rounded.
_ROUNDED = 0.06
#: Exact counts below this are counted, not rounded.
_ROUNDED_FROM = 100
_INF = float("inf")


#: From this on two numbers are taken for numbers of one thing.
_LEAST: Final = 0.5


def numbers(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds numbers of one thing that differ.

    Reason given: "people killed: 5 in 01; 7 in 03". Numbers meet only when they count the same (unit) and the same
    befell it
    (scope). What is equal on both sides is set aside first; then vaguer values that contain the sharper one, parts
    that add
    up to the whole, and rounded values are reconciled; what is left differs where it stands in one slot.
    """
    left, right = (_counted(side) for side in unmatched(a.quantities, b.quantities))
    notes = [
        _finding(a, one, b, other, nature)
        for one in left
        for other in right
        if comparable(one, other) and not _is_ambiguous(one, left, other, right)
        if (nature := nature_of(one, other)) in ("rounding", "precision")
    ]

    def relation(one: Quantity, other: Quantity) -> Relation | None:
        if not comparable(one, other) or _is_ambiguous(one, left, other, right):
            return None
        if nature_of(one, other) != "conflict":
            return "within"
        return "apart" if _excludes(a, one, b, other) else None

    pairs = unequal(a, left, b, right, Compared(relation=relation, tells=_is_told, kind=_kind, least=_LEAST))
    return (*notes, *(_finding(a, one, b, other, "conflict") for one, other in pairs))


def _counted(quantities: Sequence[Quantity]) -> list[Quantity]:
    return [q for q in quantities if q.kind not in ("age", "score")]


def _finding(a: Side, one: Quantity, b: Side, other: Quantity, nature: Nature) -> Finding:
    left, right = number_told(a, one), number_told(b, other)
    return Finding(slot="number", nature=nature, left=left, right=right, about=about(one, other))


def _kind(quantity: Quantity) -> Kind:
    return "money" if quantity.kind in ("money", "percent", "measure") else "number"


def _is_told(piece: Annotated, wanted: Quantity, instead: Quantity) -> bool:
    """Whether a report tells a number anywhere, of what may be the same thing."""
    return any(
        q.span != instead.span and (q.low, q.high) == (wanted.low, wanted.high) and comparable(q, wanted)
        for q in piece.quantities
    )


_OTHERS: Final = re.compile(r"\b(?:others?|more|additional|another|remaining|further)\b", re.IGNORECASE)
_SOME_OF: Final = re.compile(r"\b(?:identit(?:y|ies)|names?)\sof\s(?:the\s)?$", re.IGNORECASE)
_NAMED: Final = re.compile(r"[^.,;:]{0,80}\b(?:have|has|had|were|was)\s(?:been\s|also\s)*(?:identified|named)\b")
_PART_OF: Final = re.compile(r"\bof\s(?:the|those|these|his|her|their|its|them)\b", re.IGNORECASE)
_INCLUDED: Final = re.compile(
    r"\b(?:includ\w+|counting)\s(?:the\s)?(?:\w+\s)?(?:suspect|gunman|shooter|attacker|bomber|himself|perpetrator)",
    re.IGNORECASE,
)
#: Numbers further apart than this count different things, unless the sides are alike in every other word.
_FAR_APART: Final = 4.0


def _excludes(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    """Whether of two unequal numbers neither is a part of the other, nor the rest of it."""
    left, right = a.piece.words_of(one.span), b.piece.words_of(other.span)
    both_rest = bool(_OTHERS.search(left)) and bool(_OTHERS.search(right))
    if not both_rest and (_adds_up(one, b.quantities) or _adds_up(other, a.quantities)):
        return False
    if bool(_OTHERS.search(left)) != bool(_OTHERS.search(right)) or bool(_PART_OF.search(left)) != bool(
        _PART_OF.search(right)
    ):
        return False
    if _OTHERS.search(left) and not _same_rest(a, one, b, other):
        return False
    if _are_named(a, one) != _are_named(b, other):
        return False
    smaller, larger, rest = (left, right, b) if one.low < other.low else (right, left, a)
    if any(name not in rest.text for name in _names_which(smaller) - _names_which(larger)):
        return False  # "two Halden officers" may be some of "seven officers"
    if abs(one.low - other.low) <= 1 and one.scope == "kill" and (_INCLUDED.search(a.text) or _INCLUDED.search(b.text)):
        return False
    low, high = sorted((_bounds(one)[0], _bounds(other)[0]))
    return high <= _FAR_APART * max(low, 1) or near_alike(a, b)


def _are_named(side: Side, quantity: Quantity) -> bool:
    """Whether a number counts those who are named: they may be some of all."""
    text = side.piece.report.text
    if _SOME_OF.search(text, max(0, quantity.span.start - 24), quantity.span.start):
        return True
    return _NAMED.match(text, quantity.span.end) is not None


def _names_which(words: str) -> frozenset[str]:
    """The capitalised words between a number and its noun, which make it a number of some of them."""
    return frozenset(re.findall(r"(?<=\s)[A-Z]\w+", words))


def _same_rest(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    """Whether two numbers of "others" leave out as many: whatever else of the kind the sides count agrees."""
    left = [q.low for q in a.quantities if q.kind == "count" and q is not one and q.scope]
    right = [q.low for q in b.quantities if q.kind == "count" and q is not other and q.scope]
    return not left or not right or left == right


def unmatched(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Returns what has no equal on the other side; a number that is equal there is settled."""
    rest, others = [], list(right)
    for one in left:
        equal = next((o for o in others if comparable(one, o) and nature_of(one, o) is None), None)
        if equal is None:
            rest.append(one)
        else:
            others.remove(equal)
    return rest, others


def _is_ambiguous(one: Quantity, left: list[Quantity], other: Quantity, right: list[Quantity]) -> bool:
    """Whether something else on a side fits better: the same unit and scope, where this pair shares less."""
    fit = _fit(one, other)
    return any(_fit(one, o) > fit for o in right if o is not other) or any(
        _fit(o, other) > fit for o in left if o is not one
    )


def _fit(one: Quantity, other: Quantity) -> int:
    if not comparable(one, other):
        return -1
    return 2 * (one.unit is not None and same_unit(one.unit, other.unit)) + (
        one.scope is not None and one.scope == other.scope
    )


def comparable(one: Quantity, other: Quantity) -> bool:
    """Tells whether two numbers count the same thing, as far as what they count is told."""
    if one.kind != other.kind:
        return False
    if one.kind == "duration":
        return seconds(one.unit) is not None and seconds(other.unit) is not None
    if one.kind in ("money", "percent", "measure"):
        return same_unit(one.unit, other.unit)
    if one.kind == "ordinal":
        return same_unit(one.unit, other.unit) and singular(one.unit or "") in (
            "year",
            "month",
            "day",
            "week",
            "term",
            "time",
            "anniversary",
            "round",
        )
    if one.scope and other.scope and one.scope != other.scope:
        return False
    if one.unit is None and other.unit is None:
        return one.scope is not None and one.scope == other.scope
    if one.unit is None or other.unit is None:
        named = singular(one.unit or other.unit or "")
        return one.scope is not None and one.scope == other.scope and (named in GENERAL or one.scope == "fire")
    return same_unit(one.unit, other.unit) or _one_is_general(one, other)


def _one_is_general(one: Quantity, other: Quantity) -> bool:
    """Whether one counts people at large and the other a kind of them, of whom there cannot be more."""
    names = singular(one.unit or ""), singular(other.unit or "")
    if one.scope is None or one.scope != other.scope:
        return False
    if names[0] in GENERAL and names[1] in GENERAL:
        return True
    whole, part = (one, other) if names[0] in GENERAL else (other, one)
    return singular(whole.unit or "") in GENERAL and singular(part.unit or "") in PEOPLE and part.low > whole.high


def nature_of(one: Quantity, other: Quantity) -> Nature | None:
    """Returns how two comparable numbers differ, None where they are the same number."""
    low, high, low2, high2 = *_bounds(one), *_bounds(other)
    if (low, high) == (low2, high2):
        return None
    if low <= high2 and low2 <= high:
        return (
            "rounding"
            if one.kind != "age" and _is_near(low, high, low2, high2) and not (one.exact and other.exact)
            else "precision"
        )
    nearest, farthest = (low2 - high, max(low2, high)) if low2 > high else (low - high2, max(low, high2))
    counted = one.kind in ("count", "age") and one.exact and other.exact
    if (
        farthest >= (_ROUNDED_FROM if counted else 20)
        and nearest / farthest <= _ROUNDED
        and (_is_round(one) or _is_round(other))
    ):
        return "rounding"
    return "conflict"


def _bounds(quantity: Quantity) -> tuple[float, float]:
    unit = seconds(quantity.unit) if quantity.kind == "duration" else None
    low, high = quantity.low, quantity.high
    if quantity.kind == "duration" and not quantity.exact and low == high:
        low, high = low * 0.8, high * 1.2
    return (low * unit, high * unit) if unit else (low, high)


def _is_near(low: float, high: float, low2: float, high2: float) -> bool:
    return _INF not in (high, high2) and abs((low + high) - (low2 + high2)) <= 0.3 * max(high, high2)


def _is_round(quantity: Quantity) -> bool:
    """Whether a number ends in so many noughts that it may stand for its neighbours."""
    value = quantity.low
    return not quantity.exact or (value >= 20 and value % 10 == 0) or value >= 1e6


def _adds_up(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether counts on the other side sum up to this one: "two men and two women" are "four people"."""
    counts = [
        p
        for p in parts
        if p.kind == "count" and p.exact and p.low >= 1 and (p.scope is None or whole.scope in (None, p.scope))
    ]
    values = [p.low for p in counts]
    return len(values) > 1 and any(
        sum(values[i:j]) == whole.low for i in range(len(values)) for j in range(i + 2, len(values) + 1)
    )


def about(one: Quantity, other: Quantity) -> str:
    """Returns in words what two numbers are numbers of."""
    unit = one.unit if one.unit and singular(one.unit) not in GENERAL else other.unit or one.unit
    done = one.scope or other.scope
    words = {
        "kill": "killed",
        "injure": "injured",
        "arrest": "arrested",
        "charge": "charged",
        "miss": "missing",
        "fire": "fired",
    }
    if one.kind == "duration":
        return "length of time"
    return " ".join(part for part in (unit, words.get(done or "", "")) if part) or "number"


def number_told(side: Side, quantity: Quantity) -> Told:
    """Returns the value of a number, with its unit where it is not a count."""
    low, high = quantity.low, quantity.high
    value = f"{low:g}" if low == high else f"{low:g} or more" if high == _INF else f"{low:g} to {high:g}"
    unit = f" {quantity.unit}" if quantity.unit and quantity.kind in ("money", "percent", "measure", "duration") else ""
    return told(side, quantity.span, value + unit)
