"""Accusations and denials in what is said: who is said to be or do wrong, or not to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from crosswire.annotate.lexicon import inflected, sections, words
from crosswire.annotate.modality import listed_acts
from crosswire.annotate.syntax import Tree, can_speak
from crosswire.model import ActKind, Span

_OUTRIGHT = re.compile(
    r"^[\"“‘']*(?:absolutely not|of course not|certainly not|no,|not at all)\b"
    r"|\b(?:i|we)(?:\s(?:did\s?n['’]t|did\snot|have\snever|never|had\snothing\sto\sdo|deny|categorically\sdeny)|['’]ve\snever)\b"
    r"(?!\s(?:ever\s)?(?:see|seen|saw|heard?|thought|think|expect|imagined?|know|knew|known|felt|feel|forget|forgot|want|need"
    r"|understood|realise|realize|believe|get|got|met|been\s(?:so|more|this|as)|had|have|even|really))"
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
    r"|\bthere\s(?:is|was|are|were|has\sbeen|had\sbeen)\s(?:absolutely\s|simply\s)?no\s(?:truth|evidence|proof|collusion|basis"
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
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "nothing", "nor", "neither"))
_OWN_CLAUSE = frozenset(("advcl", "parataxis", "conj", "ccomp", "csubj", "acl:relcl"))
_NO_NEGATION = frozenset(("just", "only", "merely", "simply", "worse", "better", "more", "less"))
_REPROACH = re.compile(
    r"\b(?:why|how\scome)\s(?:did|does|do|is|are|was|were|has|have|would|will|wo|ca|could)(?:n['’]t|\s\w+(?:\s\w+)?\snot)\b"
    r"|\bhow\s(?:dare|can\s(?:you|they|he|she|anyone|anybody))\b|\bwhere\s(?:was|were|is|are)\s(?:he|she|they|you)\b",
    re.IGNORECASE,
)
_FIRST = frozenset(("i", "we", "me", "us", "my", "our"))
#: What a wrong word behind these tells is no property of the subject.
_BESIDE = frozenset(
    ("after", "amid", "amidst", "against", "despite", "since", "from", "before", "during", "following", "about")
)


@lru_cache(maxsize=4)
def _deeds(heading: str) -> frozenset[str]:
    """Every form of the verbs under `heading` that tell a wrong done."""
    return frozenset(form for line in sections("wrongs.txt")[heading] for form in inflected(line))


def blame(tree: Tree, clause: Span, cue: str, direct: bool) -> tuple[ActKind, ...]:
    """Returns which of "denial" and "accusation" a clause of somebody's words makes, in order of their force.

    An accusation: somebody or something other than the speaker is the subject, and what is said of it holds a word of
    wrong. The same with "not" is a denial, as is anything with "not" that somebody insists on.

    Args:
        tree: the report's words.
        clause: the words said.
        cue: the base of the cue.
        direct: whether they are in quotation marks, so that "I" is the speaker.
    """
    words_said = tree.text[clause.start : clause.end]
    outright = _TOLD_FALSE.search(words_said) or (_OUTRIGHT if direct else _OWN_DENIAL).search(words_said)
    if cue in words("inward cues"):
        return ()
    found: list[ActKind] = ["denial"] if outright else []
    for predicate, subject in _predicates(tree, clause):
        place = tree.start[predicate] - clause.start
        if outright and outright.start() <= place < outright.end():
            continue
        one = _said_of(tree, clause, predicate, subject, cue in words("insisting cues") and not direct)
        if one and one not in found:
            found.append(one)
    if not found and (_is_reproach(words_said) or _names_a_wrong(tree, clause)):
        return ("accusation",)
    return tuple(found)


def _is_reproach(words_said: str) -> bool:
    """ "Why did they not do something?" """
    return direct_question(words_said) and bool(_REPROACH.search(words_said))


def direct_question(words_said: str) -> bool:
    """Tells whether somebody's words end as a question."""
    return words_said.rstrip("”\"’'").endswith("?")


def _names_a_wrong(tree: Tree, clause: Span) -> bool:
    """A word of wrong anywhere in a clause without a plain predicate: "a total disgrace!", "worse thanks to folly"."""
    if direct_question(tree.text[clause.start : clause.end]):
        return False
    inside = tree.words_in(clause)
    if any(tree.word(i) in _FIRST and tree.relation[i] == "nsubj" for i in inside):
        return False
    return any(
        tree.word(i) in listed_acts("wrong")
        and tree.word(i) not in listed_acts("crimes")
        and tree.pos[i] in ("NOUN", "PROPN", "ADJ", "ADV")
        and not _hangs_beside(tree, i, inside)
        for i in inside
    )


def _hangs_beside(tree: Tree, i: int, inside: range) -> bool:
    while i in inside:
        if _stands_beside(tree, i):
            return True
        i = tree.head[i]
    return False


