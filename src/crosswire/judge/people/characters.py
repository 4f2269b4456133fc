"""Characters: what a report tells of a person besides the name - killed, hurt or accused, man or woman, how old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from crosswire.judge.people.character_words import (
    BEFORE,
    BEHIND,
    BEHIND_PRONOUN,
    OFFICES,
    PRONOUNS,
    ROLES,
    SEXES,
    SPEAKS,
    Role,
)  # fmt: skip
from crosswire.judge.people.names import parts
from crosswire.judge.people.persons import people
from crosswire.judge.sides.side import inside
from crosswire.model import Annotated, Span, Struct

_NOBODY: Final[frozenset[Role]] = frozenset()


class Character(Struct, frozen=True):
    """What is told of a person: what became of him or what he is accused of (several where it may be
    either), the pronoun, the age; empty or None where it is not told."""

    roles: frozenset[Role] = _NOBODY
    sex: str | None = None
    age: tuple[float, float] | None = None


class Named(Struct, frozen=True):
    """A person whom a report names in full, the place of the name, and what is told of him anywhere in it."""

    name: tuple[str, ...]
    span: Span
    who: Character


def told_of(piece: Annotated, span: Span, at: int) -> Character:
    """Returns what a stretch of a report tells of the one person it speaks of, the words nearest behind `at` first."""
    text = piece.words_of(span)
    sexes = [sex for sex, words in SEXES if words.search(text)]
    ages = [q for q in inside(piece.quantities, span) if q.kind == "age"]
    age = (ages[0].low, ages[0].high) if len(ages) == 1 else None
    return Character(roles=_nearest(text, at - span.start), sex=sexes[0] if len(sexes) == 1 else None, age=age)


def _nearest(text: str, at: int) -> frozenset[Role]:
    """The roles of the first word behind a place that tells any, else of the last before it."""
    found = sorted((m.start(), m.end(), roles) for roles, words in ROLES for m in words.finditer(text))
    behind = [roles for start, _, roles in found if start >= at]
    before = [roles for _, end, roles in found if end <= at]
    return behind[0] if behind else before[-1] if before else _NOBODY


def fit(one: Character, other: Character) -> bool:
    """Tells whether two may be one person: one role, and neither sex nor age speaks against it."""
    if not one.roles & other.roles:
        return False
    if one.sex and other.sex and one.sex != other.sex:
        return False
    return not (one.age and other.age) or (one.age[0] <= other.age[1] and other.age[0] <= one.age[1])


def named_characters(piece: Annotated) -> tuple[Named, ...]:
    """Returns the persons whom a report names by first name and surname, in order of first mention."""
    found = []
    by_surname = _by_surname(piece)
    for person in people(piece):
        mentions = by_surname.get(person.name[-1], [])
        age = (person.age.low, person.age.high) if person.age else None
        role = _role(piece, mentions)
        if role != "officer" and _holds_office(piece, person.span):
            continue
        who = Character(roles=frozenset({role}) if role else _NOBODY, sex=_sex(piece, mentions), age=age)
        shown = next((m for m in mentions if role in set(_roles_at(piece, m))), person.span)
        found.append(Named(name=person.name, span=shown, who=who))
    return tuple(found)


def _by_surname(piece: Annotated) -> dict[str, list[Span]]:
    """Where a report names persons, by the last word of the name."""
    found: dict[str, list[Span]] = {}
    for name in piece.names:
        words = parts(piece.words_of(name.span)) if name.kind == "person" else ()
        if words:
            found.setdefault(words[-1], []).append(name.span)
    return found


def _holds_office(piece: Annotated, name: Span) -> bool:
    """Whether a title stands before a name: who judges or investigates is neither killed nor accused."""
    before = piece.report.text[max(0, name.start - 24) : name.start].split()
    own = piece.words_of(name).split()
    return any(word.lower().rstrip(".") in OFFICES for word in (before[-1:] + own[:1]))


def _role(piece: Annotated, mentions: list[Span]) -> Role | None:
    """The role told beside most of a person's mentions, the first of equals."""
    told = Counter(role for mention in mentions for role in _roles_at(piece, mention))
    return max(told, key=told.__getitem__, default=None)


def _roles_at(piece: Annotated, name: Span) -> Iterator[Role]:
    text = piece.report.text
    for role, pattern in BEHIND:
        if pattern.match(text, name.end, name.end + 140):
            yield role
    if SPEAKS.match(text, name.end):
        return
    before = text[max(0, name.start - 160) : name.start]
    for role, pattern in BEFORE:
        if pattern.search(before):
            yield role


def _sex(piece: Annotated, mentions: list[Span]) -> str | None:
    """The pronoun that follows a name in its sentence most often, None where none does."""
    told: Counter[str] = Counter()
    for mention in mentions:
        found = BEHIND_PRONOUN.match(piece.report.text, mention.end, mention.end + 100)
        if found:
            told[PRONOUNS[found["own"]]] += 1
    return max(told, key=told.__getitem__, default=None)
