"""Reports to look in and quotations to look for, from what is annotated and from ledgers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.model import Annotated, Quote, Span, Statement, Story, VoiceKind
from crosswire.quotes.types import Asked, Said, Source


def asked_of(piece: Annotated) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """Returns the quotations of a draft in reading order, and apart from them the words in marks that nobody said."""
    kinds = {statement.id: statement.voice.kind for statement in piece.statements}
    spoken: list[Asked] = []
    aside: list[Asked] = []
    for quotation in piece.quotations:
        told = Asked(
            words=piece.words_of(quotation.span),
            span=quotation.span,
            speaker=quotation.speaker,
            speaker_kind=kinds.get(quotation.statement or ""),
        )
        (spoken if quotation.spoken else aside).append(told)
    return tuple(spoken), tuple(aside)


def sources_of_pieces(pieces: Sequence[Annotated]) -> tuple[Source, ...]:
    """Returns annotated reports as what is looked in, in the order given."""
    forms: dict[str, set[str]] = {}
    for piece in pieces:
        for name in piece.names:
            if name.actor is not None:
                forms.setdefault(name.actor, set()).add(piece.words_of(name.span))
    known = {name: tuple(sorted(told)) for name, told in forms.items()}
    found = []
    for piece in pieces:
        quoted = ((q.span, q.speaker, q.statement) for q in piece.quotations)
        said = tuple(_said(quoted, piece.statements, known))
        report = piece.report
        found.append(Source(report=report.id, sha256=report.sha256, text=report.text, said=said))
    return tuple(found)


def sources_of_story(story: Story) -> tuple[Source, ...]:
    """Returns the reports of a ledger as what is looked in, in its order."""
    forms = {actor.name: actor.forms for actor in story.actors}
    quotes: dict[str, list[Quote]] = {}
    statements: dict[str, list[Statement]] = {}
    for quote in story.quotes:
        quotes.setdefault(quote.report, []).append(quote)
    for statement in story.statements:
        statements.setdefault(statement.report, []).append(statement)
    found = []
    for report in story.reports:
        quoted = ((Span(start=q.start, end=q.end), q.speaker, q.statement) for q in quotes.get(report.id, ()))
        said = tuple(_said(quoted, statements.get(report.id, ()), forms))
        found.append(Source(report=report.id, sha256=report.sha256, text=report.text, said=said))
    return tuple(found)


def _said(
    quoted: Iterable[tuple[Span, str | None, str | None]],
    statements: Iterable[Statement],
    forms: Mapping[str, tuple[str, ...]],
) -> Iterator[Said]:
    told = list(statements)
    kinds: dict[str, VoiceKind] = {statement.id: statement.voice.kind for statement in told}
    for span, speaker, statement in quoted:
        kind = kinds.get(statement or "")
        yield Said(
            span=span, marks=True, speaker=speaker, kind=kind, forms=forms.get(speaker or "", ()), statement=statement
        )
    for one in told:
        voice = one.voice
        for span in one.content:
            yield Said(
                span=span, marks=False, speaker=voice.name, kind=voice.kind, forms=forms.get(voice.name or "", ()),
                statement=one.id,
            )  # fmt: skip
