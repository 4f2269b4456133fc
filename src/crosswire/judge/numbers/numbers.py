"""Numbers: "nine wounded" against "eleven wounded"; killed is not injured, several is not six."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from crosswire.judge.numbers.wholes import excludes, one_lot
from crosswire.judge.sides.finding import Finding, Told, told
from crosswire.judge.sides.governors import governors, near_alike
from crosswire.judge.sides.side import Side, stem
from crosswire.judge.sides.slots import Compared, Kind, Relation, unequal
from crosswire.judge.sides.units import GENERAL, PEOPLE, same_unit
from crosswire.model import Annotated, Nature, Quantity
from crosswire.values.numbers.measures import seconds, singular
from crosswire.values.numbers.relate import relate

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
        return (
            "apart" if excludes(a, one, b, other) and one_lot(a, one, b, other) and _lasts(a, one, b, other) else None
        )

    pairs = unequal(a, left, b, right, Compared(relation=relation, tells=_is_told, kind=_kind, least=_LEAST))
    return (*notes, *(_finding(a, one, b, other, "conflict") for one, other in pairs))


#: What takes as long as it is told to take.
_LASTING: Final = frozenset(
    map(
        stem,
        ("lasted", "lasting", "late", "wait", "waited", "waiting", "delay", "delayed", "took", "behind", "running"),
    )
)


def _lasts(a: Side, one: Quantity, b: Side, other: Quantity) -> bool:
    """Whether two lengths of time are of one thing: both of a waiting, governed by one word of lasting, or of sides
    that are alike; a sentence of years is somebody's, a year of work anybody's."""
    if one.kind != "duration" or near_alike(a, b):
        return True
    if one.scope == other.scope == "wait":
        return True
    return bool(governors(a, one.span) & governors(b, other.span) & _LASTING)


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
        return relate(one, other).how != "incomparable" and one.unit is not None
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
    found = relate(one, other)
    if found.how in ("same", "incomparable"):
        return None
    if found.how == "apart":
        return "conflict"
    return "rounding" if found.reason in ("hedged", "rounded", "converted") else "precision"


#: Nouns for anybody that read ill before what befell them: "lives killed", "others injured".
_ANYBODY: Final = frozenset({"person", "other", "life", "body", "soul", "human", "individual", "casualty"})


def about(one: Quantity, other: Quantity) -> str:
    """Returns in words what two numbers are numbers of."""
    if one.kind == "money":
        return "amount of money"
    unit = _counted_as(one, other)
    done = one.scope or other.scope
    words = {
        "kill": "killed",
        "injure": "injured",
        "arrest": "arrested",
        "charge": "charged",
        "miss": "missing",
        "fire": "fired",
        "critical": "in critical condition",
        "serious": "in serious condition",
        "stable": "in stable condition",
    }
    if one.kind == "duration":
        return "length of time"
    told = words.get(done or "", "")
    if not unit and told and done not in ("fire", "miss"):
        unit = "people"
    if not told and unit in ("people", "times"):
        unit = f"number of {unit}"
    return " ".join(part for part in (unit, told) if part) or "number"


def _counted_as(one: Quantity, other: Quantity) -> str | None:
    """The noun for what both count, that for a kind of people before one for anybody, and in the plural where told."""
    units = [q.unit for q in (one, other) if q.unit]
    kinds = [unit for unit in units if singular(unit) not in GENERAL] or units
    unit = next((unit for unit in kinds if singular(unit) != unit), kinds[0] if kinds else None)
    return "people" if unit and singular(unit) in _ANYBODY else unit


def number_told(side: Side, quantity: Quantity) -> Told:
    """Returns the value of a number, with its unit where it is not a count."""
    low, high = quantity.low, quantity.high
    value = f"{low:g}" if low == high else f"{low:g} or more" if high == _INF else f"{low:g} to {high:g}"
    unit = f" {quantity.unit}" if quantity.unit and quantity.kind in ("money", "percent", "measure", "duration") else ""
    return told(side, quantity.span, value + unit)
