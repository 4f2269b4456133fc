"""Characters: what a report tells of a person besides the name - killed, hurt or accused, man or woman, how old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from crosswire.judge.names import TITLES, parts
from crosswire.judge.people import people
from crosswire.judge.side import inside
from crosswire.model import Annotated, Span, Struct

Role = Literal["killed", "hurt", "accused"]

_KILLED: Final = (
    r"victims?|killed|died|dies|dead|deceased|deaths?|slain|slaying|fatal(?:ly)?|murdered|gunned\sdown|bod(?:y|ies)|"
    r"pronounced|homicide|those\skilled"
)
_HURT: Final = r"wounded|injured|hurt|survivors?|survived|hospitali[sz]ed|critical(?:ly)?|stable"
_ACCUSED: Final = (
    r"suspects?|suspected|gunm[ae]n|shooters?|attackers?|assailants?|killers?|robbers?|arrest(?:ed)?|arraign\w+|"
    r"charged|accused|booked|jailed|indicted|custody|wanted|at\slarge|faces\scharges|pleaded|sentenced|convicted"
)
_ROLE_WORDS: Final[tuple[tuple[Role, str], ...]] = (("accused", _ACCUSED), ("killed", _KILLED), ("hurt", _HURT))
_ROLES: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = tuple(
    (role, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for role, words in _ROLE_WORDS
)
#: What is told right behind a name, or right before it, of whoever bears it.
_BETWEEN: Final = r"(?:(?!\b(?:by|against|said|says|told|with|who\ssaid|according)\b)[^.;:\n“”\"]){0,%d}?"
_BEHIND: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    (
        "killed",
        re.compile(
            _BETWEEN
            % 60
            + r"\b(?:(?:was|were|has\sbeen|had\sbeen|is)\s(?:[a-z]+\s){0,3}?(?:killed|slain|murdered|dead|fatally|"
            r"pronounced|gunned|stabbed\sto|beaten\sto|shot\sto|shot\sdead|shot\sand\skilled)|died|dies|dead\b|"
            r"(?:was|were)\s(?:the\s|a\s)?(?:\w+\s)?(?:victims?|deceased))"
        ),
    ),
    (
        "hurt",
        re.compile(
            _BETWEEN % 60 + r"\b(?:was|were|is|remains?)\s(?:[a-z]+\s){0,3}?"
            r"(?:wounded|injured|hurt|hospitali[sz]ed|in\s\w+\scondition)"
        ),
    ),
    (
        "accused",
        re.compile(
            _BETWEEN % 80 + r"\b(?:(?:was|were|has\sbeen|had\sbeen|is|are)\s(?:[a-z]+\s){0,3}?"
            r"(?:arrested|charged|booked|jailed|indicted|arraigned|"
            r"accused|in\s(?:police\s)?custody|wanted|being\sheld|sentenced|convicted)|faces\s(?:[\w-]+\s){0,5}?charges?|"
            r"facing\s(?:[\w-]+\s){0,3}?charges?|pleaded|pled|surrendered|turned\shimself|turned\sherself|"
            r"opened\sfire|(?:allegedly|fatally)\s(?:shot|killed|stabbed))"
        ),
    ),
)
_LIST: Final = r"(?:(?:[A-Z][\w.’'-]*|\d{1,3}|\d+-year-old|and|of|the|as|,|construction|student)[\s,]+){0,24}$"
_BEFORE: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    (
        "killed",
        re.compile(
            r"(?:\b(?:killing|killed|deaths?\sof|murders?\sof|slayings?\sof|victims?(?:\s(?:was|were|is|are))?|deceased|"
            r"victims?\s[^.;\n]{0,40}\bidentified\s(?:\w+\s)?as|(?:were|was)\skilled:|body\sof|bodies\sof|dead\sas)"
            r"(?:\s(?!(?:in|at|by|from|with|on|for|to)\b)(?:[a-z]+|\d+-year-old)){0,3},?\s)" + _LIST
        ),
    ),
    (
        "accused",
        re.compile(
            r"(?:\b(?:suspects?|gunm[ae]n|shooters?|arrested|charged|accused|attacker|killer|booked|against)(?:\s(?:was|is|as))?"
            r"(?:\s(?:identified|named)\sas)?(?:\s(?:the|a|an|\d+-year-old))?,?\s)" + _LIST
        ),
    ),
)
_SEXES: Final = tuple(
    (sex, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for sex, words in (
        ("he", r"m[ae]n|boys?|father|grandfather|son|brother|husband|boyfriend|gunm[ae]n|grandson|uncle|nephew|male"),
        ("she", r"wom[ae]n|girls?|mother|grandmother|daughter|sister|wife|girlfriend|granddaughter|aunt|niece|female"),
    )
)
_PRONOUNS: Final = {"his": "he", "he": "he", "him": "he", "her": "she", "she": "she", "hers": "she"}
_BEHIND_PRONOUN: Final = re.compile(r"[^.;:\n“”\"]{0,80}?\b(?P<own>his|he|her|she)\b")


_OFFICES: Final = TITLES - frozenset("mr mrs ms private officer father sister brother".split())  # noqa: SIM905


class Character(Struct, frozen=True):
    """What is told of a person: the role in the event, the pronoun, the age; None where it is not told."""

    role: Role | None = None
    sex: str | None = None
    age: tuple[float, float] | None = None


class Named(Struct, frozen=True):
    """A person whom a report names in full, the place of the name, and what is told of him anywhere in it."""

    name: tuple[str, ...]
    span: Span
    who: Character


def told_of(piece: Annotated, span: Span) -> Character:
    """Returns what a stretch of a report tells of the one person it speaks of."""
    text = piece.words_of(span)
    role = next((role for role, words in _ROLES if words.search(text)), None)
    sexes = [sex for sex, words in _SEXES if words.search(text)]
    ages = [q for q in inside(piece.quantities, span) if q.kind == "age"]
    age = (ages[0].low, ages[0].high) if len(ages) == 1 else None
    return Character(role=role, sex=sexes[0] if len(sexes) == 1 else None, age=age)


def fit(one: Character, other: Character) -> bool:
    """Tells whether two may be one person: the same role, and neither sex nor age speaks against it."""
    if one.role is None or one.role != other.role:
        return False
    if one.sex and other.sex and one.sex != other.sex:
        return False
    return not (one.age and other.age) or (one.age[0] <= other.age[1] and other.age[0] <= one.age[1])


def named_characters(piece: Annotated) -> tuple[Named, ...]:
    """Returns the persons whom a report names by first name and surname, in order of first mention."""
    found = []
    for person in people(piece):
        if _holds_office(piece, person.span):
            continue
        mentions = [
            n.span for n in piece.names if n.kind == "person" and parts(piece.words_of(n.span))[-1:] == person.name[-1:]
        ]
        age = (person.age.low, person.age.high) if person.age else None
        who = Character(role=_role(piece, mentions), sex=_sex(piece, mentions), age=age)
        shown = next((m for m in mentions if who.role in set(_roles_at(piece, m))), person.span)
        found.append(Named(name=person.name, span=shown, who=who))
    return tuple(found)


def _holds_office(piece: Annotated, name: Span) -> bool:
    """Whether a title stands before a name: who judges or investigates is neither killed nor accused."""
    before = piece.report.text[max(0, name.start - 24) : name.start].split()
    own = piece.words_of(name).split()
    return any(word.lower().rstrip(".") in _OFFICES for word in (before[-1:] + own[:1]))


def _role(piece: Annotated, mentions: list[Span]) -> Role | None:
    """The role told beside most of a person's mentions, the first of equals."""
    told = [role for mention in mentions for role in _roles_at(piece, mention)]
    return max(told, key=told.count, default=None)


def _roles_at(piece: Annotated, name: Span) -> Iterator[Role]:
    text = piece.report.text
    for role, pattern in _BEHIND:
        if pattern.match(text, name.end, name.end + 140):
            yield role
    before = text[max(0, name.start - 160) : name.start]
    for role, pattern in _BEFORE:
        if pattern.search(before):
            yield role


def _sex(piece: Annotated, mentions: list[Span]) -> str | None:
    """The pronoun that follows a name in its sentence most often, None where none does."""
    told = []
    for mention in mentions:
        found = _BEHIND_PRONOUN.match(piece.report.text, mention.end, mention.end + 100)
        if found:
            told.append(_PRONOUNS[found["own"]])
    return max(told, key=told.count, default=None)
