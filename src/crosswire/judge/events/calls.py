"""Calls: what those who came were called to, as two reports tell it."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.sides.finding import Finding, asserted
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.side import Side, stem, tokens
from crosswire.model import Span

_CALL: Final = re.compile(
    r"\b(?:(?:respond(?:ed|ing)?|call(?:ed|s)?|dispatched|summoned|sent|came|receiv(?:ed|ing)|got|answer(?:ed|ing)|"
    r"after|following)\b[^.;\n]{0,40}?\b(?:calls?|reports?)|(?:9[-\s]?1[-\s]?1|emergency)\scalls?)\s"
    r"(?:of|about|for|reporting|regarding|that)\s",
    re.IGNORECASE,
)
_END: Final = re.compile(r"[,;.]\s|\s(?:at|in|on|near|around|when|where|who|shortly|just)\s|[.,;]$|$")
#: Kinds of what is called in; what belongs to no kind is not compared.
_KINDS: Final = """
shot shots shooting shootings gunshot gunshots gunfire gunman gunmen shooter fired wounded | burglary break-in intruder
robbery holdup carjacking hijacking | crash collision accident wreck | fire smoke blaze flames | disturbance fight
argument brawl altercation domestic dispute | suspicious prowler | stabbing stabbed knife | explosion blast bomb
welfare check unresponsive unconscious | missing disappearance | noise loud party | overdose
"""
_OF_KIND: Final = {
    stem(word): number for number, row in enumerate(_KINDS.split("|")) for word in row.replace("\n", " ").split()
}


def calls(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds a call that the sides tell to be of different kinds.

    Reason given: "what they were called to: a suspicious person in 01; shots fired in 02". A call that one side tells
    to be of several kinds contradicts none of them.
    """
    left, right = _called(a), _called(b)
    if left is None or right is None or left[1] & right[1]:
        return ()
    one, other = asserted(a, left[0]), asserted(b, right[0])
    return (Finding(slot="cause", nature="conflict", left=one, right=other, about="what they were called to"),)


@once_a_story
def _called(side: Side) -> tuple[Span, frozenset[int]] | None:
    """Where a side tells what was called in, and of what kinds that is; None where it tells none, or several calls."""
    text = side.piece.report.text
    found = list(_CALL.finditer(text, side.span.start, side.span.end))
    if len(found) != 1:
        return None
    start = found[0].end()
    end = _END.search(text, start, side.span.end)
    span = Span(start=start, end=end.start() if end else side.span.end)
    kinds = frozenset(_OF_KIND[t.stem] for t in tokens(text, span) if t.stem in _OF_KIND)
    return (span, kinds) if kinds and span.start < span.end else None
