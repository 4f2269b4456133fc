"""Speakers: one saying given to two different persons."""

from __future__ import annotations

from typing import Final

from crosswire.judge.people.voices import are_different
from crosswire.judge.sayings.sayings import Saying, likeness, likeness_in_telling, sayings, sayings_in
from crosswire.judge.sides.finding import Finding, Told
from crosswire.judge.sides.side import Side, certainty
from crosswire.judge.sides.tellings import sentence_at
from crosswire.model import Span
from crosswire.values.names.written import parts

#: How much of a saying two reports share, wherever it stands.
_ALIKE: Final = 0.75
#: How much of it besides the persons named, in how many words at least, where the aligner is so sure that they tell
#: one point.
_RETOLD: Final = 0.6
_FEWEST_RETOLD: Final = 5
_SURE: Final = 0.5
#: What a report itself gives to the other voice as well.
_SAID_TOO: Final = 0.5


def speakers(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds a saying that both sides tell, each from the mouth of another named person.

    Reason given: "speaker: Mara Tellin in 02; Jon Brask in 03". A body and the person who speaks for it ("police", "the
    sheriff") is no difference, nor is a voice that stays unresolved, nor a saying that one report gives to both.
    """
    for one in sayings_in(a):
        for other in sayings_in(b):
            if _is_one(a, one, b, other) and differ(one, other):
                return (finding(one, other),)
    return ()


def _is_one(a: Side, one: Saying, b: Side, other: Saying) -> bool:
    """Whether two sides tell one saying: in the same words, or in enough of them where they surely tell one point."""
    if likeness(one, other) >= _ALIKE:
        return True
    if certainty(a, b) < _SURE or len(one.telling & other.telling) < _FEWEST_RETOLD:
        return False
    return likeness_in_telling(one, other) >= _RETOLD


def differ(one: Saying, other: Saying) -> bool:
    """Tells whether two voices are two persons, and neither report gives the saying to the other's voice as well."""
    if not are_different(one.voice, other.voice):
        return False
    return not (_gives_too(one, other) or _gives_too(other, one))


def _gives_too(one: Saying, other: Saying) -> bool:
    """Whether the report of `one` gives the saying to the voice of `other` as well, or names it beside its own."""
    surname = parts(other.voice.name or "")[-1]
    if surname in parts(_beside(one)):
        return True
    own = (s for s in sayings(one.piece) if surname in parts(s.voice.name or ""))
    return any(likeness(said, other) >= max(_SAID_TOO, likeness(one, other)) for said in own)


def _beside(said: Saying) -> str:
    """The words of the sentences that tell a saying, the saying itself left out."""
    text, at = said.piece.report.text, said.statement.voice.span or said.span
    spans = {sentence_at(said.piece, at), sentence_at(said.piece, said.span)}
    kept = []
    for span in spans:
        words = list(text[span.start : span.end])
        for content in said.content:
            for i in range(max(content.start, span.start), min(content.end, span.end)):
                words[i - span.start] = " "
        kept.append("".join(words))
    return " ".join(kept)


def finding(one: Saying, other: Saying) -> Finding:
    """Returns the finding that two reports give one saying to two voices."""
    return Finding(slot="speaker", nature="conflict", left=_told(one), right=_told(other), about="speaker")


def _told(said: Saying) -> Told:
    name = said.voice.name or ""
    return Told(value=name, shown=name, span=_near(said))


def _near(said: Saying) -> Span:
    """The voice's own words where they are near; a voice named far off is told by what it says."""
    span = said.voice.span
    return span if span is not None and abs(span.start - said.span.start) < 1000 else said.span
