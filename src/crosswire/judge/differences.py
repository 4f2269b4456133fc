"""Pairwise findings gathered over all the reports of a point: one difference a slot, with every value told."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from crosswire.judge.comparators import COMPARATORS
from crosswire.judge.sides.finding import Comparator, Pair, Told
from crosswire.judge.sides.side import Side
from crosswire.judge.typed import value_of
from crosswire.judge.updates import is_update
from crosswire.model import Difference, Nature, Span

#: Of two natures the one that matters more stands for both.
_WEIGHT: Final[dict[Nature, int]] = {"conflict": 4, "update": 3, "precision": 2, "rounding": 1, "wording": 0}
#: A point of very many reports is compared over its first tellings, which keeps the cost linear in reports.
_MOST_COMPARED: Final = 24


def differences(sides: Sequence[Side], comparators: Sequence[Comparator] = COMPARATORS) -> tuple[Difference, ...]:
    """Returns what is unequal between the sides of one point, in the order of the comparators; conflicts go first.

    Args:
        sides: one a report, in the order of the reports.
        comparators: what looks at each pair of sides.
    """
    compared = _distinct(sides)[:_MOST_COMPARED]
    found: dict[tuple[str, str], list[Pair]] = {}
    for a, b in itertools.combinations(compared, 2):
        for comparator in comparators:
            for finding in comparator(a, b):
                found.setdefault((finding.slot, finding.about), []).append((a, b, finding))
    order = {side: place for place, side in enumerate(sides)}
    told = [
        gathered(sorted(_with_copies(pairs, sides), key=lambda pair: (order[pair[0]], order[pair[1]])))
        for pairs in found.values()
    ]
    return tuple(_once(sorted(told, key=lambda d: -_WEIGHT[d.nature])))


def _once(told: Sequence[Difference]) -> list[Difference]:
    """The differences without stances that clash in the words of one told before them: "hurt" and "not hurt" are
    opposites, told and denied."""
    kept: list[Difference] = []
    for difference in told:
        stances = [d for d in kept if d.slot == difference.slot == "stance"]
        if not any(clash_alike(difference, other) for other in stances):
            kept.append(difference)
    return kept


def clash_alike(one: Difference, other: Difference) -> bool:
    """Tells whether two differences clash in the same words: at two places at least, each in its report."""
    return sum(any(r == o[0] and s < o[2] and o[1] < e for o in key(other)) for r, s, e in key(one)) > 1


def _distinct(sides: Sequence[Side]) -> list[Side]:
    """The sides without those that repeat another's words: a copy cannot differ from what it copies."""
    seen: dict[str, Side] = {}
    for side in sides:
        seen.setdefault(_said(side), side)
    return list(seen.values())


def _said(side: Side) -> str:
    return f"{side.text}\0{side.voice.name if side.voice else ''}"


def _with_copies(pairs: Sequence[Pair], sides: Sequence[Side]) -> Iterator[Pair]:
    """The pairs, and each with a copy in a side's stead: a report that repeats the words tells the value as well."""
    for a, b, finding in pairs:
        yield a, b, finding
        for copy, value in _copied(a, finding.left, sides):
            yield copy, b, structs.replace(finding, left=value)
        for copy, value in _copied(b, finding.right, sides):
            yield a, copy, structs.replace(finding, right=value)


def _copied(side: Side, value: Told, sides: Sequence[Side]) -> Iterator[tuple[Side, Told]]:
    """The sides that repeat this one's words and mean the same days by them, each with the value where it tells it."""
    for copy in sides:
        if copy is side or _said(copy) != _said(side) or _days(copy) != _days(side):
            continue
        by = copy.span.start - side.span.start
        span = Span(start=value.span.start + by, end=value.span.end + by)
        if copy.piece.words_of(span) == side.piece.words_of(value.span):
            yield copy, structs.replace(value, span=span)


def _days(side: Side) -> list[str]:
    return [time.value for time in side.times]


def gathered(pairs: Sequence[Pair]) -> Difference:
    """Returns the one difference that findings about one slot amount to; the weightiest nature stands for all."""
    nature = max((f.nature for _, _, f in pairs), key=lambda n: _WEIGHT[n])
    values = _values([p for p in pairs if p[2].nature == nature] if nature in ("conflict", "update") else pairs)
    first = pairs[0][2]
    if nature == "conflict" and is_update(first.slot, values):
        nature = "update"
    told = tuple(value_of(first.slot, value, tellings) for value, tellings in values)
    return Difference(slot=first.slot, nature=nature, about=first.about, values=told)


def _values(pairs: Sequence[Pair]) -> list[tuple[Told, list[tuple[Side, Told]]]]:
    """Each value told, with the sides that tell it, in the order of the reports."""
    by_value: dict[str, list[tuple[Side, Told]]] = {}
    for a, b, finding in pairs:
        for side, value in ((a, finding.left), (b, finding.right)):
            told = by_value.setdefault(value.value, [])
            if all(side.report != other.report for other, _ in told):
                told.append((side, value))
    return [(tellings[0][1], tellings) for tellings in by_value.values()]


def key(difference: Difference) -> frozenset[tuple[str, int, int]]:
    """Returns the places whose words clash; two differences that share two of them tell the same."""
    return frozenset((e.report, e.start, e.end) for v in difference.values for e in v.evidence)
