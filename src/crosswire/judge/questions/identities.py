"""Who it was: a person whom one report leaves without a name, and another report names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from crosswire.judge.people.character_words import POLICE, SEXES, Role
from crosswire.judge.people.characters import Character, Named, fit, named_characters, stage, told_of
from crosswire.judge.people.fates import fates
from crosswire.judge.questions.unknowns import openings
from crosswire.judge.sides import nouns
from crosswire.judge.sides.finding import Finding, Pair, asserted, told
from crosswire.judge.sides.side import inside
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Span, Struct

_WHO: Final = (
    rf"(?:{nouns.either(nouns.VICTIMS, nouns.SUSPECTS, nouns.CULPRITS, nouns.OFFICERS, nouns.MEN, nouns.WOMEN)}|"
    rf"{nouns.either(nouns.YOUNG, ('person', 'driver'))}|deceased|dead|grandmother|grandfather|mother|father|"
    r"those\s(?:killed|arrested|wounded|injured|shot)|\d+-year-old)"
)
#: What is open is a name ...
_NAME: Final = re.compile(
    rf"\b(?:(?<!code\s)(?<!street\s)names?|nam(?:ed|ing)|identi\w+|who\s(?:the\s)?(?:\w+\s)?{_WHO}\s(?:was|were|is|are))\b",
    re.IGNORECASE,
)
_WHOSE: Final = re.compile(rf"\b{_WHO}['’]s?\s(?:\w+\s(?:and|or)\s)?$", re.IGNORECASE)
#: ... or all that could be told of somebody.
_ABOUT: Final = re.compile(
    rf"\b(?:details|information)\s(?:(?:\w+\s){{0,4}}available\s|\w+\s)?(?:about|on|regarding)\s(?:the\s|either\s|any\s|both\s)?(?:\w+\s){{0,2}}?{_WHO}\b",
    re.IGNORECASE,
)
_NAMELESS: Final = re.compile(
    rf"\b(?:(?:second|third|fourth|fifth|another|other|one),?\s)?(?:\bdead\s)?(?:unidentified|unnamed|as-yet-unnamed|unknown)\s"
    rf"(?:[\w-]+\s){{0,2}}?{_WHO}\b|"
    rf"(?:\bnot|n['’]t)\s(?:have|release|provide|give)\s(?:any\s|additional\s|further\s|more\s)*(?:information|details)\s"
    rf"(?:\w+\s)?(?:about|on|regarding)\s(?:the\s|any\s)?(?:\w+\s)?{_WHO}\b|"
    rf"\bnor\s(?:has|have|had|was|were)\s(?:any\sof\s)?the\s(?:\w+\s)?{_WHO}\b|"
    rf"\bwhose\s(?:names?|identit(?:y|ies))\s[^.;\n]{{0,30}}?(?:not\b|n['’]t\b|withheld)[^.;,\n]*",
    re.IGNORECASE,
)
_KINDS: Final = (("officer", "officer"), ("accused", "suspect"), ("killed", "victim"), ("hurt", "victim"))
#: The police, not as those who do not tell the name.
_OFFICER: Final = re.compile(
    rf"\b(?:names?|identit(?:y|ies))\sof\s(?:the|either|both|any)?\s?(?:\w+\s){{0,2}}?{POLICE}\b|"
    rf"\b{POLICE}['’]s?\s(?:names?|identit(?:y|ies))\b|"
    rf"\b(?:nam\w+|identif\w+)\s(?:the|either|both|any)\s(?:\w+\s){{0,2}}?{POLICE}\b|"
    rf"\b{POLICE}\s[^.;\n]{{0,60}}?(?:not|n['’]t)\s(?:\w+\s){{0,2}}?been\s(?:\w+\s)?(?:identified|named)\b|"
    rf"\b(?:unidentified|unnamed)\s{POLICE}\b",
    re.IGNORECASE,
)
_ORDINAL: Final = "|".join(nouns.ORDINALS)
_WHICH: Final = re.compile(rf"\b(?:{_ORDINAL})\b", re.IGNORECASE)
#: One of several is told of; the others may be named beside it.
_PART: Final = re.compile(
    rf"\b(?:neither|both|either|victims|children|people|men|women|boys|girls|those|other|others|another|remaining|{_ORDINAL}|one\sof|two\sof|of\sthem)\b",
    re.IGNORECASE,
)
#: A person as he is told of before his name is known, and how many sentences before.
_PERSON: Final = re.compile(
    r"\b(?:man|woman|boy|girl|child|teen|teenager|toddler|infant|baby|person|passenger|driver|\d+-year-old)\b",
    re.IGNORECASE,
)
_BACK: Final = 8
_MAY_HAVE_DIED: Final[frozenset[Role]] = frozenset({"killed", "hurt"})
#: Of those told of last.
_THEIRS: Final = re.compile(r"\b(?:his|her|their)\s(?:\w+\s)?(?:names?|identit(?:y|ies))\b", re.IGNORECASE)
#: Before somebody told of already; who drove is told of by what he did alone.
_AGAIN: Final = re.compile(
    rf"\b(?:the|that|this)\s(?:[\w-]+\s)*$|\b(?:{_ORDINAL})\s[^.;]*$",
    re.IGNORECASE,
)
_BY_WHAT_HE_DID: Final = frozenset({"driver", "passenger"})
_TWO: Final = re.compile(r"\s(?:nor|or|and)\s(?=(?:ha[sd]\s|have\s)?(?:any\sof\s)?(?:the|a|any)\s)", re.IGNORECASE)
#: Who does not know somebody's name leaves nothing open.
_UNACQUAINTED: Final = re.compile(r"\bknow\s(?:his|her|their|each\sother['’]s)\snames?\b", re.IGNORECASE)
#: A person left without a name further down than this many sentences is background.
_LEAD: Final = 250


class Nameless(Struct, frozen=True):
    """Words that leave a person without a name, what they tell of him, whether others of his kind are named, and which
    of them he is ("third"), where that is told."""

    span: Span
    who: Character
    partial: bool
    which: str = ""


def identities(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two tellings of which one leaves a person nameless whom the other names, with the key of its slot.

    A name is that person's where nothing told of him differs (killed or accused, man or woman, age), and where the
    first report names nobody like him.
    """
    known = {p.report.id: named_characters(p) for p in pieces}
    found: list[tuple[str, Pair]] = []
    for piece in pieces:
        for nameless in _nameless(piece):
            own = known[piece.report.id]
            if not nameless.partial and any(fit(nameless.who, c.who) for c in own):
                continue
            for other in pieces:
                named = _best(nameless, [c for c in known[other.report.id] if not _names(piece, c)])
                if named is not None and other is not piece:
                    found.append(
                        (f"who {nameless.which} {_kind(nameless.who)}", _pair(piece, nameless, other, named.span))
                    )
    return found


