"""What the reports of one entry tell unlike: the same term in words that an editor would not print as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.model import Term, TermDifference, TermKind, Value, ValueKind

_COMPARED: tuple[TermKind, ...] = ("amount", "condition", "deadline", "since", "place", "stage", "status")
_KINDS: dict[TermKind, ValueKind] = {"amount": "number", "deadline": "time", "since": "time", "place": "place"}


def differences(terms: Sequence[Term]) -> tuple[TermDifference, ...]:
    """Returns the terms that two reports at least tell unlike, in the order of the terms.

    A term told by one report alone is no difference; numbers are compared in one unit, days where both are fixed.
    """
    return tuple(found for kind in _COMPARED for found in _unlike(kind, [t for t in terms if t.term == kind]))


def _unlike(kind: TermKind, told: Sequence[Term]) -> Iterator[TermDifference]:
    by_unit: dict[str | None, list[Term]] = {}
    for term in told:
        if kind in ("since", "deadline") and term.first is None:
            continue
        by_unit.setdefault(term.unit, []).append(term)
    for alike in by_unit.values():
        if len(alike) > 1 and not _in_the_same_reports(alike):
            values = tuple(_value(kind, term) for term in alike)
            why = "; ".join(
                f"“{t.evidence[0].exact}” in {', '.join(dict.fromkeys(e.report for e in t.evidence))}" for t in alike
            )
            yield TermDifference(term=kind, values=values, why=why)


def _in_the_same_reports(told: Sequence[Term]) -> bool:
    """One report that tells several values tells several things: no value stands against another report's."""
    reports = [frozenset(e.report for e in t.evidence) for t in told]
    return all(a & b for n, a in enumerate(reports) for b in reports[n + 1 :])


def _value(kind: TermKind, term: Term) -> Value:
    return Value(
        value=term.value,
        evidence=term.evidence,
        kind=_KINDS.get(kind, "words"),
        low=term.low,
        high=term.high,
        unit=term.unit,
        first=term.first,
        last=term.last,
    )
