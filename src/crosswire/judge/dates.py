"""Days and clock times: "on Tuesday" against "on Thursday", "about 1:30 a.m." against "at 3 a.m."."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from crosswire.judge.finding import Finding, told
from crosswire.judge.governors import governors, near_alike, one_doing, other_subject
from crosswire.judge.side import Side, stem
from crosswire.judge.slots import Asked, Compared, Relation, same_slot, unequal
from crosswire.model import Annotated, Nature, Time

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ABOUT: Final = re.compile(
    r"\b(?:about|around|roughly|approximately|shortly|just|nearly|almost|some|little)\s(?:\w+\s)?$", re.IGNORECASE
)
#: The name of a programme or a column, not a day.
_TITLE: Final = re.compile(r"(?:This|Last|Next)\s(?:Week|Month|Year|Morning|Evening|Night|Hour)")
_ROUND: Final = re.compile(r"\b(?:midnight|noon)\b", re.IGNORECASE)
#: The hours, from and to, that a part of the day can mean; the night runs over midnight.
_PARTS: Final = {
    "morning": (0, 12),
    "afternoon": (12, 18),
    "evening": (16, 24),
    "night": (18, 30),
    "noon": (11, 14),
    "dawn": (4, 8),
}
#: The hours before this belong to a night as well as to a day.
_DAWN: Final = 6
_VAGUE: Final = frozenset({"now", "past", "future", "every time"})


def dates(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds days that cannot be the same.

    Reason given: "day: Tuesday in 01; Thursday in 03". Ranges that overlap agree, whichever is sharper. Days meet
    only where
    one doing governs them: the day of the arrest is not the day of the attack.
    """
    left, right = _days(a), _days(b)

    def relation(one: Time, other: Time) -> Relation | None:
        nature = _nature(one, other)
        if nature == "unknown" or not _may_be_one(a, one, b, other):
            return None
        return "apart" if nature == "conflict" else "same" if nature is None else "within"

    how = Compared(relation=relation, tells=_is_told, kind=lambda time: "day", least=_LEAST)
    apart = [(one, other, "conflict") for one, other in unequal(a, left, b, right, how)[:1]]
    vague = [(x, y, "precision") for x in left for y in right if relation(x, y) == "within"]
    if not apart and len(vague) == 1 and one_doing(a, vague[0][0].span, b, vague[0][1].span):
        apart = vague
    return tuple(
        Finding(
            slot="date",
            nature=_NATURES[nature],
            left=told(a, one.span, one.value),
            right=told(b, other.span, other.value),
            about="day",
        )
        for one, other, nature in apart
    )


def _days(side: Side) -> list[Time]:
    return [t for t in side.times if is_day(t) and not _TITLE.match(side.piece.words_of(t.span))]


def _is_told(piece: Annotated, wanted: Time, instead: Time) -> bool:
    return any(t.span != instead.span and is_day(t) and _nature(t, wanted) is None for t in piece.times)


#: From this score on two days are taken for days of one thing.
_LEAST: Final = 0.5
_LEAST_CLOCK: Final = 0.4
_NATURES: Final[dict[str, Nature]] = {"conflict": "conflict", "precision": "precision"}


_BOUND: Final = re.compile(r"\b(since|until|till|before|after|by|from|to|than)\s(?:the\s)?$", re.IGNORECASE)


_STARTS: Final = frozenset({"since", "after", "from", "than"})
_SAYING: Final = frozenset(map(stem, ("said", "says", "saying", "told", "added", "stated", "according")))


def _may_be_one(a: Side, one: Time, b: Side, other: Time) -> bool:
    """Whether two days may be told of one doing: both as its day or both as the same bound of it, and not of two
    subjects."""
    bounds = [
        _BOUND.search(s.piece.report.text[max(0, t.span.start - 12) : t.span.start]) for s, t in ((a, one), (b, other))
    ]
    kinds = [bound[1].lower() in _STARTS if bound else None for bound in bounds]
    said = bool(governors(a, one.span) & _SAYING), bool(governors(b, other.span) & _SAYING)
    if said[0] != said[1] or (said[0] and not near_alike(a, b)):
        return False  # whoever said a thing on one day may say another thing on the next
    return kinds[0] == kinds[1] and not other_subject(a, one.span, b, other.span)


def is_day(time: Time) -> bool:
    """Tells whether a time names days rather than a length of time, a clock time alone, or something vague."""
    if time.value in _VAGUE or time.value.startswith("P") or re.fullmatch(r"\d\d:\d\d", time.value):
        return False
    return time.first is not None or _weekday(time) is not None or time.value.startswith("--")


def _weekday(time: Time) -> int | None:
    """The weekday that a time names, 0 for Monday."""
    if time.first is not None:
        return date.fromisoformat(time.first).weekday() if time.first == time.last else None
    last = time.value.split()[-1] if time.value.split() else ""
    return _WEEKDAYS.index(last) if last in _WEEKDAYS else None


