"""`crosswire read`: what was made of each report given, and the stored text that all offsets count in."""

from __future__ import annotations

import argparse
import sys
from typing import Final

from crosswire.cli.given import looked, nothing
from crosswire.cli.output import check_open, put, unless_terminal
from crosswire.cli.progress import Progress
from crosswire.model import Report, Span, Struct, Unread
from crosswire.read import Read

BEGINS: Final = 100
"""Code points of a report's first words."""

NOT_TOLD: Final = "not told"


class Made(Struct, frozen=True):
    """What was made of one report. `share` is the part of its text that is page furniture, in [0, 1]; `archive` the
    checked hash of the archive's file that it stands in."""

    id: str
    source: str
    title: str | None
    title_from: str | None
    outlet: str | None
    outlet_from: str | None
    published: str | None
    published_from: str | None
    url: str | None
    language: str | None
    characters: int
    sha256: str
    furniture: tuple[Span, ...]
    share: float
    begins: str
    archive: str | None


class MadeWithText(Made, frozen=True):
    """What was made of one report, with its stored text."""

    text: str


def read(told: argparse.Namespace, form: str) -> None:
    """Prints what was made of each report as soon as it is read: lines for people, JSON lines with --json."""
    check_open()
    unread: list[Unread] = []
    none = True
    with Progress() as progress:
        for item in looked(told, unread, progress):
            none = False
            shown = _json(item, told.text) if told.json else _lines(item, told.text)
            with progress.aside():
                put(shown, "utf-8" if told.json or told.text else (sys.stdout.encoding or "utf-8"))
    if none:
        raise nothing(told.reports)


def made(item: Read) -> Made:
    """Returns what was made of a report."""
    from crosswire.clean import furniture

    report, whence = item.report, item.whence
    spans = tuple(sorted(found.span for found in furniture(report)))
    marked = sum(span.end - span.start for span in spans)
    return Made(
        id=report.id,
        source=item.name,
        title=report.title,
        title_from=whence.title,
        outlet=report.outlet,
        outlet_from=whence.outlet,
        published=report.published,
        published_from=whence.published,
        url=report.url,
        language=report.language,
        characters=len(report.text),
        sha256=report.sha256,
        furniture=spans,
        share=round(min(1.0, marked / len(report.text)), 4),
        begins=_begins(report, spans),
        archive=whence.archive,
    )


def _json(item: Read, text: bool) -> str:
    told = made(item)
    if text:
        fields = {name: getattr(told, name) for name in told.__struct_fields__}
        told = MadeWithText(**fields, text=item.report.text)
    return unless_terminal(told.to_json() + "\n")


def _lines(item: Read, text: bool) -> str:
    from crosswire.show.visible import one_line, visible

    told = made(item)
    share = f"{told.share:.0%} of it furniture" if told.share else "no furniture found"
    rows = (
        ("from", told.source),
        ("title", _where(told.title, told.title_from)),
        ("outlet", _where(told.outlet, told.outlet_from)),
        ("published", _where(told.published, told.published_from)),
        ("address", told.url or NOT_TOLD),
        ("language", told.language or "not known: read as English"),
        ("text", f"{told.characters} characters, {share}"),
        ("begins", told.begins),
        *((("archive", told.archive),) if told.archive else ()),
    )
    head = f"{one_line(told.id)}\n" + "".join(f"  {name:10} {one_line(value)}\n" for name, value in rows)
    if not text:
        return head
    stored = visible(item.report.text) if sys.stdout.isatty() else item.report.text
    return f"{head}\n{stored}" + ("\n" if stored.endswith("\n") else "\n\n")


def _where(told: str | None, found: str | None) -> str:
    return NOT_TOLD if told is None else f"{told} ({found})" if found else told


def _begins(report: Report, furniture: tuple[Span, ...]) -> str:
    """Returns the first words of a report that are no furniture."""
    pieces: list[str] = []
    at = 0
    for span in (*furniture, Span(start=len(report.text), end=len(report.text))):
        pieces.append(report.text[at : span.start][: 4 * BEGINS])
        at = max(at, span.end)
    words = " ".join(" ".join(pieces)[: 40 * BEGINS].split())
    return words if len(words) <= BEGINS else words[:BEGINS].rpartition(" ")[0] + " ..."
