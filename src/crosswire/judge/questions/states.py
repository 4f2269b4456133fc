"""The questions that reports of an event leave open or settle, each with the words that do the one and the other."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.questions.custody import CAUGHT, CHARGED, ELSEWHERE, NAME, REST, SOUGHT, SUSPECT, UNCHARGED
from crosswire.model import Struct

_VICTIM: Final = (
    r"(?:victims?|deceased|dead\s(?:man|woman|person|child|boy|girl)|bod(?:y|ies)|(?:person|people|man|"
    r"woman|men|women)\s(?:who\swas\s|who\swere\s)?(?:killed|shot))"
)
_NOT: Final = (
    r"(?:not\s(?:yet\s|immediately\s)?(?:been\s)?(?:publicly\s|officially\s)?(?:been\s)?|n['’]t\s(?:yet\s|immediately\s)?(?:been\s)?|"
    r"yet\sto\s(?:be\s)?)"
)
#: A person told in the way of police reports: "Ada Marl, 34,".
_PERSON: Final = r"[A-Z][\w’'-]+\s(?:[A-Z][\w.’'-]*\s){0,2}[A-Z][\w’'-]+,\s\d\d?,"
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
    `bearer` are words of the sentence before by which "his name" is that of whom the question is about. `elsewhere` are
    words by which a sentence settles another case.
    """

    about: str
    open: re.Pattern[str] | None
    settled: re.Pattern[str]
    asked: re.Pattern[str] | None = None
    of_knowledge: bool = False
    bearer: re.Pattern[str] | None = None
    elsewhere: re.Pattern[str] | None = None


def _state(
    about: str,
    still_open: tuple[str, ...],
    settled: tuple[str, ...],
    asked: str | None = None,
    bearer: str = "",
    elsewhere: str | None = None,
) -> State:
    """Open wordings match in any case; settled ones tell names by their capitals."""
    return State(
        about=about, open=re.compile("|".join(still_open), re.IGNORECASE), settled=re.compile("|".join(settled)),
        asked=re.compile(asked, re.IGNORECASE) if asked else None,
        bearer=re.compile(bearer, re.IGNORECASE) if bearer else None,
        elsewhere=re.compile(elsewhere, re.IGNORECASE) if elsewhere else None,
    )  # fmt: skip


def _unnamed(who: str) -> tuple[str, ...]:
    withheld = (
        r"(?:with(?:held|h?olding)|declin\w+\sto\s(?:release|give|name|identify)|"
        rf"(?:{_NOT}|not\s)(?:\w+\s)?(?:releas\w+|disclos\w+|nam\w+|identif\w+))"
    )
    return (
        rf"\b{who}\b{REST}{{0,60}}?\b{_NOT}(?:identified|named|released)\b",
        rf"\b{_NOT}(?:identified|named)\s(?:the|any|either|a|its)?\s?(?:[\w-]+\s){{0,2}}{who}\b",
        rf"\b(?:identit(?:y|ies)|names?)\sof\s(?:the|both|all|any)?\s?(?:[\w-]+\s){{0,2}}{who}\b{REST}{{0,40}}?\b(?:{_NOT}|unknown|withheld)",
        rf"\bnone\sof\sthe\s(?:\w+\s){{0,2}}?{who}\b{REST}{{0,40}}?\b(?:have|has|was|were)\s(?:yet\s)?(?:been\s)?(?:identified|named)\b",
        rf"\b(?:unidentified|unknown|unnamed)\s(?:[\w-]+\s){{0,2}}{who}\b",
        rf"\b{who}['’]s?\s(?:identit(?:y|ies)|names?)\b{REST}{{0,70}}?\b(?:{_NOT}|not\s|unknown|withheld)",
        rf"\bnor\s(?:have|has)\sany\sof\sthe\s{who}",
        rf"\b{withheld}\s(?:\w+\s){{0,3}}?(?:names?|identit(?:y|ies)|information)\s(?:of|about|on)\s(?:the|any|either)?\s?(?:\w+\s)?{who}\b",
        rf"\b{withheld}\s(?:\w+\s){{0,2}}?{who}(?:['’]s?)?\s(?:names?|identit(?:y|ies))\b",
    )


