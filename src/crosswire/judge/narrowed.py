"""Shorter tellings of a side: the stretches of its words that still say who did what, exact words of the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosswire.judge.sides.side import Side
from crosswire.model import Annotated, Span

#: Before words of these kinds a telling may end: what follows only adds to it.
_ADDING: Final = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj"})
#: Relations whose word a verb needs behind it: a telling does not end before them.
_NEEDED: Final = frozenset({"obj", "iobj", "ccomp", "xcomp", "obl:agent", "cop", "fixed", "flat", "compound", "aux"})
#: Words that name somebody or something.
_NAMING: Final = frozenset({"NOUN", "PROPN"})
#: Words that tell what is done or what is so.
_TELLING: Final = frozenset({"VERB", "AUX"})
#: What begins a clause and is no part of what it tells: "after", "and", an opening mark.
_LEADING: Final = frozenset({"SCONJ", "CCONJ", "PUNCT"})
#: Before these a telling may end at its verb; other such words belong to the verb: "fired at".
_LOOSE: Final = frozenset({"in", "during", "after", "near", "outside", "inside", "before"})
#: What may stand before the subject and be left out, in words: "On Sunday, ".
_OPENING: Final = 6


def tellings(side: Side) -> Iterator[Span]:
    """Gives the side whole, each clause and what each voice says in it, and before each of these the same without what
    is only added behind or before it.

    Each holds a verb with its subject and names something, and none only tells that somebody said something.
    """
    piece = side.piece
    said = [(statement.cue, statement.content) for statement in piece.statements]
    sayings = [span for _, content in said for span in content if side.span.covers(span)]
    clauses = [clause.span for clause in piece.clauses if side.span.covers(clause.span)]
    cues = [cue for cue, _ in said if cue and side.span.overlaps(cue)]
    seen: set[Span] = set()
    for span in (*clauses, *sayings, side.span):
        for told in (*_shorter(piece, span), span):
            if told not in seen and (_says_who(piece, told, cues) or (told in sayings and _has_subject(piece, told))):
                seen.add(told)
                yield told


def _shorter(piece: Annotated, span: Span) -> Iterator[Span]:
    inside = [i for i, w in enumerate(piece.words) if span.start <= w.start and w.end <= span.end]
    if not inside:
        return
    for first in _beginnings(piece, inside):
        for last in range(first + 1, len(inside)):
            kept, left = inside[first : last + 1], inside[last + 1 :]
            if _may_end(piece, kept[-1], left) and _says(piece, kept, left):
                yield Span(start=piece.words[kept[0]].start, end=piece.words[kept[-1]].end)


def _beginnings(piece: Annotated, inside: list[int]) -> Iterator[int]:
    """The first word that tells something, and the word behind a first comma that only an opening stands before."""
    words = [piece.words[i] for i in inside]
    yield next((k for k, w in enumerate(words) if w.pos not in _LEADING and w.relation != "mark"), 0)
    for place, i in enumerate(inside[:_OPENING]):
        if piece.words[i].pos == "PUNCT" and place and place + 1 < len(inside):
            yield place + 1
            return


def _may_end(piece: Annotated, last: int, left: list[int]) -> bool:
    if piece.words[last].pos == "PUNCT":
        return False
    if not left:
        return True
    behind = piece.words[left[0]]
    if behind.start == piece.words[last].end and piece.report.text[behind.start] not in ",;:.":
        return False  # within a word: "34-year-old"
    word = piece.report.text[behind.start : behind.end].lower()
    return behind.pos in _ADDING and (piece.words[last].pos != "VERB" or behind.pos != "ADP" or word in _LOOSE)


def _says_who(piece: Annotated, span: Span, cues: list[Span]) -> bool:
    """Tells whether a stretch of words holds a verb with its subject, more than a cue, and names something."""
    kept = [i for i, w in enumerate(piece.words) if span.start <= w.start and w.end <= span.end]
    words = [piece.words[i] for i in kept]
    names = any(w.pos in _NAMING for w in words)
    tells = any(w.pos in _TELLING and not any(cue.start <= w.start < cue.end for cue in cues) for w in words)
    return names and tells and _says(piece, kept, [])


def _has_subject(piece: Annotated, span: Span) -> bool:
    return any(w.relation in _SUBJECTS for w in piece.words if span.start <= w.start and w.end <= span.end)


def _says(piece: Annotated, kept: list[int], left: list[int]) -> bool:
    """Tells whether words hold a verb with its subject, and nothing that is left out is needed by one of them."""
    here = set(kept)
    told = any(
        piece.words[i].relation in _SUBJECTS and piece.words[i].head in here for i in kept if piece.words[i].head >= 0
    )
    return told and not any(piece.words[i].relation in _NEEDED and piece.words[i].head in here for i in left)
