"""Each aligned point judged by the comparators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from crosswire.judge.comparators import COMPARATORS, SAFE
from crosswire.judge.differences import differences, key
from crosswire.judge.headings import headed
from crosswire.judge.importance import order_of
from crosswire.judge.relied import recounted
from crosswire.judge.sides.evidences import clipped
from crosswire.judge.sides.side import Side, side_at, side_of
from crosswire.judge.tiers import tiered
from crosswire.judge.unsettled import unsettled
from crosswire.judge.values.values import Place, compared, is_doubted, sureness, values
from crosswire.judge.values.weighing import Weighing
from crosswire.judge.whole_story import story_points
from crosswire.judge.wording import worded
from crosswire.model import Aligned, Alignment, Annotated, Difference, Origin, Point, Relied, Span, Verdict, evidence

#: Sides that the aligner joins with less certainty than this may speak of two things: only safe slots are compared.
SURE = 0.4
#: A clause of fewer words than this asserts too little to stand alone.
_FEWEST_WORDS = 4
#: The same two values may clash over many things: two voices over many sayings.
_MANY_TIMES = frozenset({"stance", "speaker", "cause", "order", "date", "place"})


def judge(
    alignment: Alignment, pieces: Sequence[Annotated], origins: Sequence[Origin], relies: Sequence[Relied] = ()
) -> tuple[Point, ...]:
    """Returns the story's points with their verdicts and differences, most important first, numbered "p1", "p2" ...

    A point told by several reports is corroborated (two origins or more, nothing unequal that matters, and surely one
    assertion), conflicting, updated, or on the same matter (not surely one assertion); what one origin alone tells is
    single-source. Points of two reports that copy one another stay single-source, and so does what all tell on the word
    of one: `relies` says what is told so.
    """
    by_id = {p.report.id: p for p in pieces}
    origin_of = {report: o.id for o in origins for report in o.reports}
    judged = [judged_point(aligned, by_id, origin_of) for aligned in alignment.points]
    told = [p for p in judged if len(p.evidence) > 1 or _is_substantial(p)]
    found = compared(pieces, told)
    told = without_doubted(told, sureness(found))
    told = told_once(story_points(told, pieces, origin_of, values(found)))
    told = list(tiered(told, alignment, by_id, origin_of))
    weighing = Weighing(pieces, told)
    told = [_looked_at(point, by_id, origin_of, weighing) for point in told]
    told = list(recounted(told, relies, origin_of, by_id))
    ordered = sorted(told, key=lambda p: order_of(p, _lead(p, by_id)))
    return tuple(_numbered(point, f"p{i}", by_id) for i, point in enumerate(ordered, 1))


def judged_point(aligned: Aligned, by_id: Mapping[str, Annotated], origin_of: Mapping[str, str]) -> Point:
    """Returns one aligned point with its verdict, its differences, and the words of the plainest report."""
    sides = [side_of(by_id[m.report], m, aligned.confidence) for m in aligned.members]
    count = len({origin_of.get(m.report, m.report) for m in aligned.members})
    sure = aligned.confidence >= SURE
    unequal = differences(sides, COMPARATORS if sure else SAFE) if len(sides) > 1 else ()
    return Point(
        id="",
        verdict=verdict(unequal, count),
        gist=gist(sides),
        origins=count,
        evidence=tuple(evidence(s.piece.report, clipped(s.piece.report.text, s.span)) for s in sides),
        differences=unequal,
        confidence=aligned.confidence,
    )


def without_doubted(points: Sequence[Point], sure: Mapping[frozenset[Place], float]) -> list[Point]:
    """Returns the points without the differences of values that are hardly of one thing, seen over the whole story."""
    result = []
    for point in points:
        own = tuple(d for d in point.differences if not is_doubted(d, sure))
        result.append(replace(point, differences=own, verdict=verdict(own, point.origins)))
    return result


def told_once(points: Sequence[Point]) -> list[Point]:
    """Returns the points with every difference kept in one of them alone: the one that most reports tell, the first
    told of those.

    A passage may stand in several points, and what clashes in it would be told with each.
    """
    kept: dict[bool, list[frozenset[tuple[str, int, int]]]] = {True: [], False: []}
    values: set[tuple[str, frozenset[str]]] = set()
    result = list(points)
    named = _first_named(points)
    for i in sorted(range(len(points)), key=lambda i: (-len(points[i].evidence), _first_told(points[i]), i)):
        point = points[i]
        own = [
            d
            for d in point.differences
            if not any(_is_held(key(d), k) for k in kept[_weighs(d)])
            and _told(d) not in values
            and named.get(_told(d), i) == i
        ]
        values.update(_told(d) for d in own if d.slot not in _MANY_TIMES)
        for d in own:
            kept[False].append(key(d))
            if _weighs(d):  # what only a note tells is not told yet
                kept[True].append(key(d))
        if len(own) != len(point.differences):
            result[i] = Point(
                id=point.id, verdict=verdict(own, point.origins), gist=point.gist, origins=point.origins,
                evidence=point.evidence, differences=tuple(own), confidence=point.confidence,
            )  # fmt: skip
    return result


def _first_named(points: Sequence[Point]) -> dict[tuple[str, frozenset[str]], int]:
    """The point, by its place in `points`, in which two names of a person clash first."""
    found: dict[tuple[str, frozenset[str]], tuple[float, int]] = {}
    for i, point in enumerate(points):
        for difference in point.differences:
            if difference.slot == "name" and _weighs(difference):
                starts = [e.start for value in difference.values for e in value.evidence[:1]]
                at = (sum(starts) / max(1, len(starts)), i)
                found[_told(difference)] = min(found.get(_told(difference), at), at)
    return {told: i for told, (_, i) in found.items()}


def _weighs(difference: Difference) -> bool:
    return difference.nature in ("conflict", "update")


def _is_held(places: frozenset[tuple[str, int, int]], others: frozenset[tuple[str, int, int]]) -> bool:
    """Whether two places at least, each in its report, lie on places of the other difference."""
    return sum(any(r == o[0] and s < o[2] and o[1] < e for o in others) for r, s, e in places) > 1


def _first_told(point: Point) -> float:
    """How far down in its reports a point stands, in characters on the mean."""
    return sum(e.start for e in point.evidence) / max(1, len(point.evidence))


def _told(difference: Difference) -> tuple[str, frozenset[str]]:
    """What a difference is about and its values: one person's two names clash once, wherever they stand."""
    return f"{difference.slot} {difference.about}", frozenset(v.value for v in difference.values)


