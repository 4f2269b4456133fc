"""The acts of a story: the same act of the same actor, told in one report or several, is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosswire.language.lexicon import words as listed_words
from crosswire.model import Annotated, Evidence, Span, Statement, StoryAct, evidence

#: Two tellings are one act when this share of the weightier words of the shorter one stands in the other.
SHARED = 0.5
#: The longest evidence, in characters.
LONGEST = 400
_CELL = 256  # characters of a stretch
_LIGHT = listed_words("light", "ledger.txt")


class _Telling(NamedTuple):
    piece: Annotated
    statement: Statement
    words: frozenset[str]


def acts(pieces: Sequence[Annotated]) -> tuple[StoryAct, ...]:
    """Returns the acts of a story in order of their first telling.

    Tellings of one kind by one actor join when their words are alike, or when they overlap in one report. The
    condition, deadline and addressee are those of the first telling that has them.
    """
    groups: list[list[_Telling]] = []
    index: dict[tuple[str, ...], set[int]] = {}
    for piece in pieces:
        for statement in piece.statements:
            if statement.act is None:
                continue
            telling = _Telling(piece, statement, _weighty(piece.words_of(_span(statement))))
            keys = list(_keys(telling))
            near = sorted({g for key in keys for g in index.get(key, ())})
            home = next((g for g in near if any(_same(telling, other) for other in groups[g])), len(groups))
            if home == len(groups):
                groups.append([])
            groups[home].append(telling)
            for key in keys:
                index.setdefault(key, set()).add(home)
    return tuple(_story_act(group) for group in groups)


def _keys(telling: _Telling) -> Iterator[tuple[str, ...]]:
    """What two tellings of one act have in common, one thing at least: actor and word, or a stretch of their report."""
    kind, actor = telling.statement.act.kind if telling.statement.act else "", telling.statement.voice.name
    yield from ((kind, actor, word) for word in telling.words if actor is not None)
    span = _span(telling.statement)
    for cell in range(span.start // _CELL, span.end // _CELL + 1):
        yield kind, telling.piece.report.id, "", str(cell)


def _span(statement: Statement) -> Span:
    words = statement.act.words if statement.act else None
    return words or statement.content[0]


def _weighty(words: str) -> frozenset[str]:
    found = re.findall(r"[^\W_]{4,}", words.lower())
    return frozenset(w[:6] for w in found if w not in _LIGHT)


def _same(a: _Telling, b: _Telling) -> bool:
    if a.statement.act is None or b.statement.act is None or a.statement.act.kind != b.statement.act.kind:
        return False
    mine, theirs = a.statement.voice.name, b.statement.voice.name
    if mine != theirs and mine is not None and theirs is not None:
        return False
    if a.piece.report.id == b.piece.report.id and _span(a.statement).overlaps(_span(b.statement)):
        return True
    least = min(len(a.words), len(b.words))
    return mine == theirs and mine is not None and least > 0 and len(a.words & b.words) >= SHARED * least


def _story_act(group: Sequence[_Telling]) -> StoryAct:
    told = [t.statement.act for t in group if t.statement.act]
    return StoryAct(
        kind=told[0].kind,
        actor=next((t.statement.voice.name for t in group if t.statement.voice.name), None),
        statements=tuple(t.statement.id for t in group),
        evidence=tuple(_evidence(t.piece, _told(t)) for t in group),
        addressee=next((a.addressee for a in told if a.addressee), None),
        condition=_first(group, [t.statement.act.condition if t.statement.act else None for t in group]),
        deadline=_first(group, [t.statement.act.deadline if t.statement.act else None for t in group]),
    )


def _told(telling: _Telling) -> Span:
    """Who does what: the words with voice and cue, where these stand close by in the same line."""
    statement, words = telling.statement, _span(telling.statement)
    spans = [words, *(s for s in (statement.cue, statement.voice.span) if s)]
    hull = Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
    near = hull.end - hull.start - (words.end - words.start) <= 90 and "\n" not in telling.piece.words_of(hull)
    return hull if near else words


def _first(group: Sequence[_Telling], spans: Sequence[Span | None]) -> Evidence | None:
    return next((evidence(t.piece.report, s) for t, s in zip(group, spans, strict=True) if s), None)


def _evidence(piece: Annotated, span: Span) -> Evidence:
    """The words at `span`, cut at a line break and at LONGEST characters."""
    text = piece.report.text
    end = text.find("\n", span.start, span.end)
    end = span.end if end < 0 else end
    return evidence(piece.report, Span(start=span.start, end=min(end, span.start + LONGEST)))
