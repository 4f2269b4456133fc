"""Persons, bodies and places of a story, each by the fullest of its names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crosswire.annotate.names.roles import Role, answers, roles_around
from crosswire.language.lexicon import in_order
from crosswire.model import Annotated, Name, VoiceKind
from crosswire.values.names.spellings import Surnames, plain_words, same_given
from crosswire.values.names.written import suffixes
from crosswire.values.places.countries import countries

_OF_KIN = re.compile(rf"\b(?:{'|'.join(in_order('namesakes', 'personal_names.txt'))}),?\s$")


class Person(NamedTuple):
    """One person of a story: the fullest name, the last name in every spelling, each role with how often it is told.

    `generation` tells the person from a father or a son of the same name: "jr"; empty where nobody needs telling apart.
    """

    name: str
    last: frozenset[str]
    first: frozenset[str]
    roles: dict[Role, int]
    reports: frozenset[str]
    generation: frozenset[str] = frozenset()


class People:
    """The named of one story, found by any of their forms."""

    def __init__(self, persons: Sequence[Person], others: dict[str, str]) -> None:
        self.persons = tuple(persons)
        self._others = others
        self._by_last: dict[str, list[Person]] = defaultdict(list)
        for person in persons:
            for last in person.last:
                self._by_last[last].append(person)
        self._by_first: dict[str, list[Person]] = defaultdict(list)
        for person in persons:
            for first in person.first:
                self._by_first[first].append(person)
        self._by_name = {p.name: p for p in persons}
        self._in_full: dict[int, _InFull] = {}
        self._of_role: dict[Role, list[Person]] = {}

    def person(self, name: str | None) -> Person | None:
        """Returns the person whose fullest name is `name`."""
        return self._by_name.get(name or "")

    def fullest(self, piece: Annotated, name: Name) -> str:
        """Returns the fullest form the story gives of the name at this place."""
        form = piece.words_of(name.span)
        if name.kind != "person":
            return self.body(form)
        return self.named(piece, form, name.span.start) or self.body(form)

    def body(self, form: str) -> str:
        """Returns the fullest form of an organisation or a country."""
        plain = re.sub(r"^[Tt]he\\s+", "", " ".join(form.split()))
        return countries().names.get(plain) or self._others.get(plain) or plain

    def named(self, piece: Annotated, form: str, place: int) -> str | None:
        """Returns the person meant by `form` at `place`: among namesakes the one named in full last before it."""
        words = plain_words(form)
        if not words:
            return None
        found = self._by_last.get(words[-1], [])
        if len(words) > 1:
            found = [p for p in found if any(same_given(words[0], f) for f in p.first)] or found[:0]
        if not found and len(words) == 1:
            found = [p for p in self._by_first.get(words[0], ()) if piece.report.id in p.reports]
            found = found if len(found) == 1 else []
        if len(words) > 1:
            told = suffixes(form)
            found = [p for p in found if p.generation == told] or [p for p in found if not p.generation] or found
        if len(found) > 1:
            found = [self._nearest(piece, found, place)]
        return found[0].name if found else None

    def of_role(self, role: Role) -> list[Person]:
        """Returns the persons of that office: with the country where it is told, else those of whom no other is
        told."""
        if role not in self._of_role:
            self._of_role[role] = _of_role(self.persons, role)
        return self._of_role[role]

    def _nearest(self, piece: Annotated, namesakes: Sequence[Person], place: int) -> Person:
        if id(piece) not in self._in_full:
            self._in_full[id(piece)] = _InFull(piece)
        found = self._in_full[id(piece)].last_before(place, list({p.name: p for p in namesakes}.values()))
        return found or max(namesakes, key=lambda p: (piece.report.id in p.reports, len(p.reports)))


class _InFull:
    """Where a report names anybody by more than the surname, in order, by surname."""

    def __init__(self, piece: Annotated) -> None:
        self._piece = piece  # held, so that its identity stays its own
        self._by_last: dict[str, list[tuple[int, int, str, frozenset[str]]]] = defaultdict(list)
        for number, name in enumerate(piece.names):
            form = piece.words_of(name.span)
            words = plain_words(form)
            if len(words) > 1:
                self._by_last[words[-1]].append((name.span.start, number, words[0], suffixes(form)))

    def last_before(self, place: int, namesakes: Sequence[Person]) -> Person | None:
        """Returns the one of several persons who is named in full last, at `place` or before it."""
        best: tuple[int, Person | None] = (-1, None)
        for last in {last for person in namesakes for last in person.last}:
            named = self._by_last.get(last, [])
            for i in range(bisect_right(named, place, key=lambda n: n[0]) - 1, -1, -1):
                _, number, first, generation = named[i]
                if number <= best[0]:
                    break
                if person := _called(namesakes, first, last, generation):
                    best = (number, person)
                    break
        return best[1]


def _called(namesakes: Sequence[Person], first: str, last: str, generation: frozenset[str]) -> Person | None:
    """The last of several persons who can bear a full name, first of all one of this generation."""
    fitting = [p for p in reversed(namesakes) if last in p.last and any(same_given(first, f) for f in p.first)]
    return next((p for p in fitting if p.generation == generation), fitting[0] if fitting else None)


def _of_role(persons: Sequence[Person], role: Role) -> list[Person]:
    fitting = [p for p in persons if any(answers(r, role) for r in p.roles)]
    if role.country is None:
        return fitting
    exact = [p for p in fitting if any(answers(r, role) and r.country == role.country for r in p.roles)]
    open_ = [p for p in fitting if all(r.country is None for r in p.roles if answers(Role(r.office, None), role))]
    return exact or open_


def people(pieces: Sequence[Annotated]) -> People:
    """Returns the persons, organisations and places that the reports name, joined across reports."""
    mentions = [(p, n) for p in pieces for n in p.names]
    persons = _persons([(p, n) for p, n in mentions if n.kind == "person"])
    others = _others(Counter(p.words_of(n.span) for p, n in mentions if n.kind != "person"), pieces)
    return People(persons, others)


def _persons(mentions: Sequence[tuple[Annotated, Name]]) -> list[Person]:
    forms: Counter[str] = Counter()
    reports: dict[str, set[str]] = defaultdict(set)
    roles: dict[str, Counter[Role]] = defaultdict(Counter)
    for piece, name in mentions:
        form = " ".join(piece.words_of(name.span).split())
        forms[form] += 1
        reports[form].add(piece.report.id)
        roles[form].update(roles_around(piece.report.text, name.span))
    groups: list[list[str]] = []
    homes = _Homes(forms)
    namesakes = {" ".join(piece.words_of(name.span).split()) for piece, name in mentions if _is_namesake(piece, name)}
    for form in sorted(forms, key=lambda f: (-len(plain_words(f)), -forms[f], f)):
        if form in namesakes:
            groups.append([form])
            continue
        home = homes.of(form)
        if home is not None:
            home.append(form)
        else:
            groups.append([form])
            homes.add(groups[-1])
    return [_person(g, forms, reports, roles, suffixes(g[0]) if g[0] in namesakes else frozenset()) for g in groups]


def _is_namesake(piece: Annotated, name: Name) -> bool:
    """Tells whether a name with "Jr." or the like is that of a relative of one who is named before without it."""
    form = piece.words_of(name.span)
    if not suffixes(form) or not _OF_KIN.search(piece.report.text, max(0, name.span.start - 24), name.span.start):
        return False
    words = plain_words(form)
    before = (piece.words_of(n.span) for n in piece.names if n.span.end <= name.span.start)
    return any(plain_words(f) == words and not suffixes(f) for f in before)


class _Homes:
    """Groups of the forms of one person each, found by the surname of their first form."""

    def __init__(self, forms: Counter[str]) -> None:
        self._forms = forms
        self._count = 0
        self._by_last: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
        self._surnames = Surnames()

    def add(self, group: list[str]) -> None:
        words = plain_words(group[0])
        self._count += 1
        if words:
            self._surnames.add(words[-1])
            self._by_last[words[-1]].append((self._count, group))

    def of(self, form: str) -> list[str] | None:
        """The group that `form` belongs to: the same last name and a given name that agrees, or none told."""
        words = plain_words(form)
        if not words:
            return None
        near = sorted((home for last in self._surnames.like(words[-1]) for home in self._by_last[last]), key=_number)
        fits: list[list[str]] = []
        for _, group in near:
            theirs = plain_words(group[0])
            if len(words) == 1 or len(theirs) == 1 or same_given(words[0], theirs[0]):
                fits.append(group)
        if len(fits) > 1:
            fits.sort(key=lambda g: (plain_words(g[0])[-1] != words[-1], -sum(self._forms[f] for f in g)))
        return fits[0] if fits else None


def _number(home: tuple[int, list[str]]) -> int:
    return home[0]


def _person(
    group: list[str],
    forms: Counter[str],
    reports: dict[str, set[str]],
    roles: dict[str, Counter[Role]],
    generation: frozenset[str],
) -> Person:
    told = max(group, key=lambda f: (len(f.split()), forms[f]))
    words = [plain_words(f) for f in group]
    return Person(
        name=told,
        last=frozenset(w[-1] for w in words),
        first=frozenset(w[0] for w in words if len(w) > 1),
        roles=dict(sum((roles[f] for f in group), Counter[Role]())),
        reports=frozenset(r for f in group for r in reports[f]),
        generation=generation,
    )


def _others(forms: Counter[str], pieces: Sequence[Annotated]) -> dict[str, str]:
    """Short forms of bodies and their long ones: by a told acronym, by initials, by being cut at the end."""
    longer: dict[str, str] = {}
    full = [f for f in forms if len(f.split()) > 1]
    by_initials, by_beginning = _by_initials(full), _by_beginning(full)
    for piece in pieces:
        for hit in re.finditer(r" \(([A-Z]{2,8})\)", piece.report.text):
            expanded = _expansion(piece.report.text[max(0, hit.start() - 120) : hit.start()], hit.group(1))
            if expanded:
                longer[hit.group(1)] = expanded
    for form in forms:
        if form in longer:
            continue
        if form.isupper() and 2 <= len(form) <= 8 and " " not in form:
            fitting = by_initials.get(form, [])
        else:
            fitting = by_beginning.get(form, []) if len(form.split()) > 1 else []
        if fitting:
            longer[form] = max(fitting, key=lambda f: (forms[f], f))
    return longer


def _by_initials(forms: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        found[initials(form)].append(form)
    return found


def _by_beginning(forms: Iterable[str]) -> dict[str, list[str]]:
    """Forms by what stands in them before each space."""
    found: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        for space in re.finditer(" ", form):
            found[form[: space.start()]].append(form)
    return found


def _expansion(words: str, acronym: str) -> str | None:
    parts = words.rsplit("\n", 1)[-1].split()
    for start in range(len(parts)):
        if parts[start][:1].isupper() and initials(" ".join(parts[start:])) == acronym:
            return " ".join(parts[start:])
    return None


def initials(form: str) -> str:
    """Returns the first letters of the capitalised words of a name."""
    return "".join(w[0] for w in re.findall(r"[\w’']+", form) if w[0].isupper())


def kinds(names: Iterable[Name]) -> dict[str, VoiceKind]:
    """Returns the kind of each actor that is named."""
    return {n.actor: n.kind for n in names if n.actor}
