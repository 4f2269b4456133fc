"""Characters: what a report tells of a person besides the name - killed, hurt or accused, man or woman, how old."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
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
from crosswire.judge.people.fates import fates
from crosswire.judge.people.persons import Person, people
from crosswire.judge.sides.nouns import COUNTS
from crosswire.judge.sides.side import STOP, inside
from crosswire.model import Annotated, Span, Struct
from crosswire.values.names.written import parts

#: What stands between two names of one list: ages, homes, who each one is.
_IN_LIST: Final = re.compile(
    r"(?:,\s?\d{1,3},?|,?\s(?:of|from)\s[A-Z][\w.\s]{1,30}?)?"
    r"[,;]?\s(?:and\s)?(?:(?:his|her|their|the|an?)\s(?:\w+\s){1,3}|\d{1,3}-year-old\s)*,?\s?"
)
_WORD_BEFORE: Final = re.compile(r"(?P<word>[a-z]+),?\s$")
_NEAR: Final = 30
#: From this age on somebody is a man or a woman; below the other one, a boy, a girl or a child.
_GROWN: Final = 16
_YOUNG: Final = 20
#: Words of no name.
_NO_NAME: Final = STOP | frozenset((*COUNTS, "family", "police", "county", "city"))
_NOBODY: Final[frozenset[Role]] = frozenset()


class Character(Struct, frozen=True):
    """What is told of a person: what became of him or what he is accused of (several where it may be
    either), the pronoun, the age; empty or None where it is not told."""

    roles: frozenset[Role] = _NOBODY
    sex: str | None = None
    age: tuple[float, float] | None = None

    def agreement(self, other: Character) -> int:
        """Returns how many of sex and age are told of both alike."""
        return sum(a is not None and b is not None for a, b in ((self.sex, other.sex), (self.age, other.age)))


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


def stage(noun: str) -> tuple[float, float] | None:
    """Returns between which ages somebody is who is called a man, a girl, a child ...; None for any other noun."""
    if noun in ("man", "woman"):
        return _GROWN, math.inf
    return (0, _YOUNG) if noun in ("boy", "girl", "child", "teen", "teenager", "toddler", "infant", "baby") else None


def named_characters(piece: Annotated) -> tuple[Named, ...]:
    """Returns the persons whom a report names by first name and surname, in order of first mention."""
    found = []
    by_surname = _by_surname(piece)
    listed = _listed(piece, by_surname)
    told = people(piece)
    for person in told:
        if _NO_NAME.intersection(person.name):
            continue
        mentions = _mentions(person, told, by_surname)
        age = (person.age.low, person.age.high) if person.age else None
        role = _role(piece, mentions) or listed.get(person.name[-1])
        if role != "officer" and _holds_office(piece, person.span):
            continue
        roles = frozenset({role}) if role else _NOBODY
        if role == "accused" and any("officer" in _told_at(piece, m) for m in mentions):
            roles |= {"officer"}
        who = Character(roles=roles, sex=_sex(piece, mentions), age=age)
        shown = next((m for m in mentions if role in set(_told_at(piece, m))), person.span)
        found.append(Named(name=person.name, span=shown, who=who))
    return tuple(found)


def _mentions(person: Person, told: Sequence[Person], by_surname: dict[str, list[Span]]) -> Sequence[Span]:
    """Where a person is named: by surname alone too, where nobody else bears it."""
    alone = sum(other.name[-1] == person.name[-1] for other in told) == 1
    return by_surname.get(person.name[-1], []) if alone or not person.mentions else person.mentions


def _listed(piece: Annotated, by_surname: dict[str, list[Span]]) -> dict[str, Role]:
    """What is told of those who stand in one list with somebody: "killed a neighbour, Ada Holm, and Jon Brask, 34"."""
    spans = sorted((m for mentions in by_surname.values() for m in mentions), key=lambda m: m.start)
    found: dict[str, Role] = {}
    for one, other in pairwise(spans):
        role = _role(piece, (one,)) or found.get(_surname(piece, one))
        between = piece.report.text[one.end : other.start]
        if role and _IN_LIST.fullmatch(between):
            found.setdefault(_surname(piece, other), role)
    return found


def _surname(piece: Annotated, name: Span) -> str:
    return parts(piece.words_of(name))[-1]


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
    return any(word.lower().rstrip(".") in OFFICES for word in (*before[-1:], *own[:-1]))


def _role(piece: Annotated, mentions: Sequence[Span]) -> Role | None:
    """The role told beside most of a person's mentions, the first of equals."""
    told = Counter(role for mention in mentions for role in _told_at(piece, mention))
    if told["killed"]:
        told["killed"] += told.pop("hurt", 0)
    return max(told, key=told.__getitem__, default=None)


def _told_at(piece: Annotated, mention: Span) -> Iterator[Role]:
    """The roles told at one mention, by the words around it or by the verbs that it stands with."""
    yield from dict.fromkeys((*_roles_at(piece, mention), *fates(piece, (mention,))))


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


def _sex(piece: Annotated, mentions: Sequence[Span]) -> str | None:
    """The sex told by the word before a name ("her brother, Jon Brask"), else by the pronoun that follows one in its
    sentence most often; None where neither does."""
    text = piece.report.text
    told: Counter[str] = Counter()
    for mention in mentions:
        before = _WORD_BEFORE.search(text, max(0, mention.start - _NEAR), mention.start)
        for sex, words in SEXES if before else ():
            if before and words.fullmatch(before["word"]):
                return sex
        found = BEHIND_PRONOUN.match(text, mention.end, mention.end + 100)
        if found:
            told[PRONOUNS[found["own"]]] += 1
    return max(told, key=told.__getitem__, default=None)
