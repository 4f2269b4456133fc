"""The words that tell of a person in a report of an event: killed, hurt, accused, one of the police; man or woman."""

from __future__ import annotations

import re
from typing import Final, Literal

from crosswire.judge.sides import nouns
from crosswire.language.lexicon import words as listed_words
from crosswire.values.names.written import TITLES

Role = Literal["killed", "hurt", "accused", "officer"]

_KILLED: Final = (
    r"killed|died|dies|dead|deceased|deaths?|slain|slaying|fatal(?:ly)?|murdered|gunned\sdown|bod(?:y|ies)|"
    r"pronounced|homicide|those\skilled|lost\s(?:his|her|their)\sli(?:fe|ves)"
)
_HURT: Final = r"wounded|injured|hurt|survivors?|survived|surviving|hospitali[sz]ed|critical(?:ly)?|stable"
_SUSPECTS: Final = nouns.either(nouns.SUSPECTS, nouns.CULPRITS)
_ACCUSED: Final = (
    rf"{_SUSPECTS}|suspected|arrest(?:ed)?|arraign\w+|"
    r"charged|accused|booked|jailed|indicted|custody|wanted|at\slarge|faces\scharges|pleaded|sentenced|convicted|detained|"
    r"appeared\s(?:\w+\s)?(?:before|in\scourt)"
)
#: Behind the name of whoever tells it.
SPEAKS: Final = re.compile(r",?\s(?:said|says|told|added|wrote|posted)\b")
POLICE: Final = nouns.either(nouns.OFFICERS)
_TELLING: Final[tuple[tuple[frozenset[Role], str], ...]] = (
    (frozenset({"accused"}), _ACCUSED),
    (frozenset({"killed"}), _KILLED),
    (frozenset({"hurt"}), _HURT),
    (frozenset({"killed", "hurt"}), r"victims?"),
)
#: What a word tells of whom; a victim may be killed or hurt.
ROLES: Final[tuple[tuple[frozenset[Role], re.Pattern[str]], ...]] = tuple(
    (roles, re.compile(rf"\b(?:{words})(?:['’]s?)?\b", re.IGNORECASE)) for roles, words in _TELLING
)
#: What is told right behind a name, or right before it, of whoever bears it.
_BETWEEN: Final = r"(?:(?!\b(?:by|against|said|says|told|with|who\ssaid|according)\b)[^.;:\n“”\"]){0,%d}?"
BEHIND: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
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
    (
        "officer",
        re.compile(
            _BETWEEN
            % 80
            + r"\b(?:(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:also\s)?(?:placed|put)\son\s(?:[\w-]+\s){0,3}leave|"
            r"on\s(?:paid\s|administrative\s)+leave|(?:is|was)\san?\s[\w-]+[-\s]year\sveteran|"
            r"(?:has|had|have)\sbeen\swith\sthe\s(?:\w+\s)?(?:department|force|office|police)|"
            r"joined\sthe\s(?:\w+\s)?(?:department|force)|"
            r"(?:is|was|are|were)\s(?:an?|the|both)\s(?:[\w-]+\s){0,4}?"
            rf"(?:{POLICE}|marshals?|lieutenants?|sergeants?|patrolm[ae]n))\b"
        ),
    ),
)
_LIST: Final = r"(?:(?:[A-Z][\w.’'-]*|\d{1,3}|\d+-year-old|and|of|the|as|,)[\s,]+){0,24}$"
BEFORE: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    (
        "killed",
        re.compile(
            r"(?:\b(?:killing|killed|deaths?\sof|murders?\sof|slayings?\sof|victims?(?:\s(?:was|were|is|are))?|deceased|"
            r"victims?\s[^.;\n]{0,60}\b(?:identified|named)\s(?:\w+\s){0,3}?as|"
            r"(?:identified|named)\s[^.;\n]{0,40}\b(?:victims?|dead|deceased|killed)\b[^.;\n]{0,60}?\sas|(?:were|was)\skilled:|body\sof|bodies\sof|dead\sas)"
            r"(?:\s(?!(?:in|at|by|from|with|on|for|to)\b)(?:[a-z]+|\d+-year-old)){0,3},?\s)" + _LIST
        ),
    ),
    (
        "accused",
        re.compile(
            rf"(?:\b(?:{_SUSPECTS}|arrested|charged|accused|booked|against)(?:\s(?:was|were|is|are|as))?"
            r"(?:\s(?:identified|named)\sas)?(?:\s(?:the|a|an|\d+-year-old))?,?\s|"
            rf"\b(?:{_SUSPECTS})\b[^.;\n]{{0,60}}?\b(?:identified|named)\s(?:[a-z]+\s){{0,3}}?as\s(?:[a-z]+\s){{0,3}}|"
            rf"\b(?:identified|named)\s[^.;\n]{{0,40}}?\b(?:{_SUSPECTS})\b[^.;\n]{{0,60}}?\sas\s(?:[a-z]+\s){{0,3}})"
            + _LIST
        ),
    ),
    (
        "officer",
        re.compile(
            rf"\b(?:identified|named)\s(?:the|both|two|three)\s(?:\w+\s){{0,2}}?{POLICE}\s"
            r"(?:involved\s|who\s(?:\w+\s){1,5})?as\s"
            r"(?:(?:[Oo]fficers?|[Dd]eput(?:y|ies)|[Tt]roopers?|[Ss]gt\.|[Ll]t\.)\s)?" + _LIST
        ),
    ),
)
SEXES: Final = tuple(
    (sex, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for sex, words in (
        ("he", nouns.either(nouns.MEN, nouns.MALE_KIN, nouns.BOYFRIENDS, ("gunman", "male"))),
        ("she", nouns.either(nouns.WOMEN, nouns.FEMALE_KIN, nouns.GIRLFRIENDS, ("female",))),
    )
)
PRONOUNS: Final = {"his": "he", "he": "he", "him": "he", "her": "she", "she": "she", "hers": "she"}
BEHIND_PRONOUN: Final = re.compile(r"(?:(?!\b[A-Z])[^.;:\n“”\"]){0,80}?\b(?P<own>his|he|her|she)\b")


OFFICES: Final = (listed_words("more offices", "persons.txt") | TITLES) - listed_words("no offices", "persons.txt")
