"""Statements: attributions and quotations brought together, so that every spoken quotation has its voice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from crosswire.annotate.attributions import Attribution, attributions
from crosswire.annotate.sentences import paragraphs
from crosswire.annotate.spoken import is_spoken
from crosswire.annotate.stretches import Stretch, stretches, with_marks
from crosswire.annotate.voices import voice
from crosswire.model import Furniture, Manner, Name, Quotation, Report, Span, Statement


class _Draft(NamedTuple):
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


def statements(
    report: Report,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    quotations: tuple[Quotation, ...],
    furniture: tuple[Furniture, ...] = (),
) -> tuple[tuple[Statement, ...], tuple[Quotation, ...]]:
    """Returns the statements of `report` in reading order, and the quotations tied to them.

    A quotation belongs to the attribution whose content holds it; without one, to the voice that spoke just before it
    in the same paragraph, or at the end of the paragraph before; else it is told without a voice.
    """
    text = report.text
    read = stretches(text, sentences, quotations)
    drafts = [_Draft(a.source, a.cue, a.content) for a in attributions(text, read)]
    owners, drafts = _owned(text, read, paragraphs(text, furniture), quotations, drafts)
    order = sorted(range(len(drafts)), key=lambda i: _place(drafts[i]))
    ids = {i: f"{report.id}:s{n + 1}" for n, i in enumerate(order)}
    said = tuple(_statement(report, ids[i], drafts[i], names, quotations) for i in order)
    spoken = {i: is_spoken(text, q, drafts[owners[i]] if i in owners else None) for i, q in enumerate(quotations)}
    tied = tuple(
        msgspec.structs.replace(q, statement=ids[owners[i]] if i in owners and spoken[i] else None, spoken=spoken[i])
        for i, q in enumerate(quotations)
    )
    return said, tied


def _place(draft: _Draft) -> tuple[int, int]:
    spans = [*draft.content, *([draft.cue] if draft.cue else []), *([draft.source] if draft.source else [])]
    return min(s.start for s in spans), (draft.cue.start if draft.cue else -1)


def _statement(
    report: Report, name: str, draft: _Draft, names: Sequence[Name], quotations: Sequence[Quotation]
) -> Statement:
    return Statement(
        id=name,
        report=report.id,
        manner=_manner(report.text, draft.content, quotations),
        voice=voice(report.text, draft.source, names),
        cue=draft.cue,
        content=draft.content,
    )


def _manner(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> Manner:
    """Direct when nothing but quotations is told, indirect when none is, mixed otherwise."""
    bare = quoted = 0
    for span in content:
        inside = [with_marks(text, q.span) for q in quotations if q.span.overlaps(span)]
        covered = sum(min(q.end, span.end) - max(q.start, span.start) for q in inside)
        quoted += covered
        bare += sum(c.isalnum() for c in text[span.start : span.end]) - sum(
            c.isalnum() for q in inside for c in text[max(q.start, span.start) : min(q.end, span.end)]
        )
    if not quoted:
        return "indirect"
    return "direct" if bare < 4 else "mixed"


def _owned(
    text: str,
    read: Sequence[Stretch],
    blocks: Sequence[Span],
    quotations: Sequence[Quotation],
    drafts: list[_Draft],
) -> tuple[dict[int, int], list[_Draft]]:
    """For each quotation the draft it belongs to; drafts grow by what continues them and by new ones."""
    owners: dict[int, int] = {}
    for i, quotation in enumerate(quotations):
        holding = [d for d in range(len(drafts)) if any(c.overlaps(quotation.span) for c in drafts[d].content)]
        if holding:
            owners[i] = min(holding, key=lambda d: _length(drafts[d]))
            continue
        stretch = next((s for s in read if s.span.overlaps(quotation.span)), None)
        draft = _continued(text, i, quotation, blocks, quotations, owners, drafts) or _introduced(
            text, stretch, quotation, drafts
        )
        if draft is None:
            continue
        drafts.append(draft)
        owners[i] = len(drafts) - 1
    return owners, drafts


def _length(draft: _Draft) -> int:
    return sum(c.end - c.start for c in draft.content)


def _continued(
    text: str,
    i: int,
    quotation: Quotation,
    blocks: Sequence[Span],
    quotations: Sequence[Quotation],
    owners: dict[int, int],
    drafts: Sequence[_Draft],
) -> _Draft | None:
    """ "A," he said. "B.": a whole quotation that begins a sentence goes on with the voice before it."""
    if not _stands_alone(text, quotation):
        return None
    block = _block(blocks, quotation.span)
    for j in range(i - 1, -1, -1):
        if block - _block(blocks, quotations[j].span) > 1:
            break
        if j in owners:
            before = drafts[owners[j]]
            return _Draft(before.source, None, (with_marks(text, quotation.span),))
    return None


def _stands_alone(text: str, quotation: Quotation) -> bool:
    words = text[quotation.span.start : quotation.span.end]
    before = text[: with_marks(text, quotation.span).start].rstrip()[-1:]
    return words[:1].isupper() and (
        not before or before in '.!?"”’:;…' or "\n" in text[len(before) : quotation.span.start][-3:]
    )


def _block(blocks: Sequence[Span], span: Span) -> int:
    return next((b for b, block in enumerate(blocks) if block.overlaps(span)), -9)


def _introduced(text: str, stretch: Stretch | None, quotation: Quotation, drafts: Sequence[_Draft]) -> _Draft | None:
    """A quotation in a sentence with another voice, or after a sentence that tells of one: that voice, no cue."""
    if stretch is None:
        return None
    near = [d for d in drafts if d.cue and stretch.span.overlaps(d.cue) and d.source]
    if near:
        return _Draft(near[-1].source, None, (with_marks(text, quotation.span),))
    return _Draft(None, None, (with_marks(text, quotation.span),)) if _stands_alone(text, quotation) else None


__all__ = ["Attribution", "statements"]
