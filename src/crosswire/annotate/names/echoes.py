"""The same words quoted again, in a headline or another report: where one names the speaker, the others follow."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosswire.annotate.names.people import People
from crosswire.annotate.statements.voices import PRONOUNS
from crosswire.model import Annotated, Quotation, Span, Statement, Voice

#: Words that two quotations must share to be one utterance: enough that nobody else says them by chance.
LEAST = 5
#: The same for a quotation that no voice is told for, when one person alone is quoted with just these words.
LEAST_OPEN = 2
#: A line of more characters is no heading.
LONGEST_HEADING = 160


def echoed(pieces: Sequence[Annotated], known: People) -> tuple[Annotated, ...]:
    """Returns the reports with voices that their own text leaves open named as the same words are elsewhere.

    Only a voice without a name, a pronoun or a description gives way, and only to one person who is named in full
    or by last name beside the same words. A pronoun, settled or not, is nobody whom its own report never names.
    """
    named = _named_words(pieces, known)
    index = Runs(named, LEAST)
    return tuple(_followed(piece, named, index) for piece in pieces)


def headlined(piece: Annotated) -> Annotated:
    """Returns the report with the words quoted in its headings given to the voice that its body gives them to.

    A heading names its speaker in short or not at all, the body in full. Where the body gives the words to
    several voices, or to none, the heading keeps what was found.
    """
    headings = [s for s in piece.sentences if is_heading(piece.report.text, s)]
    in_heading = [_is_in(headings, q.span) for q in piece.quotations]
    named: dict[str, set[str]] = defaultdict(set)
    for quotation, heading in zip(piece.quotations, in_heading, strict=True):
        if quotation.spoken and quotation.speaker and not heading:
            named[_words(piece, quotation)].add(quotation.speaker)
    index = Runs(named, LEAST_OPEN)
    quotations = tuple(
        _said_in_body(q, _in_body(_words(piece, q), named, index)) if heading else q
        for q, heading in zip(piece.quotations, in_heading, strict=True)
    )
    return msgspec.structs.replace(piece, quotations=quotations)


def _is_in(headings: Sequence[Span], span: Span) -> bool:
    at = bisect_right(headings, span.start, key=lambda h: h.start) - 1
    return at >= 0 and headings[at].covers(span)


def _said_in_body(quotation: Quotation, speaker: str | None) -> Quotation:
    return msgspec.structs.replace(quotation, speaker=speaker, spoken=True) if speaker else quotation


def is_heading(text: str, sentence: Span) -> bool:
    """Tells whether a sentence is a short line of its own without a full stop."""
    if sentence.end - sentence.start > LONGEST_HEADING or text[sentence.end : sentence.end + 1] not in ("\n", "\r"):
        return False
    before = text[max(0, sentence.start - 9) : sentence.start].rstrip(" \t")
    return (not before or before[-1] in "\n\r") and not text[sentence.start : sentence.end].rstrip("”’\"'").endswith(
        (".", ",", ":")
    )


def _in_body(words: str, named: dict[str, set[str]], index: Runs) -> str | None:
    if len(words.split()) < LEAST_OPEN:
        return None
    who = set().union(*(named[other] for other in index.holding(words) if f" {words} " in f" {other} "))
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


def _followed(piece: Annotated, named: dict[str, set[str]], index: Runs) -> Annotated:
    voices = {s.id: s.voice for s in piece.statements}
    told = {name.actor.split()[-1] for name in piece.names if name.actor}
    changed: dict[str, str] = {}
    quotations = list(piece.quotations)
    for i, quotation in enumerate(quotations):
        voice = voices.get(quotation.statement or "")
        if not quotation.spoken or (voice and voice.resolution in ("named", "government")):
            continue
        is_open = voice is None or voice.name is None
        name = _speaker(_words(piece, quotation), named, index, LEAST_OPEN if is_open else LEAST)
        if name and (name.split()[-1] in told or not _is_pronoun(piece, voice)):
            quotations[i] = msgspec.structs.replace(quotation, speaker=name)
            if quotation.statement:
                changed[quotation.statement] = name
    said = tuple(_renamed(s, changed.get(s.id)) for s in piece.statements)
    return msgspec.structs.replace(piece, quotations=tuple(quotations), statements=said)


def _is_pronoun(piece: Annotated, voice: Voice | None) -> bool:
    """Whether a voice is told by a pronoun alone, which stands for somebody of its own report."""
    return voice is not None and voice.span is not None and piece.words_of(voice.span).lower() in PRONOUNS


def _speaker(words: str, named: dict[str, set[str]], index: Runs, least: int) -> str | None:
    count = len(words.split())
    if count < least:
        return None
    exact = named.get(words, set())
    if not exact and count >= LEAST:
        near = {*index.holding(words), *index.held_by(words)}
        exact = set().union(*(named[o] for o in near if _contains(words, o) or _contains(o, words)))
    return next(iter(exact)) if len(exact) == 1 else None


def _contains(long: str, short: str) -> bool:
    return len(short.split()) >= LEAST and f" {short} " in f" {long} "


def _renamed(statement: Statement, name: str | None) -> Statement:
    if name is None:
        return statement
    voice: Voice = msgspec.structs.replace(statement.voice, name=name, kind="person", resolution="named")
    return msgspec.structs.replace(statement, voice=voice)


class Runs:
    """An index of texts, their words apart by one space each, by every run of `length` words in them.

    What is found for a text may hold it, or be held by it; whether it does is still to be looked at.
    """

    def __init__(self, texts: Iterable[str], length: int) -> None:
        self._length = length
        self._by_run: dict[str, set[str]] = defaultdict(set)
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            for i, run in enumerate(self._runs(text)):
                self._by_run[run].add(text)
                if i == 0:
                    self._by_first[run].append(text)

    def holding(self, text: str) -> set[str]:
        """Returns every indexed text that can hold `text`; none where that has fewer words than a run."""
        return min((self._by_run.get(run, set()) for run in self._runs(text)), key=len, default=set())

    def held_by(self, text: str) -> Iterator[str]:
        """Yields every indexed text that can stand in `text`; those of fewer words than a run are passed over."""
        for run in self._runs(text):
            yield from self._by_first.get(run, ())

    def _runs(self, text: str) -> Iterator[str]:
        words = text.split()
        return (" ".join(words[i : i + self._length]) for i in range(len(words) - self._length + 1))
