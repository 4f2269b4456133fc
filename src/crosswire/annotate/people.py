"""Persons, bodies and places of a story, each by the fullest of its names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from crosswire.annotate.countries import countries
from crosswire.annotate.lexicon import sections
from crosswire.annotate.lexicon import words as listed_words
from crosswire.annotate.roles import Role, roles_around
from crosswire.model import Annotated, Name, VoiceKind

_SUFFIXES = listed_words("suffixes")


class Person(NamedTuple):
    """One person of a story: the fullest name, the last name in every spelling, each role with how often it is told."""

    name: str
    last: frozenset[str]
    first: frozenset[str]
    roles: dict[Role, int]
    reports: frozenset[str]


class People:
    """The named of one story, found by any of their forms."""

    def __init__(self, persons: Sequence[Person], others: dict[str, str]) -> None:
        self.persons = tuple(persons)
        self._others = others
        self._by_last: dict[str, list[Person]] = defaultdict(list)
        for person in persons:
            for last in person.last:
                self._by_last[last].append(person)
        self._by_name = {p.name: p for p in persons}

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
            found = [p for p in self.persons if words[0] in p.first and piece.report.id in p.reports]
            found = found if len(found) == 1 else []
        if len(found) > 1:
            found = [_nearest(piece, found, place)]
        return found[0].name if found else None


def people(pieces: Sequence[Annotated]) -> People:
    """Returns the persons, organisations and places that the reports name, joined across reports."""
    mentions = [(p, n) for p in pieces for n in p.names]
    persons = _persons([(p, n) for p, n in mentions if n.kind == "person"])
    others = _others(Counter(p.words_of(n.span) for p, n in mentions if n.kind != "person"), pieces)
    return People(persons, others)


def plain_words(form: str) -> list[str]:
    """Returns the words of a name in lower case, without suffixes and stops."""
    words = [w.strip(".,").lower().replace("’", "'") for w in form.split()]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return [w for w in words if w]


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for i, line in enumerate(sections("nicknames.txt")[""]):
        for form in line.split():
            found[form].add(i)
    return {form: frozenset(lines) for form, lines in found.items()}


@lru_cache(maxsize=20_000)
def same_given(a: str, b: str) -> bool:
    """Tells whether two given names can be one person's: equal, initial, short form, or nearly the same spelling."""
    if a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]):
        return True
    if _short_forms().get(a, frozenset()) & _short_forms().get(b, frozenset()):
        return True
    return _alike(a, b)


@lru_cache(maxsize=20_000)
def _alike(a: str, b: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.utils import default_process

    a, b = _folded(default_process(a)), _folded(default_process(b))
    longest = max(len(a), len(b))
    return a == b or (
        min(len(a), len(b)) >= 5 and a[:1] == b[:1] and DamerauLevenshtein.distance(a, b) <= (1 if longest < 8 else 2)
    )


def _folded(word: str) -> str:
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


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
    for form in sorted(forms, key=lambda f: (-len(plain_words(f)), -forms[f], f)):
        home = _home(form, groups, forms)
        if home is not None:
            home.append(form)
        else:
            groups.append([form])
    return [_person(g, forms, reports, roles) for g in groups]


def _home(form: str, groups: list[list[str]], forms: Counter[str]) -> list[str] | None:
    """The group of forms that `form` belongs to: the same last name and a given name that agrees, or none told."""
    words = plain_words(form)
    if not words:
        return None
    fits: list[list[str]] = []
    for group in groups:
        theirs = plain_words(group[0])
        if words[-1] != theirs[-1] and not _alike(words[-1], theirs[-1]):
            continue
        if len(words) == 1 or len(theirs) == 1 or same_given(words[0], theirs[0]):
            fits.append(group)
    if len(fits) > 1:
        fits.sort(key=lambda g: (plain_words(g[0])[-1] != words[-1], -sum(forms[f] for f in g)))
    return fits[0] if fits else None


def _person(
    group: list[str], forms: Counter[str], reports: dict[str, set[str]], roles: dict[str, Counter[Role]]
) -> Person:
    told = max(group, key=lambda f: (len(f.split()), forms[f]))
    words = [plain_words(f) for f in group]
    return Person(
        name=told,
        last=frozenset(w[-1] for w in words),
        first=frozenset(w[0] for w in words if len(w) > 1),
        roles=dict(sum((roles[f] for f in group), Counter[Role]())),
        reports=frozenset(r for f in group for r in reports[f]),
    )


def _nearest(piece: Annotated, namesakes: Sequence[Person], place: int) -> Person:
    by_name = {p.name: p for p in namesakes}
    best: tuple[int, Person] | None = None
    for name in piece.names:
        words = plain_words(piece.words_of(name.span))
        if len(words) < 2 or name.span.start > place:
            continue
        for person in by_name.values():
            if words[-1] in person.last and any(same_given(words[0], f) for f in person.first):
                best = (name.span.start, person)
    if best:
        return best[1]
    return max(namesakes, key=lambda p: (piece.report.id in p.reports, len(p.reports)))


def _others(forms: Counter[str], pieces: Sequence[Annotated]) -> dict[str, str]:
    """Short forms of bodies and their long ones: by a told acronym, by initials, by being cut at the end."""
    longer: dict[str, str] = {}
    full = [f for f in forms if len(f.split()) > 1]
    for piece in pieces:
        for hit in re.finditer(r" \(([A-Z]{2,8})\)", piece.report.text):
            expanded = _expansion(piece.report.text[max(0, hit.start() - 120) : hit.start()], hit.group(1))
            if expanded:
                longer[hit.group(1)] = expanded
    for form in forms:
        if form in longer:
            continue
        if form.isupper() and 2 <= len(form) <= 8 and " " not in form:
            fitting = [f for f in full if initials(f) == form]
        else:
            fitting = [f for f in full if f != form and f.startswith(form + " ") and len(form.split()) > 1]
        if fitting:
            longer[form] = max(fitting, key=lambda f: (forms[f], f))
    return longer


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
