"""What a clause of somebody's words does: who in it will, will not, must, should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from crosswire.language.lexicon import sections
from crosswire.model import ActKind, Span

_ME = r"(?:i|we|i['’]m|we['’]re|i['’]ll|we['’]ll)"
_NOT = r"(?:not|never|n['’]t|no longer|under no circumstances|by no means)"
_REFUSES = re.compile(
    rf"\b{_ME}\s(?:\w+ly\s)?(?:will|shall|would|can|could|am|are|do)\s?{_NOT}\b|\b{_ME}\s(?:won['’]t|can['’]t"
    rf"|cannot|wouldn['’]t|shan['’]t)\b"
    rf"|\b(?:i|we)['’](?:m|re|ll)\s{_NOT}\b|\b(?:i|we)\s(?:refuse|reject|oppose|decline)\b|\b(?:are|is"
    rf"|am)n['’]t\sgoing\sto\b",
    re.IGNORECASE,
)
#: "We will not ...": a refusal whatever follows, but for what nobody can choose.
_WILL_NOT = re.compile(
    rf"\b(?:i|we)\s(?:\w+ly\s)?(?:will|shall)\s{_NOT}\s(?:\w+ly\s|ever\s)?|\b(?:i|we)\swon['’]t\s(?:ever\s)?|\b(?:i|we)['’]ll\snever\s"
    r"|\b(?:i['’]m|we['’]re|i\sam|we\sare)\snot\s(?:going\sto|willing\sto|prepared\sto|about\sto)\s",
    re.IGNORECASE,
)
_REFUSES_OUTRIGHT = re.compile(
    r"\b(?:not|n['’]t)\s(?:going\sto\shappen|an\soption|interested\sin|on\sthe\stable|up\sfor\s(?:negotiation|debate|discussion))\b"
    r"|\b(?:out\sof\sthe\squestion|off\sthe\stable|non-?\s?starter|no\s(?:way|deal)\b(?!\s(?:to|of|is|was))"
    r"|a\sbridge\stoo\sfar|over\smy\sdead\sbody)\b"
    r"|\b(?:have|has|had)\s(?:absolutely\s)?no\s(?:intention|plans?|desire|interest)\s(?:to|of|in)\b"
    r"|\b(?:see|sees|saw)\sno\s(?:reason|need|point)\s(?:to|for|in)\b|\bthere\s(?:will|would|can|could)\sbe\sno\s(?!doubt|problem|need|shortage)\w+"
    r"|\bthere\s(?:is|was)\sno\s(?:way|chance)\s(?:that\s)?(?:i|we|he|she|they)\b",
    re.IGNORECASE,
)
_PLEDGES = re.compile(
    r"\b(?:i|we)\s(?:\w+ly\s)?(?:will|shall|intend\sto|plan\sto|promise|pledge|vow|guarantee|commit)\b"
    r"|\b(?:i|we)['’]ll\b|\b(?:i|we)['’](?:m|re)\s(?:\w+ly\s)?(?:going\sto|committed\sto)\b"
    r"|\b(?:i\sam|we\sare)\s(?:\w+ly\s)?(?:going\sto|committed\sto|determined\sto)\b"
    r"|\b(?:my|our|this)\s(?:\w+\s)?(?:government|administration|country|nation|party|company|team|city|state|coalition|campaign)\swill\b"
    r"|\b(?:i|we)\swould\s(?:certainly|definitely|absolutely|surely)\b(?!\s(?:be|like|love|say|not|never|have)\b)"
    r"|(?<=,\s)(?:i|we)\swould\b(?=\s(?:veto|support|oppose|sign|resign|stop|end|fight|help|send|vote|back|never|not)\b)",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:i|we|i['’]m|we['’]re|he|she|they|it)\s(?:am\s|are\s|is\s|was\s|were\s|stand\s"
    r"|would\sbe\s|will\sbe\s|remain\s|remains\s)?(?:ready|willing|prepared|open|happy|glad)\s(?:to|for)\b"
    r"|\b(?:changes?|talks?|terms?|amendments?|compromise)\s(?:\w+\s)?would\sbe\s(?:fine|acceptable|welcome)\b",
    re.IGNORECASE,
)
_APPEALS = re.compile(
    r"\b(?:i|we)\s(?:urge|appeal|call\son|ask|implore|beg|plead|encourage|request|want\sto\surge)\b"
    r"|\bplease\b|^[“\"‘']?(?:let['’]?s|let us)\b|\bopen (?:your|their) eyes\b"
    r"|\b(?:so|now|and|but)?\s?we\s(?:all\s|really\s|also\s)?(?:must|need\sto|should|ought\sto|have\sto|['’]ve\sgot\sto|cannot\safford\sto)\s(?!say\b|tell\b|admit\b|be\shonest)"
    r"|\b(?:i|we)\s(?:\w+\s){0,3}to\s(?:urge|ask|implore|request|appeal)\b"
    r"|\b(?:i|we)(?:\swould|['’]d)\s(?:\w+\s){0,2}feel\s(?:\w+\s){0,2}(?:better|safer|easier)\sif\b"
    r"|\bit\s(?:would|['’]d)\sbe\s(?:good|better|best|helpful|nice|wise|great)\s(?:if|for|to)\b|\b(?:i|we)(?:\swould|['’]d)"
    r"\s(?:really\s)?(?:like|love|prefer)\s(?:to\ssee|for|him|her|them|you|it\sif)\b"
    r"|\b(?:i|we)\s(?:hope|pray)\s(?:that\s)?(?:you|they|congress|parliament|the|all|everyone|people|both)\b[^.]{0,40}\b(?:will|would|can)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"\b(?:i|we)(?:\s(?:have|had)|['’]ve)?\s(?:already\s|now\s|just\s|also\s)?(?:agreed\s(?:to|on|upon)\b|agree[.,”\"!]*$)"
    r"|\b(?:i|we)(?:\shave|['’]ve)\s(?:\w+\s)?agreed[.,”\"!]*$",
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    r"(?<!who\s)(?<!that\s)(?<!which\s)\b(?:must|should|(?:must|should)n['’]t|ought\sto|needs?\sto|ha(?:s|ve)\sto"
    r"|(?:has|have|['’]ve)\sgot\sto)\s(?:not\s|only\s"
    r"|never\s|now\s|also\s|first\s|immediately\s)*[a-z]+"
    r"|\b(?:we|you|they)\s(?:\w+ly\s|really\s|also\s)?need\s(?:an?|the|more|other|better|new|less|fewer|our|your|some|stronger)\s\w+"
    r"|\b(?:i|we)\s(?:demand|insist)\b|\b(?:i|we)\swant\s(?:to\s(?:see|have)\b|(?!to\b)[^.]{1,40}\sto\b)",
    re.IGNORECASE,
)
#: "... or face ...": what is asked for comes with what will follow.
_OR_ELSE = re.compile(
    r"\bor\s(?:else\b|(?:they|you|he|she|it|we|i|the\s\w+)(?:\s(?:will|would|['’]ll)|['’]ll)\b|(?:they\s|you\s|he\s|be\s)?(?:will\s)?(?:face|risk|suffer|lose"
    r"|pay\sthe|pay\sa|be\s(?:punished|fired|arrested|expelled|sued|treated|shot|attacked|met)))\b",
    re.IGNORECASE,
)
_EPISTEMIC = re.compile(
    r"\b(?:must|should)\s(?:have|be\s(?:noted|able|fine|ok|okay|easy|proud|happy|interesting|said))\b"
    r"|\bhave\sto\s(?:say|admit|tell|be\shonest)\b"
    r"|(?:\bwill|\bwould|['’]ll|['’]d)\s(?:\w+\s)?have\sto\b"
    r"|\b(?:i|it|she|he)\sha(?:d|s|ve)\sto\b|\bdid\s?n['’]t\shave\sto\b|\bdon['’]t\shave\sto\b|\b(?:i|we)\sshould\b",
    re.IGNORECASE,
)
_MOVING = frozenset(("go", "come"))
_WILL = re.compile(r"\b(?:will|would|shall|['’]ll|going\sto)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:you|them|retaliat\w*|response)\b", re.IGNORECASE)
_TREATED = re.compile(
    r"\b(?:be|become)\s[\"“‘]?(?:\w+ly\s)?(?:treated|considered|regarded|viewed|seen|deemed|met|dealt\swith|fired\s(?:up)?on)\b"
    r"|\b(?:be|become)\s[\"“‘]?(?:\w+\s){0,2}targets?\b",
    re.IGNORECASE,
)
#: What follows when the other side does not do as asked.
_UNLESS_OBEYED = re.compile(
    r"\b(?:if|should)\s[^.;]{0,60}\b(?:refus\w+|fails?|rejects?|ignores?|does\s?n['’o]t|do\s?n['’o]t|gets\snone|persists?"
    r"|(?:is|are)\s?n['’o]t)\b"
    r"|\bunless\s(?:he|she|they|it|you|the)\b",
    re.IGNORECASE,
)
#: What would be if things were otherwise threatens nobody.
_COUNTERFACTUAL = re.compile(r"\bif\s[^,.;]{0,40}\b(?:were|was|had|would\shave)\b", re.IGNORECASE)
_ON_TERMS = re.compile(r"\b(?:once|if|unless|until|as soon as|provided)\b", re.IGNORECASE)
_IF_THEY = re.compile(r"\b(?:if|unless)\s(?!i\b|we\b)\w+", re.IGNORECASE)
_SOFT = re.compile(
    r"\bit(?:['’]s|\sis|\swas|\swould\sbe)\s(?:\w+\s)?(?:important|crucial|vital|essential|time|imperative"
    r"|urgent|necessary)\s(?:for|to|that)\b"
    r"|\b(?:the|an?)\s(?:\w+\s)?(?:importance|need|necessity|urgency)\s(?:of|for|to)\b"
    r"|\b(?:has|have|had)\s(?:an|a)\s(?:\w+\s)?(?:obligation|duty|responsibility)\sto\b",
    re.IGNORECASE,
)
_MINE = (
    r"(?:he|she|they|it|(?:his|her|their|its)\s(?:\w+\s)?(?:company|agency|government|country|nation|party"
    r"|administration|office|"
    r"department|team|side|forces|army|troops|group|union|firm|city|state|campaign|coalition|ministry))"
)
_BARE_REFUSAL = re.compile(rf"\b{_MINE}\s(?:would|will)(?:\snot|n['’]t)[\s.,”\"’]*$", re.IGNORECASE)
_NOT_GOING = re.compile(r"\b(?:(?:is|are|was|were)n['’]t|not)\sgoing\sto\s", re.IGNORECASE)
_HAD_DONE = r"\s(?:\w+(?:ed|en|ne|wn|ght)|had|shot|lost|left|made|come|run|put|met|sent|told|said|got|hit)\b"
_WILL_INDIRECT = re.compile(
    rf"^(?:that\s|,\s|:\s)*(?:\w+\s){{0,3}}?{_MINE}(?:\s(?:will|would|shall)|['’]ll|['’]d(?!{_HAD_DONE}))\s(?:\w+ly\s|also\s"
    rf"|soon\s)*(?!not\b|never\b|have\b)",
    re.IGNORECASE,
)
_WILL_NOT_INDIRECT = re.compile(
    r"(?:\b(?:will|would|could|can)\s(?:not|never|no longer)\b|\b(?:won|wouldn|can|couldn)['’]t\b|\bcannot\b"
    r"|\bnot\s(?:be\s)?(?:willing|prepared|ready)\b|n[’']t\sgoing\sto\b|\bnot\sgoing\sto\b)",
    re.IGNORECASE,
)
_I_WILL_NOT_INDIRECT = re.compile(
    rf"^(?:that\s|,\s|:\s)*(?:\w+\s){{0,3}}?{_MINE}(?:\s(?:will|would)\s(?:not|never|no longer)|\s(?:won"
    rf"|wouldn)['’]t)\s",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"(?<=[.!?…])(?<!\b[A-Z]\.)[”\"’']*\s+(?=[“\"‘\[(]?[A-Z0-9])|;\s+|\s[—–]\s|(?<=,)\s+(?:but|and)\s+(?=(?:i|we|he|they"
    r"|you|it)\b)|\s+and\s+(?=that\s(?:he|she|they|it|his|her|their|its)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def listed_acts(heading: str) -> frozenset[str]:
    """Returns the words under `heading` in data file "act_words.txt"."""
    return frozenset(w for line in sections("act_words.txt")[heading] for w in line.split())


def has(words: str, heading: str) -> bool:
    """Tells whether a word of the list `heading` stands in `words`."""
    return any(w in listed_acts(heading) for w in re.findall(r"[a-z][a-z’'-]*", words.lower()))


def clauses_of(text: str, span: Span) -> Iterator[Span]:
    """Yields the clauses of what is said at `span`, in order."""
    start = span.start
    for gap in _CLAUSE_END.finditer(text, span.start, span.end):
        if gap.start() - start > 8:
            yield Span(start=start, end=gap.start())
            start = gap.end()
    if span.end > start:
        yield Span(start=start, end=span.end)


def kind_of_words(words: str, direct: bool, cue: str = "") -> ActKind | None:
    """Returns what a clause of somebody's words does, None for a plain statement.

    Args:
        words: the clause.
        direct: whether "I" and "we" in it are the speaker; otherwise "he", "they" and "his company" may be.
        cue: the base of the cue, where there is one.
    """
    plain = " ".join(words.split())
    if plain.rstrip("”\"’'").endswith("?"):
        return None
    if _is_threat(plain):
        return "threat"
    return _own_move(plain, direct, cue) or _others_move(plain, direct)


def answers_refusal(sentence: str, words: str) -> bool:
    """Tells whether `words` say what will follow when, as their sentence tells, the other side does not do as asked."""
    return bool(_UNLESS_OBEYED.search(sentence) and _WILL.search(words) and not _UNLESS_OBEYED.fullmatch(words))


def _own_move(plain: str, direct: bool, cue: str) -> ActKind | None:
    """What the speaker will or will not do."""
    future = (_PLEDGES if direct else _WILL_INDIRECT).search(plain)
    refused = (_REFUSES if direct else _WILL_NOT_INDIRECT).search(plain)
    if refused and has(" ".join(plain[refused.end() :].split()[:4]), "refusing"):
        return "refusal"
    if _REFUSES_OUTRIGHT.search(plain) or (direct and _will_not(plain)) or (not direct and _stays_out(plain)):
        return "refusal"
    if direct and _WILL_NOT.search(plain) and _IF_THEY.search(plain):
        return "threat"  # "if it goes on, we will not be friends"
    if not direct and (refused := _I_WILL_NOT_INDIRECT.search(plain)):
        verb, *rest = [*plain[refused.end() :].lower().split(), ""]
        doing = verb == "be" and rest[0].endswith("ing")
        return None if verb in listed_acts("weak") - _MOVING and not doing else "refusal"
    if future:
        rest = plain[future.end() :].split()[:3]
        told = ("ing", "ed", "en") if _ON_TERMS.search(plain) else ("ing",)
        doing = len(rest) > 1 and rest[0].lower() == "be" and rest[1].rstrip(",.").endswith(told)
        if (
            rest
            and not doing
            and (rest[0].lower() in listed_acts("weak") or rest[0].lower() in ("not", "never", "no", "n't"))
        ):
            return None
        near = " ".join(rest)
        if has(near, "stopping") and not re.match(r"\W*end up\b", near):
            return "refusal"
        hostile = has(plain, "harm") and (_AGAINST.search(plain) or cue in ("warn", "threaten", "caution"))
        return "threat" if hostile else "pledge"
    return None


def _will_not(plain: str) -> bool:
    refused = _WILL_NOT.search(plain)
    verb, *rest = [*plain[refused.end() :].lower().split(), ""] if refused else ["be", ""]
    return verb.strip('.,”"') not in listed_acts("weak") - _MOVING or (verb == "be" and rest[0].endswith("ing"))


def _stays_out(plain: str) -> bool:
    """ "that he would not.", "that they are not going to sign": told of the speaker by the report."""
    if _BARE_REFUSAL.search(plain):
        return True
    going = _NOT_GOING.search(plain)
    verb = [*plain[going.end() :].lower().split(), ""][0] if going else "be"
    return verb.strip('.,”"') not in listed_acts("weak") - _MOVING


def _others_move(plain: str, direct: bool) -> ActKind | None:
    """What others are to do, or are offered."""
    if (_APPEALS.search(plain) and direct) or _SOFT.search(plain):
        return "appeal"
    if direct and _AGREES.search(plain):
        return "agreement"
    if _OFFERS.search(plain):
        return "offer"
    if _DEMANDS.search(plain) and not _EPISTEMIC.search(plain):
        return "demand"
    return None


def _is_threat(words: str) -> bool:
    """Somebody else's move, answered: "will be treated as ... targets", "will pay a price", "would retaliate"."""
    treated = _WILL.search(words) and _TREATED.search(words)
    hostile = re.search(
        r"\b(?:hostile|enem(?:y|ies)|targets?|combatants?|act of war|aggression)\b", words, re.IGNORECASE
    )
    answered = _WILL.search(words) and re.search(
        r"\b(?:retaliat\w+|pay (?:(?:a|the) (?:\w+ )?(?:price|cost|consequences)|dearly)"
        r"|face (?:\w+ )?(?:consequences|retaliation|response)"
        r"|serious consequences|invite (?:\w+ )?(?:retaliation|response))\b",
        words,
    )
    pressed = (
        has(words, "harm")
        and not _COUNTERFACTUAL.search(words)
        and re.search(r"\b(?:if|unless|until)\b", words)
        and re.search(r"\b(?:will|may|could|might|would|shall|going to|have to|prepared to)\b|['’]ll\b", words)
    )
    unless = _WILL.search(words) and _UNLESS_OBEYED.search(words)
    forced = bool(unless or (_DEMANDS.search(words) and _OR_ELSE.search(words)))
    return bool(
        (treated and hostile) or answered or forced or (pressed and not re.search(r"\b(?:i|we) (?:fear|hope)\b", words))
    )
