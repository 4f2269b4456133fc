"""Two tiers, always told apart: what reports surely agree on, and what they tell on the same matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from msgspec.structs import replace

from crosswire.judge.shared import shared
from crosswire.judge.sides.evidences import clipped
from crosswire.judge.sides.side import Side, side_at
from crosswire.judge.vetoes import is_vetoed
from crosswire.model import Alignment, Annotated, Difference, Evidence, Point, Span, evidence

Place = tuple[str, int, int]
#: Agreement takes two origins.
_TWO: Final = 2
#: A point of more passages is looked at in its first ones, which keeps the cost linear in reports.
_MOST_COMPARED: Final = 12


def tiered(
    points: Sequence[Point], alignment: Alignment, by_id: Mapping[str, Annotated], origin_of: Mapping[str, str]
) -> Iterator[Point]:
    """Yields the points, each corroborated one cut to the members that surely assert one thing.

    Where it held more than these, all of it is told behind it as a point on the same matter; where fewer than two
    origins are sure, a difference of the story parts them, or one denies what another tells, the whole point is one on
    the same matter.
    """
    yield from _told_once(list(_parted(points, _agreed(alignment, by_id), by_id, origin_of)))


def _told_once(points: Sequence[Point]) -> Iterator[Point]:
    """The points without those agreed on in passages that another agreed point holds as well."""
    held = [frozenset(map(_place, p.evidence)) for p in points if p.verdict == "corroborated"]
    told: set[frozenset[Place]] = set()
    for point in points:
        own = frozenset(map(_place, point.evidence))
        if point.verdict == "corroborated":
            if own in told or any(own < other for other in held):
                continue
            told.add(own)
        yield point


def _parted(
    points: Sequence[Point],
    agreed: Mapping[Place, list[frozenset[Place]]],
    by_id: Mapping[str, Annotated],
    origin_of: Mapping[str, str],
) -> Iterator[Point]:
    unequal = [d for point in points for d in point.differences if d.nature in ("conflict", "update")]
    for point in points:
        if point.verdict != "corroborated":
            yield point
            continue
        sure = _sure(point.evidence, agreed)
        if any(contradicts(difference, sure) for difference in unequal) or _is_denied(sure, by_id):
            sure = ()
        told = shared(_sides(sure, by_id), [origin_of.get(e.report, e.report) for e in sure])
        if told is None:
            yield replace(point, verdict="same-matter")
            continue
        sure = tuple(sure[k] for k in told.by)
        yield replace(point, evidence=sure, origins=_origins(sure, origin_of), gist=told.words)
        if len(sure) < len(point.evidence):
            yield replace(point, verdict="same-matter", gist=told.words, differences=())


def contradicts(difference: Difference, told: Iterable[Evidence]) -> bool:
    """Tells whether two of the passages `told` give values of the difference that are unequal."""
    giving = [{i for i, v in enumerate(difference.values) if any(_holds(e, w) for w in v.evidence)} for e in told]
    return len(set().union(*giving)) > 1 if giving else False


def _is_denied(told: Sequence[Evidence], by_id: Mapping[str, Annotated]) -> bool:
    return any(is_vetoed(a, b) for a, b in combinations(_sides(told, by_id), 2))


def _sides(told: Sequence[Evidence], by_id: Mapping[str, Annotated]) -> list[Side]:
    return [side_at(by_id[e.report], Span(start=e.start, end=e.end)) for e in told[:_MOST_COMPARED]]


def _holds(passage: Evidence, words: Evidence) -> bool:
    return passage.report == words.report and passage.start <= words.start and words.end <= passage.end


def _agreed(alignment: Alignment, by_id: Mapping[str, Annotated]) -> dict[Place, list[frozenset[Place]]]:
    """For each passage the sets of passages that surely tell the same as it does."""
    found: dict[Place, list[frozenset[Place]]] = {}
    for aligned in alignment.points:
        sure = [m for m, is_sure in zip(aligned.members, aligned.sure, strict=True) if is_sure]
        told = [evidence(by_id[m.report].report, clipped(by_id[m.report].report.text, m.span)) for m in sure]
        together = frozenset(map(_place, told))
        for place in together:
            found.setdefault(place, []).append(together)
    return found


def _sure(told: Sequence[Evidence], agreed: Mapping[Place, list[frozenset[Place]]]) -> tuple[Evidence, ...]:
    """The largest part of the evidence that surely tells one thing, the first told of equals."""
    sets = (together for e in told for together in agreed.get(_place(e), ()))
    parts = [tuple(e for e in told if _place(e) in together) for together in sets]
    return max(parts, key=len, default=())


def _place(told: Evidence) -> Place:
    return told.report, told.start, told.end


def _origins(told: Iterable[Evidence], origin_of: Mapping[str, str]) -> int:
    return len({origin_of.get(e.report, e.report) for e in told})
