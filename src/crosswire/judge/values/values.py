"""Values of one thing, compared over the whole story: wherever two reports tell it, and whichever point holds it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, TypeAlias

import numpy as np

from crosswire.judge.sides.finding import Finding, Pair
from crosswire.judge.sides.tellings import telling
from crosswire.judge.values.kinds import KINDS, Features, Kind
from crosswire.judge.values.likeness import chance, likeness, weighed
from crosswire.judge.values.telling import Key, Page, Telling, pages, rarity
from crosswire.model import Annotated, Difference, Point, Struct

#: Clauses whose vectors are further apart than this tell two things.
_NEAR: Final = 0.4
#: And each two values, of those that several reports tell, from this one on.
_ITSELF: Final = 0.3
#: Every report is compared with the first so many, which keeps the cost of very many linear.
_COMPARED_WITH: Final = 12
#: Below this two values are of two things.
_DOUBTED: Final = 0.2
#: The first of a story's other reports that tell a value too count for it.
_MOST: Final = 3.0
_MARGIN: Final = "no other values are as alike"
#: A slot, and where in which report a value of it begins.
Place: TypeAlias = tuple[str, str, int]


class Met(Struct, frozen=True):
    """Two values of two reports: whether they exclude one another, what is seen of them, and how alike that is."""

    left: Telling
    right: Telling
    apart: bool
    seen: Features
    alike: float


class Compared(Struct, frozen=True):
    """The values of one kind that exclude one another over a story, each two with how sure it is, from nought to one,
    that they are of one thing."""

    kind: Kind
    pairs: tuple[tuple[Met, float], ...]


def compared(pieces: Sequence[Annotated], points: Sequence[Point]) -> tuple[Compared, ...]:
    """Returns the values of a story set against one another, kind by kind; `points` tell what stands together."""
    own, rare = pages(pieces, points), rarity(pieces)
    return tuple(Compared(kind=kind, pairs=tuple(scored(kind, own, rare))) for kind in KINDS)


def values(found: Sequence[Compared]) -> list[tuple[str, Pair]]:
    """Returns every two numbers, days or places of one thing that cannot both be right, each with the key of its slot.

    Reason given: "people killed: five in 01; seven in 04". Pairs that share a telling have one key.
    """
    told: list[tuple[str, Pair]] = []
    for kind, pairs in ((f.kind, f.pairs) for f in found):
        claimed = _claimed(pairs, kind.least)
        told.extend((f"{kind.name} {key}", _pair(kind, met)) for key, met in zip(_keys(claimed), claimed, strict=True))
    return told


def _claimed(pairs: Sequence[tuple[Met, float]], least: float) -> list[Met]:
    """The pairs that are of one thing for sure enough: where several reports tell a value, and one tells another in its
    place, each of them makes it surer."""
    told: dict[tuple[int, Key], dict[int, float]] = defaultdict(dict)
    for met, score in pairs:
        for one, other in ((met.left, met.right), (met.right, met.left)):
            by_report = told[id(one), other.key]
            by_report[other.report] = max(score, by_report.get(other.report, 0.0))
    together = {which: _together(by_report.values()) for which, by_report in told.items()}
    return [
        met
        for met, score in pairs
        if score >= _ITSELF
        and max(together[id(met.left), met.right.key], together[id(met.right), met.left.key]) >= least
    ]


def _together(scores: Iterable[float]) -> float:
    """How sure it is that one at least of the two likeliest is right."""
    left = 1.0
    for score in sorted(scores)[-2:]:
        left *= 1 - score
    return 1 - left


def sureness(found: Sequence[Compared]) -> dict[frozenset[Place], float]:
    """Returns for each two places in reports whose values exclude one another how sure it is that they are of one
    thing."""
    return {
        frozenset({(f.kind.slot, m.side.piece.report.id, m.span.start) for m in (met.left, met.right)}): score
        for f in found
        for met, score in f.pairs
    }


def is_doubted(difference: Difference, sure: Mapping[frozenset[Place], float]) -> bool:
    """Tells whether the values of a difference are hardly of one thing, seen over the whole story; what was not set
    against one another there is not doubted."""
    known = [
        sure[pair]
        for one, other in combinations(difference.values, 2)
        for e in one.evidence
        for o in other.evidence
        if (pair := frozenset({(difference.slot, e.report, e.start), (difference.slot, o.report, o.start)})) in sure
    ]
    return bool(known) and max(known) < _DOUBTED


def scored(kind: Kind, own: Sequence[Page], rare: Mapping[str, float]) -> Iterator[tuple[Met, float]]:
    """Yields every two values of a kind that exclude one another, with how sure it is that they are of one thing."""
    told = [page.tellings(kind.found(page.piece)) for page in own]
    known = [frozenset(t.key for t in tellings) for tellings in told]
    reports = Counter(key for keys in known for key in keys)
    for a, b in ((a, b) for a, b in combinations(range(len(told)), 2) if a < _COMPARED_WITH):
        for met, margin in _with_margins(list(meetings(kind, told[a], told[b], rare))):
            if met.apart:
                told_by = elsewhere(met.left, met.right, known, reports)
                yield met, chance(weighed(kind, {**met.seen, **told_by, _MARGIN: max(-_MOST, min(_MOST, margin))}))


def _may_be_one(kind: Kind, a: Telling, b: Telling) -> bool:
    """Whether the words of both leave room for one thing: neither sentence tells the other's value as well."""
    return not (a.key in b.beside or b.key in a.beside) and kind.may_be_one(a, b)


