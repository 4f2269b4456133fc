"""Who it was: a person whom one report leaves without a name, and another report names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosswire.judge.people.character_words import OFFICERS
from crosswire.judge.people.characters import Character, Named, fit, named_characters, told_of
from crosswire.judge.questions.unknowns import openings
from crosswire.judge.sides.finding import Finding, Pair, asserted, told
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Span, Struct

_WHO: Final = (
    r"(?:victims?|deceased|dead|suspects?|gunm[ae]n|shooters?|attackers?|assailants?|killers?|drivers?|m[ae]n|wom[ae]n|"
    r"boys?|girls?|child(?:ren)?|teens?|teenagers?|toddler|infant|baby|person|people|officers?|deput(?:y|ies)|"
    r"grandmother|grandfather|mother|father|those\s(?:killed|arrested|wounded|injured|shot)|\d+-year-old)"
)
#: What is open is a name ...
_NAME: Final = re.compile(
    rf"\b(?:(?<!code\s)(?<!street\s)names?|nam(?:ed|ing)|identi\w+|who\s(?:the\s)?(?:\w+\s)?{_WHO}\s(?:was|were|is|are))\b",
    re.IGNORECASE,
)
#: ... or all that could be told of somebody.
_ABOUT: Final = re.compile(
    rf"\b(?:details|information)\s(?:\w+\s)?(?:about|on|regarding)\s(?:the\s|either\s|any\s|both\s)?(?:\w+\s){{0,2}}?{_WHO}\b",
    re.IGNORECASE,
)
_NAMELESS: Final = re.compile(
    rf"\b(?:(?:second|third|fourth|fifth|another|other|one),?\s)?(?:unidentified|unnamed|as-yet-unnamed)\s"
    rf"(?:[\w-]+\s){{0,2}}?{_WHO}\b|"
    rf"(?:\bnot|n['’]t)\s(?:have|release|provide|give)\s(?:any\s|additional\s|further\s|more\s)*(?:information|details)\s"
    rf"(?:\w+\s)?(?:about|on|regarding)\s(?:the\s|any\s)?(?:\w+\s)?{_WHO}\b|"
    rf"\bwhose\s(?:names?|identit(?:y|ies))\s[^.;\n]{{0,30}}?(?:not\b|n['’]t\b|withheld)[^.;,\n]*",
    re.IGNORECASE,
)
_KINDS: Final = (("officer", "officer"), ("accused", "suspect"), ("killed", "victim"), ("hurt", "victim"))
#: The police, not as those who do not tell the name.
_OFFICER: Final = re.compile(
    rf"\b(?:names?|identit(?:y|ies))\sof\s(?:the|either|both|any)?\s?(?:\w+\s){{0,2}}?(?:{OFFICERS})\b|"
    rf"\b(?:{OFFICERS})['’]s?\s(?:names?|identit(?:y|ies))\b|"
    rf"\b(?:nam\w+|identif\w+)\s(?:the|either|both|any)\s(?:\w+\s){{0,2}}?(?:{OFFICERS})\b|"
    rf"\b(?:{OFFICERS})\s[^.;\n]{{0,60}}?(?:not|n['’]t)\s(?:\w+\s){{0,2}}?been\s(?:\w+\s)?(?:identified|named)\b|"
    rf"\b(?:unidentified|unnamed)\s(?:{OFFICERS})\b",
    re.IGNORECASE,
)
#: One of several is told of; the others may be named beside it.
_PART: Final = re.compile(
    r"\b(?:other|others|another|remaining|third|fourth|fifth|second|one\sof|two\sof|of\sthem)\b", re.IGNORECASE
)
#: A person left without a name further down than this many sentences is background.
_LEAD: Final = 25


class Nameless(Struct, frozen=True):
    """Words that leave a person without a name, what they tell of him, and whether others of his kind are named."""

    span: Span
    who: Character
    partial: bool


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
                named = next(
                    (c for c in known[other.report.id] if fit(nameless.who, c.who) and not _names(piece, c)), None
                )
                if named is not None and other is not piece:
                    found.append((f"who {_kind(nameless.who)}", _pair(piece, nameless, other, named.span)))
    return found


def _nameless(piece: Annotated) -> Iterator[Nameless]:
    """The persons whom a report leaves nameless, those of one kind once: where it does so first."""
    seen: set[str] = set()
    for span, sentence in _open(piece):
        who = _character(piece, span, sentence)
        if who.roles and _kind(who) not in seen:
            seen.add(_kind(who))
            yield Nameless(span=span, who=who, partial=_PART.search(piece.words_of(span)) is not None)


def _open(piece: Annotated) -> Iterator[tuple[Span, int]]:
    """The words that leave somebody nameless, and the number of their sentence."""
    text = piece.report.text
    found = [(o.span, o.sentence) for o in openings(piece) if _tells_of_name(text[o.span.start : o.span.end])]
    for i, sentence in enumerate(piece.sentences[:_LEAD]):
        for match in _NAMELESS.finditer(text, sentence.start, sentence.end):
            found.append((Span(start=match.start(), end=match.end()), i))
    return iter(sorted(f for f in found if f[1] < _LEAD))


def _tells_of_name(words: str) -> bool:
    return bool(_ABOUT.search(words) or _NAME.search(words))


def _character(piece: Annotated, span: Span, sentence: int) -> Character:
    """What the words, their sentence or the sentence before tell of the person, the nearest first."""
    named = _NAME.search(piece.report.text, span.start, span.end)
    at = named.end() if named else span.start
    if _OFFICER.search(piece.report.text, span.start, span.end):
        return Character(roles=frozenset({"officer"}))
    stretches = [span, piece.sentences[sentence], *piece.sentences[max(0, sentence - 1) : sentence]]
    told = [told_of(piece, stretch, at) for stretch in stretches]
    return Character(
        roles=next((c.roles for c in told if c.roles), frozenset()),
        sex=next((c.sex for c in told[:2] if c.sex), None),
        age=next((c.age for c in told[:2] if c.age), None),
    )


def _kind(who: Character) -> str:
    """Of which kind a person is, in a word: a victim may be killed or hurt."""
    return next((kind for role, kind in _KINDS if role in who.roles), "")


def _names(piece: Annotated, somebody: Named) -> bool:
    """Whether a report has a person's name, though of somebody else."""
    text = piece.report.text
    return all(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in somebody.name)


def _pair(a: Annotated, nameless: Nameless, b: Annotated, name: Span) -> Pair:
    left, right = telling(a, nameless.span), telling(b, name)
    finding = Finding(
        slot="name", nature="conflict", left=asserted(left, nameless.span), right=told(right, name),
        about=f"name of the {_kind(nameless.who)}",
    )  # fmt: skip
    return left, right, finding
