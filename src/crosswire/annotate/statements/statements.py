"""Statements: attributions and quotations brought together, so that every spoken quotation has its voice."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosswire.annotate.quotations.quotations import is_spoken
from crosswire.annotate.quotations.stretches import stretches, with_marks
from crosswire.annotate.statements.linking import linked
from crosswire.annotate.statements.speakers import owned
from crosswire.annotate.statements.voices import PRONOUNS, Draft, Page, via, voice, with_author
from crosswire.annotate.tagging.syntax import Tree
from crosswire.annotate.tagging.tagger import Tagged
from crosswire.language.lexicon import words
from crosswire.model import Annotated, Manner, Quotation, Span, Statement, Voice


def statements(
    piece: Annotated, blocks: Sequence[Span], tagged: Tagged, tree: Tree
) -> tuple[tuple[Statement, ...], tuple[Quotation, ...]]:
    """Returns the statements of a report in reading order, and its quotations tied to them.

    Args:
        piece: the report with its sentences, names and quotations.
        blocks: its paragraphs.
        tagged: what the tagger says of it.
        tree: the same as a tree.

    Returns:
        Statements numbered in reading order. A quotation that nobody spoke has no statement.
    """
    report, text, quotations = piece.report, piece.report.text, piece.quotations
    read = stretches(text, piece.sentences, quotations)
    drafts = [Draft(a.source, a.cue, a.content, a.meant) for a in linked(text, read, tagged, tree)]
    page = Page(text, read, blocks, piece.sentences, tree, quotations)
    owners, grown = owned(page, drafts)
    spoken = [is_spoken(text, q, grown[owners[i]] if i in owners else None) for i, q in enumerate(quotations)]
    kept = {owners[i] for i in owners if spoken[i]} | {d for d in range(len(drafts)) if _tells(text, drafts[d])}
    order = sorted(kept, key=lambda d: _place(grown[d]))
    ids = {d: f"{report.id}:s{n + 1}" for n, d in enumerate(order)}
    said = tuple(_statement(piece, ids[d], grown[d], tree, via(text, grown[d], drafts, piece.names)) for d in order)
    tied = tuple(
        msgspec.structs.replace(q, statement=ids[owners[i]] if i in owners and spoken[i] else None, spoken=spoken[i])
        for i, q in enumerate(quotations)
    )
    return said, tied


def _tells(text: str, draft: Draft) -> bool:
    """Something is told: not a pronoun alone, nor the source itself."""
    told = [c for c in draft.content if c != draft.source]
    return any(text[c.start : c.end].lower() not in PRONOUNS | words("pointers") for c in told)


def _place(draft: Draft) -> tuple[int, int]:
    spans = [*draft.content, *([draft.cue] if draft.cue else []), *([draft.source] if draft.source else [])]
    return min(s.start for s in spans), (draft.cue.start if draft.cue else -1)


def _statement(piece: Annotated, name: str, draft: Draft, tree: Tree, passed: tuple[str, ...]) -> Statement:
    text = piece.report.text
    return Statement(
        id=name,
        report=piece.report.id,
        manner=manner(text, draft.content, piece.quotations),
        voice=_voice(piece, draft, tree, passed),
        cue=draft.cue,
        content=draft.content,
    )


def _voice(piece: Annotated, draft: Draft, tree: Tree, passed: tuple[str, ...]) -> Voice:
    """The voice that is meant, its span that of the words that tell it ("who")."""
    told = voice(piece.report.text, draft.meant or draft.source, piece.names, passed)
    told = with_author(tree, told, piece.names)
    return msgspec.structs.replace(told, span=draft.source) if draft.source else told


def manner(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> Manner:
    """Returns "direct" when nothing but quotations is told, "indirect" when none is, "mixed" otherwise."""
    bare = quoted = 0
    for span in content:
        inside = [with_marks(text, q.span) for q in quotations if q.span.overlaps(span)]
        quoted += sum(min(q.end, span.end) - max(q.start, span.start) for q in inside)
        letters = sum(c.isalnum() for c in text[span.start : span.end])
        bare += letters - sum(
            c.isalnum() for q in inside for c in text[max(q.start, span.start) : min(q.end, span.end)]
        )
    if not quoted:
        return "indirect"
    return "direct" if bare < 4 else "mixed"
