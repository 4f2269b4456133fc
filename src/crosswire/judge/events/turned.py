"""Turned round: a few words that stand in one report with a "not" in their midst, and in another without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from crosswire.judge.people.voices import are_different
from crosswire.judge.sides.denied import denial
from crosswire.judge.sides.finding import Finding, Pair, Told, asserted
from crosswire.judge.sides.side import STOP, Side, tokens
from crosswire.judge.sides.tellings import telling
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Annotated, Span

#: Words before and behind a "not" that both reports have, and how many of them are more than small words: more where
#: those before it do not tell of whom it is told.
_WINDOWS: Final = ((3, 2, 2), (2, 3, 2), (1, 4, 3), (0, 5, 3))
_NOT: Final = frozenset({"not", "never"})
#: Behind a "not" they take the denial back.
_NOT_ONLY: Final = listed_words("not only", "events.txt")
_SHORT: Final = {"'d": "would", "'ll": "will", "'ve": "have", "'re": "are", "'m": "am"}
_FULL: Final = {"ca": "can", "wo": "will", "sha": "shall"}
#: Where such a word stands before it, nothing is told to be so.
_OPEN: Final = re.compile(r"\b(?:if|whether|why|unless|den(?:y|ies|ied|ying)|deny|refut\w+|disput\w+)\b", re.IGNORECASE)

_Words = tuple[str, ...]


class _Sentence(NamedTuple):
    """A sentence as its words without "not", where they stand, and before which of them a "not" stood."""

    piece: Annotated
    sentence: Span
    words: _Words
    places: tuple[Span, ...]
    denied: frozenset[int]


def turned(pieces: Sequence[Annotated]) -> Iterator[tuple[str, Pair]]:
    """Yields every passage that one report denies and another tells in the same five words around the "not", with the
    key of its slot.

    Reason given: "told and denied: I was not asked in 01; I was asked in 02". Not where the report that denies it tells
    it too, behind "if" or "whether", or where two persons speak.
    """
    told = [sentence for piece in pieces for sentence in _sentences(piece)]
    denied = {window: (said, at) for said in told for window, at in _denied(said)}
    plain: dict[_Words, list[tuple[_Sentence, int]]] = {}
    for said in told:
        for at in range(len(said.words) - 4):
            window = said.words[at : at + 5]
            if window in denied and not said.denied & set(range(at, at + 6)):
                plain.setdefault(window, []).append((said, at))
    for number, (window, tellings) in enumerate(plain.items()):
        no, at = denied[window]
        if any(yes.piece is no.piece for yes, _ in tellings) or _is_open(no, at):
            continue
        for yes, place in tellings:
            if not _is_open(yes, place) and denial(yes.piece, _window(yes, place)) is None:
                yield from _pair(no, at, yes, place, f"turned {number}")


def _sentences(piece: Annotated) -> Iterator[_Sentence]:
    for sentence in piece.sentences:
        words: list[str] = []
        places: list[Span] = []
        denied: set[int] = set()
        for token in tokens(piece.report.text, sentence):
            span = Span(start=token.start, end=token.end)
            for word in _plain(token.word):
                if word in _NOT:
                    denied.add(len(words))
                else:
                    words.append(word)
                    places.append(span)
        yield _Sentence(piece, sentence, tuple(words), tuple(places), frozenset(denied))


def _plain(word: str) -> tuple[str, ...]:
    """A word with what is cut short in it written out: "didn't", "they'd", "cannot"."""
    if word == "cannot":
        return "can", "not"
    if word.endswith("n't"):
        return _FULL.get(word[:-3], word[:-3]), "not"
    before, mark, short = word.partition("'")
    full = _SHORT.get(mark + short)
    return (before, full) if full and before else (word,)


def _denied(said: _Sentence) -> Iterator[tuple[_Words, int]]:
    """The windows around each "not", with where they begin."""
    for place in said.denied:
        if said.words[place : place + 1] and said.words[place] in _NOT_ONLY:
            continue
        for before, behind, fewest in _WINDOWS:
            window = said.words[max(0, place - before) : place + behind]
            telling_words = [word for word in window if word not in STOP]
            if len(window) == before + behind and len(telling_words) >= fewest:
                yield window, place - before


def _is_open(said: _Sentence, at: int) -> bool:
    text = said.piece.report.text
    if text[said.sentence.start : said.sentence.end].rstrip("”’\"'").endswith("?"):
        return True
    return _OPEN.search(text, said.sentence.start, said.places[at].start) is not None


def _pair(no: _Sentence, at: int, yes: _Sentence, place: int, key: str) -> Iterator[tuple[str, Pair]]:
    one, other = _window(no, at), _window(yes, place)
    left, right = telling(no.piece, one), telling(yes.piece, other)
    if not _speak_apart(left, right):
        yield key, (left, right, _finding(asserted(left, one), asserted(right, other)))


def _finding(left: Told, right: Told) -> Finding:
    return Finding(slot="stance", nature="conflict", left=left, right=right, about="told and denied")


def _window(said: _Sentence, at: int) -> Span:
    return Span(start=said.places[at].start, end=said.places[at + 4].end)


def _speak_apart(one: Side, other: Side) -> bool:
    return one.voice is not None and other.voice is not None and are_different(one.voice, other.voice)
