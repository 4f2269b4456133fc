"""How matters turn for a suspect: held or released, accused or cleared; compared by his name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from crosswire.judge.sides.denied import denial
from crosswire.judge.sides.finding import Finding, Pair, asserted
from crosswire.judge.sides.nouns import SUSPECTS, either
from crosswire.judge.sides.side import inside
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Span, Struct

_SUSPECT: Final = rf"{either(SUSPECTS)}|suspected\s\w+|(?:two|three|four|both)\s(?:men|women|teens)"
#: Each question with the words of an earlier state and of a later one that ends it.
_TURNS: Final = (
    (
        "held or released",
        r"\b(?:in\s(?:police\s)?custody|(?:remains?|remained|is|are|was|were|being)\s(?:(?!not\b)\w+\s)?(?:held|jailed|detained|in\s(?:\w+\s){0,3}jail|"
        r"behind\sbars)|held\s(?:without|on|in\slieu))\b",
        r"\b(?:was|were|been|is|are)\s(?:(?!not\b)\w+\s)?(?:released(?!\son\s\w+day\sby)|freed|let\sgo)\b(?!\s(?:the|a)\s)|\blet\s(?:him|her|them)\sgo\b",
    ),
    (
        "accused or cleared",
        r"\b(?:police\ssay|authorities\ssay|alleged\w*|accused|identified\s(?:\w+\s){0,4}?as|charged\s(?:with|in)|fac(?:es|ing)\s(?:\w+\s){0,2}?"
        r"(?:charges?|manslaughter|murder)|suspected\sof|suspect\sin)\b",
        r"\bcleared\sof\s(?:all\s|any\s)?(?:charges|wrongdoing|involvement)\b|\bexonerated\b|\bacquitted\b|\bfound\snot\sguilty\b|"
        r"\bcharges\s(?:against\s\w+\s)?(?:were|was|have\sbeen)\s(?:dropped|dismissed)\b|\bdropped\s(?:all\s)?(?:the\s)?charges\b|"
        r"\bno\slonger\s(?:a\s|considered\sa\s)?suspects?\b|\b(?:was|were|is|are)\snot\s(?:\w+\s)?(?:involved\sin|suspects?\b|a\ssuspect|the\sshooter|"
        r"connected\sto)|\beliminated\sas\s(?:a\s)?suspects?\b|\bruled\sout\sas\s(?:a\s)?suspects?\b",
    ),
)
_COMPILED: Final = tuple((about, re.compile(a, re.IGNORECASE), re.compile(b, re.IGNORECASE)) for about, a, b in _TURNS)
_NOT: Final = re.compile(
    r"\b(?:not|n['’]t|never|if|whether|until|before|could|would|may|might|no)\b[^.;,\n]{0,30}$", re.IGNORECASE
)
_NEAR: Final = 120  # characters on either side of a state in which its bearer is named
_ACCUSED: Final = re.compile(rf"\b(?:{_SUSPECT})\b", re.IGNORECASE)
_ONE_OF: Final = re.compile(rf"\bone\sof\s(?:the|those)\s(?:\w+\s)?(?:{_SUSPECT})$", re.IGNORECASE)


class Turn(Struct, frozen=True):
    """One telling of a state, and of whom: a surname, or "suspects" where no name stands near."""

    piece: Annotated
    who: str
    span: Span


def held_or_released(pieces: Sequence[Annotated]) -> Iterator[tuple[str, Pair]]:
    """Yields every two tellings of one suspect of which the later ends what the earlier tells, with their key.

    Reason given: "held or released: in custody in 01; were released in 03".
    """
    for about, before, after in _COMPILED:
        later = [turn for piece in pieces for turn in _told(piece, after)]
        earlier = [_firsts(_told(piece, before)) for piece in pieces] if later else []
        ends = {(id(turn.piece), turn.who): turn.span.start for turn in later}
        for two in _firsts(later).values():
            for piece, own in zip(pieces, earlier, strict=True):
                one = own.get((piece.report.id, two.who))
                if one and piece is not two.piece and ends.get((id(piece), two.who), -1) <= one.span.start:
                    yield f"{about} {two.who}", _pair(about, one, two)


def _firsts(told_: Iterable[Turn]) -> dict[tuple[str, str], Turn]:
    """The first telling of each bearer in each report, by report and bearer."""
    found: dict[tuple[str, str], Turn] = {}
    for turn in told_:
        found.setdefault((turn.piece.report.id, turn.who), turn)
    return found


def _told(piece: Annotated, state: re.Pattern[str]) -> Iterator[Turn]:
    text = piece.report.text
    for sentence in piece.sentences:
        for found in state.finditer(text, sentence.start, sentence.end):
            span = Span(start=found.start(), end=found.end())
            if _NOT.search(text, sentence.start, span.start) or denial(piece, span) is not None:
                continue
            who = _bearer(piece, sentence, found)
            if who:
                yield Turn(piece=piece, who=who, span=span)


def _bearer(piece: Annotated, sentence: Span, state: re.Match[str]) -> str | None:
    """The surname of the person told last before a state, else first behind it; "suspects" where it is they."""
    inside_it = [n for n in inside(piece.names, Span(start=state.start(), end=state.end())) if n.kind == "person"]
    if inside_it:
        return piece.words_of(inside_it[0].span).split()[-1].lower()
    if _ACCUSED.search(state[0]) and " as" in state[0]:
        return "suspects"
    before = Span(start=max(sentence.start, state.start() - _NEAR), end=state.start())
    named = [n for n in inside(piece.names, before) if n.kind == "person"]
    accused = list(_ACCUSED.finditer(piece.report.text, before.start, before.end))
    if accused and not (named and named[-1].span.end > accused[-1].end()):
        part = _ONE_OF.search(piece.report.text, sentence.start, accused[-1].end())
        return None if part else "suspects"
    if named:
        return piece.words_of(named[-1].span).split()[-1].lower()
    if re.search(r"\bthey\b", piece.words_of(before), re.IGNORECASE):
        near = Span(start=max(0, sentence.start - 4 * _NEAR), end=sentence.start)
        return "suspects" if _ACCUSED.search(piece.words_of(near)) else None
    return None


def _pair(about: str, one: Turn, other: Turn) -> Pair:
    left, right = telling(one.piece, one.span), telling(other.piece, other.span)
    values = asserted(left, one.span), asserted(right, other.span)
    return left, right, Finding(slot="stance", nature="conflict", left=values[0], right=values[1], about=about)
