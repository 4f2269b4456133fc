"""Numbers that a story has one of: attackers, shots, arrests, people inside, how late, how long, which reward."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from crosswire.judge.numbers.wholes import are_named
from crosswire.judge.sides.nouns import SHOTS, SUSPECTS, either
from crosswire.judge.sides.tellings import sentence_at
from crosswire.judge.sides.units import GENERAL, PEOPLE
from crosswire.model import Annotated, Quantity, Span
from crosswire.values.numbers.measures import singular

#: The one number of its kind that a report tells, None where it tells none.
Finder = Callable[[Annotated], Quantity | None]
_Wanted = Callable[[Annotated, Quantity], bool]

_GUESTS: Final = PEOPLE | frozenset({"patron", "customer", "guest", "partygoer", "reveler", "attendee", "spectator"})
#: The toll of the event itself stands early; further down other events are told.
_EARLY: Final = 0.4
_NEAR: Final = 60  # characters between a number and the word that says what it is of
_ALONE: Final = re.compile(
    rf"\b(?:lone|sole|single|only)\s(?:{'|'.join(SUSPECTS)})\b|\bacted\salone\b|"
    rf"\b(?:no|not\sany)\s(?:other|second)\s{either(SUSPECTS)}\b",
    re.IGNORECASE,
)
_FIRED: Final = re.compile(
    r"\s(?:(?:who|allegedly|then|seen|\w+ing|\w+ed|in|on|a|the|\w+\sfootage|surveillance|video)\s){0,6}?"
    r"(?:open(?:ed|ing)\sfire|fir(?:ed|ing)\s(?:shots|at|on|into)|start(?:ed|ing)\s(?:shooting|firing)|beg[au]n\s(?:shooting|firing)|"
    r"exchanged\s(?:gunfire|fire|shots))\b",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(
    r"\s(?:were\s|was\s|are\s)?(?:inside|attended|in\sattendance|(?:were|was|gathered|had\sgathered)\s(?:in|at)\s(?:the|a)\s|"
    r"in\sthe\s(?:\w+\s)?(?:club|bar|nightclub|building|hall|theat(?:er|re)|restaurant|store|school|church|house|party))\b",
    re.IGNORECASE,
)
_MARK: Final = re.compile(r"[.!?][\"”’']?\s*$")
_SHOT: Final = re.compile(
    r"\s(?:(?:were|was|others?|had|been|fatally|suffer(?:ed|ing)|with|from|being|getting|reported)\s){0,3}"
    r"(?:shot\b|gunshot\swounds?|(?:hit|struck)\sby\s(?:gunfire|gunshots|bullets))",
    re.IGNORECASE,
)
_HOUSE: Final = re.compile(r"\s(?:\w+\s){0,2}?(?:house|home|building|residence|dwelling)\b", re.IGNORECASE)
_FOR: Final = re.compile(r"\sfor\b", re.IGNORECASE)
_ATTACK: Final = "rampage|spree|shooting|attack|ordeal|massacre|siege|assault|standoff|gun\\sbattle|shootout|gunfight"
_MEETING: Final = "meeting|summit|talks|session|conversation|discussion|encounter"
_SPEECH: Final = "speech|address|remarks|interview|news\\sconference|press\\sconference|testimony|hearing"
_LATE: Final = re.compile(r"\b(?:late|behind\sschedule|tardy|waiting|wait|waited|delay(?:ed|ing|s)?)\b", re.IGNORECASE)


def befallen(scope: str) -> Finder:
    """Returns the finder of the first number, early in a report, of people whom something befell."""
    return first(lambda _, q: q.scope == scope and (q.unit is None or singular(q.unit) in GENERAL), _EARLY)


def _in_headline(piece: Annotated, quantity: Quantity) -> bool:
    """Whether a number stands in a first line that ends without a mark."""
    line = piece.report.text.partition("\n")[0]
    return quantity.span.end <= len(line) and not _MARK.search(line)


def _were_shot(piece: Annotated, quantity: Quantity) -> bool:
    shot = _SHOT.match(piece.report.text, quantity.span.end)
    if quantity.unit is None:
        return bool(shot)
    return singular(quantity.unit) in GENERAL and (bool(shot) or quantity.scope == "shoot")


def _are_named(piece: Annotated, quantity: Quantity) -> bool:
    """Whether those are counted who have been named."""
    return are_named(piece, quantity) and singular(quantity.unit or "person") in PEOPLE


def _are_storeys(piece: Annotated, quantity: Quantity) -> bool:
    return quantity.unit in ("story", "storey") and bool(_HOUSE.match(piece.report.text, quantity.span.end))


def first(wanted: _Wanted, share: float = 1.0, kind: str = "count") -> Finder:
    """Returns the finder of the first number of a kind that is wanted, in that share of a report and 400 characters;
    where a report tells it more exactly, or in its body after the headline, its place there."""

    def find(piece: Annotated) -> Quantity | None:
        early = len(piece.report.text) * share + 400
        told = [q for q in piece.quantities if q.kind == kind and q.span.start < early and wanted(piece, q)]
        exact = [q for q in told if q.exact and q.low == told[0].low] or told[:1]
        return next((q for q in exact if not _in_headline(piece, q)), exact[0]) if exact else None

    return find


def _are_shots(piece: Annotated, quantity: Quantity) -> bool:
    return singular(quantity.unit or "") in SHOTS and quantity.scope in ("fire", None) and quantity.low > 4


def are_guests(piece: Annotated, quantity: Quantity) -> bool:
    """Tells whether a number counts those who were where it happened."""
    inside = _INSIDE.match(piece.report.text, quantity.span.end) or quantity.scope == "attend"
    return bool(inside) and singular(quantity.unit or "") in _GUESTS and quantity.low >= 20


def _is_late(piece: Annotated, quantity: Quantity) -> bool:
    text, span = piece.report.text, quantity.span
    return quantity.scope == "wait" and _LATE.search(text, max(0, span.start - _NEAR), span.end + _NEAR) is not None


def _is_reward(piece: Annotated, quantity: Quantity) -> bool:
    sentence = sentence_at(piece, quantity.span)
    return re.search(r"\breward\b", piece.words_of(sentence), re.IGNORECASE) is not None


def _lasting(nouns: str) -> Finder:
    """Returns the finder of how long something lasted: "a two-hour meeting", "the talks lasted for two hours"."""
    behind = re.compile(rf"(?:-long|\slong)?\s(?:[\w-]+\s)?(?:{nouns})\b", re.IGNORECASE)
    before = re.compile(rf"\b(?:{nouns})\s(?:\w+\s)?(?:last(?:ed|s)|took|ran|went\son)\s(?:for\s)?$", re.IGNORECASE)

    def is_so_long(piece: Annotated, quantity: Quantity) -> bool:
        text, span = piece.report.text, quantity.span
        return bool(behind.match(text, span.end) or before.search(text, max(0, span.start - _NEAR), span.start))

    return first(is_so_long, kind="duration")


def attackers(piece: Annotated) -> Quantity | None:
    """Returns how many did it: the first number of suspects, or of people who opened fire, early in a report; one,
    where somebody is said to have done it alone."""
    early = len(piece.report.text) * _EARLY + 400
    for quantity in piece.quantities:
        unit = singular(quantity.unit or "")
        counted = quantity.kind == "count" and quantity.span.start < early
        if counted and (unit in SUSPECTS or (unit in PEOPLE and _FIRED.match(piece.report.text, quantity.span.end))):
            return quantity
    alone = _ALONE.search(piece.report.text)
    if alone is None:
        return None
    span = Span(start=alone.start(), end=alone.end())
    return Quantity(span=span, low=1, high=1, exact=True, unit="attacker", kind="count")


def arrests(piece: Annotated) -> Quantity | None:
    """Returns the largest number of arrests that a report tells, in its body where it tells it there too; "the third
    suspect arrested" makes three."""
    return max(_arrests(piece), key=lambda q: (q.low, not _in_headline(piece, q), -q.span.start), default=None)


