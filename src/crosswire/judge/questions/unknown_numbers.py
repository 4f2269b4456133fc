"""A number, an hour or an age that one report says is not known and another tells, over the whole story."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from typing import Final

from crosswire.judge.numbers.tallies import TALLIES, are_guests, first
from crosswire.judge.questions.unknowns import openings
from crosswire.judge.sides.finding import Finding, Pair, asserted, told
from crosswire.judge.sides.nouns import CULPRITS, SEVERAL, SHOTS, SUSPECTS, either
from crosswire.judge.sides.tellings import sentence_at, telling
from crosswire.judge.times.event_hours import leading
from crosswire.model import Annotated, Slot, Span, Struct
from crosswire.values.numbers.measures import singular

_MANY: Final = r"\b(?:how\smany|(?:the|an|any|a)\s(?:exact\s|total\s|precise\s)*number\sof)\s(?:\w+\s){0,2}?"
_HAPPENED: Final = (
    r"(?:shooting|attack|blast|explosion|crash|fire|stabbing|incident|killings?|murders?|gunfire|shots|"
    r"accident|robbery)"
)
_TIMES: Final = re.compile(
    rf"\b(?:shot|hit|struck|fired)\s(?:\w+\s){{0,4}}?(?:several|multiple|many|numerous|{'|'.join(SEVERAL)}|\d+)\stimes\b",
    re.IGNORECASE,
)


class _Question(Struct, frozen=True):
    """What is asked, the words that ask it, and where a report tells it."""

    about: str
    slot: Slot
    asked: re.Pattern[str]
    tells: Callable[[Annotated], Span | None]


def unknown_numbers(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two reports of which one says that a number, an hour or an age is not known and the other tells it.

    A report that tells it as well leaves nothing open.
    """
    left = [openings(piece) for piece in pieces]
    found: list[tuple[str, Pair]] = []
    for question in _QUESTIONS:
        answers = [question.tells(piece) for piece in pieces]
        for i, k in permutations(range(len(pieces)), 2):
            there = answers[k]
            if answers[i] is not None or there is None:
                continue
            asking = next((o.span for o in left[i] if question.asked.search(pieces[i].words_of(o.span))), None)
            if asking is not None:
                found.append((f"{question.about} known or not", _pair(question, pieces[i], asking, pieces[k], there)))
    return found


def _pair(question: _Question, a: Annotated, one: Span, b: Annotated, other: Span) -> Pair:
    left, right = telling(a, one), telling(b, other)
    finding = Finding(
        slot=question.slot, nature="conflict", left=asserted(left, one), right=told(right, other),
        about=f"{question.about} known or not",
    )  # fmt: skip
    return left, right, finding


def _tally(about: str) -> Callable[[Annotated], Span | None]:
    def find(piece: Annotated) -> Span | None:
        quantity = TALLIES[about](piece)
        return quantity.span if quantity else None

    return find


def _victims(piece: Annotated) -> Span | None:
    found = (TALLIES[about](piece) for about in ("people shot", "people injured", "people killed"))
    return next((quantity.span for quantity in found if quantity and quantity.exact), None)


def _shots(piece: Annotated) -> Span | None:
    shots = first(lambda _, q: q.scope == "fire" and singular(q.unit or "") in SHOTS)(piece)
    times = _TIMES.search(piece.report.text)
    return shots.span if shots else Span(start=times.start(), end=times.end()) if times else None


def _guests(piece: Annotated) -> Span | None:
    guests = first(are_guests)(piece)
    return guests.span if guests else None


def _hour(piece: Annotated) -> Span | None:
    told = leading(piece)
    return told.time.span if told and "event" in told.happening.kinds else None


def _ages_of(who: str) -> Callable[[Annotated], Span | None]:
    """Returns what finds the first age in a sentence about somebody."""
    pattern = re.compile(rf"\b{who}\b", re.IGNORECASE)

    def find(piece: Annotated) -> Span | None:
        ages = (q.span for q in piece.quantities if q.kind == "age")
        return next((a for a in ages if pattern.search(piece.words_of(sentence_at(piece, a)))), None)

    return find


def _ages(who: str) -> _Question:
    asked = re.compile(
        rf"\bages?\sof\s(?:\w+\s){{0,3}}?{who}\b|\b{who}['’]s?\s(?:\w+\s(?:and|or)\s)?ages?\b", re.IGNORECASE
    )
    return _Question(about="ages", slot="number", asked=asked, tells=_ages_of(who))


def _asked(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _questions() -> Iterator[_Question]:
    yield _Question(
        about="number of shots", slot="number", tells=_shots,
        asked=_asked(rf"{_MANY}(?:shots?|rounds|bullets|gunshots|times)\b"),
    )  # fmt: skip
    yield _Question(
        about="number of attackers", slot="number", tells=_tally("attackers"),
        asked=_asked(rf"{_MANY}{either(SUSPECTS, CULPRITS)}\b"),
    )  # fmt: skip
    yield _Question(
        about="number of victims", slot="number", tells=_victims,
        asked=_asked(
            rf"{_MANY}(?:victims|casualties|injuries|fatalities|deaths|people\s(?:(?:were|had\sbeen|are|have\sbeen)\s)?"
            r"(?:shot|hurt|injured|wounded|killed|hit|struck))\b"
        ),
    )  # fmt: skip
    yield _Question(
        about="number of people inside", slot="number", tells=_guests,
        asked=_asked(rf"{_MANY}(?:people|patrons|guests|customers|students)\s(?:were|was)\s(?:\w+\s)?(?:inside|in|at|there)\b"),
    )  # fmt: skip
    yield _Question(
        about="time of the event", slot="date", tells=_hour,
        asked=_asked(
            rf"\b(?:when|what\stime)\s(?:\w+\s)?(?:the\s)?(?:\w+\s)?{_HAPPENED}\s(?:happened|occurred|took\splace|broke\sout|"
            rf"started|began|(?:was|were)\sfired)\b|(?<!at\sthe\s)\btime\sof\s(?:the\s)?(?:\w+\s)?{_HAPPENED}\b"
        ),
    )  # fmt: skip
    for who in ("children", "victims?", "suspects?", "girls?", "boys?"):
        yield _ages(who)


_QUESTIONS: Final = tuple(_questions())
