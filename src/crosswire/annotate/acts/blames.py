"""Accusations and denials in what is said: who is said to be or do wrong, or not to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from crosswire.annotate.acts.modality import listed_acts
from crosswire.annotate.acts.wrongs import hangs_beside, is_wrong, own_words, predicates
from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import inflected, sections, words
from crosswire.model import ActKind, Manner, Span

_OUTRIGHT = re.compile(
    r"^[\"“‘']*(?:absolutely not|of course not|certainly not|no,|not at all)\b"
    r"|\b(?:i|we)(?:\s(?:did\s?n['’]t|did\snot|have\snever|never|had\snothing\sto\sdo|deny|categorically\sdeny)|['’]ve\snever)\b"
    r"(?!\s(?:ever\s)?(?:see|seen|saw|heard?|thought|think|expect|imagined?|know|knew|known|felt|feel|forget|forgot|want|need"
    r"|understood|realise|realize|believe|get|got|met|been\s(?:so|more|this|as)|(?:had|have)\s(?!an?\b|any\b|no\b)|even|really))"
    r"|\b(?:that|it|this|none of (?:it|this|that|them)|(?:these|those|the) (?:claims|allegations|accusations|charges"
    r"|reports|rumou?rs|stories|suggestions))(?:['’]s|\sis|\sare|\swas|\swere)\s(?:\w+ly\s)?"
    r"(?:not\strue|n['’]t\strue|true\sat\sall|false|untrue|(?:a\s|an\s)?(?:\w+\s)?(?:lies?|fabrications?|fictions?|inventions?)\b|baseless|unfounded|nonsense"
    r"|fabricated|made\sup)\b"
    r"|\bno\s(?:truth|collusion|basis|merit|foundation)\b|\b(?:never|not|n['’]t)\s(?:ever\s)?(?:happen(?:ed)?|take\splace|took\splace|occur(?:red)?)\b"
    r"|\bnothing\s(?:\w+\s)?(?:happened|of\sthe\s(?:sort|kind)|could\sbe\sfurther\sfrom)\b",
    re.IGNORECASE,
)
#: Denials that need no "I": also told of somebody in a report's own words.
_TOLD_FALSE = re.compile(
    r"\b(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|stor(?:y|ies)|suggestions?|assertions?|accounts?)\b"
    r"[^.,;]{0,40}\b(?:is|are|was|were)\s(?:\w+ly\s)?(?:not\strue|false|untrue|baseless|unfounded|without\smerit|fabricated|lies"
    r"|(?:a\s|an\s)?(?:\w+\s)?(?:lie|fabrication|fiction|hoax))\b"
    r"|\bthere(?:\s(?:is|was|are|were|has\sbeen|had\sbeen)|['’]s)\s(?:absolutely\s|simply\s)?no\s(?:\w+\s)?(?:truth|evidence|proof|collusion|basis"
    r"|merit|question\sof|intent(?:ion)?|quid)\b",
    re.IGNORECASE,
)
#: "that he never met her", "she had no knowledge of it", "it was not true": told of the speaker by the report.
_OWN_DENIAL = re.compile(
    r"^(?:that\s)?(?:\w+\s){0,4}?(?:he|she|they|it|(?:his|her|their|its)\s(?:\w+\s)?\w+)\s(?:(?:had|has|have)\s(?:never|not\s(?:done|made|taken|been\sinvolved|broken|violated"
    r"|committed|received|given|told|used|acted|asked|ordered|sought|said|lied|paid|met))|never\s\w+|(?:had|have|has|having)\s(?:absolutely\s)?(?:no\s(?:knowledge|involvement"
    r"|role|part|connection|contact|recollection|ties|links|relationship|dealings)|nothing\sto\s(?:do|hide))"
    r"|(?:did|does|do|was|were|is|are)(?:\snot|n['’]t)\s(?:do\s(?:it|anything)|involved|aware|responsible|guilty|true|to\sblame|behind|violate|break|commit|act|lie|meet|order|use|discriminate"
    r"|at\sfault|connected|linked|remember|recall|recollect|play\sa|have\sanything\sto\sdo))\b",
    re.IGNORECASE,
)
#: What is said of others who fall short, in words that are not bad by themselves.
_FALLS_SHORT = re.compile(
    r"\b(?!i\b|we\b)\w+\s(?:(?:does|do|did)(?:n['’]t|\snot)\s(?:even\s|really\s|seem\sto\s)?(?:care|understand|have\s(?:a|any)\s(?:clue|idea|plan)"
    r"|know\swhat|respect|listen|do\s(?:enough|anything|his|her|their)|deserve|tell\sthe\struth)"
    r"|(?:is|are|was|were)(?:n['’]t|\snot)\s(?:\w+\s)?(?:fit\b|qualified|to\sbe\strusted|serious\sabout|telling\sthe\struth|doing\senough|up\sto\sthe|above\sthe\slaw"
    r"|being\s(?:honest|truthful))"
    r"|(?:has|have|had)\s(?:absolutely\s)?no\s(?:idea|clue|plan|business|credibility|respect|integrity|shame|conscience|regard|excuse|right\sto)"
    r"|(?:has|have|had)\s(?:repeatedly\s|consistently\s|utterly\s|completely\s)?failed\b|(?:can\s?not|can['’]t)\sbe\strusted"
    r"|(?:refuses|refused)\sto\s|turn(?:s|ed|ing)?\s(?:his|her|their|its|a\sblind)\s(?:back|eye))"
    r"|\bout\sof\stouch\b|\bunder\s(?:\w+\s)?(?:attack|siege)\b|\bdouble\sstandards?\b|\bin\sthe\spockets?\sof\b|\bbeholden\sto\b"
    r"|\ball\stalk\b|\btreated\s(?:very\s|so\s)?(?:unfairly|badly|differently|poorly)\b|\bthreat\sto\s(?:our|national|global|democracy|world)\b",
    re.IGNORECASE,
)
#: "It isn't a summit": what was called so is said to be something else.
_CORRECTS = re.compile(
    r"\b(?:it|this|that)(?:(?:['’]s|\sis|\swas)\snot|\s(?:is|was)n['’]t)\s(?:an?|the|about|what)\s"
    r"(?!(?:surprise|problem|bad|good|big|secret|coincidence|first|only|time|easy|lot|great|matter)\b)",
    re.IGNORECASE,
)
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "nothing", "nor", "neither"))
_NO_NEGATION = frozenset(("just", "only", "merely", "simply", "worse", "better", "more", "less"))
_REPROACH = re.compile(
    r"\b(?:why|how\scome)\s(?:did|does|do|is|are|was|were|has|have|would|will|wo|ca|could)(?:n['’]t|\s\w+(?:\s\w+)?\snot)\b"
    r"|\b(?:why|how\scome)\s(?:did|does|do|is|are|was|were|has|have|should)\s(?!i\b|we\b)\w+"
    r"|\bwhat\s(?:good|use)\s(?:is|are|was|were)\b"
    r"|\bhow\s(?:dare|can\s(?:you|they|he|she|anyone|anybody))\b|\bwhere\s(?:was|were|is|are)\s(?:he|she|they|you)\b",
    re.IGNORECASE,
)
_FIRST = frozenset(("i", "we", "me", "us", "my", "our"))
_MOST_STEPS = 3


class Said(NamedTuple):
    """A clause of somebody's words: the base of its cue, how it is told, whether its report is news of a crime."""

    tree: Tree
    clause: Span
    cue: str
    manner: Manner
    news: bool


