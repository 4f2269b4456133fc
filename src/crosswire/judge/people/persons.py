"""Persons over a whole story: who is told by which full name, at which age, from where, in each report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from crosswire.judge.people.marks import age_beside
from crosswire.judge.sides.side import inside
from crosswire.model import Annotated, Name, Place, Quantity, Span, Struct
from crosswire.values.names.written import TITLES, parts

_HOME: Final = re.compile(
    r"(?:,\s\d{1,3})?,?\s(?:a\sresident\s)?(?:of|from)\s$|,\san?\s\S+\s(?:man|woman|native|resident)?\s?(?:of|from)\s$"
)
_TOLD_HOME: Final = re.compile(r"(?:,\s\d{1,3})?,?\sof\s(?P<home>[A-Z][a-z]+(?:\s[A-Z][a-z]+)*)(?=[,.;])")
_LISTED: Final = re.compile(r"(?:(?<=\s)[A-Z][a-z’'-]+,\s)*(?<=\s)[A-Z][a-z’'-]+,?\sand\s$")


class Person(Struct, frozen=True):
    """One full name as one report writes it first, with the age and the home told beside any of its mentions.

    `mentions` are all places where the report writes it in full.
    """

    report: str
    name: tuple[str, ...]
    span: Span
    mentions: tuple[Span, ...] = ()
    age: Quantity | None = None
    home: Place | None = None


def people(piece: Annotated) -> tuple[Person, ...]:
    """Returns the persons that a report tells by first name and surname, in order of first mention.

    Furniture and the names of places inside names are left to the annotators; a name of one word is nobody's full name.
    """
    found: dict[tuple[str, ...], Person] = {}
    by_surname: dict[str, tuple[str, ...]] = {}  # whom each surname was told of first
    for name in piece.names:
        if name.kind != "person":
            continue
        words = full_name(piece.words_of(name.span))
        whole = (name.span,) if len(words) > 1 else ()
        if len(words) == 1:  # the surname alone, of a person named in full before
            words = by_surname.get(words[0], ())
        if len(words) < 2:
            continue
        for first, span in _sharing(piece, name):
            found.setdefault((first, words[-1]), Person(report=piece.report.id, name=(first, words[-1]), span=span))
            by_surname.setdefault(words[-1], (first, words[-1]))
        age, home = age_beside(piece, name.span), _home(piece, name)
        known = found.get(words, Person(report=piece.report.id, name=words, span=name.span))
        by_surname.setdefault(words[-1], words)
        found[words] = replace(known, age=known.age or age, home=known.home or home, mentions=(*known.mentions, *whole))
    return tuple(found.values())


def _sharing(piece: Annotated, name: Name) -> Iterator[tuple[str, Span]]:
    """The first names that share the surname of a name behind them: "siblings Mara, Ilsa and Jon Tellin"."""
    before = _LISTED.search(piece.report.text, max(0, name.span.start - 60), name.span.start)
    for first in re.finditer(r"[A-Z][a-z’'-]+", before[0]) if before else ():
        start = before.start() + first.start() if before else 0
        yield first[0].lower(), Span(start=start, end=start + len(first[0]))


def full_name(written: str) -> tuple[str, ...]:
    """Returns the words of a name without titles in front of it."""
    words = parts(written)
    while words and words[0] in TITLES:
        words = words[1:]
    return words


def age_bearer(piece: Annotated, age: Quantity) -> tuple[str, ...] | None:
    """Returns the words of the name that an age stands beside, None where it stands beside none."""
    near = inside(piece.names, Span(start=max(0, age.span.start - 60), end=age.span.end + 60))
    beside = (n for n in near if n.kind == "person" and age_beside(piece, n.span) is age)
    return next((parts(piece.words_of(n.span)) for n in beside), None) or None


def _home(piece: Annotated, name: Name) -> Place | None:
    text = piece.report.text
    near = Span(start=name.span.end, end=name.span.end + 60)
    told = next((p for p in inside(piece.places, near) if _HOME.fullmatch(text[name.span.end : p.span.start])), None)
    bare = None if told else _TOLD_HOME.match(text, name.span.end)
    return Place(span=Span(start=bare.start("home"), end=bare.end("home")), name=bare["home"]) if bare else told


def met(pieces: Sequence[Annotated]) -> Iterator[tuple[Person, Person]]:
    """Yields every two persons of different reports that share a surname, or first name and nearly the surname."""
    told = [people(piece) for piece in pieces]
    by_surname: dict[str, list[Person]] = {}
    by_first: dict[str, list[Person]] = {}
    for persons in told:
        for person in persons:
            rivals = {*map(id, by_surname.get(person.name[-1], ())), *map(id, by_first.get(person.name[0], ()))}
            for other in (*by_surname.get(person.name[-1], ()), *by_first.get(person.name[0], ())):
                if other.report != person.report and id(other) in rivals:
                    rivals.discard(id(other))
                    yield other, person
        for person in persons:
            by_surname.setdefault(person.name[-1], []).append(person)
            by_first.setdefault(person.name[0], []).append(person)
