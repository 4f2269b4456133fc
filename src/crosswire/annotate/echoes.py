"""The same words quoted again, in a headline or another report: where one names the speaker, the others follow."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from crosswire.annotate.people import People
from crosswire.model import Annotated, Quotation, Span, Statement, Voice

#: Words that two quotations must share to be one utterance: enough that nobody else says them by chance.
LEAST = 5
#: The same for a quotation that no voice is told for, when one person alone is quoted with just these words.
LEAST_OPEN = 2


def echoed(pieces: Sequence[Annotated], known: People) -> tuple[Annotated, ...]:
    """Returns the reports with voices that their own text leaves open named as the same words are elsewhere.

    Only a voice without a name, a pronoun or a description gives way, and only to one person who is named in full
    or by last name beside the same words.
    """
    named = _named_words(pieces, known)
    return tuple(_followed(piece, named) for piece in pieces)


def headlined(piece: Annotated) -> Annotated:
    """Returns the report with the words quoted in its headline given to the voice that its body gives them to.

    A headline names its speaker in short or not at all, the body in full. Where the body gives the words to
    several voices, or to none, the headline keeps what was found.
    """
    first = piece.sentences[0] if piece.sentences else None
    if first is None or not _is_headline(piece, first):
        return piece
    named: dict[str, set[str]] = defaultdict(set)
    for quotation in piece.quotations:
        if quotation.spoken and quotation.speaker and quotation.span.start >= first.end:
            named[_words(piece, quotation)].add(quotation.speaker)
    quotations = tuple(
        msgspec.structs.replace(q, speaker=_in_body(_words(piece, q), named) or q.speaker)
        if first.covers(q.span)
        else q
        for q in piece.quotations
    )
    return msgspec.structs.replace(piece, quotations=quotations)


def _is_headline(piece: Annotated, first: Span) -> bool:
    """Whether the first sentence is a line of its own without a full stop."""
    line = piece.report.text[first.end : first.end + 1]
    return line in ("\n", "\r") and not piece.words_of(first).rstrip("”’\"'").endswith(".")


def _in_body(words: str, named: dict[str, set[str]]) -> str | None:
    if len(words.split()) < LEAST_OPEN:
        return None
    who = set().union(*(voices for other, voices in named.items() if f" {words} " in f" {other} "))
    return next(iter(who)) if len(who) == 1 else None


def _words(piece: Annotated, quotation: Quotation) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", piece.words_of(quotation.span).lower().replace("’", "").replace("'", "")))


def _named_words(pieces: Sequence[Annotated], known: People) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        voices = {s.id: s.voice for s in piece.statements}
        for quotation in piece.quotations:
            voice = voices.get(quotation.statement or "")
            if voice and voice.name and voice.resolution == "named" and known.person(voice.name):
                found[_words(piece, quotation)].add(voice.name)
    return found


def _followed(piece: Annotated, named: dict[str, set[str]]) -> Annotated:
    voices = {s.id: s.voice for s in piece.statements}
    changed: dict[str, str] = {}
    quotations = list(piece.quotations)
    for i, quotation in enumerate(quotations):
        voice = voices.get(quotation.statement or "")
        if not quotation.spoken or (voice and voice.resolution in ("named", "government")):
            continue
        name = _speaker(_words(piece, quotation), named, voice is None or voice.name is None)
        if name:
            quotations[i] = msgspec.structs.replace(quotation, speaker=name)
            if quotation.statement:
                changed[quotation.statement] = name
    said = tuple(_renamed(s, changed.get(s.id)) for s in piece.statements)
    return msgspec.structs.replace(piece, quotations=tuple(quotations), statements=said)


def _speaker(words: str, named: dict[str, set[str]], is_open: bool) -> str | None:
    least = LEAST_OPEN if is_open else LEAST
    count = len(words.split())
    if count < least:
        return None
    exact = named.get(words, set())
    if not exact and count >= LEAST:
        inside = (who for other, who in named.items() if _contains(words, other) or _contains(other, words))
        exact = set().union(*inside)
    return next(iter(exact)) if len(exact) == 1 else None


def _contains(long: str, short: str) -> bool:
    return len(short.split()) >= LEAST and f" {short} " in f" {long} "


def _renamed(statement: Statement, name: str | None) -> Statement:
    if name is None:
        return statement
    voice: Voice = msgspec.structs.replace(statement.voice, name=name, kind="person", resolution="named")
    return msgspec.structs.replace(statement, voice=voice)
