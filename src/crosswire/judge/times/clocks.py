"""Hours: "about 1:30 a.m." against "at 3 a.m.", "Sunday morning" against "Sunday night"."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.places.addresses import is_elsewhere
from crosswire.judge.sides.finding import Finding, told
from crosswire.judge.sides.governors import near_alike
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.slots import Asked, same_slot
from crosswire.judge.times.happenings import Happening, happening_of, one_happening
from crosswire.model import Nature, Time
from crosswire.values.times.hours import Hour, gap, hours_of, in_one_zone, near, slipped
from crosswire.values.times.relate import is_day

_LEAST: Final = 0.4
#: The hours, from and to, that a part of the day can mean; the night runs over midnight.
_PARTS: Final = {
    "morning": (0, 12), "afternoon": (12, 18), "evening": (16, 24), "night": (18, 30), "noon": (11, 14), "dawn": (4, 8),
}  # fmt: skip
#: The hours before this belong to a night as well as to a day.
_DAWN: Final = 6
#: How long after a happening it is reported and answered.
_ANSWERED: Final = 45
_TOLD_LATER: Final = frozenset({"response", "finding"})


def clocks(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds clock times and parts of the day that cannot be the same, of one happening.

    Reason given: "time of day: 1:30 a.m. in 00; 3 a.m. in 03". Hours less than ten minutes apart, or that their words
    let overlap ("about 6:30" and "6:25", "shortly after 3" and "3:15"), are rounding. Hours on two streets are not
    compared.
    """
    left, right = [t for t in a.times if t.clock], [t for t in b.times if t.clock]
    if len(left) == 1 and len(right) == 1:
        one, other = left[0], right[0]
        nature = _nature(a, one, b, other)
        if nature is None or same_slot(a, one.span, b, other.span, Asked(kind="clock")).score < _LEAST:
            return ()
        values = told(a, one.span, one.clock), told(b, other.span, other.clock)
        return (Finding(slot="date", nature=nature, left=values[0], right=values[1], about="time of day"),)
    return _parts(a, b) if not (left and right) else ()


def _nature(a: Side, one: Time, b: Side, other: Time) -> Nature | None:
    ones, others = hours_of(a.piece.report.text, one), hours_of(b.piece.report.text, other)
    told = in_one_zone(one, ones, other, others)
    if told is None:
        return None
    ones, others = told
    if not ones or not others or any(x.at == y.at for x in ones for y in others):
        return None
    if is_elsewhere(a, b.piece) or is_elsewhere(b, a.piece):
        return None
    if any(near(x, y) for x in ones for y in others):
        return "rounding"
    if slipped(ones, others) or near_alike(a, b):
        return "conflict"
    happenings = happening_of(a, one.span), happening_of(b, other.span)
    clash = all(clashing(x, happenings[0], y, happenings[1]) for x in ones for y in others)
    return "conflict" if clash else None


def clashing(one: Hour, first: Happening, other: Hour, second: Happening) -> bool:
    """Tells whether two hours that are not near exclude one another: of one happening, or one of a happening and the
    other, too early or much too late, of the call about it or of what was found."""
    if first.kinds & second.kinds:
        return True
    if "event" in second.kinds and first.kinds & _TOLD_LATER:
        return clashing(other, second, one, first)
    if "event" in first.kinds and second.kinds & _TOLD_LATER:
        later = gap(one, other)
        return later < 0 or ("response" in second.kinds and later > _ANSWERED)
    return not (first.kinds or second.kinds) and bool(first.stems & second.stems)


def _parts(a: Side, b: Side) -> tuple[Finding, ...]:
    left, right = _spells(a), _spells(b)
    if len(left) != 1 or len(right) != 1:
        return ()
    (one, spell), (other, spell2) = left[0], right[0]
    small_hours = _PARTS["night"] in (spell, spell2) and min(spell[1], spell2[1]) < _DAWN
    overnight = any("overnight" in side.piece.words_of(t.span).lower() for side, t in ((a, one), (b, other)))
    turns = (0,) if is_day(one) and is_day(other) and not small_hours and not overnight else (-24, 0, 24)
    if _overlap(spell, spell2, turns) or not (one_happening(a, one.span, b, other.span) or near_alike(a, b)):
        return ()
    if same_slot(a, one.span, b, other.span, Asked(kind="clock")).score < _LEAST:
        return ()
    return (
        Finding(slot="date", nature="conflict", left=told(a, one.span), right=told(b, other.span), about="time of day"),
    )


def _spells(side: Side) -> list[tuple[Time, tuple[float, float]]]:
    found: list[tuple[Time, tuple[float, float]]] = []
    for time in side.times:
        words = side.piece.words_of(time.span).lower()
        part = next((p for p in _PARTS if re.search(rf"{p}s?\b", words)), None)
        if time.clock:
            found.extend((time, (h.at / 60, h.at / 60)) for h in hours_of(side.piece.report.text, time)[:1])
        elif part:
            found.append((time, _PARTS[part]))
    return found


def _overlap(one: tuple[float, float], other: tuple[float, float], turns: tuple[int, ...]) -> bool:
    return any(one[0] <= other[1] + turn and other[0] + turn <= one[1] for turn in turns)