def _best(nameless: Nameless, named: Sequence[Named]) -> Named | None:
    """Of those who may be the person the one who agrees in most, then the one killed, then the first."""
    fits = [c for c in named if fit(nameless.who, c.who)]
    return max(fits, key=lambda c: (c.who.agreement(nameless.who), "killed" in c.who.roles), default=None)


def _nameless(piece: Annotated) -> Iterator[Nameless]:
    """The persons whom a report leaves nameless, those of one kind once: where it does so first."""
    seen: set[str] = set()
    for span, sentence in _open(piece):
        for part in _parts(piece, span):
            who = _character(piece, part, sentence)
            if who.roles and _kind(who) not in seen:
                seen.add(_kind(who))
                words = piece.words_of(span)
                which = _WHICH.search(words)
                yield Nameless(
                    span=span, who=who, partial=bool(_PART.search(words)), which=which[0].lower() if which else ""
                )


def _parts(piece: Annotated, span: Span) -> list[Span]:
    """The words that leave somebody nameless; where they leave the suspects and the victims so, those of each."""
    cuts = [m.end() for m in _TWO.finditer(piece.report.text, span.start, span.end)]
    parts = [Span(start=a, end=b) for a, b in pairwise((span.start, *cuts, span.end))]
    kinds = [_kind(told_of(piece, part, part.start)) for part in parts]
    return parts if all(kinds) and len(set(kinds)) == len(parts) else [span]


def _open(piece: Annotated) -> Iterator[tuple[Span, int]]:
    """The words that leave somebody nameless, and the number of their sentence."""
    text = piece.report.text
    found = [(o.span, o.sentence) for o in openings(piece) if _tells_of_name(text[o.span.start : o.span.end])]
    for i, sentence in enumerate(piece.sentences[:_LEAD]):
        for match in _NAMELESS.finditer(text, sentence.start, sentence.end):
            found.append((Span(start=match.start(), end=match.end()), i))
    return iter(sorted(f for f in found if f[1] < _LEAD))


