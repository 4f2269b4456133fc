"""States that change as an event unfolds: named or not yet, caught or at large; compared over the whole story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosswire.judge.differences import Pair
from crosswire.judge.finding import Finding, told
from crosswire.judge.side import STOP, tokens
from crosswire.judge.tellings import telling
from crosswire.model import Annotated, Span, Struct

#: A question told further down than this many sentences is background.
_LEAD: Final = 8
_SUSPECT: Final = r"(?:suspects?|gunm[ae]n|shooters?|attackers?|assailants?|perpetrators?|killers?|bombers?|robbers?)"
_VICTIM: Final = (
    r"(?:victims?|deceased|dead\s(?:man|woman|person)|bod(?:y|ies)|(?:person|people|man|"
    r"woman|men|women)\s(?:who\swas\s|who\swere\s)?killed)"
)
_NOT: Final = (
    r"(?:not\s(?:yet\s|immediately\s)?(?:been\s)?(?:publicly\s|officially\s)?(?:been\s)?|n['’]t\s(?:yet\s)?(?:been\s)?)"
)


#: One of several is told of: what holds for him does not hold for all.
_PART: Final = re.compile(r"\b(?:other|others|another|remaining|rest|third|fourth)\b", re.IGNORECASE)


class State(Struct, frozen=True):
    """A question about a kind of person, with what tells that it is open and what tells that it is settled."""

    about: str
    open: re.Pattern[str]
    settled: re.Pattern[str]


def _state(about: str, still_open: str, settled: str) -> State:
    return State(about=about, open=re.compile(still_open, re.IGNORECASE), settled=re.compile(settled))


def _unnamed(who: str) -> str:
    return (
        rf"\b{who}\b[^.;\n]{{0,60}}?\b{_NOT}(?:identified|named|released)\b|"
        rf"\b{_NOT}(?:identified|named)\s(?:the|any|either|a|its)?\s?(?:[\w-]+\s){{0,2}}{who}\b|"
        rf"\b(?:identit(?:y|ies)|names?)\sof\s(?:the|both|all|any)?\s?(?:[\w-]+\s){{0,2}}{who}\b[^.;\n]{{0,40}}?\b(?:{_NOT}|unknown|withheld)|"
        rf"\bnone\sof\sthe\s[^.;\n]{{0,40}}?\b(?:have|has|was|were)\s(?:yet\s)?(?:been\s)?(?:identified|named)\b|"
        rf"\bunidentified\s(?:[\w-]+\s){{0,2}}{who}\b|\bnor\s(?:have|has)\sany\sof\sthe\s{who}"
    )


_NAME: Final = r"[A-Z][\w’'-]+\s(?:[A-Z][\w.’'-]*\s?){1,3}"


def _named(who: str) -> str:
    return (
        rf"\b{who}\b[^.;\n]{{0,80}}?\b(?:identified|named)\s(?:[a-z]+\s){{0,3}}?(?:as|by\s[^.;\n]{{0,40}}?\sas)\s[^.;\n]{{0,40}}?{_NAME}|"
        rf"\b(?:identified|named)\s(?:the|both|its|one\sof\sthe|two\sof\sthe)?\s?(?:[\w’'-]+\s){{0,4}}?{who}\b[^.;\n]{{0,50}}?\bas\s[^.;\n]{{0,40}}?{_NAME}|"
        rf"\b[Tt]he\s(?:[\w-]+\s)?(?!\w+s,){who},\s(?:[A-Za-z’'-]+\s){{0,3}}?{_NAME}|{_NAME}[^.;\n]{{0,60}}?(?:was|were)\sidentified\b[^.;\n]{{0,60}}?\b{who}\b"
    )


_STATES: Final = (
    _state("suspect named or not", _unnamed(_SUSPECT), _named(_SUSPECT)),
    _state("victims named or not", _unnamed(_VICTIM), _named(_VICTIM)),
    _state(
        "suspect caught or not",
        rf"\b{_SUSPECT}\b[^.;\n]{{0,90}}?\b(?:(?:remain|is|are|was|were)s?\s(?:still\s)?(?:at\slarge|on\sthe\s(?:run|loose)|wanted|being\ssought)|still\s(?:at\slarge|wanted))|"
        rf"\b(?:search(?:ing)?|looking|hunt(?:ing)?|manhunt)\s(?:\w+\s){{0,2}}?for\s(?:the|a|two|three|\w+)?\s?(?:[\w-]+\s){{0,3}}?{_SUSPECT}\b|"
        rf"\bno\s(?:arrests?\s(?:ha(?:s|ve)|was|were)|suspects?\s(?:in\scustody|ha(?:s|ve)\sbeen\s(?:arrested|caught)))",
        rf"(?i:(?<!\bno\s)\b{_SUSPECT}\b(?:(?!\b(?:not|no|never)\b)[^.;\n]){{0,60}}?\b(?:arrested|captured|apprehended|(?:in|into)\s(?:police\s)?custody|surrendered)\b|"
        rf"\b(?:arrested|captured|apprehended)\s(?:[\w’'-]+\s){{0,5}}?{_SUSPECT}\b|\d\sarrested\sin\b|\barrests?\s(?:was|were|has\sbeen|have\sbeen)\smade\b)",
    ),
)  # fmt: skip


Match = tuple[Annotated, int, Span]


def statuses(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two tellings of which one leaves a question open that the other has settled.

    A report that tells both stands for what it tells in its lead, and for the open question where it tells both there.
    Headlines count like sentences.
    """
    found: list[tuple[str, Pair]] = []
    for state in _STATES:
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
