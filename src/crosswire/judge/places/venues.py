"""Where somebody spoke, compared over the whole story: a voice that every report hears in one place only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from crosswire.judge.sides.finding import Finding, Pair, told
from crosswire.judge.sides.side import STOP, tokens
from crosswire.judge.sides.tellings import sentence_at, telling
from crosswire.model import Annotated, Place, Span, Statement, Struct
from crosswire.values.places.relate import agree

Found = list[tuple[str, Pair]]
#: "Speaking from Orsk, he ...", "speaking at a forum in Norland's far north".
_SPEAKING: Final = re.compile(
    r"\b(?:speaking|talking|addressing\s(?:\w+\s){1,4})(?:\s\w+ly)?\s(?:from|at|in|during|on)\s", re.IGNORECASE
)
#: "the minister said in Orsk", "she stated during a forum in Kelm": what follows a cue at once.
_SAID: Final = re.compile(r"\s(?:from|in|at|during)\s", re.IGNORECASE)
#: What a voice does that says something; "checked in" has a particle, not a place.
_SAYS: Final = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|sp(?:eak|eaks|oke|eaking)|talk\w*|stat(?:e|es|ed|ing)|announc\w+|"
    r"declar\w+|add\w*|warn\w*|repeat\w*|explain\w*|insist\w*|argu\w+|remark\w*|comment\w*|vow\w*|pledg\w+|promis\w+|"
    r"repl\w+|respond\w*|answer\w*|tweet\w*|wr(?:ite|ites|ote|iting)|joke\w*|boast\w*|urg\w+|call\w*|claim\w*|not(?:e|es|ed))\b",
    re.IGNORECASE,
)
_END: Final = re.compile(r"[,;:.“”\"]|\s(?:that|and|but|who|which|on|after|before)\s|\n|$")
_IN_PLACE: Final = re.compile(r"(?:^|.*\s)(?:in|from)\s$", re.IGNORECASE | re.DOTALL)


class Venue(Struct, frozen=True):
    """Where one report hears a voice: the words told, and the place in them."""

    voice: str
    span: Span
    place: Place


def venues(pieces: Sequence[Annotated]) -> Found:
    """Returns every two tellings of where one voice spoke that cannot be one place, each with the key of its slot.

    A voice that a report hears in several places may have spoken several times: then nothing is claimed of it.
    Reason given: "where Dragov spoke: the naval base in Kelm in 02; Orsk in 04".
    """
    heard = [(piece, _single(piece)) for piece in pieces]
    found: Found = []
    for (a, ones), (b, others) in combinations(heard, 2):
        for voice in ones.keys() & others.keys():
            one, other = ones[voice], others[voice]
            if not _may_be_one(a, one, b, other):
                found.append((f"venue {voice}", _pair(a, one, b, other)))
    return sorted(found, key=lambda f: (f[0], f[1][0].report, f[1][1].report))


def _single(piece: Annotated) -> dict[str, Venue]:
    """The voices that a report hears in one place alone."""
    told_of: dict[str, list[Venue]] = {}
    for venue in _venues(piece):
        told_of.setdefault(venue.voice, []).append(venue)
    return {voice: many[0] for voice, many in told_of.items() if all(agree(many[0].place, v.place) for v in many)}


def _venues(piece: Annotated) -> Iterator[Venue]:
    text = piece.report.text
    for statement in piece.statements:
        name = statement.voice.name
        if name is None or statement.voice.kind != "person":
            continue
        for start in _starts(piece, statement):
            end = _END.search(text, start)
            span = Span(start=start, end=end.start() if end else len(text))
            place = next((p for p in piece.places if span.covers(p.span) and _in_place(text, span, p)), None)
            if place is not None and 0 < span.end - span.start <= 120:
                yield Venue(voice=name, span=span, place=place)


def _in_place(text: str, span: Span, place: Place) -> bool:
    """Whether the place is told as where it was, not as what the meeting is called after."""
    before = text[max(0, span.start - 12) : place.span.start]
    return bool(_IN_PLACE.match(before)) or (place.span.end == span.end and "in " in before)


def _starts(piece: Annotated, statement: Statement) -> Iterator[int]:
    """Where the words begin that may tell where the statement was made."""
    if statement.cue is None:
        return
    text = piece.report.text
    near = sentence_at(piece, statement.cue)
    for found in _SPEAKING.finditer(text, near.start, near.end):
        yield found.end()
    if _SAYS.search(piece.words_of(statement.cue)) and (said := _SAID.match(text, statement.cue.end)):
        yield said.end()


def _may_be_one(a: Annotated, one: Venue, b: Annotated, other: Venue) -> bool:
    """Whether two tellings may mean one place: they share a word of substance, or one place lies in the other."""
    shared = _stems(a, one.span) & _stems(b, other.span)
    return bool(shared) or agree(one.place, other.place)


def _stems(piece: Annotated, span: Span) -> frozenset[str]:
    return frozenset(t.stem for t in tokens(piece.report.text, span) if t.word not in STOP)


def _pair(a: Annotated, one: Venue, b: Annotated, other: Venue) -> Pair:
    left, right = telling(a, one.span, whole=True), telling(b, other.span, whole=True)
    finding = Finding(
        slot="place",
        nature="conflict",
        left=told(left, one.span),
        right=told(right, other.span),
        about=f"where {one.voice.split()[-1]} spoke",
    )
    return left, right, finding
