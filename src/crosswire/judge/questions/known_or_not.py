"""Known or not: what one side says is not known or not told, and the other tells."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.questions.unknowns import Opening, openings_in
from crosswire.judge.sides.finding import Finding, asserted
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.side import STOP, Side, tokens

#: Words that what is left open and what is told have in common; more where it is asked how, why or what.
_FEWEST: Final = 2
_FEWEST_OF_WAYS: Final = 3
#: A side with one of these tells a guess and no answer.
_HEDGED: Final = re.compile(r"\b(?:believ\w+|possibl[ey]|whether)\b", re.IGNORECASE)
#: What is told already, and only more of it is not.
_MORE: Final = re.compile(r"\b(?:details|further|more|additional|other)\b", re.IGNORECASE)
#: What is asked over the whole story (`topics.py`): who tells the deed again tells no motive.
_MOTIVE: Final = re.compile(r"\bmotiv\w+|^\s*(?:\w+\s){0,2}?why\b", re.IGNORECASE)
_WAYS: Final = re.compile(r"\s*(?:\w+\s){0,5}?(?:how(?!\s(?:many|old|much))|why|what)\b", re.IGNORECASE)
_WHERE: Final = re.compile(r"\s*(?:\w+\s){0,5}?where\b", re.IGNORECASE)
_WHEN: Final = re.compile(r"\s*(?:\w+\s){0,5}?when\b", re.IGNORECASE)
_WHO: Final = re.compile(r"\s*(?:\w+\s){0,5}?who\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*(?:\w+\s){0,5}?(?:how\s(?:many|old|much)|number\sof)\b", re.IGNORECASE)


def known_or_not(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds a side that leaves open what the other tells: half of the words of the question at least, an answer of its
    kind, and nothing open or guessed there.

    Reason given: "known or not: the names were not released in 01; the names of the crew in 03".
    """
    for one, other in ((a, b), (b, a)):
        left = _openings(one)
        if left and not _openings(other) and not _HEDGED.search(other.text) and _is_answered(one, left[0], other):
            finding = Finding(
                slot="stance", nature="conflict", left=asserted(one, left[0].span), right=asserted(other, other.span),
                about="known or not",
            )  # fmt: skip
            return (finding if one is a else finding.turned(),)
    return ()


def _is_answered(one: Side, left: Opening, other: Side) -> bool:
    asked = frozenset(t.stem for t in tokens(one.piece.report.text, left.asked) if t.word not in STOP)
    shared = asked & other.stems
    words = one.piece.words_of(left.asked)
    if _MORE.search(one.piece.words_of(left.span)) or _MOTIVE.search(words):
        return False
    kinds = ((_WHERE, other.places), (_WHEN, other.times), (_WHO, other.persons), (_NUMBER, other.quantities))
    if any(kind.match(words) and not answers for kind, answers in kinds):
        return False
    return len(shared) >= (_FEWEST_OF_WAYS if _WAYS.match(words) else _FEWEST) and 2 * len(shared) >= len(asked)


@once_a_story
def _openings(side: Side) -> tuple[Opening, ...]:
    return tuple(openings_in(side.piece.report.text, side.span))