def blame(said: Said) -> tuple[ActKind, ...]:
    """Returns which of "denial" and "accusation" a clause makes, in order of their force.

    An accusation: somebody or something other than the speaker is the subject, and what is said of it holds a word of
    wrong. The same with "not" is a denial, as is anything with "not" that somebody insists on. In quotation marks "I"
    is the speaker. In news of a crime the crime itself is no reproach, but to a power.
    """
    text = said.tree.text[said.clause.start : said.clause.end]
    if said.cue in words("inward cues"):
        return ()
    outright = _denied(said, text)
    found: list[ActKind] = ["denial"] if outright else []
    for predicate, subject in predicates(said.tree, said.clause):
        place = said.tree.start[predicate] - said.clause.start
        if outright and outright.start() <= place < (len(text) if outright.re is _TOLD_FALSE else outright.end()):
            continue
        one = _said_of(said, predicate, subject)
        if one and one not in found:
            found.append(one)
    if not found and not said.news and (_FALLS_SHORT.search(text) or _idiom(text)):
        return ("accusation",)
    plain = said.manner == "indirect" and said.news
    if not found and (_is_reproach(text) or not (plain or _is_question(text) or not _names_a_wrong(said))):
        return ("accusation",)
    return tuple(found)


def _denied(said: Said, text: str) -> re.Match[str] | None:
    patterns = [_TOLD_FALSE]
    if said.manner != "indirect":
        patterns += [_OUTRIGHT] if said.news else [_OUTRIGHT, _CORRECTS]
    if said.manner != "direct":
        patterns.append(_OWN_DENIAL)
    return next((hit for pattern in patterns if (hit := pattern.search(text))), None)


