"""Sayings: what each statement of a report says, in a form in which two reports' tellings of it can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import LCSseq

from crosswire.judge.events.opposites import is_negator
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.lying import Lying
from crosswire.judge.sides.side import STOP, Side, Token, inside, tokens
from crosswire.model import Annotated, Span, Statement, Struct, Voice
from crosswire.values.names.written import parts

#: A saying of fewer content words is said by many.
FEWEST: Final = 4
#: A quotation of fewer content words, or of fewer words in all, is said by many.
FEWEST_QUOTED: Final = 3
_FEWEST_WORDS: Final = 6


class Saying(Struct, frozen=True, eq=False):
    """A statement whose voice is known, or one quotation of it, with the stems of its content, those that name no
    person, and whether it denies anything. `words` are those of a quotation, in order; empty in indirect speech."""

    piece: Annotated
    statement: Statement
    content: tuple[Span, ...]
    words: tuple[str, ...]
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
        return Span(start=self.content[0].start, end=self.content[-1].end)


@once_a_story
def sayings(piece: Annotated) -> tuple[Saying, ...]:
    """Returns the sayings of a report that are long enough to be told apart: its statements, and each quotation of
    theirs by itself, in reading order."""
    by_id = {statement.id: statement for statement in piece.statements}
    whole = [_saying(piece, statement, statement.content, FEWEST) for statement in piece.statements]
    quoted = [
        _saying(piece, statement, (q.span,), FEWEST_QUOTED, quoted=True)
        for q in piece.quotations
        if q.spoken and (statement := by_id.get(q.statement or "")) and statement.voice.name == q.speaker
    ]
    found = [said for said in (*whole, *quoted) if said]
    return tuple(sorted(found, key=lambda said: said.span))


def _saying(
    piece: Annotated, statement: Statement, content: tuple[Span, ...], fewest: int, quoted: bool = False
) -> Saying | None:
    if not statement.voice.name or not content:
        return None
    own = frozenset(parts(statement.voice.name))
    found = [t for span in content for t in tokens(piece.report.text, span)]
    stems = frozenset(t.stem for t in found if t.word not in STOP and t.word not in own)
    words = tuple(t.word for t in found) if quoted else ()
    if len(stems) < fewest or (quoted and len(words) < _FEWEST_WORDS):
        return None
    persons = [n.span for span in content for n in inside(piece.names, span) if n.kind == "person"]
    named = frozenset(t.stem for span in persons for t in tokens(piece.report.text, span))
    return Saying(
        piece=piece, statement=statement, content=content, words=words, stems=stems, telling=stems - named,
        denies=_denies(found),
    )  # fmt: skip


def _denies(words: Sequence[Token]) -> bool:
    """Whether words deny anything: "not only" denies nothing."""
    following = [*(t.word for t in words[1:]), ""]
    return any(
        is_negator(word) and after not in ("only", "just", "merely")
        for word, after in zip(words, following, strict=True)
    )


def sayings_in(side: Side) -> tuple[Saying, ...]:
    """Returns the sayings that a side tells at least in part."""
    near = _lying(side.piece).near(side.span)
    return tuple(s for s in near if any(c.overlaps(side.span) for c in s.content))


@once_a_story
def _lying(piece: Annotated) -> Lying[Saying]:
    return Lying((s, s.content) for s in sayings(piece))


def likeness(one: Saying, other: Saying) -> float:
    """Returns how far two sayings say the same, in [0, 1]: the share of the shorter one's words that the other has.

    It is 0 where they share fewer than FEWEST words, where one is a small part of the other, or denies what the other
    tells. Of two quotations it is how much of the shorter stands in the other in the same order; a quotation by itself
    is compared with quotations alone.
    """
    if _denied(one, other) or bool(one.words) != bool(other.words):
        return 0.0
    return _in_order(one, other) if one.words else _likeness(one.stems, other.stems)


def likeness_in_telling(one: Saying, other: Saying) -> float:
    """Returns how far two sayings say the same besides whom they name: two may speak of the same persons."""
    if one.words or other.words:
        return likeness(one, other)
    return 0.0 if _denied(one, other) else _likeness(one.telling, other.telling)


def _in_order(one: Saying, other: Saying) -> float:
    if len(one.stems & other.stems) < FEWEST_QUOTED:
        return 0.0
    return LCSseq.similarity(one.words, other.words) / min(len(one.words), len(other.words))


def _denied(one: Saying, other: Saying) -> bool:
    """Whether one saying is the denial of the other: of two whose words are the same for the most part one denies."""
    shared = len(one.stems & other.stems)
    return one.denies != other.denies and 3 * shared >= 2 * max(len(one.stems), len(other.stems))


def _likeness(words: frozenset[str], others: frozenset[str]) -> float:
    shared = len(words & others)
    fewer, more = sorted((len(words), len(others)))
    return shared / fewer if shared >= FEWEST and 3 * shared >= more else 0.0
