"""To whom an act is addressed, where the act itself does not tell: by the place of a party's name in the clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.model import Span
from crosswire.register.tellings import Telling, did
from crosswire.register.terms import named
from crosswire.values.places.countries import countries

_TO = ("to", "for")


def addressee(tellings: Sequence[Telling]) -> str | None:
    """Returns to whom an entry is addressed: the first that an act tells, else the first its clauses show.

    The party that an accusing, asking or offering verb has as its object ("accused Veskia of"), or that stands behind
    "to" or "for" in a clause that gives ("drones to Veskia"). None where no clause shows one.
    """
    told = (t.statement.act.addressee for t in tellings if t.statement.act)
    return next((a for a in told if a and not a.startswith("not ")), None) or next(
        (a for t in tellings for a in _shown(t)), None
    )


def _shown(telling: Telling) -> Iterator[str]:
    piece, what = telling.piece, did(telling)
    text = piece.report.text
    if telling.kind not in ("denial", "agreement", "refusal"):
        cue = telling.statement.cue
        for doing in piece.doings:
            if doing.object and cue and doing.predicate.overlaps(cue):
                yield from _party(telling, doing.object)
        for span in named(piece, what):
            if telling.kind == "accusation" and span.start == what.start:
                yield from _party(telling, span)
    if telling.kind in ("pledge", "offer", "appeal"):
        for span in named(piece, what):
            before = text[telling.span.start : span.start].split()[-1:]
            if before and before[0].lower() in _TO:
                yield from _party(telling, span)


def _party(telling: Telling, span: Span) -> Iterator[str]:
    """The party that a phrase is: a state by its own name, anybody else by the fullest form of theirs."""
    told = telling.piece.words_of(span)
    name = next((n for n in telling.piece.names if span.covers(n.span) and n.kind != "place"), None)
    found = countries().of(told.removeprefix("the ")) or (name and (name.actor or telling.piece.words_of(name.span)))
    if found and found != telling.actor:
        yield found
