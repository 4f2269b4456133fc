"""The hour of the event itself, as each report tells it first; compared over the whole story."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from crosswire.judge.places.addresses import is_elsewhere
from crosswire.judge.sides.finding import Finding, Pair, told
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.tellings import telling
from crosswire.judge.times.clocks import clashing
from crosswire.judge.times.happenings import Happening, happening_of
from crosswire.model import Annotated, Struct, Time
from crosswire.values.times.hours import Hour, gap, hours_of, near

#: The event, and what follows it within the hour: its hour stands for that of the event where no other is told.
_KINDS = ("event", "response", "finding")
#: Further down than this share of a report other hours are told.
_EARLY = 0.5
#: A report whose hours of events are further apart than so many minutes tells of several.
_SERIES = 60


class EventHour(Struct, frozen=True):
    """Where a report tells the hour of an event, the minutes it may stand for, and what happened then."""

    side: Side
    time: Time
    hours: tuple[Hour, ...]
    happening: Happening


def event_hours(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two reports that tell the hour of the event so that both cannot be right.

    Each report stands for the hour that it tells first of the event itself, or else of the call about it or of what
    was found; two reports agree where any such hour of one is near any of the other.
    """
    found = [told for piece in pieces if (told := leading(piece))]
    return [
        ("hour of the event", _pair(one, other))
        for one, other in combinations(found, 2)
        if _clash(one, other) and not _tells(one, other) and not _tells(other, one) and not _two_events(one, other)
    ]


def leading(piece: Annotated) -> EventHour | None:
    """The first telling of the event's hour, of the call's where that is not told, of the finding's where neither is;
    None where a report tells none of them early, or several events of hours apart."""
    told = [t for time in piece.times if time.clock and (t := _telling(piece, time))]
    events = [t for t in told if "event" in t.happening.kinds]
    if any(abs(gap(events[0].hours[0], t.hours[0])) > _SERIES for t in events):
        return None
    early = len(piece.report.text) * _EARLY + 600
    ordered = (t for kind in _KINDS for t in told if kind in t.happening.kinds and t.time.span.start < early)
    return next(ordered, None)


def _telling(piece: Annotated, time: Time) -> EventHour | None:
    side = telling(piece, time.span)
    told, happening = hours_of(side.piece.report.text, time), happening_of(side, time.span)
    if not told or not happening.kinds & frozenset(_KINDS):
        return None
    return EventHour(side=side, time=time, hours=told, happening=happening)


def _tells(one: EventHour, other: EventHour) -> bool:
    """Whether a report tells anywhere an hour near that of the other."""
    return any(near(h, o) for h in _all_hours(one.side.piece) for o in other.hours)


@once_a_story
def _all_hours(piece: Annotated) -> tuple[Hour, ...]:
    return tuple(h for time in piece.times if time.clock for h in hours_of(piece.report.text, time))


def _two_events(one: EventHour, other: EventHour) -> bool:
    """Whether the tellings name people, and not one and the same, or one names a street that is not the other
    report's."""
    names = [{t.side.piece.words_of(n.span).split()[-1] for n in t.side.persons} for t in (one, other)]
    if all(names) and not names[0] & names[1]:
        return True
    return is_elsewhere(one.side, other.side.piece) or is_elsewhere(other.side, one.side.piece)


def _clash(one: EventHour, other: EventHour) -> bool:
    return all(clashing(x, one.happening, y, other.happening) for x in one.hours for y in other.hours)


def _pair(one: EventHour, other: EventHour) -> Pair:
    left, right = (told(t.side, t.time.span, t.time.clock) for t in (one, other))
    finding = Finding(slot="date", nature="conflict", left=left, right=right, about="time of day")
    return one.side, other.side, finding
