"""The order of events: one happening told to come before another in one report, and after it in the other."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from crosswire.judge.sides.finding import Finding, asserted
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.nouns import COUNTS
from crosswire.judge.sides.side import STOP, Side, tokens
from crosswire.model import Span

_COUNT: Final = "|".join(("a", "an", "the", *COUNTS, "a few", "few", "several", "many"))
#: What puts a happening before or after another, with the distance where it is told ("two days before").
_ORDER: Final = re.compile(
    rf"\b(?:(?:within\s|only\s|just\s|some\s|about\s)*(?:(?:\d+|{_COUNT})\s)?(?:minutes?|hours?|days?|weeks?|months?|years?|shortly|soon|"
    r"immediately|right)\s(?:of\s)?)?(?:(?P<before>before|ahead\sof|prior\sto)|(?P<after>after|following|in\sthe\swake\sof|"
    r"(?<=hours\s)of|(?<=days\s)of|(?<=minutes\s)of|(?<=weeks\s)of))\s",
    re.IGNORECASE,
)
_END: Final = re.compile(r"[,;:.!?\"”)]|\s(?:which|who|when|where|while|but|and|because|in|on|at|that)\s|$")
_ANCHOR: Final = 5  # words of what it is told to come before or after
_REACH: Final = 8  # content words before it, in which the happening stands
_SHARED: Final = 2  # of those that both sides tell


class _Ordered(NamedTuple):
    span: Span
    later: bool
    anchor: frozenset[str]
    happening: frozenset[str]


def orders(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds a happening that one side puts before, and the other after, the same other happening.

    Reason given: "order: hours after the collision in 01; two days before the collision in 03".
    """
    for one in _ordered(a):
        for other in _ordered(b):
            same = one.anchor & other.anchor and len(one.happening & other.happening) >= _SHARED
            if same and one.later != other.later:
                left, right = asserted(a, one.span), asserted(b, other.span)
                return (Finding(slot="order", nature="conflict", left=left, right=right, about="order"),)
    return ()


@once_a_story
def _ordered(side: Side) -> tuple[_Ordered, ...]:
    text = side.piece.report.text
    found = []
    for match in _ORDER.finditer(text, side.span.start, side.span.end):
        stop = _END.search(text, match.end(), side.span.end)
        anchor = tokens(text, Span(start=match.end(), end=stop.start() if stop else side.span.end))[:_ANCHOR]
        stems = frozenset(t.stem for t in anchor if t.word not in STOP and not t.word[0].isdigit())
        if stems:
            before = [t.stem for t in side.tokens if t.end <= match.start() and t.word not in STOP]
            span = Span(start=match.start(), end=anchor[-1].end)
            found.append(_Ordered(span, match["after"] is not None, stems, frozenset(before[-_REACH:])))
    return tuple(found)
