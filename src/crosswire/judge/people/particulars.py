"""One person's name, age and home, compared over the whole story: such a slot is one wherever a report tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.judge.numbers.numbers import nature_of
from crosswire.judge.people.marks import are_told_together, marks
from crosswire.judge.people.names import about_name, difference, whole, writes
from crosswire.judge.people.namesakes import are_told_as_one, are_told_as_two
from crosswire.judge.people.persons import Person, met, people
from crosswire.judge.sides.finding import Finding, Pair, Told, told
from crosswire.judge.sides.side import STOP, Side, tokens
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Span
from crosswire.values.names.written import similar
from crosswire.values.places.levels import level
from crosswire.values.places.relate import agree

Found = list[tuple[str, Pair]]
_MOST_SENTENCES = 4
#: How many words the sentences about two bearers of one surname share where they are about one person.
_FEWEST_SHARED = 4


def particulars(pieces: Sequence[Annotated]) -> Found:
    """Returns every two tellings of one person that differ in name, age or home, each with the key of its slot.

    A first name that differs altogether is claimed where one mark, an age or an office, stands beside both names;
    without any only where neither report knows the other name, each knows one bearer of the surname, and the sentences
    speak of the same thing: brothers are two persons.
    """
    by_id = {p.report.id: p for p in pieces}
    bearers = _bearers(pieces)
    found: Found = []
    for one, other in met(pieces):
        a, b = by_id[one.report], by_id[other.report]
        nature = difference(" ".join(one.name), " ".join(other.name))
        if nature == "conflict":
            if not (_is_marked(pieces, a, one, b, other) or _one_person(a, one, b, other, bearers)):
                continue
            found.append((f"name {one.name[-1]}", _named(a, one, b, other)))
        elif nature is None and one.name != other.name:
            if one.name[0] == other.name[0] and _of_one_age(a, one, b, other):
                found.append((f"name {one.name[0]}", _named(a, one, b, other)))
            continue
        found.extend(_aged(a, one, b, other))
        found.extend(_from(a, one, b, other))
    return found


def _bearers(pieces: Sequence[Annotated]) -> dict[tuple[str, str], int]:
    """How many full names with a surname each report tells."""
    counts: dict[tuple[str, str], int] = {}
    for piece in pieces:
        for person in people(piece):
            key = (piece.report.id, person.name[-1])
            counts[key] = counts.get(key, 0) + 1
    return counts


def _is_marked(pieces: Sequence[Annotated], a: Annotated, one: Person, b: Annotated, other: Person) -> bool:
    """Whether both are told by one mark of their surname's bearers, and no report tells them in one sentence."""
    if one.name[-1] != other.name[-1] or not marks(a, one.mentions) & marks(b, other.mentions):
        return False
    return not are_told_together(pieces, one.name, other.name)


def _one_person(a: Annotated, one: Person, b: Annotated, other: Person, bearers: dict[tuple[str, str], int]) -> bool:
    if _knows(a, one, other) or _knows(b, other, one):
        return False
    if one.name[-1] != other.name[-1]:
        return True  # a surname misspelt by a letter or two, the first name the same
    if similar(one.name[0], other.name[0]):
        return True
    if are_told_as_two(a, one.span, b, other.span):
        return False
    if bearers[a.report.id, one.name[-1]] > 1 or bearers[b.report.id, other.name[-1]] > 1:
        return False
    if are_told_as_one(a, one.span, b, other.span):
        return True
    return len(_context(a, one) & _context(b, other)) >= _FEWEST_SHARED


def _of_one_age(a: Annotated, one: Person, b: Annotated, other: Person) -> bool:
    """Whether two who share a first name alone are of one age, told of the same things, and each report knows one."""
    if one.age is None or other.age is None or (one.age.low, one.age.high) != (other.age.low, other.age.high):
        return False
    if _knows(a, one, other) or _knows(b, other, one):
        return False
    return len(_context(a, one) & _context(b, other)) >= _FEWEST_SHARED


def _knows(piece: Annotated, own: Person, other: Person) -> bool:
    """Whether a report writes the other name as well: then they are two persons."""
    new = [word for word in (other.name[0], other.name[-1]) if word not in own.name]
    return all(writes(piece, whole(piece), word) for word in new)


def _context(piece: Annotated, person: Person) -> frozenset[str]:
    """The stems of the sentences that name a person by surname, names left out."""
    surname = person.name[-1]
    told = [s for s in piece.sentences if re.search(rf"\b{re.escape(surname)}\b", piece.words_of(s), re.IGNORECASE)]
    words = (t for s in told[:_MOST_SENTENCES] for t in tokens(piece.report.text, s))
    return frozenset(t.stem for t in words if t.word not in STOP and t.word not in person.name)


def _named(a: Annotated, one: Person, b: Annotated, other: Person) -> Pair:
    left, right = telling(a, one.span), telling(b, other.span)
    values = (told(left, one.span, " ".join(one.name)), told(right, other.span, " ".join(other.name)))
    about = about_name(one.name, other.name)
    return left, right, Finding(slot="name", nature="conflict", left=values[0], right=values[1], about=about)


def _aged(a: Annotated, one: Person, b: Annotated, other: Person) -> Found:
    if one.age is None or other.age is None or nature_of(one.age, other.age) != "conflict":
        return []
    left, right = telling(a, one.age.span), telling(b, other.age.span)
    name = one.name[-1].capitalize()
    finding = Finding(
        slot="number",
        nature="conflict",
        left=_aged_told(left, one.age.span, one.age.low),
        right=_aged_told(right, other.age.span, other.age.low),
        about=f"age of {name}",
    )
    return [(f"age {one.name[-1]}", (left, right, finding))]


def _aged_told(side: Side, span: Span, years: float) -> Told:
    return told(side, span, f"{years:g}")


def _from(a: Annotated, one: Person, b: Annotated, other: Person) -> Found:
    if one.home is None or other.home is None or agree(one.home, other.home):
        return []
    if not {level(one.home), level(other.home)} <= {"named", "town"}:
        return []
    left, right = telling(a, one.home.span), telling(b, other.home.span)
    name = one.name[-1].capitalize()
    values = told(left, one.home.span, one.home.name), told(right, other.home.span, other.home.name)
    finding = Finding(slot="place", nature="conflict", left=values[0], right=values[1], about=f"home of {name}")
    return [(f"home {one.name[-1]}", (left, right, finding))]