def verdict(unequal: Sequence[Difference], origins: int) -> Verdict:
    """Returns the verdict that differences and the number of origins amount to; only conflict and update weigh."""
    natures = {d.nature for d in unequal}
    if "conflict" in natures:
        return "conflicting"
    if "update" in natures:
        return "updated"
    return "corroborated" if origins > 1 else "single-source"


def gist(sides: Sequence[Side]) -> str:
    """Returns the exact words of the plainest side: the one that shares most with the others in the fewest words."""

    def plainness(side: Side) -> tuple[float, int]:
        words = side.stems
        others = [s.stems for s in sides if s is not side]
        shared = sum(len(words & o) / max(1, len(words | o)) for o in others)
        return -shared, abs(side.span.end - side.span.start - 90)

    plainest = min(sides, key=plainness)
    span = clipped(plainest.piece.report.text, plainest.span)
    return plainest.piece.words_of(span)


def _is_substantial(point: Point) -> bool:
    """A clause worth a line of its own: enough words, one of them a content word."""
    return len(point.gist.split()) >= _FEWEST_WORDS


def _lead(point: Point, by_id: Mapping[str, Annotated]) -> float:
    return min((e.start / max(1, len(by_id[e.report].report.text)) for e in point.evidence), default=1.0)


def _looked_at(point: Point, by_id: Mapping[str, Annotated], origin_of: Mapping[str, str], weighing: Weighing) -> Point:
    """A corroborated point, or one on the same matter where a slot may be told unlike: with these slots."""
    if point.verdict != "corroborated":
        return point
    sides = [side_at(by_id[e.report], Span(start=e.start, end=e.end), None, point.confidence) for e in point.evidence]
    doubted = unsettled(sides, lambda one, other: origin_of[one] == origin_of[other], weighing)
    return replace(point, verdict="same-matter", unsettled=doubted) if doubted else point


def _numbered(point: Point, name: str, by_id: Mapping[str, Annotated]) -> Point:
    return worded(replace(point, id=name, differences=tuple(headed(d, by_id) for d in point.differences)))
