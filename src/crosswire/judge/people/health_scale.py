"""Who fares how in one report: dead, critical, serious, stable, recovering; mentions of one person joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosswire.judge.people.persons import full_name, people
from crosswire.judge.sides import nouns
from crosswire.judge.sides.denied import denial
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.side import inside
from crosswire.language.lexicon import in_order
from crosswire.model import Annotated, Span, Struct

#: What is told of somebody, the gravest first.
_LEVELS: Final = {
    "dead": r"\b(?:(?:(?:has|have|had)\s)?(?:later\s|since\s)?died\b(?!\sdown)|"
    r"(?:pronounced|declared|was|is|found)\sdead\b|succumbed\b|(?:was|been)\s(?:\w+\s)?(?:killed|slain)\b|was\sfatally\s\w+)",
    "critical": r"\b(?:in|to)\s(?:extremely\s|very\s)?(?:critical|grave)\scondition\b|\bon\slife[-\s]support\b|"
    r"\bfighting\sfor\s(?:his|her)\slife\b|\bcritically\s(?:injured|wounded|hurt)\b",
    "paralyzed": r"\bparaly[sz]ed\b",
    "serious": r"\b(?:in|to)\sserious\scondition\b|\b(?:sustained|suffered|with|had)\s(?:serious|severe)\sinjur\w+|"
    r"\b(?:seriously|severely)\s(?:injured|wounded|hurt)\b",
    "stable": r"\bin\s(?:stable|fair|good)\scondition\b",
    "recovering": r"\b(?:is|was)\s(?:\w+\s)?expected\sto\s(?:survive|recover|live|be\sok(?:ay)?|make\sa\sfull)\b|"
    r"\bwill\s(?:survive|recover|live|be\sok(?:ay)?)\b|\btreated\sand\sreleased\b|\bgrazed\b|\bminor\sinjuries\b|"
    r"\bnon-?\s?life-?threatening\b|\bnot\s(?:believed\sto\sbe\s)?life-?threatening\b",
}
_TOLD: Final = re.compile("|".join(f"(?P<{level}>{words})" for level, words in _LEVELS.items()), re.IGNORECASE)
#: Words in front of whoever is dead, and of whoever was grazed.
_OF: Final = re.compile(
    r"\b(?:(?P<dead>claimed\sthe\slife\sof|killed|killing|(?:fatal\sshooting|shooting\sdeath|death|killing|murder|slaying)\sof|"
    r"left(?=\s(?:an?|the|one)\s[^.;,]{0,40}?\bdead\b))|(?P<recovering>grazed|grazing))\s(?=(?:an?|the|one|his|her)\s)",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(
    r"\b(?:not|n['’]t|if|whether|could|would|may|might|no|nearly|almost|none|unless)\b[^.;,\n]*$", re.IGNORECASE
)
_MALE: Final = "|".join(("he", "male", "gunman", *nouns.MEN, *nouns.MALE_KIN, *nouns.BOYFRIENDS))
_FEMALE: Final = "|".join(("she", "female", *nouns.WOMEN, *nouns.FEMALE_KIN, *nouns.GIRLFRIENDS))
_EITHER: Final = "|".join(
    (*nouns.YOUNG, *nouns.OFFICERS, *nouns.SUSPECTS, *in_order("in either health", "persons.txt"))
)
_YOUNG: Final = frozenset((*nouns.YOUNG, "boy", "girl", "student", "son", "daughter"))
_GROWN: Final = frozenset((*nouns.OFFICERS, *in_order("grown", "persons.txt")))
_WORDS: Final = "|".join(nouns.COUNTS)
_WHO: Final = re.compile(
    r"(?P<part>\b(?:another|other|second|third|fourth|one\sof\s(?:the\s|those\s)?\w+|none\sof)\s(?:\w+\s)?)?"
    r"(?:\b(?P<age>\d{1,3}|"
    rf"{_WORDS})-(?P<unit>year|month|week)s?-old\b\s?)?(?:[\w-]{{1,40}}\s)??"
    rf"\b(?:(?P<male>{_MALE})|(?P<female>{_FEMALE})|(?P<either>{_EITHER}))\b(?!['’]s)|"
    rf"\b(?P<aged>\d{{1,3}}|{_WORDS})-(?P<of>year|month|week)s?-old\b",
    re.IGNORECASE,
)
_MANY: Final = re.compile(
    rf"\b(?:{'|'.join(nouns.SEVERAL)}|\d+(?![-,.])|several|many|others?|people|victims|men|women|"
    r"boys|girls|children|teens|teenagers|students|officers|both|all|they|another)\b(?!-)",
    re.IGNORECASE,
)
_DIGITS: Final = {word: str(i) for i, word in enumerate(nouns.COUNTS, 1)}
_AGE_BEHIND: Final = re.compile(r",\s(?:age\s)?(?P<age>\d{1,3})(?=[,.;])")
_GROWN_UP: Final = 18
_NEAR: Final = 120  # characters before a state in which its bearer is told
_BEHIND: Final = 50


class Bearer(Struct, frozen=True):
    """A person as far as he is told: surname, gender, age in years, young or grown, police or accused."""

    surname: str | None = None
    gender: str | None = None
    age: str | None = None
    stage: str | None = None
    kind: str | None = None

    def told(self) -> tuple[str | None, ...]:
        """Returns everything that can be told of him."""
        return self.surname, self.gender, self.age, self.stage, self.kind


class Fare(Struct, frozen=True):
    """One telling of how somebody fares: at which level, and where."""

    level: str
    bearer: Bearer
    span: Span


class Person(Struct, frozen=True):
    """One person of a report, with every telling of how he fares in reading order."""

    piece: Annotated
    bearer: Bearer
    fares: tuple[Fare, ...]

    def final(self) -> Fare:
        """Returns how he fares in the end: dead where that is told, else as is told first."""
        dead = next((f for f in self.fares if f.level == "dead"), None)
        return dead or self.fares[0]


def may_be_one(one: Bearer, other: Bearer) -> bool:
    """Tells whether nothing told of the one excludes the other."""
    return all(a is None or b is None or a == b for a, b in zip(one.told(), other.told(), strict=True))


def persons(piece: Annotated) -> tuple[Person, ...]:
    """Returns the persons of a report of whom it tells how they fare, in order of first mention.

    A telling that may be of two persons is left out.
    """
    found: list[tuple[Bearer, list[Fare]]] = []
    for fare in _fares(piece):
        fits = [i for i, (b, fares) in enumerate(found) if may_be_one(b, fare.bearer) and not _lives_on(b, fares, fare)]
        if not fits:
            found.append((fare.bearer, [fare]))
        elif len(fits) == 1:
            bearer, fares = found[fits[0]]
            found[fits[0]] = (_joined(bearer, fare.bearer), [*fares, fare])
    return tuple(Person(piece=piece, bearer=bearer, fares=tuple(fares)) for bearer, fares in found)


def _lives_on(bearer: Bearer, fares: Sequence[Fare], fare: Fare) -> bool:
    """Whether somebody told dead already cannot be the one who fares somehow, for want of a name or an age."""
    marked = (bearer.surname and fare.bearer.surname) or (bearer.age and fare.bearer.age)
    return not marked and fare.level != "dead" and fares[-1].level == "dead"


def _joined(one: Bearer, other: Bearer) -> Bearer:
    surname, gender, age, stage, kind = (a or b for a, b in zip(one.told(), other.told(), strict=True))
    return Bearer(surname=surname, gender=gender, age=age, stage=stage, kind=kind)


def _fares(piece: Annotated) -> Iterator[Fare]:
    text = piece.report.text
    for i, sentence in enumerate(piece.sentences):
        found = [*_TOLD.finditer(text, sentence.start, sentence.end), *_OF.finditer(text, sentence.start, sentence.end)]
        for state in sorted(found, key=lambda m: m.start()):
            if _UNSURE.search(text, max(sentence.start, state.start() - 40), state.start()):
                continue
            of = state.re is _OF
            bearer = _behind(piece, state.end(), sentence.end) if of else _before(piece, i, state.start())
            span = Span(start=state.start(), end=state.end())
            if bearer and denial(piece, span) is None:
                yield Fare(level=str(state.lastgroup), bearer=bearer, span=span)


def _before(piece: Annotated, number: int, at: int) -> Bearer | None:
    """The person told last before a state in its sentence; "he" is the one told last before him."""
    text, sentence = piece.report.text, piece.sentences[number]
    near = max(sentence.start, at - _NEAR)
    told = list(_mentions(piece, near, at))
    many = [m.end() for m in _MANY.finditer(text, near, at)]
    if not told or (many and many[-1] > told[-1][0]):
        return None
    _, bearer, pronoun = told[-1]
    if not pronoun or bearer is None:
        return bearer
    earlier = list(_mentions(piece, piece.sentences[max(0, number - 2)].start, at))[:-1]
    for _, known, again in reversed(earlier):
        if known and not again and known.gender in (None, bearer.gender):
            return _joined(known, bearer)
    return bearer


def _behind(piece: Annotated, at: int, end: int) -> Bearer | None:
    told = next(iter(_mentions(piece, at, min(end, at + _BEHIND))), None)
    if told is None or _MANY.search(piece.report.text, at, told[0]):
        return None
    return told[1]


def _mentions(piece: Annotated, start: int, end: int) -> Iterator[tuple[int, Bearer | None, bool]]:
    """Yields the persons between two places: where the mention ends, who it is (None: one of several), whether it is
    a pronoun."""
    found: list[tuple[int, Bearer | None, bool]] = []
    names: list[Span] = []
    for name in inside(piece.names, Span(start=start, end=end)):
        if name.kind == "person" and piece.words_of(name.span).split()[-1][0].isupper():
            names.append(name.span)
            found.append((name.span.end, _named(piece, name.span, start), False))
    for who in _WHO.finditer(piece.report.text, start, end):
        if any(who.start() < n.end and n.start < who.end() for n in names) and not who["age"]:
            continue
        found.append((who.end(), None if who["part"] else _bearer(who), _word(who) in ("he", "she")))
    yield from sorted(found, key=lambda f: f[0])


def _named(piece: Annotated, name: Span, start: int) -> Bearer:
    """A person by name, with what stands beside it: "the 6-year-old girl, Ada Holm", "Ada Holm, 34,"."""
    text = piece.report.text
    bearer = Bearer(surname=_surname(piece, name))
    age = _AGE_BEHIND.match(text, name.end)
    beside = next(reversed(list(_WHO.finditer(text, max(start, name.start - _BEHIND), name.end))), None)
    if beside and not beside["part"] and re.fullmatch(r"(?:,?\s)?", text[beside.end() : name.start]):
        bearer = _joined(bearer, _bearer(beside))
    if age and not bearer.age:
        stage = "young" if int(age["age"]) < _GROWN_UP else "grown"
        bearer = _joined(bearer, Bearer(age=age["age"], stage=stage))
    return bearer


def _surname(piece: Annotated, name: Span) -> str:
    """The surname of a person, who may be told by the first name alone; of a double one the last half."""
    words = full_name(piece.words_of(name)) or (piece.words_of(name).lower(),)
    return (_surnames(piece).get(words[0], words[-1]) if len(words) == 1 else words[-1]).split("-")[-1]


@once_a_story
def _surnames(piece: Annotated) -> dict[str, str]:
    """The surname of each first name that a report tells in full; none of a word that is a surname as well."""
    names = [person.name for person in people(piece)]
    surnames = {name[-1] for name in names}
    return {name[0]: name[-1] for name in reversed(names) if name[0] not in surnames}


def _bearer(who: re.Match[str]) -> Bearer:
    word = _word(who)
    age = who["age"] or who["aged"]
    months = (who["unit"] or who["of"]) in ("month", "week")
    years = None if age is None else "0" if months else _DIGITS.get(age.lower(), age)
    young = word in _YOUNG or (years is not None and int(years) < _GROWN_UP)
    grown = word in _GROWN or (years is not None and int(years) >= _GROWN_UP)
    return Bearer(
        gender="male" if who["male"] else "female" if who["female"] else None, age=years,
        stage="young" if young else "grown" if grown else None,
        kind="police" if word in nouns.OFFICERS else "accused" if word in nouns.SUSPECTS else None,
    )  # fmt: skip


def _word(who: re.Match[str]) -> str:
    return (who["male"] or who["female"] or who["either"] or "").lower()
