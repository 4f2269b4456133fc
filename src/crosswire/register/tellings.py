"""The tellings that entries are joined from: one act in one report, its actor checked to be a party."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from crosswire.language.lexicon import table, words
from crosswire.model import Alignment, Annotated, EntryKind, Span, Statement, Word
from crosswire.values.places.countries import countries

LIST = "registers.txt"
#: Who does it and the word that does it stand with the words when the whole is at most so much longer, in characters.
NEAR = 90
_WEIGHTY = frozenset(("NOUN", "PROPN", "NUM", "VERB", "ADJ"))
_THINGS = frozenset(("NOUN", "PROPN"))


class Telling(NamedTuple):
    """One act in one report: where it is told, by whom it is done, and what it is about."""

    piece: Annotated
    statement: Statement
    kind: EntryKind
    actor: str
    country: str | None
    span: Span  # who does what
    sentence: Span
    words: frozenset[str]  # stems of the weightier words
    things: frozenset[str]  # stems of the nouns, the actor's own name left out
    points: frozenset[int]
    bringers: tuple[Statement, ...]  # the statements by others that bring it


def tellings(pieces: Sequence[Annotated], alignment: Alignment) -> list[Telling]:
    """Returns the acts of parties in reading order.

    What lies inside the words of an accusation is the accuser's telling of another's act, and what only brings another
    party's act of the same kind is that party's; neither is an entry. An act without a told actor, or of an analyst, an
    outlet or a "remark", is left to the acts. So is an accusation that no accusing verb tells and that is made against
    nobody: it may be a party's description alone.
    """
    found = list(_told(pieces, alignment))
    return [one for one in found if not any(_is_retold(one, other) for other in found if other.piece is one.piece)]


def _is_retold(one: Telling, other: Telling) -> bool:
    mine, theirs = did(one), did(other)
    if other.kind == "accusation":
        return one.kind != "accusation" and one.actor == other.actor and theirs.covers(mine)
    wider = mine.start < other.span.start and mine.end >= theirs.end
    return one.kind == other.kind and one.actor != other.actor and wider


def did(telling: Telling) -> Span:
    """Returns the clause of a telling that does the act."""
    act = telling.statement.act
    return act.words if act and act.words else telling.statement.content[0]


def _told(pieces: Sequence[Annotated], alignment: Alignment) -> Iterator[Telling]:
    states = states_of(pieces)
    members = _members(alignment)
    for piece in pieces:
        for statement in piece.statements:
            kind = _kind(piece, statement)
            if statement.act is None or kind is None or not is_party(piece, statement):
                continue
            actor = statement.voice.name or ""
            clause = statement.act.words or statement.content[0]
            span = told_by(piece, statement, clause)
            own = frozenset(stem(w) for w in re.findall(r"\w+", actor.lower()))
            yield Telling(
                piece,
                statement,
                kind,
                actor,
                countries().of(actor) or states.get(actor),
                span,
                next((s for s in piece.sentences if s.overlaps(clause)), clause),
                stems(piece, clause, _WEIGHTY),
                stems(piece, clause, _THINGS) - own,
                frozenset(i for held, i in members.get(piece.report.id, ()) if _mostly(held, span)),
                tuple(_bringers(piece, statement, span)),
            )


@lru_cache(maxsize=1)
def _one_thing() -> dict[str, str]:
    return table("one thing", LIST)


def _bringers(piece: Annotated, statement: Statement, span: Span) -> Iterator[Statement]:
    """The statements of other parties whose content holds this act: "X announced that Y had agreed to"."""
    for other in piece.statements:
        at = other.voice.span
        if at is None or other.voice.name == statement.voice.name or not is_party(piece, other):
            continue
        if at.end <= span.start and any(content.covers(span) for content in other.content):
            yield other


def stem(word: str) -> str:
    """Returns a word cut to what its forms share, six letters without a plural's "s"; words for one thing as one."""
    low = _one_thing().get(word.lower(), word.lower())
    return (low[:-1] if low.endswith("s") and len(low) > 3 else low)[:6]


def stems(piece: Annotated, span: Span, parts: frozenset[str]) -> frozenset[str]:
    """Returns the stems of the words of some parts of speech in `span`."""
    return frozenset(
        stem(piece.report.text[w.start : w.end])
        for w in words_in(piece, span)
        if w.pos in parts and w.end - w.start > 2
    )


def words_in(piece: Annotated, span: Span) -> Sequence[Word]:
    """Returns the words of a report that begin inside `span`."""
    first = bisect_left(piece.words, span.start, key=lambda w: w.start)
    return piece.words[first : bisect_left(piece.words, span.end, key=lambda w: w.start)]


def is_party(piece: Annotated, statement: Statement) -> bool:
    """Tells whether the voice of a statement can commit itself: a name or a body, not one that looks on."""
    voice = statement.voice
    if voice.name is None:
        return False
    told = piece.words_of(voice.span) if voice.span and voice.resolution != "pronoun" else ""
    found = {w.lower() for w in re.findall(r"[\w-]+", f"{told} {voice.name}")}
    if found & words("no parties", LIST):
        return False
    return voice.kind != "unnamed" or any(q.span.overlaps(voice.span) for q in piece.quantities if voice.span)


def states_of(pieces: Sequence[Annotated]) -> dict[str, str]:
    """Returns the state of each voice whose telling names one: a people's word before an office and a name."""
    found: dict[str, str] = {}
    for piece in pieces:
        for statement in piece.statements:
            voice = statement.voice
            if voice.name is None or voice.span is None or voice.resolution == "pronoun":
                continue
            for word in re.findall(r"[A-Z][\w.]+", piece.words_of(voice.span).removesuffix(voice.name)):
                if country := countries().of(word):
                    found.setdefault(voice.name, country)
    return found


def told_by(piece: Annotated, statement: Statement, clause: Span) -> Span:
    """Returns the words that do the act with their voice and cue, where these stand close by in the same line."""
    spans = [clause, *(s for s in (statement.cue, statement.voice.span) if s)]
    hull = Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
    near = hull.end - hull.start - (clause.end - clause.start) <= NEAR and "\n" not in piece.words_of(hull)
    return hull if near else clause


def _kind(piece: Annotated, statement: Statement) -> EntryKind | None:
    """The kind of entry an act makes: "agreed to send" commits, a readiness to consider is a proposal."""
    if statement.act is None:
        return None
    kind = statement.act.kind
    first = re.findall(r"[\w’'-]+", piece.words_of(statement.act.words or statement.content[0]).lower())[:6]
    if kind == "agreement" and first[:1] == ["to"]:
        return "pledge"
    if kind == "denial" and "no" in first and set(first) & words("intending", LIST):
        return "refusal"
    if kind == "offer" and set(first) & words("considering", LIST):
        return "proposal"
    if kind == "accusation" and not statement.act.addressee:
        cue = piece.words_of(statement.cue).lower().split() if statement.cue else []
        return kind if set(cue) & words("charging", LIST) else None
    return kind


def _members(alignment: Alignment) -> dict[str, list[tuple[Span, int]]]:
    found: dict[str, list[tuple[Span, int]]] = {}
    for i, point in enumerate(alignment.points):
        for member, sure in zip(point.members, point.sure, strict=True):
            if len(point.members) > 1 and sure:
                found.setdefault(member.report, []).append((member.span, i))
    return found


def _mostly(held: Span, span: Span) -> bool:
    shared = min(held.end, span.end) - max(held.start, span.start)
    return shared > 0.5 * min(held.end - held.start, span.end - span.start)
