"""Sayings: what each statement of a report says, in a form in which two reports' tellings of it can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from crosswire.judge.events.opposites import is_negator
from crosswire.judge.people.names import parts
from crosswire.judge.sides.side import STOP, Side, Token, inside, tokens
from crosswire.model import Annotated, Span, Statement, Struct, Voice

#: A saying of fewer content words is said by many.
FEWEST: Final = 4
_KEPT: Final = 256  # reports whose sayings are kept


class Saying(Struct, frozen=True, eq=False):
    """A statement whose voice is known, with the stems of its content, those that name no person, and whether it
    denies anything."""

    piece: Annotated
    statement: Statement
    stems: frozenset[str]
    telling: frozenset[str]
    denies: bool

    @property
    def voice(self) -> Voice:
        """Whose words they are."""
        return self.statement.voice

    @property
    def span(self) -> Span:
        """From the first word said to the last."""
        content = self.statement.content
        return Span(start=content[0].start, end=content[-1].end)


class _Kept:
    """A report as a key: the same one, not an equal one."""

    def __init__(self, piece: Annotated) -> None:
        self.piece = piece

    def __hash__(self) -> int:
        return id(self.piece)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and self.piece is other.piece


def sayings(piece: Annotated) -> tuple[Saying, ...]:
    """Returns the sayings of a report that are long enough to be told apart, in reading order."""
    return _sayings(_Kept(piece))


@lru_cache(maxsize=_KEPT)
def _sayings(key: _Kept) -> tuple[Saying, ...]:
    return tuple(said for statement in key.piece.statements if (said := _saying(key.piece, statement)))


def _saying(piece: Annotated, statement: Statement) -> Saying | None:
    if not statement.voice.name or not statement.content:
        return None
    own = frozenset(parts(statement.voice.name))
    found = [t for span in statement.content for t in tokens(piece.report.text, span)]
    stems = frozenset(t.stem for t in found if t.word not in STOP and t.word not in own)
    if len(stems) < FEWEST:
        return None
    persons = [n.span for span in statement.content for n in inside(piece.names, span) if n.kind == "person"]
    named = frozenset(t.stem for span in persons for t in tokens(piece.report.text, span))
    return Saying(piece=piece, statement=statement, stems=stems, telling=stems - named, denies=_denies(found))


def _denies(words: Sequence[Token]) -> bool:
    """Whether words deny anything: "not only" denies nothing."""
    following = [*(t.word for t in words[1:]), ""]
    return any(
        is_negator(word) and after not in ("only", "just", "merely")
        for word, after in zip(words, following, strict=True)
    )


def sayings_in(side: Side) -> tuple[Saying, ...]:
    """Returns the sayings that a side tells at least in part."""
    return tuple(s for s in sayings(side.piece) if any(c.overlaps(side.span) for c in s.statement.content))


def likeness(one: Saying, other: Saying) -> float:
    """Returns how far two sayings say the same, in [0, 1]: the share of the shorter one's words that the other has.

    It is 0 where they share fewer than FEWEST words, where one is a small part of the other, or denies what the other
    tells.
    """
    return 0.0 if _denied(one, other) else _likeness(one.stems, other.stems)


def likeness_in_telling(one: Saying, other: Saying) -> float:
    """Returns how far two sayings say the same besides whom they name: two may speak of the same persons."""
    return 0.0 if _denied(one, other) else _likeness(one.telling, other.telling)


def _denied(one: Saying, other: Saying) -> bool:
    """Whether one saying is the denial of the other: of two whose words are the same for the most part one denies."""
    shared = len(one.stems & other.stems)
    return one.denies != other.denies and 3 * shared >= 2 * max(len(one.stems), len(other.stems))


def _likeness(words: frozenset[str], others: frozenset[str]) -> float:
    shared = len(words & others)
    fewer, more = sorted((len(words), len(others)))
    return shared / fewer if shared >= FEWEST and 3 * shared >= more else 0.0