def _nature(one: Time, other: Time) -> Nature | str | None:
    """None: they agree; "unknown": nothing can be said; else how they differ."""
    if one.first and one.last and other.first and other.last:
        if (one.first, one.last) == (other.first, other.last):
            return None
        if one.first <= other.last and other.first <= one.last:
            return "precision"
        if _same_but_for_year(one, other):
            return None
        return "conflict" if _grain(one) == _grain(other) else "unknown"
    a, b = _weekday(one), _weekday(other)
    if a is not None and b is not None:
        return None if a == b else "conflict"
    if one.value.startswith("--") and other.value.startswith("--"):
        if one.value == other.value:
            return None
        return "precision" if one.value.startswith(other.value) or other.value.startswith(one.value) else "conflict"
    if one.value == other.value:
        return None
    return _month_day_against(one, other)


def _same_but_for_year(one: Time, other: Time) -> bool:
    """Whether both name one weekday, or one day or month of the year: which week or year was meant is the reader's
    guess."""
    if _grain(one) < 3 and one.first[5:] == other.first[5:] and one.last[5:] == other.last[5:]:  # type: ignore[index]
        return True
    a, b = _weekday(one), _weekday(other)
    return a is not None and a == b


def _grain(time: Time) -> int:
    """How long a range of days a time names: a day, a week, a month, or longer."""
    length = (date.fromisoformat(time.last or "") - date.fromisoformat(time.first or "")).days
    return 0 if length < 1 else 1 if length < 8 else 2 if length < 32 else 3


def _month_day_against(one: Time, other: Time) -> Nature | str | None:
    """A month and day without its year against a day that is known."""
    bare, known = (one, other) if one.value.startswith("--") else (other, one)
    if not bare.value.startswith("--") or not known.first or known.first != known.last:
        return "unknown"
    return None if known.first[5:].startswith(bare.value[2:]) else "conflict"


def clocks(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds clock times and parts of the day that cannot be the same.

    Reason given: "time of day: 1:30 a.m. in 00; 3 a.m. in 03". Ten minutes, or twenty where one says "about" or
    "midnight",
    are rounding.
    """
    left, right = [t for t in a.times if t.clock], [t for t in b.times if t.clock]
    if len(left) == 1 and len(right) == 1:
        one, other = left[0], right[0]
        if same_slot(a, one.span, b, other.span, Asked(kind="clock")).score < _LEAST_CLOCK:
            return ()
        gap = min(
            abs(x - y) if abs(x - y) <= 720 else 1440 - abs(x - y) for x in _minutes(a, one) for y in _minutes(b, other)
        )
        rounded = 20 if _is_about(a, one) or _is_about(b, other) else 10
        nature: Nature = "rounding" if gap < rounded else "conflict"
        if gap == 0:
            return ()
        return (
            Finding(
                slot="date",
                nature=nature,
                left=told(a, one.span, one.clock),
                right=told(b, other.span, other.clock),
                about="time of day",
            ),
        )
    return _parts(a, b) if not (left and right) else ()


def _parts(a: Side, b: Side) -> tuple[Finding, ...]:
    left, right = _hours(a), _hours(b)
    if len(left) != 1 or len(right) != 1:
        return ()
    (one, hours), (other, hours2) = left[0], right[0]
    small_hours = _PARTS["night"] in (hours, hours2) and min(hours[1], hours2[1]) < _DAWN
    overnight = any("overnight" in side.piece.words_of(t.span).lower() for side, t in ((a, one), (b, other)))
    turns = (0,) if is_day(one) and is_day(other) and not small_hours and not overnight else (-24, 0, 24)
    if (
        _overlap(hours, hours2, turns)
        or same_slot(a, one.span, b, other.span, Asked(kind="clock")).score < _LEAST_CLOCK
    ):
        return ()
    return (
        Finding(slot="date", nature="conflict", left=told(a, one.span), right=told(b, other.span), about="time of day"),
    )


def _hours(side: Side) -> list[tuple[Time, tuple[float, float]]]:
    found: list[tuple[Time, tuple[float, float]]] = []
    for time in side.times:
        words = side.piece.words_of(time.span).lower()
        part = next((p for p in _PARTS if re.search(rf"{p}s?\b", words)), None)
        if time.clock:
            found.extend((time, (m / 60, m / 60)) for m in _minutes(side, time)[:1])
        elif part:
            found.append((time, _PARTS[part]))
    return found


def _overlap(one: tuple[float, float], other: tuple[float, float], turns: tuple[int, ...]) -> bool:
    return any(one[0] <= other[1] + turn and other[0] + turn <= one[1] for turn in turns)


def _minutes(side: Side, time: Time) -> tuple[int, ...]:
    """The minutes after midnight that a clock time can mean; twelve hours apart where neither half of the day is
    told."""
    minutes = int((time.clock or "0")[:2]) * 60 + int((time.clock or "00:00")[3:])
    words = side.piece.words_of(time.span).lower()
    if minutes >= 780 or minutes < 60 or re.search(r"[ap]\.?\s?m\b|morning|noon|evening|night", words):
        return (minutes,)
    return minutes, minutes + 720


def _is_about(side: Side, time: Time) -> bool:
    text = side.piece.report.text
    if _ROUND.search(side.piece.words_of(time.span)):
        return True
    return _ABOUT.search(text[max(0, time.span.start - 24) : time.span.start]) is not None
