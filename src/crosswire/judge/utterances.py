"""One utterance given to two persons: the same words between quotation marks, each report naming another speaker."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from crosswire.judge.differences import Pair
from crosswire.judge.finding import Finding, Told
from crosswire.judge.tellings import telling
from crosswire.judge.voices import are_different
from crosswire.model import Annotated, Quotation, Span, Utterance, Voice

#: A quotation of fewer words is said by many.
_FEWEST_WORDS = 4
_Said = tuple[Annotated, Quotation, Voice]


def speakers_of(utterances: Sequence[Utterance], pieces: Sequence[Annotated]) -> Iterator[tuple[str, Pair]]:
    """Yields every two tellings of one utterance that name two different persons, with the key of their slot."""
    by_id = {p.report.id: p for p in pieces}
    for number, utterance in enumerate(utterances):
        said = [s for report, i in utterance.quotations if (s := _said(by_id[report], by_id[report].quotations[i]))]
        for one, other in itertools.combinations(said, 2):
            if one[0].report.id != other[0].report.id and are_different(one[2], other[2]):
                yield f"utterance {number}", _pair(one, other)


def _said(piece: Annotated, quotation: Quotation) -> _Said | None:
    """A spoken quotation with the voice of its statement, None where it has none or is a word or two."""
    if not quotation.spoken or len(piece.words_of(quotation.span).split()) < _FEWEST_WORDS:
        return None
    statement = next((s for s in piece.statements if s.id == quotation.statement), None)
    return (piece, quotation, statement.voice) if statement else None


def _pair(one: _Said, other: _Said) -> Pair:
    left, right = telling(one[0], one[1].span), telling(other[0], other[1].span)
    return left, right, Finding(slot="speaker", nature="conflict", left=_told(one), right=_told(other), about="speaker")


def _told(said: _Said) -> Told:
    _, quotation, voice = said
    name = voice.name or ""
    return Told(value=name, shown=name, span=_nearby(voice, quotation))


def _nearby(voice: Voice, quotation: Quotation) -> Span:
    """The voice's own words, or the quotation where they stand far off."""
    near = voice.span is not None and abs(voice.span.start - quotation.span.start) < 1000
    return voice.span if near and voice.span is not None else quotation.span
