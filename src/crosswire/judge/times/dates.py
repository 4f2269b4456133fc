"""Days: "on Tuesday" against "on Thursday"."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.sides.finding import Finding, told
from crosswire.judge.sides.governors import near_alike, one_doing, other_subject
from crosswire.judge.sides.side import Side, cued, stem
from crosswire.judge.sides.slots import Compared, unequal
from crosswire.judge.sides.slots import Relation as Alike
from crosswire.judge.times.happenings import happening_of, one_happening, time_governors
from crosswire.model import Annotated, Nature, Quantity, Time
from crosswire.values.times.relate import is_day, relate_days

#: The name of a programme or a column, not a day.
_TITLE: Final = re.compile(r"(?:This|Last|Next)\s(?:Week|Month|Year|Morning|Evening|Night|Hour)")
#: A day that names what once happened on it.
_NAMED: Final = re.compile(r"(?:Sept\.?|September)\s11(?:th)?,?\s(?:\w+\s){0,2}?attacks?\b")
#: "Dearer than a week ago": what is compared with, and no day of a doing.
_THAN: Final = re.compile(r"\bthan\s(?:(?:in|on|at)\s)?$", re.IGNORECASE)


def dates(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds days that cannot be the same.

    Reason given: "day: Tuesday in 01; Thursday in 03". Ranges that overlap agree, whichever is sharper. Days meet
    only where
    one doing governs them: the day of the arrest is not the day of the attack.
    """
    left, right = _days(a), _days(b)

    def relation(one: Time, other: Time) -> Alike | None:
        nature = _nature(one, other)
        if nature is None:
            return "same"
        if nature == "unknown" or not _may_be_one(a, one, b, other):
            return None
        if nature != "conflict":
            return "within"
        same = near_alike(a, b) or one_happening(a, one.span, b, other.span)
        return "apart" if same else "unlike" if same is None else None

    how = Compared(relation=relation, tells=_is_told, kind=lambda time: "day", least=_LEAST, likely=_LIKELY)
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
    return [t for t in side.times if _tells_day(side.piece, t)]


def days_of(piece: Annotated) -> list[Time]:
    """Returns the days that a report tells, in reading order; neither names of programmes nor of what once happened."""
    return [t for t in piece.times if _tells_day(piece, t)]


def _tells_day(piece: Annotated, time: Time) -> bool:
    if not is_day(time) or _TITLE.match(piece.words_of(time.span)):
        return False
    text, start = piece.report.text, time.span.start
    return not _NAMED.match(text, start) and not _THAN.search(text, max(0, start - 10), start)


def _is_told(piece: Annotated, wanted: Time, instead: Time) -> bool:
    return any(t.span != instead.span and is_day(t) and _nature(t, wanted) is None for t in piece.times)


#: From this score on two days are taken for days of one thing.
_LEAST: Final = 0.4
#: And from this one where nothing tells that they are of one happening.
_LIKELY: Final = 0.65
_NATURES: Final[dict[str, Nature]] = {"conflict": "conflict", "precision": "precision"}


_BOUND: Final = re.compile(r"\b(since|until|till|before|after|by|from|to|than)\s(?:the\s)?$", re.IGNORECASE)


_OF_NOUN: Final = re.compile(
    r"['’]s?\b|\s(?:\w+\s){0,2}?(?:attack|shooting|blast|crash|incident|summit|meeting|vote|talks|hearing|debate|raid|"
    r"massacre|explosion|fire|collision|killing|murder)s?\b"
)
_BESIDE_CUE: Final = 60  # characters behind a cue
_AGAIN: Final = re.compile(
    r"\b(?:again|once\smore|a\s(?:second|third)\stime|another|previous(?:ly)?|next\s(?!day|week|month|year))\b"
)
_STARTS: Final = frozenset({"since", "after", "from", "than"})
_SAYING: Final = frozenset(map(stem, ("said", "says", "saying", "told", "added", "stated", "according")))


def _may_be_one(a: Side, one: Time, b: Side, other: Time) -> bool:
    """Whether two days may be told of one doing: both as its day or both as the same bound of it, and not of two
    subjects."""
    if is_same_word(a, one, b, other) or is_later_find(a, one, b, other) or is_later_find(b, other, a, one):
        return False
    bounds = [bound(a, one), bound(b, other)]
    if is_again(a, one) != is_again(b, other):
        return False
    said = is_said(a, one), is_said(b, other)
    if said[0] != said[1] or (said[0] and not near_alike(a, b)):
        return False  # whoever said a thing on one day may say another thing on the next
    return bounds[0] == bounds[1] and not other_subject(a, one.span, b, other.span)


def is_same_word(a: Side, one: Time, b: Side, other: Time) -> bool:
    """Tells whether two days are told by one word: "last week" and "overnight" are each report's own."""
    return a.piece.words_of(one.span).lower() == b.piece.words_of(other.span).lower()


def is_later_find(a: Side, one: Time, b: Side, other: Time) -> bool:
    """Tells whether one day is that of an event, and the other a later one on which something was found."""
    kinds = happening_of(a, one.span).kinds, happening_of(b, other.span).kinds
    later = bool(one.last and other.first) and (one.last or "") < (other.first or "")
    return later and "event" in kinds[0] and "finding" in kinds[1] - kinds[0]


def bound(side: Side, time: Time) -> bool | None:
    """Tells whether a day begins something ("since Friday") or ends it ("until Friday"); None where it does neither,
    as a day that stands before its noun ("after Friday's attack") or that has an hour ("before 2 a.m. Friday")."""
    text = side.piece.report.text
    if time.clock or _OF_NOUN.match(text, time.span.end):
        return None
    found = _BOUND.search(text, max(0, time.span.start - 12), time.span.start)
    return found[1].lower() in _STARTS if found else None


def is_said(side: Side, time: Time) -> bool:
    """Tells whether a day is that of a saying: its verb says, or it stands beside the cue of a statement, outside of
    what is said."""
    said = [s for s in cued(side.piece).near(side.span) if s.cue and side.span.covers(s.cue)]
    if any(c.covers(time.span) for s in said for c in s.content if s.cue and s.cue.end <= time.span.start):
        return False
    if time_governors(side, time.span) & _SAYING:
        return True
    return any(0 <= time.span.start - s.cue.end < _BESIDE_CUE for s in said if s.cue) and not any(
        c.overlaps(time.span) for s in said for c in s.content
    )


def is_again(side: Side, time: Time | Quantity) -> bool:
    """Tells whether a time is told of a happening that was not the first of its kind."""
    text = side.piece.report.text
    return (
        _AGAIN.search(text, max(side.span.start, time.span.start - 30), min(side.span.end, time.span.end + 12))
        is not None
    )


def day_relation(one: Time, other: Time) -> Alike | None:
    """Returns how two days relate, whatever they are told of; None where nothing can be said."""
    how = relate_days(one, other).how
    return None if how == "incomparable" else "apart" if how == "apart" else "same"


def _nature(one: Time, other: Time) -> Nature | str | None:
    """None: they agree; "unknown": nothing can be said; else how they differ."""
    found = relate_days(one, other)
    if found.how == "same" or found.reason == "guessed":
        return None
    return {"incomparable": "unknown", "apart": "conflict"}.get(found.how, "precision")
