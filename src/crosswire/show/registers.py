"""Registers as they are shown: an entry as a card, the positions on a question as a matrix of actors by stance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from crosswire.model import Cell, Entry, EntryKind, Evidence, Position, Stance, Story, Struct, Term, TermKind
from crosswire.show import ink
from crosswire.show.clip import clip
from crosswire.show.ink import Sheet
from crosswire.show.labels import count
from crosswire.show.lookup import Lookup
from crosswire.show.visible import one_line

STANCES: dict[Stance, str] = {
    "for": "for",
    "conditional": "on condition",
    "undecided": "undecided",
    "against": "against",
    "silent_on_condition": "silent on the condition",
}
KINDS: dict[EntryKind, str] = {
    "pledge": "Pledge",
    "threat": "Threat",
    "demand": "Demand",
    "offer": "Offer",
    "refusal": "Refusal",
    "denial": "Denial",
    "accusation": "Accusation",
    "appeal": "Appeal",
    "agreement": "Agreement",
    "proposal": "Proposal",
    "framework": "Framework",
}
TERMS: dict[TermKind, str] = {
    "condition": "Condition",
    "deadline": "Deadline",
    "amount": "Amount",
    "form": "What",
    "party": "Party",
    "guarantor": "Guarantor",
    "place": "Place",
    "since": "Told on",
    "stage": "Stage",
    "status": "Status",
    "backs": "Backed by",
    "rejects": "Rejected by",
}
_IN_BRIEF, _LINE = 3, 60


class Lined(Struct, frozen=True):
    """The terms of one kind of a card, under its name; `apart` where reports tell the kind unlike."""

    name: str
    terms: tuple[Term, ...]
    apart: bool


class Card(Struct, frozen=True):
    """An entry with its terms by kind, in the order of TERMS; `told` is the evidence of what it is about."""

    entry: Entry
    kind: str
    told: tuple[Evidence, ...]
    lines: tuple[Lined, ...]


class Row(Struct, frozen=True):
    """One actor's row of a matrix: a cell a stance, None where the actor does not stand so."""

    actor: str
    cells: tuple[Cell | None, ...]


class Matrix(Struct, frozen=True):
    """The positions on one question: the stances taken, in the order of STANCES, and a row an actor."""

    question: str
    stances: tuple[str, ...]
    rows: tuple[Row, ...]


def cards(entries: Sequence[Entry]) -> tuple[Card, ...]:
    """Returns the entries that more than one report tells, or that have a term told, in the ledger's order.

    An entry of one report without a term says no more than its act does, and stands among the acts alone.
    """
    return tuple(
        Card(entry=entry, kind=KINDS[entry.kind], told=entry.terms[0].evidence, lines=tuple(_lines(entry)))
        for entry in entries
        if len({e.report for e in entry.terms[0].evidence}) > 1 or len(entry.terms) > 1
    )


def matrices(story: Story) -> tuple[Matrix, ...]:
    """Returns the positions of a story as matrices, in the ledger's order."""
    return tuple(map(_matrix, story.positions))


def joined(entries: Sequence[Entry], lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    """Yields the entries that most reports tell, at most a few, a line each; nothing where none is told twice."""
    told = [card for card in cards(entries) if len({e.report for e in card.told}) > 1]
    for card in told[:_IN_BRIEF]:
        body = Text().append(one_line(card.entry.actor or "not settled who"), style="bold")
        body.append(f": {clip(card.entry.terms[0].value, _LINE if not sheet.narrow else _LINE // 2)}")
        more = ", ".join(count(line.terms, line.name.lower()) for line in card.lines if line.name == TERMS["condition"])
        body.append(f" ({more})  " if more else "  ")
        body.append_text(ink.names([e.report for e in card.told], lookup))
        yield ink.entry(Text(f"{card.kind}, joined", style=ink.FAINT), body, 18)


def _lines(entry: Entry) -> Iterator[Lined]:
    apart = {difference.term for difference in entry.differences}
    for kind, name in TERMS.items():
        if found := tuple(term for term in entry.terms if term.term == kind):
            yield Lined(name=name, terms=found, apart=kind in apart)


def _matrix(position: Position) -> Matrix:
    taken = [stance for stance in STANCES if any(cell.stance == stance for cell in position.cells)]
    held = {(cell.actor, cell.stance): cell for cell in position.cells}
    return Matrix(
        question=position.question,
        stances=tuple(STANCES[stance] for stance in taken),
        rows=tuple(
            Row(actor=actor, cells=tuple(held.get((actor, stance)) for stance in taken))
            for actor in dict.fromkeys(cell.actor for cell in position.cells)
        ),
    )
