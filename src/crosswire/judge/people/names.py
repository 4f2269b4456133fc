"""Names: one person told by two first names or two spellings; a nickname or an initial is no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosswire.judge.people.namesakes import are_told_as_two
from crosswire.judge.sides.finding import Finding, told
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.slots import Asked, same_slot
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Annotated, Name, Nature, Span, Struct
from crosswire.values.names.relate import relate
from crosswire.values.names.written import parts, similar, without_titles

_MEETINGS: Final = listed_words("meetings", "persons.txt")
_NOBODY: Final = frozenset({"place", "organisation"})
#: From this score on two names stand in one slot, whoever else the reports know.
_LEAST: Final = 0.6
#: Sides that share so many words besides the names speak of one person, whoever else their reports know.
_FEWEST_SHARED: Final = 4


def names(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds persons whose surname agrees and whose first names do not, or whose spelling differs in a letter or two.

    Reason given: "name of Orvik: Eldar Orvik in 01; Eldor Orvik in 03". Nicknames and initials are precision,
    transliterations wording.
    """
    findings: list[Finding] = []
    left, right = _full(a), _full(b)
    for one in left:
        for other in right:
            nature = difference(one.written, other.written)
            if nature == "conflict" and not _one_person(a, one, b, other, len(left) * len(right)):
                continue
            if nature:
                about = about_name(parts(one.written), parts(other.written))
                values = told(a, one.span), told(b, other.span)
                findings.append(Finding(slot="name", nature=nature, left=values[0], right=values[1], about=about))
    return tuple(findings)


def about_name(one: Sequence[str], other: Sequence[str]) -> str:
    """Returns what two names that differ are values of: the name of whoever bears what they share, or his surname."""
    if one[-1] != other[-1] and one[0] == other[0]:
        return f"surname of {one[0].capitalize()}"
    return f"name of {one[-1].capitalize()}" if one[-1] == other[-1] else "name of one person"


class _Called(Struct, frozen=True):
    """A person as a side calls him, titles left out."""

    span: Span
    written: str


def _full(side: Side) -> list[_Called]:
    """Whom a side names; the bare surname of somebody whom the story names in full tells no name."""
    called = (_Called(span=n.span, written=without_titles(side.piece.words_of(n.span))) for n in _named(side))
    return [c for c in called if not _is_no_person(c.written)]


def _named(side: Side) -> Iterator[Name]:
    for name in side.persons:
        words, known = parts(without_titles(side.piece.words_of(name.span))), parts(without_titles(name.actor or ""))
        if len(words) != 1 or len(known) < 2 or known[-1] != words[0]:
            yield name


def _is_no_person(written: str) -> bool:
    """Whether words are a headline's capitals or the name of a meeting, not a person's."""
    words = written.split()
    return len(words) > 1 and (written.isupper() or words[-1].lower() in _MEETINGS)


def _one_person(a: Side, one: _Called, b: Side, other: _Called, pairs: int) -> bool:
    """Whether two names that clash may be one person's: nobody knows them for two, or they stand in one slot."""
    if _tells(a.piece, a.span, one.written, other.written) or _tells(b.piece, b.span, other.written, one.written):
        return False
    told = (
        _tells(a.piece, whole(a.piece), one.written, other.written),
        _tells(b.piece, whole(b.piece), other.written, one.written),
    )
    if all(told) or (any(told) and parts(one.written)[-1] != parts(other.written)[-1]):
        return False  # both reports know two persons, or one of them spells a surname in both ways
    if not similar(parts(one.written)[0], parts(other.written)[0]) and are_told_as_two(
        a.piece, one.span, b.piece, other.span
    ):
        return False
    known = _knows(a, one.written, b, other.written) + _knows(b, other.written, a, one.written)
    if not known:
        return True
    return same_slot(a, one.span, b, other.span, Asked(kind="name", rivals=pairs, told=known)).score >= _LEAST


def _knows(side: Side, own: str, opposite: Side, name: str) -> bool:
    """Whether a side knows the other name too, its clause or, where the sides are not alike, its report: then they
    are two."""
    own_words = set(parts(own)) | set(parts(name))
    alike = len({w for w in side.stems & opposite.stems if w not in own_words}) >= _FEWEST_SHARED
    return _tells(side.piece, side.span if alike else whole(side.piece), own, name)


def whole(piece: Annotated) -> Span:
    """Returns the span of a report's whole text."""
    return Span(start=0, end=len(piece.report.text))


def _tells(piece: Annotated, span: Span, own: str, name: str) -> bool:
    """Whether a stretch of a report has the first name and surname in which another name differs from its own."""
    words = parts(name)
    new = [word for word in {*words[:1], *words[-1:]} if word not in parts(own)]
    return bool(new) and all(writes(piece, span, word) for word in new)


def writes(piece: Annotated, span: Span, word: str) -> bool:
    """Tells whether a stretch of a report has a word of a person's name, not only in the name of a place or body."""
    found = re.finditer(rf"\b{re.escape(word)}\b", piece.words_of(span), re.IGNORECASE)
    spans = (Span(start=span.start + m.start(), end=span.start + m.end()) for m in found)
    return any(not any(n.kind in _NOBODY and n.span.covers(s) for n in piece.names) for s in spans)


def difference(one: str, other: str) -> Nature | None:
    """Returns how two names of what may be one person differ; None where they are one name or no version of one
    another.

    Both need a first name and a surname for a conflict: a bare surname contradicts nothing.
    """
    found = relate(one, other)
    if found.how == "apart":
        return "conflict" if found.reason in ("namesake", "spelling") else None
    if found.reason == "transliterated":
        return "wording"
    bare = min(len(parts(one)), len(parts(other))) < 2 or parts(one) == parts(other)
    return None if found.how in ("same", "incomparable") or bare else "precision"
