"""Stance and polarity: told and denied, at opposite poles, ruled out and considered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from crosswire.judge.finding import Finding, Told, told
from crosswire.judge.governors import other_subject, words_in
from crosswire.judge.opposites import table
from crosswire.judge.side import KEPT, STOP, Side, Token, tokens
from crosswire.model import Slot, Span

NEGATORS: Final = frozenset("not never no none neither nor cannot without n't nobody nothing".split())  # noqa: SIM905
_BREAKS: Final = frozenset("but although though while whereas because if unless".split())  # noqa: SIM905
_ONLY: Final = ("only", "just", "merely")
#: Words between a negation and what it negates.
_REACH: Final = 4


Pole = tuple[str, int, int, int]


def opposites(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds sides that stand at the two poles of one question.

    Reason given: "stance: at large in 01; arrested in 04". A pole under a negation is the other pole; a side that
    tells both
    poles is on neither. At least one further word must be shared, so that the question is asked of the same thing.
    """
    findings = []
    left, right = _standing(a), _standing(b)
    for question, (pole, span) in left.items():
        if question in right and right[question][0] != pole and _asked_of_one(a, span, b, right[question][1]):
            slot: Slot = "place" if question in ("place", "sides") else "stance"
            findings.append(_finding(slot, told(a, span), told(b, right[question][1]), slot))
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
    # Who opens fire opens nothing that another could close.
    return re.compile(rf"(?<![\w-])(?:{every})(?![\w-]|\sfire\b)", re.IGNORECASE), answers


def _standing(side: Side) -> dict[str, tuple[int, Span]]:
    """The questions that a side answers at one pole alone: the pole, 0 or 1, and where it says so."""
    at = side.span.start
    return {q: (pole, Span(start=at + start, end=at + end)) for q, pole, start, end in _poles(side.text)}


@lru_cache(maxsize=8192)
def _poles(text: str) -> tuple[Pole, ...]:
    pattern, _ = _forms()
    words = tokens(text, Span(start=0, end=len(text)))
    found: dict[str, dict[int, tuple[int, int]]] = {}
    for match in pattern.finditer(text):
        turned = negated(words, text, match.start())
        for question, pole in _answered(" ".join(match[0].lower().split())):
            found.setdefault(question, {}).setdefault(pole ^ turned, match.span())
    return tuple(
        (question, pole, *span) for question, told in found.items() if len(told) == 1 for pole, span in told.items()
    )


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

    return bool(rest(a, one) & rest(b, other)) and not other_subject(a, one, b, other)


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


#: What refuses or denies without a negation: a verb behind one of these is no plain assertion.
_SOFT: Final = re.compile(
    r"\b(?:refus|den(?:y|ie)|reject|fail|unwilling|unable|no way|rule[sd]? out|ruling out|reluctan|"
    r"declin|doubt|disput|resist|oppos)",
    re.IGNORECASE,
)


def polarity(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds a verb or adjective that one side tells under a negation, and the other with no negation near.

    Reason given: "told and denied: charged in 01; not charged in 02".
    """
    left, right = _told_stems(a), _told_stems(b)
    both = [s for s in left if s in right]
    clashing = [
        s for s in both if left[s][0] != right[s][0] and _is_predicate(a, left[s][1]) and _is_predicate(b, right[s][1])
    ]
    if not clashing or any(left[s][0] and right[s][0] for s in both) or not _speak_alike(a, b, clashing[0]):
        return ()
    plain = b if left[clashing[0]][0] else a
    where = left[clashing[0]][1] if plain is a else right[clashing[0]][1]
    if any(is_negator(t) and where.start - 60 < t.start < where.start for t in plain.tokens) or _SOFT.search(
        plain.text
    ):
        return ()
    if other_subject(a, left[clashing[0]][1], b, right[clashing[0]][1]):
        return ()
    return (_finding("stance", told(a, left[clashing[0]][1]), told(b, right[clashing[0]][1]), "told and denied"),)


def _speak_alike(a: Side, b: Side, verb: str) -> bool:
    """Whether the sides share, besides the verb, two words in five of the shorter one, two at least where it is
    not short."""
    shorter = min(len(a.stems), len(b.stems))
    return len((a.stems & b.stems) - {verb}) >= max(2 if shorter > 4 else 1, 0.4 * (shorter - 1))


def _is_predicate(side: Side, span: Span) -> bool:
    """Whether the last word of `span` is a verb, or what a subject is said to be ("is not a suspect"); assumed
    without syntax."""
    words = side.piece.words
    first, last = words_in(words, span) if words else (0, 0)
    if first == last:
        return True
    if words[last - 1].pos not in ("NOUN", "PROPN", "PRON", "NUM", "ADP") and words[last - 1].relation != "amod":
        return True
    return any(words[i].head == last - 1 and words[i].relation == "cop" for i in range(max(0, last - 12), last))


@lru_cache(maxsize=KEPT)
def _told_stems(side: Side) -> dict[str, tuple[bool, Span]]:
    """The content words of a side, each with whether a negation stands right before it; told both ways they are
    left out."""
    found: dict[str, tuple[bool, Span]] = {}
    both_ways: set[str] = set()
    for i, token in enumerate(side.tokens):
        if token.word in STOP or len(token.stem) < 3 or token.word[0].isdigit():
            continue
        negation = _negation_of(side.tokens, i)
        start = side.tokens[negation].start if negation is not None else token.start
        told_here = (negation is not None, Span(start=start, end=token.end))
        if found.setdefault(token.stem, told_here)[0] != told_here[0]:
            both_ways.add(token.stem)
    return {stem: here for stem, here in found.items() if stem not in both_ways}


_BETWEEN: Final = frozenset(
    """been be being have has had yet immediately currently officially publicly of any a an to also his her their its
    very so as too quite entirely altogether all even
    going able willing planning intending want wants wanted plan plans intend intends expected likely""".split()  # noqa: SIM905
)


def _negation_of(words: tuple[Token, ...], at: int) -> int | None:
    """The index of the negation that stands right before a word, auxiliaries and adverbs between them passed over.

    "No" before a noun denies the noun, not what is said of it, and is not looked at.
    """
    for i in range(at - 1, max(-1, at - _REACH - 2), -1):
        token = words[i]
        if is_negator(token):
            return i if token.word != "no" and not (i + 1 < len(words) and words[i + 1].word in _ONLY) else None
        if token.word not in _BETWEEN and not token.word.endswith("ly"):
            return None
    return None
