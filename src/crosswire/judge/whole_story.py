"""What is compared over the whole story: one person's name, age and home, tolls, states, where a voice
spoke, the speaker of one utterance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from crosswire.judge.differences import gathered, key
from crosswire.judge.events.denials import denials
from crosswire.judge.events.either_or import either_or
from crosswire.judge.events.existing import existing
from crosswire.judge.events.held_or_released import held_or_released
from crosswire.judge.events.turned import turned
from crosswire.judge.events.vehicles import vehicles
from crosswire.judge.numbers.tolls import tolls
from crosswire.judge.people.age_lists import age_lists
from crosswire.judge.people.health import health
from crosswire.judge.people.particulars import particulars
from crosswire.judge.places.addresses import addresses
from crosswire.judge.places.kept_or_found import kept_or_found
from crosswire.judge.places.venues import venues
from crosswire.judge.questions.identities import identities
from crosswire.judge.questions.open_or_settled import open_or_settled
from crosswire.judge.questions.unknown_numbers import unknown_numbers
from crosswire.judge.sayings.utterances import speakers_of
from crosswire.judge.sides.evidences import clipped
from crosswire.judge.sides.finding import Pair
from crosswire.judge.sides.side import Side
from crosswire.judge.times.event_hours import event_hours
from crosswire.model import Annotated, Difference, Evidence, Point, Span, Verdict, evidence


def story_points(
    points: list[Point],
    pieces: Sequence[Annotated],
    origin_of: Mapping[str, str],
    of_one_thing: list[tuple[str, Pair]],
) -> list[Point]:
    """Returns `points` with the differences of story-level slots: added to the point that tells them, or as points
    of their own.

    A difference joins the point that holds the evidence of two of its reports; where that point names the same slot
    already,
    nothing is added.
    """
    slots: dict[str, list[Pair]] = {}
    told = (
        tolls(pieces), event_hours(pieces), unknown_numbers(pieces), age_lists(pieces), open_or_settled(pieces),
        particulars(pieces), venues(pieces), speakers_of(pieces), denials(pieces), turned(pieces), existing(pieces),
        identities(pieces), kept_or_found(pieces), addresses(pieces), vehicles(pieces),
        health(pieces), held_or_released(pieces), either_or(pieces), of_one_thing,
    )  # fmt: skip
    for slot, pair in chain.from_iterable(told):
        slots.setdefault(slot, []).append(pair)
    result = list(points)
    for pairs in slots.values():
        _place(result, pairs, origin_of)
    return result


def _place(points: list[Point], pairs: list[Pair], origin_of: Mapping[str, str]) -> None:
    unequal, told = gathered(pairs), _evidence(pairs)
    for i, point in enumerate(points):
        if _holds(point, told):
            weighty = [d for d in point.differences if d.slot == unequal.slot and d.nature in ("conflict", "update")]
            if not weighty:
                points[i] = _with(point, unequal, told, origin_of)
            if not weighty or any(_is_told_by(unequal, d) for d in weighty):
                return
    points.append(_own(unequal, told, origin_of))


def _is_told_by(unequal: Difference, other: Difference) -> bool:
    """Whether another difference tells the same: of the same thing, or in one of the same places."""
    return unequal.about == other.about or unequal.slot not in ("number", "name") or bool(key(unequal) & key(other))


def _holds(point: Point, told: Sequence[Evidence]) -> bool:
    """Whether a point tells what two reports at least clash in, and tells it nowhere else in a report of its own."""
    reports = {o.report for o in point.evidence}
    held = [any(_overlap(e, o) for o in point.evidence) for e in told if e.report in reports]
    return len(held) > 1 and all(held)


def _evidence(pairs: Sequence[Pair]) -> tuple[Evidence, ...]:
    """One clause a report, in the order in which the reports come."""
    sides: dict[str, Side] = {}
    for a, b, _ in pairs:
        sides.setdefault(a.report, a)
        sides.setdefault(b.report, b)
    return tuple(evidence(s.piece.report, _clip(s)) for _, s in sorted(sides.items()))


def _clip(side: Side) -> Span:
    return clipped(side.piece.report.text, side.span)


def _overlap(one: Evidence, other: Evidence) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return one.report == other.report and 2 * shared >= min(one.end - one.start, other.end - other.start) > 0


def _with(point: Point, unequal: Difference, told: tuple[Evidence, ...], origin_of: Mapping[str, str]) -> Point:
    """The point with the difference, and with the evidence of those reports that only tell the difference."""
    holding = {e.report for e in point.evidence}
    shown = [_showing(e, unequal, told) for e in point.evidence]
    held = tuple(sorted((*shown, *(e for e in told if e.report not in holding)), key=lambda e: e.report))
    return Point(
        id=point.id, verdict=_worst(point.verdict, unequal), gist=point.gist,
        origins=len({origin_of.get(e.report, e.report) for e in held}), evidence=held,
        differences=(unequal, *point.differences), confidence=point.confidence,
    )  # fmt: skip


def _showing(own: Evidence, unequal: Difference, told: tuple[Evidence, ...]) -> Evidence:
    """A report's evidence, or that of the difference where it alone shows the words that clash."""
    clashing = [v for value in unequal.values for v in value.evidence if v.report == own.report]
    for other in told:
        shows = other.report == own.report and all(other.start <= v.start and v.end <= other.end for v in clashing)
        if shows and not all(own.start <= v.start and v.end <= own.end for v in clashing):
            return other
    return own


def _worst(verdict: Verdict, unequal: Difference) -> Verdict:
    if verdict == "conflicting" or unequal.nature == "conflict":
        return "conflicting"
    return "updated" if unequal.nature == "update" else verdict


def _own(unequal: Difference, told: tuple[Evidence, ...], origin_of: Mapping[str, str]) -> Point:
    plainest = min(told, key=lambda e: (abs(e.end - e.start - 90), e.report))
    return Point(
        id="", verdict=_worst("corroborated", unequal), gist=plainest.exact,
        origins=len({origin_of.get(e.report, e.report) for e in told}), evidence=told, differences=(unequal,),
    )  # fmt: skip
