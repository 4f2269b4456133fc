"""What one report leaves open and another settles, compared over the whole story: names, motives, charges, arrests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosswire.judge.differences import Pair
from crosswire.judge.finding import Finding, told
from crosswire.judge.side import STOP, tokens
from crosswire.judge.states import STATES
from crosswire.judge.tellings import telling
from crosswire.model import Annotated, Span

#: A question told further down than this many sentences is background.
_LEAD: Final = 8
#: One of several is told of: what holds for him does not hold for all.
_PART: Final = re.compile(r"\b(?:other|others|another|remaining|rest|third|fourth|of\sthem)\b", re.IGNORECASE)


Match = tuple[Annotated, int, Span]


def statuses(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two tellings of which one leaves a question open that the other has settled.

    A report that tells both stands for what it tells in its lead, and for the open question where it tells both there.
    Headlines count like sentences.
    """
    found: list[tuple[str, Pair]] = []
    for state in STATES:
        told = {p.report.id: (_matches(p, state.open), _matches(p, state.settled)) for p in pieces}
        still = [openly[0] for openly, settled in told.values() if openly and not _superseded(openly, settled)]
        reports = {piece.report.id for piece, _, _ in still}
        settled = [matches for report, (_, matches) in told.items() if matches and report not in reports]
        found.extend(
            (state.about, _pair(state.about, one, _nearest(one, matches))) for one in still for matches in settled
        )
    return found


def _matches(piece: Annotated, pattern: re.Pattern[str]) -> list[Match]:
    """Every sentence of a report that matches, with its number and the words that match."""
    found: list[Match] = []
    for i, sentence in enumerate(piece.sentences):
        match = pattern.search(piece.report.text, sentence.start, sentence.end)
        if match and not _PART.search(match[0]):
            found.append((piece, i, Span(start=match.start(), end=match.end())))
    return found


def _superseded(openly: list[Match], settled: list[Match]) -> bool:
    return bool(settled) and settled[0][1] < openly[0][1] and openly[0][1] >= _LEAD


def _nearest(one: Match, others: list[Match]) -> Match:
    """The telling that speaks most of the same thing, the first of equals."""
    words = _stems(one)
    return max(others, key=lambda other: (len(words & _stems(other)), -other[1]))


def _stems(match: Match) -> frozenset[str]:
    piece, i, _ = match
    return frozenset(t.stem for t in tokens(piece.report.text, piece.sentences[i]) if t.word not in STOP)


def _pair(about: str, one: Match, other: Match) -> Pair:
    left, right = telling(one[0], one[2]), telling(other[0], other[2])
    finding = Finding(
        slot="stance", nature="conflict", left=told(left, one[2]), right=told(right, other[2]), about=about
    )
    return left, right, finding