def _tells_of_name(words: str) -> bool:
    return bool(_ABOUT.search(words) or _NAME.search(words)) and not _UNACQUAINTED.search(words)


def _character(piece: Annotated, span: Span, sentence: int) -> Character:
    """What the words, their sentence or the sentence before tell of the person, the nearest first."""
    named = _NAME.search(piece.report.text, span.start, span.end)
    at = named.end() if named else span.start
    whose = named and _WHOSE.search(piece.report.text, span.start, named.start())
    at = whose.start() if whose else at
    if _OFFICER.search(piece.report.text, span.start, span.end):
        return Character(roles=frozenset({"officer"}))
    told = [told_of(piece, stretch, at) for stretch in _around(piece, span, sentence)]
    before = _known_before(piece, span, sentence)
    return Character(
        roles=told[0].roles or before.roles or next((c.roles for c in told if c.roles), frozenset()),
        sex=before.sex or next((c.sex for c in told[:2] if c.sex), None),
        age=told[0].age or before.age or told[1].age,
    )


def _around(piece: Annotated, span: Span, sentence: int) -> list[Span]:
    """The words that leave somebody nameless, and those that may tell what he is, the nearest first; of whom is told
    for the first time, no more than what stands behind."""
    text, own = piece.report.text, piece.sentences[sentence]
    noun = _PERSON.search(text, span.start, span.end)
    drove = noun and noun[0].lower() in _BY_WHAT_HE_DID
    if noun and (drove or not _AGAIN.search(text, own.start, noun.start())):
        return [span, Span(start=span.start, end=own.end)]
    back = _BACK if _THEIRS.search(text, span.start, span.end) else 1
    return [span, own, *reversed(piece.sentences[max(0, sentence - back) : sentence])]


def _known_before(piece: Annotated, span: Span, sentence: int) -> Character:
    """What is told of "the man" where he is spoken of by the same noun, here or in the sentences before."""
    noun = _PERSON.search(piece.report.text, span.start, span.end)
    if not noun:
        return Character()
    start = piece.sentences[max(0, sentence - _BACK)].start
    same = re.compile(rf"\b{re.escape(noun[0])}\b", re.IGNORECASE)
    mentions = [Span(start=m.start(), end=m.end()) for m in same.finditer(piece.report.text, start, noun.end())]
    told = next((found for m in reversed(mentions) if (found := fates(piece, (m,)))), None)
    ages = (_age_before(piece, m) for m in reversed(mentions))
    return Character(
        roles=_roles_of(told) if told else frozenset(),
        sex=next((sex for sex, words in SEXES if words.fullmatch(noun[0])), None),
        age=next((age for age in ages if age), stage(noun[0].lower())),
    )


def _roles_of(told: Mapping[Role, int]) -> frozenset[Role]:
    """What somebody is by his fates: whoever was hurt may have died since."""
    if told.get("killed"):
        return frozenset({"killed"})
    return _MAY_HAVE_DIED if told.get("hurt") else frozenset(told)


def _age_before(piece: Annotated, noun: Span) -> tuple[float, float] | None:
    """The age told right before a noun: "a 26-year-old man"."""
    near = inside(piece.quantities, Span(start=max(0, noun.start - 24), end=noun.start))
    age = next((q for q in near if q.kind == "age" and noun.start - q.span.end <= 1), None)
    return (age.low, age.high) if age else None


def _kind(who: Character) -> str:
    """Of which kind a person is, in a word: a victim may be killed or hurt."""
    return next((kind for role, kind in _KINDS if role in who.roles), "")


def _names(piece: Annotated, somebody: Named) -> bool:
    """Whether a report has a person's name, though of somebody else."""
    first, *rest = (re.search(rf"\b{re.escape(w)}\b", piece.report.text, re.IGNORECASE) for w in somebody.name)
    return first is not None and any(rest)


def _pair(a: Annotated, nameless: Nameless, b: Annotated, name: Span) -> Pair:
    left, right = telling(a, nameless.span), telling(b, name)
    finding = Finding(
        slot="name", nature="conflict", left=asserted(left, nameless.span), right=told(right, name),
        about=f"name of the {_kind(nameless.who)}",
    )  # fmt: skip
    return left, right, finding
