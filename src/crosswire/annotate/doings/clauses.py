"""Clauses: the assertions of a report.

A sentence that is short enough to be read at a glance is one clause. A longer one is cut where English starts a new
assertion: at a semicolon or dash, before a conjunction or relative after a comma, before a participial tail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.language.lexicon import in_order
from crosswire.model import Clause, Report, Span, Statement, Word

#: A sentence up to this many characters is one clause.
GLANCE = 100
#: A piece shorter than this says too little on its own.
LEAST = 30

_JOINERS = in_order("joiners", "clauses.txt")
_SUBORDINATORS = in_order("subordinators", "clauses.txt")
#: Where a sentence may be cut, strongest first; each matches what stands between the two pieces.
_BORDERS = (
    re.compile(r"\s*;\s+|\s+[-–—]{1,2}\s+|\s*—\s*|(?<=[.!?])[\"”’)]*\s+(?=[\"“]?[A-Z])"),
    re.compile(rf",[\"”’]?\s+(?=(?:{'|'.join(_JOINERS)}|\w+ing)\b)"),
    re.compile(rf"\s+(?=(?:{'|'.join(_SUBORDINATORS)})\b)"),
    re.compile(r"[,:][\"”’]?\s+|\s+(?=and\b)"),
)


def clauses(
    report: Report, sentences: tuple[Span, ...], statements: tuple[Statement, ...], words: Sequence[Word] = ()
) -> tuple[Clause, ...]:
    """Returns the clauses of `report` in reading order, each inside one sentence; empty without sentences.

    Args:
        report: the report; `sentences` and `statements` are its own.
        words: its words with their syntax, which says that "until Friday" begins no clause and "until they left" does.
    """
    phrases = frozenset(word.start for word in words if not _begins_clause(word))
    return tuple(
        Clause(span=piece, sentence=i, statement=_owner(piece, statements))
        for i, sentence in enumerate(sentences)
        for piece in pieces(report.text, sentence, phrases)
        if any(c.isalnum() for c in report.text[piece.start : piece.end])
    )


def _begins_clause(word: Word) -> bool:
    """A preposition begins a phrase: "until Friday", "after the summit"."""
    return word.relation not in ("case", "fixed") and word.pos != "ADP"


def pieces(text: str, sentence: Span, phrases: frozenset[int] = frozenset()) -> tuple[Span, ...]:
    """Returns `sentence` cut into pieces of at most about GLANCE characters, in order and not overlapping.

    Args:
        text: of the report.
        sentence: a span of it.
        phrases: places where a word stands that begins no clause, though words like it often do.
    """
    if sentence.end - sentence.start <= GLANCE:
        return (sentence,)
    cut = _border(text, sentence, phrases)
    if cut is None:
        return (sentence,)
    left, right = Span(start=sentence.start, end=cut.start), Span(start=cut.end, end=sentence.end)
    return pieces(text, left, phrases) + pieces(text, right, phrases)


def _border(text: str, sentence: Span, phrases: frozenset[int]) -> Span | None:
    """The place to cut: of the strongest kind there is, the one nearest to the middle."""
    middle = (sentence.start + sentence.end) / 2
    for border in _BORDERS:
        found = [
            Span(start=gap.start(), end=gap.end())
            for gap in border.finditer(text, sentence.start, sentence.end)
            if gap.start() - sentence.start >= LEAST and sentence.end - gap.end() >= LEAST and gap.end() not in phrases
        ]
        if found:
            return min(found, key=lambda gap: (abs(gap.start - middle), gap.start))
    return None


def _owner(span: Span, statements: tuple[Statement, ...]) -> str | None:
    """The statement whose content covers the larger part of `span`, the first of equals."""
    best, most = None, (span.end - span.start) / 2
    for statement in statements:
        shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in statement.content)
        if shared > most:
            best, most = statement.id, shared
    return best
