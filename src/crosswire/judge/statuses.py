"""States that change as an event unfolds: named or not yet, caught or at large; compared over the whole story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosswire.judge.differences import Pair
from crosswire.judge.finding import Finding, told
from crosswire.judge.tellings import telling
from crosswire.model import Annotated, Span, Struct

_SUSPECT: Final = r"(?:suspects?|gunm[ae]n|shooters?|attackers?|assailants?|perpetrators?|killers?|bombers?|robbers?)"
_VICTIM: Final = r"(?:victims?|deceased|dead\s(?:man|woman|person)|bod(?:y|ies)|(?:person|people|man|woman|men|women)\s(?:who\swas\s|who\swere\s)?killed)"
_NOT: Final = (
    r"(?:not\s(?:yet\s|immediately\s)?(?:been\s)?(?:publicly\s|officially\s)?(?:been\s)?|n['’]t\s(?:yet\s)?(?:been\s)?)"
)


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
        rf"\bunidentified\s(?:[\w-]+\s){{0,2}}{who}\b|\bnor\s(?:have|has)\sany\sof\sthe\s{who}"
    )


_NAME: Final = r"[A-Z][\w’'-]+\s(?:[A-Z][\w.’'-]*\s?){1,3}"


def _named(who: str) -> str:
    return (
        rf"\b{who}\b[^.;\n]{{0,80}}?\b(?:identified|named)\s(?:[a-z]+\s){{0,3}}?(?:as|by\s[^.;\n]{{0,40}}?\sas)\s[^.;\n]{{0,40}}?{_NAME}|"
        rf"\b(?:identified|named)\s(?:the|both|its|one\sof\sthe|two\sof\sthe)?\s?(?:[\w’'-]+\s){{0,4}}?{who}\b[^.;\n]{{0,50}}?\bas\s[^.;\n]{{0,40}}?{_NAME}|"
        rf"\b{who},\s(?:[\w’'-]+\s){{0,3}}?{_NAME}|{_NAME}[^.;\n]{{0,60}}?(?:was|were)\sidentified\b[^.;\n]{{0,60}}?\b{who}\b"
    )


_STATES: Final = (
    _state("suspect named or not", _unnamed(_SUSPECT), _named(_SUSPECT)),
    _state("victims named or not", _unnamed(_VICTIM), _named(_VICTIM)),
    _state(
        "suspect caught or not",
        rf"\b{_SUSPECT}\b[^.;\n]{{0,50}}?\b(?:(?:remain|is|are|was|were)s?\s(?:still\s)?(?:at\slarge|on\sthe\s(?:run|loose)|wanted|being\ssought)|still\s(?:at\slarge|wanted))|"
        rf"\b(?:search(?:ing)?|looking|hunt(?:ing)?|manhunt)\s(?:\w+\s){{0,2}}?for\s(?:the|a|two|three|\w+)?\s?(?:[\w-]+\s){{0,3}}?{_SUSPECT}\b|"
        rf"\bno\s(?:arrests?\s(?:ha(?:s|ve)|was|were)|suspects?\s(?:in\scustody|ha(?:s|ve)\sbeen\s(?:arrested|caught)))",
        rf"(?i:\b{_SUSPECT}\b[^.;\n]{{0,60}}?\b(?:arrested|captured|apprehended|(?:in|into)\s(?:police\s)?custody|surrendered)\b|"
        rf"\b(?:arrested|captured|apprehended)\s(?:[\w’'-]+\s){{0,5}}?{_SUSPECT}\b|\d\sarrested\sin\b|\barrests?\s(?:was|were|has\sbeen|have\sbeen)\smade\b)",
    ),
)  # fmt: skip


def statuses(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two tellings of which one leaves a question open that the other has settled.

    A report that tells both (first one man, then the other) stands for what it leaves open. Headlines count like sentences.
    """
    found: list[tuple[str, Pair]] = []
    for state in _STATES:
        still, settled = _tellings(pieces, state.open), _tellings(pieces, state.settled)
        for a, span in still.values():
            for report, (b, other) in settled.items():
                if report not in still:
                    left, right = telling(a, span), telling(b, other)
                    finding = Finding(
                        slot="stance",
                        nature="conflict",
                        left=told(left, span),
                        right=told(right, other),
                        about=state.about,
                    )
                    found.append((state.about, (left, right, finding)))
    return found


def _tellings(pieces: Sequence[Annotated], pattern: re.Pattern[str]) -> dict[str, tuple[Annotated, Span]]:
    """The first sentence of each report that matches."""
    found: dict[str, tuple[Annotated, Span]] = {}
    for piece in pieces:
        for sentence in piece.sentences:
            match = pattern.search(piece.report.text, sentence.start, sentence.end)
            if match:
                found[piece.report.id] = piece, Span(start=match.start(), end=match.end())
                break
    return found
