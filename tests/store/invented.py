"""Invented reports of invented events, and somebody who reads and compares them at once and without a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec
import numpy as np

from crosswire.group import find_stories
from crosswire.model import (
    Act,
    Annotated,
    Difference,
    Evidence,
    Furniture,
    Name,
    Origin,
    Point,
    Report,
    Span,
    Statement,
    Story,
    StoryAct,
    StoryReport,
    Value,
    Voice,
)  # fmt: skip
from crosswire.store.analyst import Tell

FERRY = (
    "The ferry Havbris sank off Port Ansgar on Monday. {n} passengers drowned in the strait of Mirra. "
    "Harbour master Lien said the Havbris had no lifeboats. The wreck lies near Ansgar lighthouse."
)
MINE = (
    "A gallery collapsed in the Korvald copper mine on Thursday. {n} miners are trapped at Korvald. "
    "Foreman Drago said the gallery was never propped. Rescuers drill from Tessin shaft."
)
BANK = (
    "Thieves emptied the vault of Belmark Savings in Orsk overnight. {n} gold bars are missing from Belmark. "
    "Director Hanne Quist said the alarm was silent. Police in Orsk seized a yellow lorry."
)
EVENTS = {"ferry": (FERRY, "2031-05-05"), "mine": (MINE, "2031-05-08"), "bank": (BANK, None)}
_SENTENCE = re.compile(r"[^.\n]+\.")
_NUMBER = re.compile(r"\b\d+\b")


def report(event: str, n: int = 6, outlet: str | None = None, url: str | None = None, more: str = "") -> Report:
    """A report of one of three events, told with a number of its own and, where wanted, a sentence more."""
    text, day = EVENTS[event]
    name = f"{event}-{outlet or 'x'}-{n}".lower().replace(" ", "-")
    return Report(
        id=name, text=text.format(n=n) + (f" {more}" if more else ""), title=f"{event.title()} ({n})", outlet=outlet,
        published=day, url=url, language="en",
    )  # fmt: skip


class Plain:
    """Reads by full stops: a sentence is a point with those that begin alike, and numbers in it are its values."""

    made_by = "plain/1"

    def __init__(self) -> None:
        self.read_texts: list[str] = []
        self.compared: list[int] = []

    def read(self, reports: Sequence[Report], tell: Tell) -> tuple[Annotated, ...]:
        self.read_texts += [report.id for report in reports]
        return tuple(
            Annotated(
                report=report,
                sentences=tuple(Span(start=s, end=e) for s, e in _sentences(report.text)),
                names=(Name(span=Span(start=0, end=3), kind="person"),),
                furniture=(Furniture(span=Span(start=0, end=0), kind="title"),),
                vectors=np.full((2, 3), len(report.text), np.float32),
            )
            for report in reports
        )

    def group(self, reports: Sequence[Report]) -> tuple[str, ...]:
        return find_stories(reports)

    def compare(self, pieces: Sequence[Annotated], tell: Tell) -> Story:
        self.compared.append(len(pieces))
        alike: dict[str, list[Evidence]] = {}
        statements: list[Statement] = []
        for piece in pieces:
            for number, span in enumerate(piece.sentences):
                words = piece.words_of(span)
                told = Evidence(report=piece.report.id, start=span.start, end=span.end, exact=words)
                alike.setdefault(" ".join(_NUMBER.sub("", words).split()[:3]), []).append(told)
                if " said " in words:
                    statements.append(_statement(piece, span, number))
        texts: dict[str, str] = {}
        for piece in pieces:
            texts.setdefault(piece.report.sha256, f"o{len(texts) + 1}")
        points = [_point(f"p{place}", told) for place, told in enumerate(alike.values(), 1)]
        return Story(
            reports=tuple(_told(piece, texts[piece.report.sha256]) for piece in pieces),
            origins=tuple(
                Origin(id=name, reports=tuple(p.report.id for p in pieces if p.report.sha256 == sha))
                for sha, name in texts.items()
            ),
            points=tuple(points),
            statements=tuple(statements),
            acts=tuple(
                StoryAct(kind="denial", actor=s.voice.name, statements=(s.id,), evidence=(_words(pieces, s),))
                for s in statements
            ),
        )


def _sentences(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _SENTENCE.finditer(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append((start, match.end()))
    return found


def _statement(piece: Annotated, span: Span, number: int) -> Statement:
    said = piece.words_of(span).index(" said ") + span.start
    return Statement(
        id=f"{piece.report.id}:s{number}", report=piece.report.id, manner="indirect",
        voice=Voice(name=piece.report.text[span.start : said].split()[-1], kind="person"),
        cue=Span(start=said + 1, end=said + 5), content=(Span(start=said + 6, end=span.end),), act=Act(kind="denial"),
    )  # fmt: skip


def _words(pieces: Sequence[Annotated], statement: Statement) -> Evidence:
    piece = next(p for p in pieces if p.report.id == statement.report)
    span = statement.content[0]
    return Evidence(report=piece.report.id, start=span.start, end=span.end, exact=piece.words_of(span))


def _point(name: str, told: Sequence[Evidence]) -> Point:
    values: dict[str, list[Evidence]] = {}
    for one in told:
        for found in _NUMBER.finditer(one.exact):
            start = one.start + found.start()
            evidence = Evidence(report=one.report, start=start, end=start + len(found.group()), exact=found.group())
            values.setdefault(found.group(), []).append(evidence)
    differences = ()
    if len(values) > 1:
        named = tuple(Value(value=value, evidence=tuple(es)) for value, es in values.items())
        why = "; ".join(f"{value} in {es[0].report}" for value, es in values.items())
        differences = (Difference(slot="number", nature="conflict", why=why, values=named),)
    several = len({one.report for one in told}) > 1
    return Point(
        id=name, verdict="conflicting" if differences else "corroborated" if several else "single-source",
        gist=told[0].exact, origins=len({one.report for one in told}), evidence=tuple(told), differences=differences,
    )  # fmt: skip


def _told(piece: Annotated, origin: str) -> StoryReport:
    report = piece.report
    return StoryReport(
        id=report.id, outlet=report.outlet, title=report.title, published=report.published, url=report.url,
        sha256=report.sha256, origin=origin, characters=len(report.text), furniture=(), language=report.language,
        understood=True, text=report.text,
    )  # fmt: skip


class Clock:
    """Tells a minute more each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 10, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def plain_json(value: msgspec.Struct) -> object:
    """A struct as plain values."""
    return msgspec.to_builtins(value)