def meetings(kind: Kind, ones: list[Telling], others: list[Telling], rare: Mapping[str, float]) -> Iterator[Met]:
    """Yields every two values of two reports that may be of one thing."""
    near = _nearness(ones, others)
    for i, k in np.argwhere(near >= _NEAR).tolist():
        one, other = ones[i], others[k]
        apart = kind.excludes(one.value, other.value)
        if apart is None or (apart and not _may_be_one(kind, one, other)):
            continue
        if one.side.stems & other.side.stems:
            seen = likeness(kind, one, other, float(near[i, k]), rare)
            yield Met(left=one, right=other, apart=apart, seen=seen, alike=weighed(kind, seen))


def _nearness(ones: list[Telling], others: list[Telling]) -> np.ndarray:
    """How near the clauses of one report's values are to those of another's."""
    rows = [np.array([t.vector for t in told], np.float32) for told in (ones, others)]
    if not ones or not others or rows[0].shape[1:] != rows[1].shape[1:]:
        return np.zeros((0, 0), np.float32)
    return rows[0] @ rows[1].T


def _with_margins(met: list[Met]) -> Iterator[tuple[Met, float]]:
    """Yields each meeting with how much more alike it is than any other of the same two values."""
    best: dict[int, list[float]] = defaultdict(list)
    for m in met:
        best[id(m.left)].append(m.alike)
        best[id(m.right)].append(m.alike)
    for kept in best.values():
        kept.sort(reverse=True)
    for m in met:
        both = (best[id(m.left)], best[id(m.right)])
        rivals = [kept[1] if kept[0] == m.alike else kept[0] for kept in both if kept[1:]]
        yield m, m.alike - max(rivals, default=m.alike - 3)


def elsewhere(left: Telling, right: Telling, known: Sequence[frozenset[Key]], reports: Mapping[Key, int]) -> Features:
    """Returns which reports tell two values that exclude one another.

    Args:
        left: one telling.
        right: the other, of another report.
        known: the keys of all values of this kind, report by report.
        reports: how many reports tell each.
    """
    both = (right.key in known[left.report]) + (left.key in known[right.report])
    others = [
        reports[key] - (key in known[left.report]) - (key in known[right.report]) for key in (left.key, right.key)
    ]
    return {
        "one report tells both": float(both == 1),
        "both reports tell both": float(both == 2),
        "one value is told by one report alone": float(min(others) == 0),
    }


def _keys(claimed: Sequence[Met]) -> list[int]:
    """One number for all that share a telling."""
    key: dict[int, int] = {}
    for i, met in enumerate(claimed):
        joined = {key.get(id(t)) for t in (met.left, met.right)} - {None}
        key |= {t: i for t, k in key.items() if k in joined} | {id(met.left): i, id(met.right): i}
    return [key[id(met.left)] for met in claimed]


def _pair(kind: Kind, met: Met) -> Pair:
    left, right = (telling(t.side.piece, t.span) for t in (met.left, met.right))
    one, other = met.left.value, met.right.value
    finding = Finding(
        slot=kind.slot, nature="conflict", left=kind.told(left, one), right=kind.told(right, other),
        about=kind.about(one, other),
    )  # fmt: skip
    return left, right, finding
