"""Questions of an event that each report answers at one pole, or not at all; compared over the whole story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from crosswire.judge.sides import nouns
from crosswire.judge.sides.denied import denial
from crosswire.judge.sides.finding import Finding, Pair, asserted
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Span

_GUNMAN: Final = nouns.either(nouns.SUSPECTS)
_KILLER: Final = nouns.either(nouns.SUSPECTS, nouns.CULPRITS)
_POLICE: Final = nouns.either(nouns.OFFICERS, nouns.INVESTIGATORS, ("guard",))
_WEAPON: Final = nouns.either(nouns.WEAPONS)
_NO: Final = r"(?:no|not|n['’]t|never|without|nor|neither)"
#: Each question with the words of its poles.
_QUESTIONS: Final[dict[str, tuple[str, ...]]] = {
    "accident or not": (
        r"\baccidental(?:ly)?\b|\bby\saccident\b|\b(?:was|is)\san\saccident\b|\bunintentional(?:ly)?\b",
        r"\bintentional(?:ly)?\b|\bdeliberate(?:ly)?\b|\bon\spurpose\b|\b(?:was|is)\snot\san\saccident\b|\bwas\spremeditated\b",
    ),
    "how the gunman ended": (
        r"(?<!was\s)\b(?:shot|killed|shooting|killing)\s(?:him|her)self\b|\btook\s(?:his|her)\sown\slife\b|\bself-inflicted\b|"
        r"\bturn(?:ed|ing)\sthe\s\w+\son\s(?:him|her)self\b|\b(?:killed|shot)\s[^.;\n]{1,40}\sand\s(?:then\s)?(?:him|her)self\b|\bcommit(?:ted|ting)\ssuicide\b|\bmurder-suicide\b",
        rf"\b{_GUNMAN}\b[^.;\n]{{0,40}}?\b(?:was|were)\s(?:\w+\s)?(?:killed|shot)(?:\s(?:and\skilled|dead))?\sby\s(?:\w+\s){{0,2}}?{_POLICE}\b|"
        rf"\b{_POLICE}\s(?:\w+\s)?(?:shot\sand\skilled|killed|fatally\sshot)\s(?:the\s)?(?:\w+\s)?{_GUNMAN}\b",
    ),
    "alone or not": (
        rf"\bacted\salone\b|\blone\s(?:{_GUNMAN}|wolf)\b|\b(?:only\sone|single)\s{_GUNMAN}\b|"
        rf"\b(?:no|not)\s(?:\w+\s){{0,4}}?(?:other|additional|second)\s{_GUNMAN}\b",
        rf"\baccomplices?\b|\b(?:two|three|four|multiple|several|second)\s{nouns.either(nouns.ATTACKERS)}\b",
    ),
    "related or not": (
        r"\b(?:shootings|incidents|cases|attacks|killings|two)\b[^.;\n]{0,30}?\b(?:are|were|is|was)\s(?:believed\sto\sbe\s)?(?:related|connected|linked)\b",
        r"\b(?:shootings|incidents|cases|attacks|killings|two)\b[^.;\n]{0,30}?\b(?:are|were|is|was)\s(?:not\s(?:believed\sto\sbe\s)?(?:related|connected|linked)|unrelated)\b",
    ),
    "tied to a gang or not": (
        r"\bgang[\s-](?:members?|affiliat\w+|ties)\b|\b(?:involved|affiliated|associated)\swith\s(?:\w+\s){0,4}?gangs?\b|\bties\sto\s(?:\w+\s){0,3}?gangs?\b",
        rf"\b{_NO}\s(?:\w+\s){{0,3}}?(?:gang\s(?:members?|ties|affiliation)|in\s(?:a\s|the\s|any\s)?gangs?)\b|\bnothing\sto\sdo\swith\s(?:\w+\s){{0,2}}?gangs?\b|\b(?:not|n['’]t)\s(?:\w+\s)?(?:involved\sin|part\sof)\s(?:\w+\s){{0,2}}?gangs?\b",
    ),
    "known to one another or not": (
        rf"\b(?:knew|know)\s(?:each\sother|one\sanother)\b|\bwere\s(?:acquaintances|acquainted|friends)\b|\bknew\s(?:the|his|her|their)\s(?:victims?|{_KILLER})\b",
        rf"\b(?:did\snot|didn['’]t)\sknow\s(?:each\sother|one\sanother|(?:the|his|her|their)\s(?:victims?|{_KILLER}))\b|\bwere\sstrangers\b",
    ),
    "in danger or not": (
        r"\b(?:in\s|upgraded\sto\s|remains?\sin\s)(?:critical|grave)\scondition\b|\bfighting\sfor\s(?:his|her|their)\sli(?:fe|ves)\b|"
        r"\b(?<!non-)(?<!non)life-?threatening\s(?:injur\w+|wounds?)\b",
        r"\b(?:all|each|both|every)\b[^.;\n]{0,50}?\b(?:(?:are|is|were|was)\s(?:\w+\s)?expected\sto|will)\s(?:survive|recover|live|be\s(?:ok(?:ay)?|fine))\b|"
        r"\bnone\b[^.;\n]{0,60}?\blife-?threatening\b|\b(?:all|each|both|their|the)\s(?:\w+\s){0,3}?(?:injuries|wounds)\s(?:\w+\s){0,4}?(?:non-?|not\s)life-?threatening\b",
    ),
    "on duty or off": (r"\b(?:on|on-)\s?duty\b", r"\boff[\s-]duty\b"),
    "armed or not": (
        rf"\b(?:was|were)\sarmed\b|\b(?:had|carried|carrying|holding|brandish\w+|pointed|pointing)\s(?:a|the|his|her)\s(?:\w+\s)?{_WEAPON}\b",
        rf"\bunarmed\b|\b(?:was|were)\snot\sarmed\b|\b(?:did\snot|didn['’]t)\shave\sa\s{_WEAPON}\b",
    ),
    "terrorism or not": (
        r"\b(?:is|was|as)\s(?:an?\s)?(?:act\sof\sterror(?:ism)?|terror(?:ist)?\sattack)\b|\bterror[-\s]related\b",
        rf"\b{_NO}\s(?:\w+\s){{0,6}}?terror\w*\b",
    ),
    "record or not": (
        r"\b(?:criminal|arrest)\s(?:record|history)\b|\bconvicted\sfelon\b|\b(?:prior|previous)\s(?:convictions?|arrests?)\b",
        rf"\b{_NO}\s(?:\w+\s){{0,3}}?(?:criminal|arrest)\s(?:record|history)\b|\b{_NO}\s(?:\w+\s){{0,2}}?(?:prior|previous)\s(?:convictions?|arrests?)\b",
    ),
    "note or none": (
        r"\b(?:left|wrote|found|leaving|discovered|recovered)\s(?:an?|the)\s(?:\w+\s){0,2}?(?:note|letter|manifesto)\b|\b(?:note|manifesto)\swas\s(?:found|left)\b",
        r"\b(?:no|not\s\w+\san?y?)\s(?:\w+\s){0,3}?(?:note|manifesto)\b|\bleft\sno\s(?:\w+\s)?(?:note|letter)\b",
    ),
    "on leave or not": (
        r"\b(?:is|are|been|were|was|remains?)\s(?:(?!not\b)\w+\s)?on\s(?:\w+\s)?(?:administrative\s)?leave\b",
        r"\b(?:not|n['’]t)\s(?:\w+\s)?on\s(?:\w+\s)?(?:administrative\s)?leave\b",
    ),
    "plea": (
        r"(?<!not\s)\b(?:pleaded|pled|plead|pleads|pleading)\sguilty\b",
        r"\b(?:pleaded|pled|plead|pleads|pleading|plea\sof)\snot\sguilty\b|\bnot\sguilty\splea\b|\b(?:pleaded|pled)\sno\scontest\b",
    ),
    "gun locked or not": (r"\b(?:unsecured|unlocked|not\slocked)\b", r"\b(?:was|were|kept|is|her|his|the)\slocked\b"),
}
_COMPILED: Final = {
    about: tuple(re.compile(pole, re.IGNORECASE) for pole in poles) for about, poles in _QUESTIONS.items()
}
_GUESSED: Final = re.compile(
    r"\b(?:if|whether|possible|possibly|unless|potential\w*|determine|unclear|could|may|might|would|"
    r"believe[sd]?\sto\shave)\b[^.;,\n]*$",
    re.IGNORECASE,
)
_REACH: Final = 70
#: What is denied stands at the other pole, which has words of its own.
_TAKEN_BACK: Final = re.compile(
    rf"{_GUESSED.pattern}|(?:\b(?:no|not|never|without|nor|cannot)\b|n['’]t\b)[^.;,\n]{{0,25}}$", re.IGNORECASE
)


def either_or(pieces: Sequence[Annotated]) -> Iterator[tuple[str, Pair]]:
    """Yields every two reports that stand at two poles of one question; a report that tells both stands at none."""
    for about, patterns in _COMPILED.items():
        standing = [(piece, at) for piece in pieces if (at := _standing(piece, patterns))]
        for (a, (one, left)), (b, (other, right)) in combinations(standing, 2):
            if one != other:
                yield about, _pair(about, a, left, b, right)


def _standing(piece: Annotated, patterns: Sequence[re.Pattern[str]]) -> tuple[int, Span] | None:
    one, other = patterns
    spans = _first(piece, one, _TAKEN_BACK), _first(piece, other, _GUESSED)
    found = [(i, span) for i, span in enumerate(spans) if span]
    return found[0] if len(found) == 1 else None


def _first(piece: Annotated, pole: re.Pattern[str], unless: re.Pattern[str]) -> Span | None:
    """Where a report first stands at a pole; not behind words that take it back."""
    text = piece.report.text
    for sentence in piece.sentences:
        for found in pole.finditer(text, sentence.start, sentence.end):
            span = Span(start=found.start(), end=found.end())
            taken_back = unless.search(text, max(sentence.start, span.start - _REACH), span.start)
            if not taken_back and denial(piece, span) is None:
                return span
    return None


def _pair(about: str, a: Annotated, one: Span, b: Annotated, other: Span) -> Pair:
    left, right = telling(a, one), telling(b, other)
    values = asserted(left, one), asserted(right, other)
    finding = Finding(slot="stance", nature="conflict", left=values[0], right=values[1], about=about)
    return left, right, finding