def _named(who: str, befell: str) -> tuple[str, ...]:
    return (
        rf"\b{who}\b{REST}{{0,80}}?\b(?:identified|named)\s(?:[a-z]+\s){{0,3}}?(?:as|by\s{REST}{{0,40}}?\sas)\s{REST}{{0,40}}?{NAME}",
        rf"\b(?:identified|named)\s(?:the|both|its|one\sof\sthe|two\sof\sthe)?\s?(?:[\w’'-]+\s){{0,4}}?{who}\b{REST}{{0,50}}?\bas\s{REST}{{0,40}}?{NAME}",
        rf"\b[Tt]he\s(?:[\w-]+\s)?(?!\w+s,){who},\s(?:[A-Za-z’'-]+\s){{0,3}}?{NAME}",
        rf"\b{who}\s(?:was|is|were|are|as)\s(?:[a-z]+\s){{0,2}}[a-z]+,\s{NAME}",
        rf"{NAME}{REST}{{0,60}}?(?:was|were)\sidentified\b{REST}{{0,60}}?\b{who}\b",
        rf"{_PERSON}{REST}{{0,50}}?\b(?:{befell})\b",
        rf"\b[Tt]he\s{who}\s(?:was|were|is|are)\s(?:\d+-year-old\s)?{NAME}",
        rf"{NAME}(?:,\s\d\d?,)?\s?(?:was|were|is|has\sbeen)\s(?:[a-z]+\s)?(?:{befell})\b",
        rf"\w+-(?:[Yy]ear|[Mm]onth|[Ww]eek)-old\s{NAME}(?:was|were|has\sbeen)\s(?:[a-z]+\s){{0,2}}?(?:{befell})\b",
    )


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
_WEAPON: Final = r"(?:gun|handgun|pistol|rifle|weapon|firearm|knife)s?"
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
_HELD: Final = (
    rf"\b(?:{SUSPECT}|(?:two|three|both|the)\sm[ae]n)\b{REST}{{0,40}}?(?<!not\s)\b(?:in\s(?:police\s)?custody|being\sheld|behind\sbars|detained)\b",
)
_FREED: Final = (
    rf"(?i:\b(?:{SUSPECT}|m[ae]n)\b{REST}{{0,80}}?(?<!not\s)\b(?:was|were|been|are|is)\s(?:later\s|since\s)?(?:released|freed)\s(?:on\s(?:bail|bond)|without|from|(?:on\s)?[A-Z]\w+day|after|pending|because)\b)",
)
_CAUSE_TOLD: Final = (
    rf"(?i:\b{_MISHAP}\b{REST}{{0,20}}?\b(?:was|were)\s(?:[a-z]+\s)?(?:caused|sparked|triggered|set\soff|started)\sby\b)",
)

_ASKED_NAME: Final = r"\b(?:names?|named|identit(?:y|ies)|identif\w+|information|details)\s(?:\w+\s){0,4}?"
_ACCUSED: Final = "arraigned|arrested|charged|booked|jailed|accused|indicted|suspect"
_KILLED: Final = "died|killed|dead|dies|slain|fatally"

_UNNAMED_DEAD: Final = (
    r"\bunidentified\s(?:[\w-]+\s){0,2}(?:man|woman|child|boy|girl|baby|teen\w*|person)\s(?:was|who\swas|died)\b|"
    r"\b(?:dead\sunidentified|unidentified\sdead)\s\w+|"
    r"\b(?:waiting\sto\srelease|not\s(?:yet\s)?releas\w+)\sthe\snames?\sof\sthose\skilled\b"
)

#: Each question is asked once a story; the order is that in which their differences are told.
STATES: Final = (
    _state("suspect named or not", _unnamed(SUSPECT), _named(SUSPECT, _ACCUSED),
        rf"{_ASKED_NAME}{SUSPECT}\b", rf"\b(?:{_ACCUSED}|shooter|gunman)\b"),
    _state("victims named or not", (*_unnamed(_VICTIM), _UNNAMED_DEAD), _named(_VICTIM, _KILLED),
        rf"{_ASKED_NAME}(?:{_VICTIM}|those\s(?:killed|dead|involved))\b", rf"\b(?:{_KILLED}|victim|deceased|body)\b"),
    _state("suspect caught or not", SOUGHT, CAUGHT, elsewhere=ELSEWHERE),
    _state("charged or not", UNCHARGED, CHARGED, elsewhere=ELSEWHERE),
    _state("held or released", _HELD, _FREED),
    _state("weapon found or not", _WEAPON_OPEN, _WEAPON_FOUND),
    _state("cause known or not", _CAUSE_OPEN, _CAUSE_TOLD),
)  # fmt: skip