def _arrests(piece: Annotated) -> Iterator[Quantity]:
    for quantity in piece.quantities:
        unit = singular(quantity.unit or "")
        if quantity.kind == "ordinal" and unit in (*SUSPECTS, "person", "man", "arrest"):
            after = piece.report.text[quantity.span.end : quantity.span.end + _NEAR]
            if unit == "arrest" or re.match(r"\s(?:(?:was|has|been|to|be)\s)*arrested\b", after):
                yield quantity
        elif quantity.kind == "count" and (
            (unit == "arrest" and not _FOR.match(piece.report.text, quantity.span.end))
            or (quantity.scope == "arrest" and (unit in PEOPLE or quantity.unit is None))
        ):
            yield quantity


#: What a story has one of, and how a report tells it.
TALLIES: Final[dict[str, Finder]] = {
    "people killed": befallen("kill"),
    "people injured": befallen("injure"),
    "people in critical condition": befallen("critical"),
    "people shot": first(_were_shot, _EARLY),
    "people named": first(_are_named),
    "attackers": attackers,
    "shots fired": first(_are_shots),
    "people inside": first(are_guests),
    "arrests": arrests,
    "storeys of the house": first(_are_storeys, kind="measure"),
    "lateness": first(_is_late, kind="duration"),
    "length of the attack": _lasting(_ATTACK),
    "length of the meeting": _lasting(_MEETING),
    "length of the speech": _lasting(_SPEECH),
    "reward": first(_is_reward, kind="money"),
}
