"""Who answers an entry: the verbs by which an actor backs or rejects what another has put forward."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosswire.language.lexicon import words
from crosswire.model import Annotated, Evidence, Span, Stance, Statement, Term, evidence
from crosswire.register.tellings import LIST, Telling, stems
from crosswire.values.places.countries import countries

#: An answer is to an entry when this share of the nouns it names are the entry's.
NAMED = 0.6
#: How many sentences before its answer an entry may stand that the answer names by a word of its own kind alone.
BEFORE = 1
_THINGS = frozenset(("NOUN", "PROPN"))


class Answer(NamedTuple):
    """One actor's answer to something told: for or against, and the nouns of what is answered."""

    piece: Annotated
    actor: str
    stance: Stance
    span: Span
    sentence: int
    things: frozenset[str]


def answers(pieces: Sequence[Annotated]) -> Iterator[Answer]:
    """Yields what predicates of backing and rejecting tell, in reading order; a negated one answers nothing."""
    for piece in pieces:
        for statement in piece.statements:
            if answer := _of_statement(piece, statement):
                yield answer
        yield from _of_doings(piece)


def answered(entry: Sequence[Telling], found: Sequence[Answer]) -> tuple[Term, ...]:
    """Returns the `backs` and `rejects` of an entry: answers by others that name its thing, or stand next to it.

    An answer is never one to an entry of its own actor.
    """
    kept: dict[tuple[str, str], list[Evidence]] = {}
    for answer in found:
        if any(t.actor == answer.actor for t in entry):
            continue
        if any(_is_answer(telling, answer) for telling in entry):
            kept.setdefault((answer.stance, answer.actor), []).append(evidence(answer.piece.report, answer.span))
    return tuple(
        Term(term="backs" if stance == "for" else "rejects", value=actor, evidence=tuple(told))
        for (stance, actor), told in kept.items()
    )


def _is_answer(telling: Telling, answer: Answer) -> bool:
    if telling.kind in ("accusation", "denial"):
        return False
    wide = telling.words | telling.things | _naming(telling)
    named = len(answer.things & wide) >= NAMED * len(answer.things)
    own = len(answer.things - _naming(telling))
    if named and (own > 1 or (own == 1 and len(answer.things) > 1 and telling.piece is answer.piece)):
        return True
    if telling.piece is not answer.piece or answer.sentence < 0:
        return False
    here = next((i for i, s in enumerate(telling.piece.sentences) if s == telling.sentence), None)
    return here is not None and 0 <= answer.sentence - here <= BEFORE and not answer.things - wide


def _naming(telling: Telling) -> frozenset[str]:
    """The nouns by which any act is named again: its kind and "idea"."""
    return frozenset((telling.kind[:6], "idea", "move", "call", "invita", "reques"))


def _of_doings(piece: Annotated) -> Iterator[Answer]:
    """What named parties are told to back or reject by a verb that brings nobody's words."""
    told = [s.cue for s in piece.statements if s.cue]
    for doing in piece.doings:
        stance = _stance({piece.words_of(doing.predicate).lower()})
        if stance is None or doing.negated or doing.subject is None or doing.object is None:
            continue
        name = next((n for n in piece.names if doing.subject.covers(n.span)), None)
        actor = countries().of(piece.words_of(doing.subject)) or (name and (name.actor or piece.words_of(name.span)))
        if not actor or any(cue.overlaps(doing.predicate) for cue in told):
            continue
        span = Span(start=doing.subject.start, end=doing.object.end)
        sentence = next((i for i, s in enumerate(piece.sentences) if s.overlaps(doing.predicate)), -1)
        if span.start < span.end:
            yield Answer(piece, actor, stance, span, sentence, stems(piece, doing.object, _THINGS))


def _stance(told: set[str]) -> Stance | None:
    return "for" if told & words("backing", LIST) else "against" if told & words("rejecting", LIST) else None


def _of_statement(piece: Annotated, statement: Statement) -> Answer | None:
    cue, voice = statement.cue, statement.voice
    if cue is None or voice.name is None or not statement.content:
        return None
    told = set(piece.words_of(cue).lower().split())
    stance = _stance(told)
    if stance is None or told & {"not", "never", "n't"}:
        return None
    content = statement.act.words if statement.act and statement.act.words else statement.content[0]
    span = Span(start=min(cue.start, content.start), end=max(cue.end, content.end))
    if voice.span and 0 <= cue.start - voice.span.end < 40:
        span = Span(start=voice.span.start, end=span.end)
    sentence = next((i for i, s in enumerate(piece.sentences) if s.overlaps(cue)), -1)
    return Answer(piece, voice.name, stance, span, sentence, stems(piece, content, _THINGS))
