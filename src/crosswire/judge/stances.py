"""Stance and polarity: told and denied, at opposite poles, ruled out and considered."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from crosswire.judge.finding import Finding, told
from crosswire.judge.opposites import table
from crosswire.judge.side import STOP, Side, Token
from crosswire.model import Span

NEGATORS: Final = frozenset("not never no none neither nor cannot without n't hardly nobody nothing".split())  # noqa: SIM905
_BREAKS: Final = frozenset("but although though while whereas because if unless".split())  # noqa: SIM905
_FREE: Final = frozenset("only just yet merely longer".split())  # noqa: SIM905
#: Words between a negation and what it negates.
_REACH: Final = 4


def opposites(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds sides that stand at the two poles of one question.

    Reason given: "stance: at large in 01; arrested in 04". A pole under a negation is the other pole; a side that tells both
    poles is on neither. At least one further word must be shared, so that the question is asked of the same thing.
    """
    findings = []
    for question, one, other in _compiled():
        left, right = _pole(a, one, other), _pole(b, one, other)
        if left and right and left[0] != right[0] and _shares(a, b, left[1], right[1]):
            slot = {"order": "order", "place": "place", "sides": "place"}.get(question, "stance")
            findings.append(
                Finding(slot=slot, nature="conflict", left=told(a, left[1]), right=told(b, right[1]), about=slot)
            )  # type: ignore[arg-type]
    return tuple(findings)


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    def joined(forms: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(f) for f in forms)})(?![\w-])", re.IGNORECASE)

    return tuple((question, joined(one), joined(other)) for question, one, other in table())


def _pole(side: Side, one: re.Pattern[str], other: re.Pattern[str]) -> tuple[int, Span] | None:
    """Which pole a side stands at, 0 or 1, and where it says so; None where it says neither or both."""
    text = side.piece.report.text
    other_found = list(other.finditer(text, side.span.start, side.span.end))
    one_found = [
        m
        for m in one.finditer(text, side.span.start, side.span.end)
        if not any(o.start() <= m.start() < o.end() for o in other_found)
    ]
    other_found = [m for m in other_found if not any(o.start() <= m.start() and m.end() < o.end() for o in one_found)]
    poles = {(0 if not negated(side, m.start()) else 1): m for m in one_found}
    poles |= {(1 if not negated(side, m.start()) else 0): m for m in other_found}
    if len(poles) != 1:
        return None
    (pole, found), *_ = poles.items()
    return pole, Span(start=found.start(), end=found.end())


def _shares(a: Side, b: Side, one: Span, other: Span) -> bool:
    def rest(side: Side, span: Span) -> frozenset[str]:
        return frozenset(t.stem for t in side.tokens if t.word not in STOP and not (span.start <= t.start < span.end))

    return bool(rest(a, one) & rest(b, other))


def negated(side: Side, at: int) -> bool:
    """Tells whether a word at `at` stands under a negation in its clause: "was not charged", "none of the men was hurt"."""
    before = [t for t in side.tokens if t.start < at][-_REACH - 2 :]
    for i in range(len(before) - 1, -1, -1):
        token = before[i]
        if (
            token.word in _BREAKS
            or re.search(r"[.;:]", side.piece.report.text[token.end : at])
            and i < len(before) - _REACH
        ):
            return False
        if is_negator(token) and not (i + 1 < len(before) and before[i + 1].word in ("only", "just", "merely")):
            return True
    return False


def is_negator(token: Token) -> bool:
    """Tells whether a word negates: "not", "never", "didn't"."""
    return token.word in NEGATORS or token.word.endswith("n't")


def polarity(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds a verb or adjective that both sides tell, under a negation on one side only.

    Reason given: "negated: charged in 01; not charged in 02".
    """
    left, right = _told_stems(a), _told_stems(b)
    clashing = [s for s in left if s in right and left[s][1] != right[s][1]]
    agreeing = [s for s in left if s in right and left[s][1] == right[s][1] and left[s][1]]
    if not clashing or agreeing:
        return ()
    return tuple(
        Finding(
            slot="stance",
            nature="conflict",
            left=told(a, left[s][2]),
            right=told(b, right[s][2]),
            about="told and denied",
        )
        for s in clashing[:1]
    )


def _told_stems(side: Side) -> dict[str, tuple[Token, bool, Span]]:
    """The content words of a side that end like verbs or stand right behind a negation, each with whether it is negated."""
    found: dict[str, tuple[Token, bool, Span]] = {}
    clash: set[str] = set()
    for i, token in enumerate(side.tokens):
        if token.word in STOP or len(token.stem) < 3 or token.word.isdigit():
            continue
        negation = _negation_of(side.tokens, i)
        start = side.tokens[negation].start if negation is not None else token.start
        if token.stem in found and found[token.stem][1] != (negation is not None):
            clash.add(token.stem)
        found.setdefault(token.stem, (token, negation is not None, Span(start=start, end=token.end)))
    return {stem: told for stem, told in found.items() if stem not in clash}


_BETWEEN: Final = frozenset(
    "been be being have has had yet immediately currently officially publicly of the any a an to also his her their its been".split()  # noqa: SIM905
)


def _negation_of(tokens: tuple[Token, ...], at: int) -> int | None:
    """The index of the negation that stands right before a word, auxiliaries and adverbs between them passed over."""
    for i in range(at - 1, max(-1, at - _REACH - 1), -1):
        token = tokens[i]
        if is_negator(token):
            return i if not (i + 1 < len(tokens) and tokens[i + 1].word in ("only", "just", "merely")) else None
        if token.word not in _BETWEEN and not token.word.endswith("ly"):
            return None
    return None
