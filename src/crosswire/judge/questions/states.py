"""The questions that reports of an event leave open or settle, each with the words that do the one and the other."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.questions.custody import CAUGHT, CHARGED, ELSEWHERE, REST, SOUGHT, UNCHARGED
from crosswire.judge.sides import nouns
from crosswire.model import Struct

_NOT: Final = (
    r"(?:not\s(?:yet\s|immediately\s)?(?:been\s)?(?:publicly\s|officially\s)?(?:been\s)?|n['’]t\s(?:yet\s|immediately\s)?(?:been\s)?|"
    r"yet\sto\s(?:be\s)?)"
)
_KNOWN: Final = (
    r"(?:known|clear|determined|established|released|disclosed|given|provided|announced|confirmed|discussed)"
)
_QUARREL: Final = (
    r"(?:argument|dispute|quarrel|altercation|feud|fight|fistfight|brawl|confrontation|disagreement|scuffle|rivalry)"
)


class State(Struct, frozen=True):
    """A question about an event, with what tells that it is open and what tells that it is settled.

    `open` are whole wordings; `asked` are words that leave it open where they stand in what a report says is not known
    or not told. What is known stays known: a report that first answers a question `of_knowledge` leaves it open no
    more.
    `elsewhere` are words by which a sentence settles another case.
    """

    about: str
    open: re.Pattern[str] | None
    settled: re.Pattern[str]
    asked: re.Pattern[str] | None = None
    of_knowledge: bool = False
    elsewhere: re.Pattern[str] | None = None


def _state(
    about: str,
    still_open: tuple[str, ...],
    settled: tuple[str, ...],
    elsewhere: str | None = None,
    of_knowledge: bool = False,
) -> State:
    """Open wordings match in any case; settled ones tell names by their capitals."""
    return State(
        about=about, open=re.compile("|".join(still_open), re.IGNORECASE), settled=re.compile("|".join(settled)),
        elsewhere=re.compile(elsewhere, re.IGNORECASE) if elsewhere else None, of_knowledge=of_knowledge,
    )  # fmt: skip


MOTIVE_OPEN: Final = (
    rf"\bmotives?\b{REST}{{0,50}}?\b(?:{_NOT}(?:\w+\s)?{_KNOWN}|unknown|unclear|undetermined|under\sinvestigation)\b",
    r"\b(?:no|any|without\sa)\s(?:\w+\s)?motives?\b",
    rf"\b(?:{_NOT}|cannot|unclear|unknown)\s?{REST}{{0,60}}?\bmotives?\b",
    r"\b(?:unclear|unknown|not\s(?:yet\s)?(?:known|clear))\s(?:what\s(?:led|prompted|sparked|caused|triggered)|why)\b",
)
MOTIVE_TOLD: Final = (
    rf"(?i:\b{_QUARREL}s?\b(?:(?!\b(?:not|no)\b){REST}){{0,60}}?\b(?:escalat\w+|led\sto|turned|erupted|sparked|before|when|broke\sout|ended\sin|over|resulted)\b)",
    rf"(?i:\b(?:stemm\w+\sfrom|resulted?\sfrom|followed|during|after|over|because\sof|sparked\sby|started\s(?:with|as|by))\s(?:an?|the|some\skind\sof\san?)\s(?:[\w-]+\s){{0,3}}?{_QUARREL}\b)",
    r"(?i:\b(?:in\sretaliation\sfor|in\srevenge\sfor|motivated\sby|(?:was|were)\s(?:angry|upset|enraged|furious)\s(?:about|at|over|that|because))\b)",
    r"(?i:\bthe\smotive\s(?:was|is|appears)\b(?!\s(?:not|un)))",
)
_WEAPON: Final = nouns.either(nouns.WEAPONS)
_WEAPON_OPEN: Final = (
    rf"\b{_WEAPON}\b{REST}{{0,30}}?\b(?:{_NOT})(?:found|recovered|located)\b|\bno\s{_WEAPON}\s(?:\w+\s){{0,3}}?(?:found|recovered|located)\b",
    rf"\b{_NOT}(?:find|found|recovered?|located?)\s(?:the|a|any)\s(?:\w+\s)?{_WEAPON}\b",
)
_WEAPON_FOUND: Final = (
    rf"(?i:(?<!\bno\s)\b{_WEAPON}\b(?:(?!\b(?:not|no)\b){REST}){{0,40}}?\b(?:was|were|been)\s(?:found|recovered|located|seized)\b)",
    rf"(?i:(?<!not\s)(?<!n['’]t\s)\b(?:found|recovered|located|seized)\s(?:the|a|two|three|several)\s(?:[\w.-]+\s){{0,3}}?{_WEAPON}\b)",
)
_MISHAP: Final = r"(?:fire|blaze|crash|explosion|blast|collapse|outage|derailment|accident)"
_CAUSE_OPEN: Final = (
    rf"\bcause\sof\s(?:the|this|that)\s(?:\w+\s)?{_MISHAP}\b{REST}{{0,50}}?\b(?:{_NOT}|unknown|unclear|undetermined|under\sinvestigation|investigat\w+)",
)
CONDITION_OPEN: Final = (
    rf"\b(?:conditions?|extent\sof\s{REST}{{0,20}}?injuries)\b{REST}{{0,30}}?\b(?:unknown|unclear|{_NOT}(?:\w+\s)?(?:{_KNOWN}|available))\b",
)
CONDITION_TOLD: Final = (
    r"(?i:\b(?:critical|serious|stable|fair|good|grave)(?:\sbut\s\w+)?\scondition\b|\bexpected\sto\s(?:survive|recover|live|be\sreleased)\b|\bnon-?life-threatening\b)",
)
_CAUSE_TOLD: Final = (
    rf"(?i:\b{_MISHAP}\b{REST}{{0,20}}?\b(?:was|were)\s(?:[a-z]+\s)?(?:caused|sparked|triggered|set\soff|started)\sby\b)",
)

#: Each question is asked once a story; the order is that in which their differences are told.
STATES: Final = (
    _state("suspect caught or not", SOUGHT, CAUGHT, elsewhere=ELSEWHERE),
    _state("charged or not", UNCHARGED, CHARGED, elsewhere=ELSEWHERE, of_knowledge=True),
    _state("weapon found or not", _WEAPON_OPEN, _WEAPON_FOUND),
    _state("cause known or not", _CAUSE_OPEN, _CAUSE_TOLD),
)  # fmt: skip
