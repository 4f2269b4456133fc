"""Opposites: two sides at opposite poles of one question, ruled out and considered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from crosswire.judge.events.opposite_words import table
from crosswire.judge.sides.bearers import other_bearer, other_thing
from crosswire.judge.sides.denied import denial
from crosswire.judge.sides.finding import Finding, Told, asserted
from crosswire.judge.sides.governors import near_alike, other_subject
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.side import STOP, Side, Token
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Slot, Span

NEGATORS: Final = listed_words("negators", "events.txt")
_BREAKS: Final = listed_words("breaks", "events.txt")
_ONLY: Final = ("only", "just", "merely")
#: Words between a negation and what it negates.
_REACH: Final = 4


#: What befalls one of several is no other's: sides that differ in more are asked of one only where he is known
#: (`health.py`).
_OF_BODIES: Final = frozenset({"life", "harm", "outlook"})
#: What many things do at one time: a fire began, and a car was stopped.
_OF_THINGS: Final = frozenset({"start", "movement", "opening"})
#: Whoever was not found outside need not have been inside.
_BESIDE: Final = frozenset({"place", "sides"})
#: Words before a pole, in its clause, by which it is asked or guessed and not told.
_DOUBTED: Final = re.compile(
    r"\b(?:if|whether|possible|possibly|potential|initial\w*|earlier\s(?:information|reports))\b[^.;,\n]*$",
    re.IGNORECASE,
)


def opposites(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds sides that stand at the two poles of one question.

    Reason given: "stance: at large in 01; arrested in 04". A pole under a negation is the other pole; a side that
    tells both
    poles is on neither. At least one further word must be shared, so that the question is asked of the same thing.
    """
    findings = []
    left, right = _standing(a), _standing(b)
    for question, (pole, span) in left.items():
        if question not in right or right[question][0] == pole or (question in _OF_BODIES and not near_alike(a, b)):
            continue
        if question in _OF_THINGS and other_thing(a, span, b, right[question][1]) and not near_alike(a, b):
            continue
        if _asked_of_one(a, span, b, right[question][1]):
            slot: Slot = "place" if question in ("place", "sides") else "stance"
            findings.append(_finding(slot, asserted(a, span), asserted(b, right[question][1]), slot))
    return tuple(findings)


def _finding(slot: Slot, left: Told, right: Told, about: str) -> Finding:
    return Finding(slot=slot, nature="conflict", left=left, right=right, about=about)


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, int], ...]]]:
    """One pattern of every form, and the questions and poles that each form answers."""
    answers: dict[str, tuple[tuple[str, int], ...]] = {}
    for question, *poles in table():
        for pole, forms in enumerate(poles):
            for form in forms:
                answers[form] = (*answers.get(form, ()), (question, pole))
    every = "|".join(re.escape(form) for form in sorted(answers, key=len, reverse=True))
    # Who opens fire opens nothing that another could close; what is caught on a camera is in no custody.
    after = r"(?![\w-]|\sfire\b|(?<=caught)\s(?:on|up)\b|(?<=captured)\son\b)"
    return re.compile(rf"(?<![\w-])(?:{every}){after}", re.IGNORECASE), answers


def _standing(side: Side) -> dict[str, tuple[int, Span]]:
    """The questions that a side answers at one pole alone: the pole, 0 or 1, and where it says so."""
    return {q: next(iter(told.items())) for q, told in _poles(side).items() if len(told) == 1}


@once_a_story
def _poles(side: Side) -> dict[str, dict[int, Span]]:
    """Where a side first stands at each pole of each question it answers; a pole under a negation is the other one."""
    pattern, _ = _forms()
    text = side.piece.report.text
    found: dict[str, dict[int, Span]] = {}
    for match in pattern.finditer(text, side.span.start, side.span.end):
        if _DOUBTED.search(text, side.span.start, match.start()):
            continue
        span = Span(start=match.start(), end=match.end())
        denied = _is_denied(side, span)
        for question, pole in _answered(" ".join(match[0].lower().split())):
            if not (denied and question in _BESIDE):
                found.setdefault(question, {}).setdefault(pole ^ denied, span)
    return found


def _is_denied(side: Side, span: Span) -> bool:
    """Whether a pole is told not to hold, by the syntax or, where that is not known, by the words before it."""
    if side.piece.words:
        return denial(side.piece, span) is not None
    return negated(side.tokens, side.piece.report.text, span.start)


@lru_cache(maxsize=2048)
def _answered(form: str) -> tuple[tuple[str, int], ...]:
    """The questions that a form answers: its own, and those that only a shorter form inside it answers."""
    _, answers = _forms()
    told = dict(answers[form])
    for shorter in sorted(
        (f for f in answers if f != form and re.search(rf"\b{re.escape(f)}\b", form)), key=len, reverse=True
    ):
        for question, pole in answers[shorter]:
            told.setdefault(question, pole)
    return tuple(told.items())


def _asked_of_one(a: Side, one: Span, b: Side, other: Span) -> bool:
    """Whether both answers are about one thing: a further word is shared, and the subjects are not two."""

    def rest(side: Side, span: Span) -> frozenset[str]:
        return frozenset(t.stem for t in side.tokens if t.word not in STOP and not (span.start <= t.start < span.end))

    if other_subject(a, one, b, other) or other_bearer(a, one, b, other):
        return False
    return bool(rest(a, one) & rest(b, other))


def negated(words: Sequence[Token], text: str, at: int) -> bool:
    """Tells whether a word at `at` stands under a negation in its clause: "was not charged", "none of the men was
    hurt"."""
    before = [t for t in words if t.start < at]
    nobody = [i for i, t in enumerate(before) if t.word in ("none", "neither", "nobody")]
    if (
        nobody
        and len(before) - nobody[-1] <= _REACH
        and len(before) > nobody[-1] + 1
        and before[nobody[-1] + 1].word == "of"
    ):
        return False  # "none of the wounded": the wounded are told of, not denied
    if any(t.word in ("none", "neither", "nobody") for t in before[-_REACH - 5 : -_REACH]):
        return True  # a subject that is nobody denies its whole clause
    before = before[-_REACH:]
    for i in range(len(before) - 1, -1, -1):
        token = before[i]
        if token.word in _BREAKS or re.search(r"[,.;:]", text[token.end : at]):
            return False
        if is_negator(token):
            return not (i + 1 < len(before) and before[i + 1].word in _ONLY)
    return False


def is_negator(token: Token) -> bool:
    """Tells whether a word negates: "not", "never", "didn't"."""
    return token.word in NEGATORS or token.word.endswith("n't")
