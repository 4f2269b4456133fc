"""What is told as a wrong: words and deeds that reproach whoever is their subject."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from crosswire.annotate.acts.modality import listed_acts
from crosswire.annotate.tagging.syntax import Tree, can_speak
from crosswire.language.lexicon import inflected, sections, words
from crosswire.model import Span
from crosswire.values.places.countries import countries

#: What a wrong word behind these tells is no property of the subject.
_BESIDE = frozenset(
    ("after", "amid", "amidst", "against", "despite", "since", "from", "before", "during", "following", "about")
)
_OWN_CLAUSE = frozenset(("advcl", "parataxis", "conj", "ccomp", "csubj", "acl:relcl"))


@lru_cache(maxsize=4)
def _deeds(heading: str) -> frozenset[str]:
    """Every form of the verbs under `heading` that tell a wrong done."""
    return frozenset(form for line in sections("wrongs.txt")[heading] for form in inflected(line))


def is_wrong(tree: Tree, said: set[int], subject: int, news: bool) -> bool:
    """Tells whether one of the words said of a subject reproaches it.

    Args:
        tree: the report's words.
        said: the words that are said of the subject.
        subject: the subject.
        news: whether the report is news of a crime; then only a power is reproached with one.
    """
    somebody = _is_somebody(tree, subject) or _is_policy(tree, subject)
    grave = not news or _is_power(tree, subject)
    somebody = somebody and (grave or tree.word(subject) not in ("it", "this", "that"))
    return any(_is_bad_word(tree, i, somebody, grave) or _is_bad_deed(tree, i, subject, grave) for i in said)


def _is_bad_word(tree: Tree, i: int, somebody: bool, grave: bool) -> bool:
    word = tree.word(i)
    if word in listed_acts("wrong") and not (tree.pos[i] == "VERB" and tree.passive(i)):
        return grave or word not in listed_acts("crimes")
    return somebody and word in listed_acts("wrong of somebody")


def _is_bad_deed(tree: Tree, i: int, subject: int, grave: bool) -> bool:
    word = tree.word(i)
    if word in _deeds("of powers"):
        return grave and _is_done(tree, i)
    if word in _deeds("always"):
        return _is_done(tree, i) or (tree.passive(i) and word not in _deeds("to bodies"))
    if word not in _deeds("of somebody, or to something") or not _is_done(tree, i):
        return False
    if tree.word(subject) in words("policies"):
        return any(tree.relation[c] in ("obj", "xcomp") for c in tree.children(i))
    return _is_somebody(tree, subject) and (grave or tree.word(subject) not in ("it", "this", "that"))


def _is_policy(tree: Tree, i: int) -> bool:
    """A law, a plan, or what somebody says: "the plan is dangerous", "some of the rhetoric is"."""
    return tree.word(i) in words("policies") or any(
        tree.relation[c] == "nmod" and tree.word(c) in words("policies") for c in tree.children(i)
    )


def _is_power(tree: Tree, i: int) -> bool:
    """A country, a government, an army: whose deeds are told as reproaches."""
    phrase = tree.text[tree.start[i] : tree.end[i]]
    return tree.word(i) in words("powers") or countries().of(phrase) is not None


def _is_done(tree: Tree, i: int) -> bool:
    """The verb tells what the subject does, not what was done to it or what something is like."""
    return tree.pos[i] in ("VERB", "AUX") and tree.relation[i] not in ("amod", "compound") and not tree.passive(i)


def predicates(tree: Tree, clause: Span) -> Iterator[tuple[int, int]]:
    """Yields each word of the clause that something is said with, and its subject."""
    for i in tree.words_in(clause):
        if tree.head[i] >= 0 and tree.word(tree.head[i]) in words("denying"):
            continue  # "denials that Norland interfered"
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


def own_words(tree: Tree, predicate: int, subject: int, clause: Span) -> set[int]:
    """Returns the words of a predicate without its subject and without clauses of their own, "to do" clauses kept."""
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
        return relation == "parataxis" or not any(tree.word(c) == "to" for c in tree.children(i))
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


def hangs_beside(tree: Tree, i: int, inside: range) -> bool:
    """Tells whether word i, or a word above it in its clause, only tells a circumstance."""
    while i in inside:
        if _stands_beside(tree, i):
            return True
        i = tree.head[i]
    return False
