"""Speakers: one assertion given to two different persons."""

from __future__ import annotations

from typing import Final

from crosswire.judge.finding import Finding, Told
from crosswire.judge.side import Side
from crosswire.judge.voices import are_different
from crosswire.model import Span, Voice

_FEWEST_SHARED: Final = 3
_SHARE: Final = 0.45


def speakers(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds an assertion that both sides attribute, to two different named persons.

    Reason given: "speaker: Mara Tellin in 02; Jon Brask in 03". A body and the person who speaks for it ("police", "the
    sheriff") is no difference, nor is a voice that stays unresolved.
    """
    one, other = a.voice, b.voice
    if one is None or other is None or not are_different(one, other) or not _one_assertion(a, b):
        return ()
    return (Finding(slot="speaker", nature="conflict", left=_told(a, one), right=_told(b, other), about="speaker"),)


def _one_assertion(a: Side, b: Side) -> bool:
    """Whether the words are near enough to be one utterance, not two persons telling one fact each in his own words."""
    left, right = a.stems, b.stems
    shared = len(left & right)
    return shared >= _FEWEST_SHARED and shared >= _SHARE * min(len(left), len(right))


def _told(side: Side, voice: Voice) -> Told:
    span = voice.span or side.span
    return Told(value=voice.name or "", shown=voice.name or "", span=_near(side, span))


def _near(side: Side, span: Span) -> Span:
    """The voice's own words where they are near; a voice named far off is told by the clause."""
    return span if abs(span.start - side.span.start) < 1000 else side.span
