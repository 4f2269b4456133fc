"""Speakers: one assertion given to two different persons."""

from __future__ import annotations

from typing import Final

from crosswire.judge.finding import Finding, Told
from crosswire.judge.names import difference, parts
from crosswire.judge.side import Side
from crosswire.judge.units import PEOPLE, singular
from crosswire.model import Span, Voice

_SPOKEN_FOR: Final = frozenset({"person"})
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


def are_different(one: Voice, other: Voice) -> bool:
    """Tells whether two voices are two different persons, both named."""
    if not one.name or not other.name or one.kind not in _SPOKEN_FOR or other.kind not in _SPOKEN_FOR:
        return False
    if "unresolved" in (one.resolution, other.resolution) or "government" in (one.resolution, other.resolution):
        return False
    a, b = parts(one.name), parts(other.name)
    if any(singular(words[-1]) in PEOPLE for words in (a, b) if words):
        return False  # "Halden Detectives" are no person
    if len(a) < 2 or len(b) < 2 or set(a) & set(b) or one.name in other.via or other.name in one.via:
        return False
    return difference(one.name, other.name) is None


def _told(side: Side, voice: Voice) -> Told:
    span = voice.span or side.span
    return Told(value=voice.name or "", shown=voice.name or "", span=_near(side, span))


def _near(side: Side, span: Span) -> Span:
    """The voice's own words where they are near; a voice named far off is told by the clause."""
    return span if abs(span.start - side.span.start) < 1000 else side.span
