"""Sides made from invented sentences, annotated without the tagger: what the comparators' tables are written in."""

from __future__ import annotations

import re

from crosswire.judge.sides.side import Side, side_at
from crosswire.model import Annotated, Name, Quotation, Report, Span, Statement, Voice
from crosswire.values.numbers.find import find as quantities
from crosswire.values.places.find import find as places
from crosswire.values.times.find import find as times

PERSONS = (
    "Eldar Orvik", "Eldor Orvik", "Ralf Orvik", "E. Orvik", "Orvik", "Mara Tellin", "Mara Telin", "Tellin",
    "Jon Brask", "Jonathan Brask",
    "Brask", "Volodymyr Zelin", "Volodymir Zelin", "Oleg Petrenkov", "Oleg Petrenkow", "Ilsa Venn", "Ilse Venn",
    "Ada Holm", "Gustav Holm", "Mara Orvik", "Ilsa Tellin", "Ilsa Telin", "Ada Marenko", "Alla Marenka", "JON BRASK",
    "Ada Brask", "Eldar Marel Orvik", "Monica Holm", "Monika Holm", "Ilsa Brayden", "Ilsa Breyden",
    "Sergei Petrenkov", "Sergey Petrenkov",
)  # fmt: skip


def report(text: str, name: str = "01", published: str | None = None) -> Annotated:
    """An annotated report of one or more sentences, each line a sentence."""
    told = Report(id=name, text=text, published=published)
    lines = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    when = times(told, lines)
    persons: list[Name] = []
    for person in sorted(PERSONS, key=len, reverse=True):
        for m in re.finditer(rf"\b{re.escape(person)}\b", text):
            span = Span(start=m.start(), end=m.end())
            if not any(span.overlaps(n.span) for n in persons):
                persons.append(Name(span=span, kind="person"))
    quoted = tuple(
        Quotation(span=Span(start=m.start() + 1, end=m.end() - 1), statement=None, speaker=None)
        for m in re.finditer(r'"[^"]+"', text)
    )
    return Annotated(
        report=told, sentences=lines, names=tuple(sorted(persons, key=lambda n: n.span)), times=when,
        quantities=quantities(told, lines, when), places=places(told, lines), quotations=quoted,
    )  # fmt: skip


def side(text: str, name: str = "01", published: str | None = None, voice: str | None = None) -> Side:
    """The side that a whole one-sentence report tells; `voice` says whose word it is."""
    piece = report(text, name, published)
    whole = Span(start=0, end=len(text))
    if voice:
        said = Statement(
            id=f"{name}:s1", report=name, manner="indirect", cue=None, content=(whole,),
            voice=Voice(name=voice, kind="person" if voice in PERSONS else "organisation", resolution="named"),
        )  # fmt: skip
        piece = Annotated(
            report=piece.report, sentences=piece.sentences, names=piece.names, times=piece.times,
            quantities=piece.quantities,
            places=piece.places, quotations=piece.quotations, statements=(said,),
        )  # fmt: skip
    return side_at(piece, whole)
