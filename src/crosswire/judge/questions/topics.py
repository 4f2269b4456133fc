"""What reports leave open in their own words ("police have not said how ...") and what settles it, by topic."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.questions.states import CONDITION_OPEN, CONDITION_TOLD, MOTIVE_OPEN, MOTIVE_TOLD, State
from crosswire.judge.sides import nouns

_WEAPON: Final = nouns.either(nouns.WEAPONS)
_KIN: Final = (
    rf"(?:ex-)?(?:{nouns.either(nouns.KIN)}|child(?:ren)?|partner|in-laws?|family|roommate|co-?workers?|classmates?|"
    r"neighbou?rs?|friends?|acquaintances?)"
)
_SHOOTER: Final = nouns.either(nouns.SUSPECTS, nouns.CULPRITS)
_FELL: Final = r"(?:shot|shoot\w*|kill\w*|murder\w*|stabb\w*|attack\w*|wound\w*|injur\w*|slain|slay\w*)"
_MAKES: Final = (
    r"(?:Acura|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Fiat|Ford|GMC|Honda|Hyundai|Infiniti|Jaguar|"
    r"Jeep|Kia|Lexus|Lincoln|Mazda|Mercedes|Mercury|Mitsubishi|Nissan|Oldsmobile|Opel|Peugeot|Plymouth|Pontiac|"
    r"Porsche|Renault|Saab|Saturn|Skoda|Subaru|Suzuki|Tesla|Toyota|Volkswagen|Volvo)"
)
_RIVALRY: Final = r"(?:feuds?|bad\sblood|rivalr(?:y|ies)|jealous\w*|love\striangle|vendetta|grudges?)"


def _asked(about: str, asked: str, *told: str, wordings: tuple[str, ...] = ()) -> State:
    """What asks matches in any case; what tells does where it says so, names by their capitals."""
    return State(
        about=about, open=re.compile("|".join(wordings), re.IGNORECASE) if wordings else None,
        settled=re.compile("|".join(told)), asked=re.compile(asked, re.IGNORECASE), of_knowledge=True,
    )  # fmt: skip


QUESTIONS: Final = (
    _asked(
        "motive known or not",
        rf"\bmotiv\w+|\bwhy\s(?:he|she|they|someone|somebody|anyone|the\s(?:\w+\s)?{_SHOOTER})\b|\bfor\sreasons\b|"
        r"\bwhat\s(?:\w+\s){0,4}?(?:led|prompt\w*|spark\w*|caused?|trigger\w*|provok\w*|precipitat\w*|started|set\soff)\b|"
        r"\bhow\s(?:\w+\s){1,3}started\b",
        r"(?i:\bgang[-\s](?:related|rivalry|retaliation|dispute|feud|violence|activity|war)\b)",
        r"(?i:\b(?:in|was|as|possible|of|an?\sact\sof|an?)\s(?:retaliation|revenge)\b|\bretaliatory\b)",
        rf"(?i:\b{_RIVALRY}\b)",
        r"(?i:\b(?:motive|intention|intent|goal|aim|plan)\s(?:was|is|had\sbeen)\sto\s)",
        r"(?i:\brobbery\sgone\b|\b(?:botched|attempted)\srobbery\b|\brobbery\s(?:attempt|was\sthe)\b|"
        r"\b(?:attempt\w*|tr(?:y|ied|ying)|want(?:ed|ing)?|inten[dt]\w*|plann?\w*|meant)\sto\srob\b)",
        r"(?i:\b(?:fight|argument|dispute|quarrel|altercation|brawl)\s(?:\w+\s){0,8}?(?:led\sto|escalat\w+|turned|over|before|"
        r"preceded|broke\sout|erupted|ended)\b)",
        r"(?i:\b(?:after|during|over|from|following|was|sparked\sby)\san?\s(?:\w+\s){0,2}?(?:fight|argument|dispute|quarrel|"
        r"altercation|brawl|feud)\b)",
        r"(?i:\b(?:break(?:ing)?\sup\swith|wanted\s(?:out|a\sdivorce)|filed\sfor\sdivorce|leave\shim|leave\sher)\b)",
        *MOTIVE_TOLD,
        wordings=MOTIVE_OPEN,
    ),
    _asked(
        "condition known or not",
        r"\bconditions?\b(?!\sof\sanonymity)|\b(?:extent|nature|severity|seriousness)\sof\s(?:\w+\s){0,4}?(?:injur\w+|wounds?)|"
        r"\bhow\s(?:badly|seriously|severe\w*)\b|\bstatus\sof\sthe\s(?:\w+\s)?(?:victims?|wounded|injured)\b",
        r"(?i:\b(?:critical|serious|stable|fair|good|grave)(?:\s(?:but|and)\s\w+)?\scondition\b|"
        r"\b(?:condition|conditions)\s(?:is|are|was|were)\s(?:\w+\s)?(?:critical|serious|stable|fair|good|grave)\b|"
        r"\b(?:listed|remains?|is|was|are|were)\s(?:in|as)\s(?:critical|serious|stable|fair|good)\b|"
        r"\bfighting\sfor\s(?:his|her|their)\sli(?:fe|ves)\b|"
        r"\b(?:expected|likely)\sto\s(?:survive|recover|live|be\s(?:ok(?:ay)?|fine|released)|make\sa\sfull)\b|"
        r"\b(?:sustained|suffered|received)?\s?(?:non-?)?life-?\s?threatening\b|\bwill\s(?:survive|recover|live|be\s(?:ok(?:ay)?|fine))\b|"
        r"\b(?:minor|superficial)\s(?:injuries|wounds?)\b|\btreated\sand\sreleased\b)",
        *CONDITION_TOLD,
        wordings=CONDITION_OPEN,
    ),
    _asked(
        "relationship known or not",
        r"\brelationships?\b|\bconnections?\sto\sthe\b|\bhow\s(?:\w+\s){1,4}?(?:knew|are\srelated|were\srelated)\b|"
        rf"\b(?:knew|know)\s(?:each\sother|one\sanother|the\svictims?|the\s(?:\w+\s)?{_SHOOTER})\b|\bprior\scontact\b",
        rf"(?i:\b{_FELL}\s(?:and\s{_FELL}\s)?(?:his|her|their)\s(?:[\w-]+\s){{0,2}}?{_KIN}\b)",
        rf"(?i:\bopened\sfire\son\s(?:his|her|their)\s(?:[\w-]+\s){{0,2}}?{_KIN}\b)",
        rf"(?i:\b(?:did\snot|didn['’]t)\sknow\s(?:each\sother|one\sanother|(?:the|his|her|their)\s(?:victims?|{_SHOOTER}))\b|"
        rf"\b(?:knew|had\sknown)\s(?:each\sother|one\sanother|(?:the|his|her|their)\s(?:victims?|{_SHOOTER}))\b|"
        r"\bno\s(?:known\s|apparent\s)?(?:relationship|connection|relation)\b|\b(?:is|was|were|are)\s(?:not|un)\s?related\sto\b|"
        r"\brandom\s(?:targets|victims)\b|\b(?:were|are)\s(?:\w+\s)?(?:friends|strangers|acquaintances|neighbors|"
        r"roommates|co-?workers|classmates|cousins|siblings|dating|married)\b)",
    ),
    _asked(
        "kind of weapon known or not",
        rf"\b(?:kinds?|types?|sort|caliber|calibre)\sof\s(?:the\s)?{_WEAPON}\b|\b(?:about|on)\sthe\s(?:murder\s)?{_WEAPON}\b",
        r"(?i:\b(?:handguns?|pistols?|revolvers?|(?:semi-?automatic|assault|hunting)\s(?:weapon|rifle|pistol|handgun|gun)s?|rifles?|shotguns?|AR-?15|AK-?47|"
        r"[.\d]+[-\s](?:caliber|calibre|gauge|millimeter|mm)|9mm|knife|machete)\b)",
    ),
    _asked(
        "how it came about known or not",
        r"\bwhat\s(?:\w+\s){0,3}?(?:led\s(?:up\s)?to|caused)\sthe\s(?:\w+\s)?(?:shooting|shot|fire|crash|explosion|death)\b|"
        r"\baccident\w*|\bintent(?:ion)?\w*|\bintend\w*|\bon\spurpose\b|\bdeliberate\w*|"
        r"\bhow\s(?:they\sthink\s)?(?:the|it|he|she|this)\s?(?:\w+\s){0,3}?(?:shooting|shot|fire|crash|explosion|death|gun)?\s?"
        r"(?:took\splace|happened|occurred|came\sabout|went\soff|was\sshot|discharged)\b",
        r"(?i:(?<!not\s)(?<!no\s)(?<!not\san\s)\b(?:accidental(?:ly)?|by\saccident|an\saccident|unintentional(?:ly)?|"
        r"intentional(?:ly)?|on\spurpose|deliberate(?:ly)?)\b)",
    ),
    _asked(
        "who fired known or not",
        rf"\bwho\s(?:[—–-]\s)?(?:actually\s)?(?:fired|shot|pulled|picked\sup|handled)\b|\bwho\s[^,;]{{0,30}}?\b{_SHOOTER}\b|"
        r"\b(?:pulled|pull)\sthe\strigger\b",
        rf"(?i:\b(?:the|an)\s(?:alleged|suspected|accused)\s{_SHOOTER}\b|\bpulled\sthe\strigger\b|"
        rf"\bwho\s(?:police\ssay\s|allegedly\s)(?:accidentally\s|fatally\s)?(?:shot|opened\sfire|fired|killed)\b|"
        rf"\ballegedly\s(?:accidentally\s|fatally\s)?(?:shot|killed)\b|\bidentified\s(?:\w+\s){{0,2}}?as\sthe\s{_SHOOTER}\b)",
    ),
    _asked(
        "what the note says known or not",
        r"\b(?:contents?\sof|what)\s(?:the|his|her|a)\s(?:\w+\s)?(?:note|letter|message)\b",
        r"(?i:\b(?:note|letter|message)\s(?:\w+\s){0,2}?(?:said|says|read|included|contained|confess\w+|explain\w+|stated|"
        r"blam\w+|apologi[sz]\w+)\b)",
    ),
    _asked(
        "description known or not",
        r"\bdescriptions?\b|\bsuspect\sinformation\b",
        rf"(?i:\b(?:{_SHOOTER}|m[ae]n|he|she|they)\s(?:is|was|were|are)\s(?:\w+\s)?(?:described\sas|wearing)\b)",
    ),
    _asked(
        "make of the car known or not",
        r"\bmakes?\s(?:and|or)\smodel\b|\b(?:kind|type|make)\sof\s(?:car|vehicle)\b",
        rf"\b{_MAKES}\b",
    ),
    _asked(
        "how it was found known or not",
        r"\bhow\s(?:the\s)?(?:\w+\s)?(?:bod(?:y|ies)|victims?|remains|they|he|she|it)\s(?:was|were)\s(?:found|discovered)\b",
        r"(?i:\bwelfare\scheck\b|\bcheck\son\sthe\s(?:welfare|well-?being)\b|\bwell-?being\scheck\b|"
        r"\b(?:found|discovered)\sby\b)",
    ),
    _asked(
        "where treated known or not",
        r"\bwhere\s(?:[\w’'-]+\s){1,6}?(?:treated|taken|hospitali[sz]ed)\b",
        r"(?i:\b(?:taken|transported|airlifted|flown|rushed|brought|driven|treated|hospitali[sz]ed)\b[^.;\n]{0,30}?\b(?:to|at)\s)"
        r"(?:the\s)?[A-Z][\w.’'-]+(?:\s[\w.’'-]+){0,5}?\s(?:Hospital|Cent(?:er|re)|Clinic|Infirmary)\b",
    ),
    _asked(
        "who owned the gun known or not",
        rf"\bwho\s(?:owned|owns)\b|\bwhose\s{_WEAPON}\b|\bwho\s(?:it|the\s{_WEAPON})\sbelong\w+",
        rf"(?i:\b(?:(?:his|her|the)\s(?:father|dad|mother|mom|grandmother|grandfather|parents?|uncle|brother)s?['’]s?|his|her)\s"
        rf"(?:\w+\s){{0,2}}?{_WEAPON}\b|\b{_WEAPON}\s(?:\w+\s)?(?:belong\w+\sto|owned\sby|registered\sto)\b)",
    ),
    _asked(
        "earlier trouble known or not",
        r"\b(?:previous|prior|past|earlier)\s(?:instances?|incidents?|calls?|complaints?|problems?|trouble|reports?)\b",
        r"(?i:\bhistory\sof\b|\b(?:several|many|multiple|numerous)\stimes\s(?:in\sthe\spast|before)\b|\bno\sstranger\sto\b|"
        r"\b(?:previous|prior)\s(?:domestic|incidents?|calls?|complaints?)\b)",
    ),
)  # fmt: skip
