"""Whether somebody was caught, and whether he was charged: the words that leave it open and those that settle it."""

from __future__ import annotations

from typing import Final

from crosswire.judge.sides import nouns

SUSPECT: Final = (
    rf"(?:{nouns.either(nouns.SUSPECTS, nouns.CULPRITS, ('driver',))}|suspected\s\w+)"
    r"(?!\s(?:vehicles?|cars?|trucks?|packages?|devices?|descriptions?|sketch(?:es)?|photos?|images?|videos?)\b)"
)
POLICE: Final = nouns.either(nouns.OFFICERS, nouns.INVESTIGATORS)
NAME: Final = r"[A-Z][\w’'-]{1,40}\s(?:[A-Z][\w.’'-]{0,40}\s?){1,3}"
REST: Final = r"[^.;\n]"
_PEOPLE: Final = (
    rf"(?:{nouns.either(nouns.SUSPECTS, nouns.MEN, nouns.WOMEN, nouns.TEENS, nouns.PERSONS)}|{nouns.either(nouns.KIN)}|"
    r"juveniles?|minors?|students?|couple|others|members?|\d\d-year-old)"
)
_MANY: Final = rf"(?:an?|{'|'.join(nouns.COUNTS)}|\d+|the|both|several|multiple|another)"
_NOW: Final = r"(?:(?:yet|currently|now|still|so\sfar|immediately|also|later|since|quickly)\s)*"
_SOMEHOW: Final = rf"{_NOW}(?:(?!not\b|no\b|never\b)\w+\s)?"
_TAKEN: Final = (
    r"(?:arrested|detained|apprehended|captured(?!\son\b)|jailed|caught(?!\s(?:in|on|up|off|between)\b)|"
    r"(?:taken\s)?(?:in|into|under)\s(?:police\s)?custody|under\sarrest)"
)
_HELD: Final = r"(?:(?:being\s)?held\s(?:at|in|on|without|for)\b|booked\s(?:into|in|on|for)\b)"
_HAS: Final = r"(?:was|were|is|are|been|being|remains?)"
_NOBODY: Final = r"(?:no[\s-]?one|nobody|none\sof\sthe\s\w+|no\ssuspects?|no\sperson)"
_NOT: Final = r"(?:\bnot|n['’]t|\bnever|\byet\sto(?:\sbe)?)"
_UNDENIED: Final = r"(?<!\bnot\s)(?<!n['’]t\s)(?<!\bno\s)(?<!\bany\s)(?<!\byet\s)(?<!\bwithout\s)"