def _said_of(said: Said, predicate: int, subject: int) -> ActKind | None:
    """What is said of one subject with one predicate."""
    tree = said.tree
    own = own_words(tree, predicate, subject, said.clause)
    if any(tree.relation[c] == "expl" for c in tree.children(predicate)):
        own |= {subject, *own_words(tree, subject, predicate, said.clause)}
    told = {tree.word(i) for i in own}
    negated = _is_negated(tree, own) or tree.word(subject) in ("no", "nothing", "nobody", "none")
    negated = negated or _is_disbelieved(tree, predicate) or _stands_behind_disbelief(tree, subject)
    wrong = is_wrong(tree, own, subject, said.news)
    named = {predicate, *(c for c in tree.children(predicate) if tree.relation[c] in ("compound", "amod"))}
    itself = is_wrong(tree, named, subject, said.news) or tree.word(predicate) in words("light predicates")
    insists = said.cue in words("insisting cues") and said.manner != "direct"
    if negated and ((wrong and itself) or insists):
        return "denial"
    if wrong and (tree.word(subject) not in _FIRST or told & words("possessive pronouns")):
        return "accusation"
    return None


def is_news_of_crime(voices: Iterable[str | None]) -> bool:
    """Tells by its voices whether a report tells of a crime: police, investigators or witnesses speak in it."""
    return any(
        word in words("tellers of crimes") for name in voices if name for word in re.findall(r"[a-z]+", name.lower())
    )


def _is_negated(tree: Tree, own: set[int]) -> bool:
    """ "Not" with the predicate or what it holds; not in "not just", "never worse"."""
    for i in own:
        if tree.word(i) in _NEGATIONS:
            behind = {tree.word(k) for k in (i + 1, i + 2, i + 3) if k < len(tree.head)}
            if not behind & _NO_NEGATION:
                return True
    return False


def _is_disbelieved(tree: Tree, i: int) -> bool:
    """ "I don't think it is ...", "does not agree with claims that it is ...", "doubts that it is ..." """
    for _ in range(_MOST_STEPS):
        if tree.relation[i] not in ("ccomp", "acl", "obl", "obj", "nmod", "conj", "advcl"):
            return False
        i = tree.head[i]
        if tree.word(i) in words("disbelieving"):
            return True
        if tree.word(i) in words("believing"):
            return any(tree.word(c) in _NEGATIONS for c in tree.children(i))
    return False


def _stands_behind_disbelief(tree: Tree, subject: int) -> bool:
    """ "I don't think [that] it ...", whatever the syntax makes of it."""
    before = [tree.word(k) for k in range(max(0, subject - 4), subject) if tree.word(k) != "that"]
    return bool(before) and before[-1] in words("believing") and bool(_NEGATIONS & set(before[:-1]))


@lru_cache(maxsize=1)
def _idioms() -> re.Pattern[str]:
    forms = sorted(form for line in sections("wrongs.txt")["idioms"] for form in inflected(line))
    return re.compile(rf"(?<!\bi\s)(?<!\bwe\s)(?<!\bto\s)\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)


def _idiom(text: str) -> bool:
    """ "They took advantage of us": a reproach in words that are not bad by themselves; not with "not"."""
    hit = _idioms().search(text)
    return hit is not None and not re.search(r"(?:\bnot|n['’]t|\bnever)\s(?:\w+\s)?$", text[: hit.start()])


def _is_question(text: str) -> bool:
    return text.rstrip("”\"’'").endswith("?")


def _is_reproach(text: str) -> bool:
    """ "Why did they not do something?" """
    return _is_question(text) and bool(_REPROACH.search(text))


def _names_a_wrong(said: Said) -> bool:
    """A word of wrong anywhere in a clause without a plain predicate: "a total disgrace!", "worse thanks to folly"."""
    tree = said.tree
    inside = tree.words_in(said.clause)
    if any(tree.word(i) in _FIRST and tree.relation[i] == "nsubj" for i in inside):
        return False
    return any(
        tree.word(i) in listed_acts("wrong")
        and tree.word(i) not in listed_acts("crimes") | listed_acts("criminals")
        and tree.pos[i] in ("NOUN", "PROPN", "ADJ", "ADV")
        and not hangs_beside(tree, i, inside)
        for i in inside
    )