def _said_of(tree: Tree, clause: Span, predicate: int, subject: int, insists: bool) -> ActKind | None:
    """What is said of one subject with one predicate."""
    said = _own_words(tree, predicate, subject, clause)
    if any(tree.relation[c] == "expl" for c in tree.children(predicate)):
        said |= {subject, *_own_words(tree, subject, predicate, clause)}
    told = {tree.word(i) for i in said}
    negated = _is_negated(tree, said, predicate) or tree.word(subject) in ("no", "nothing", "nobody", "none")
    wrong = _is_wrong(tree, said, subject)
    itself = _is_wrong(tree, {predicate}, subject) or tree.word(predicate) in words("light predicates")
    if negated and ((wrong and itself) or insists):
        return "denial"
    if wrong and (tree.word(subject) not in _FIRST or told & words("possessive pronouns")):
        return "accusation"
    return None


def _is_negated(tree: Tree, said: set[int], predicate: int) -> bool:
    """ "Not" with the predicate or what it holds; not in "not just", "never worse"."""
    for i in said:
        if tree.word(i) in _NEGATIONS:
            behind = {tree.word(k) for k in (i + 1, i + 2, i + 3) if k < len(tree.head)}
            if not behind & _NO_NEGATION:
                return True
    return False


def _is_wrong(tree: Tree, said: set[int], subject: int) -> bool:
    somebody = _is_somebody(tree, subject)
    for i in said:
        word = tree.word(i)
        if word in listed_acts("wrong") and not (tree.pos[i] == "VERB" and tree.passive(i)):
            return True
        if somebody and word in listed_acts("wrong of somebody"):
            return True
        always, hitting = (word in _deeds(heading) for heading in ("always", "of somebody, or to something"))
        if (always or (hitting and (somebody or _has_object(tree, i)))) and _is_done(tree, i):
            return True
        if always and tree.passive(i) and word not in _deeds("to bodies"):
            return True
    return False


def _is_done(tree: Tree, i: int) -> bool:
    """The verb tells what the subject does, not what was done to it or what something is like."""
    if tree.pos[i] == "NOUN":
        return tree.word(i).endswith("ing")
    return tree.pos[i] in ("VERB", "AUX") and tree.relation[i] not in ("amod", "compound") and not tree.passive(i)


def _has_object(tree: Tree, i: int) -> bool:
    """Only what hits something is a wrong of a thing: "the law hurts farmers", not "the motor failed"."""
    return any(tree.relation[c] in ("obj", "xcomp") for c in tree.children(i))


def _predicates(tree: Tree, clause: Span) -> Iterator[tuple[int, int]]:
    """Each word of the clause that something is said with, and its subject."""
    for i in tree.words_in(clause):
        if tree.pos[i] in ("VERB", "ADJ", "NOUN", "AUX", "PROPN") and not tree.passive(i):
            own = [
                c
                for c in tree.children(i)
                if tree.relation[c] == "nsubj" and clause.start <= tree.start[c] < clause.end
            ]
            if own:
                yield i, own[0]
        elif tree.pos[i] == "VERB" and tree.word(i) in _deeds("always") and tree.passive(i):
            victim = [c for c in tree.children(i) if tree.relation[c] == "nsubj:pass"]
            if victim and clause.start <= tree.start[victim[0]] < clause.end:
                yield i, victim[0]


def _own_words(tree: Tree, predicate: int, subject: int, clause: Span) -> set[int]:
    """The words of a predicate without its subject and without clauses of their own, "to do" clauses kept."""
    found = {predicate}
    queue = [c for c in tree.children(predicate) if c != subject]
    while queue:
        child = queue.pop()
        if not clause.start <= tree.start[child] < clause.end or _stands_beside(tree, child):
            continue
        found.add(child)
        queue.extend(tree.children(child))
    return found


def _stands_beside(tree: Tree, i: int) -> bool:
    """A clause of its own, a circumstance ("after the attack"), or the object of a verb that works against it."""
    relation = tree.relation[i]
    if relation in ("advcl", "parataxis"):
        return True
    if relation in _OWN_CLAUSE and any(tree.relation[c].startswith("nsubj") for c in tree.children(i)):
        return True
    if relation in ("obl", "nmod") and any(tree.word(c) in _BESIDE for c in tree.children(i)):
        return True
    return relation in ("obj", "obl", "xcomp") and _base_in(tree.word(tree.head[i]))


@lru_cache(maxsize=1)
def _combating() -> frozenset[str]:
    return frozenset(form for verb in listed_acts("combating") for form in inflected(verb))


def _base_in(word: str) -> bool:
    return word in _combating()


def _is_somebody(tree: Tree, i: int) -> bool:
    if tree.word(i) in ("much", "many", "most", "some", "all", "half", "both"):
        return any(tree.relation[c] == "nmod" and can_speak(tree, c) for c in tree.children(i))
    return can_speak(tree, i) or tree.word(i) in (
        "you",
        "it",
        "this",
        "that",
        "who",
        "people",
        "men",
        "women",
        "man",
        "woman",
    )