SOUGHT: Final = (
    rf"\b{SUSPECT}\b{REST}{{0,90}}?\b(?:(?:remain|is|are|was|were)s?\s(?:still\s)?(?:at\slarge|on\sthe\s(?:run|loose)|wanted|"
    r"being\ssought)|still\s(?:at\slarge|wanted))",
    r"\b(?:search(?:ing)?|looking|hunt(?:ing)?|manhunt)\s(?:\w+\s){0,2}?for\s(?:(?!will\b|to\b|be\b|being\b|that\b|who\b)"
    rf"[\w-]+\s){{0,4}}?{SUSPECT}\b",
    rf"\b(?:is|are|was|were)\s(?:still\s)?seeking\s(?:[\w-]+\s){{0,3}}?{SUSPECT}\b",
    rf"\b{POLICE}\s(?:\w+\s){{0,2}}?(?:search|look|hunt)\w*\sfor\s(?:\w+\s){{0,3}}?(?:m[ae]n|people|those\sresponsible|whoever)\b",
    r"(?:\b\w+\sof\sthem\s(?:still\s)?)?\bremains?\sat\slarge\b",
    rf"\b{_NOBODY}\s(?:(?:has|have|had|is|are|was|were)\s)?{_NOW}(?:been\s)?{_TAKEN}\b",
    r"\bno\ssuspects?\s(?:at\sthis\stime|ha(?:s|ve)\sbeen\s(?:identified|found|located))|"
    r"\bthere\s(?:are|were)\s(?:currently\s)?no\s(?:known\s)?suspects?\b",
    rf"\b(?:neither|none\sof\s\w+)\s(?:has|have|had|is|are|was|were)\s{_NOW}(?:been\s)?(?:\w+ly\s)?{_TAKEN}\b",
    rf"\bno\sarrests?\b(?:\s(?:ha(?:s|ve|d)|was|were)(?:\sbeen)?\s{_NOW}(?:been\s)?(?:made|announced|reported)\b)?",
    rf"{_NOT}\s{_NOW}(?:have|had|got)\s(?:anyone|anybody|a\ssuspect|any\ssuspects?|suspects|any\s(?:[\w-]+\s)?{SUSPECT})\s"
    rf"{_TAKEN}\b",
    rf"{_NOT}\s{_NOW}(?:been\s)?{_NOW}(?:arrested|taken\sinto\scustody|apprehended|caught|detained)\b",
    rf"(?:{_NOT}|\bnor)\s{_NOW}(?:have\s)?(?:made|make|announced|reported)\san?y?\sarrests?\b|\bwithout\s(?:an?y?\s)?arrests?\b",
)
CAUGHT: Final = (
    rf"(?i:\b{_UNDENIED}{_PEOPLE}\b(?:(?!\b(?:not|no|never|if|yet)\b|n['’]t){REST}){{0,60}}?\b(?:{_HAS}\s{_SOMEHOW}(?:{_TAKEN}|{_HELD}))(?!\w))",
    rf"{NAME}(?:,\s\d\d?,?)?\s?(?:(?!\b(?:not|no|never|if|yet)\b|n['’]t){REST}){{0,40}}?\b{_HAS}\s{_SOMEHOW}(?:{_TAKEN}|{_HELD})(?!\w)",
    rf"\b(?!(?:Police|No|Nobody|None|It|This|That|There|What|Who|He|She|They|Each)\b)[A-Z][a-z’'-]+\s(?:was|is|has\sbeen)\s"
    rf"{_SOMEHOW}{_TAKEN}(?!\w)",
    rf"(?i:{_UNDENIED}\b(?:arrested|detained|apprehended|captured|nabbed)\s(?:{_MANY}\s)?(?:[\w’'-]+\s){{0,4}}?{_PEOPLE}\b)",
    rf"{_UNDENIED}\b(?:[Aa]rrest(?:ed|s)|[Dd]etained|[Cc]harged)\s(?:(?!in\b|with\b|for\b|after\b|on\b|at\b)[\w-]+\s){{0,2}}?{NAME}",
    rf"(?i:\barrests?\sof\s{_MANY}\s)|\barrest\sof\s{NAME}",
    r"(?i:\bmade\s(?:an|one|two|three|four|several|\d+)\sarrests?\b|(?<!\bno\s)(?<!\bany\s)\barrests?\s(?:was|were|has\sbeen|have\sbeen)\smade\b)",
    rf"(?i:{_UNDENIED}\b{_PEOPLE}\s(?:arrested|captured|apprehended|in\scustody)\b(?!\sfor\b)|\d\sarrested\sin\b)",
    r"(?i:\bturn(?:s|ed|ing)?\s(?:him|her|them)sel(?:f|ves)\sin\b|\bsurrendered\b)",
    rf"(?i:{_UNDENIED}\b(?:was|were|been)\s(?:\w+\s)?taken\sinto\s(?:police\s)?custody\b)",
    rf"(?i:\bcharged\s(?:an?|the|two|three)\s(?:\w+\s)?{SUSPECT}\b)",
)
_CHARGES: Final = r"(?:criminal\s|formal\s|any\s)?charges?"
UNCHARGED: Final = (
    rf"(?:{_NOT}|\bnever)\s{_NOW}(?:been\s)?(?:formally\s|criminally\s)?charged\b(?!\swith)",
    rf"\bno\s(?:criminal\s|formal\s)?charges\b|\b{_NOBODY}\s(?:has|have|had|was|were|is)\s{_NOW}(?:been\s)?charged\b(?!\swith)",
    r"\b(?:could|may|might)\s(?:\w+\s)?(?:face|be\scharged|see)\s(?:\w+\s){0,2}?charges?\b|\b(?:could|may|might)\s(?:still\s)?be\scharged\b",
    rf"\bcharges\b{REST}{{0,30}}?\b(?:pending|{_NOT}\s{_NOW}(?:been\s)?filed)\b|\b(?:whether|if)\s(?:\w+\s)?{_CHARGES}\b",
    rf"\b(?:decide|determine|decision|consider\w*|review\w*|weigh\w*)\s(?:\w+\s){{0,8}}?{_CHARGES}\b",
)
CHARGED: Final = (
    rf"(?i:\b(?:was|were|been|is|are|being)\s{_NOW}(?:\w+ly\s)?(?:charged|indicted|arraigned)\s(?:with|on|for|in)\b)",
    r"(?i:(?<!could\s)(?<!may\s)(?<!might\s)\b(?:faces?|facing)\s(?:[\w-]+\s){0,3}?(?:charges?|counts?)\b)",
    r"(?i:\b(?:arrested|booked)\sand\scharged\b|\bcharged\s(?:him|her|them|\d\d-year-old)\b|\bcharges\sof\b)",
    rf"(?i:\b(?:prosecutors|{POLICE}|grand\sjury)\s(?:have\s|has\s)?(?:charged|indicted)\b)|\b[Cc]harged\s{NAME}",
    rf"(?i:{_UNDENIED}\b(?:filed|announced|brought)\s(?:\w+\s){{0,3}}?charges\b)",
)
#: Words by which an arrest or a charge is that of another time or another case.
ELSEWHERE: Final = (
    r"\b(?:in\s(?:19|20)\d\d|last\s(?:year|month|summer|fall|autumn|spring|winter)|(?:years?|months?)\s(?:ago|earlier|before)|"
    r"previous(?:ly)?|prior|separate|operation|sweep|crackdown|(?:another|different)\s(?:case|shooting|incident|crime|killing|homicide|attack)|similar)\b"
)
