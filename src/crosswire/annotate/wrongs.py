"""Accusations and denials in what is said: who is said to be or do wrong, or not to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.annotate.lexicon import words
from crosswire.annotate.modality import listed_acts
from crosswire.annotate.syntax import Tree
from crosswire.model import ActKind, Span

_OUTRIGHT = re.compile(
    r"^[\"“‘']*(?:absolutely not|of course not|certainly not|no,|not at all)\b"
    r"|\b(?:i|we)\s(?:did\s?n['’]t|did\snot|have\snever|never|had\snothing\sto\sdo|deny)\b"
    r"|\bthat(?:['’]s|\sis)\s(?:not\strue|false|a\slie|untrue)\b|\bno\s(?:truth|collusion|basis)\b",
    re.IGNORECASE,
)
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "nothing", "nor", "neither"))
_OWN_CLAUSE = frozenset(("advcl", "parataxis", "conj", "ccomp", "csubj", "acl:relcl"))
_FIRST = frozenset(("i", "we", "me", "us", "my", "our"))


def blame(tree: Tree, clause: Span, cue: str, direct: bool) -> ActKind | None:
    """Returns "accusation" or "denial" for a clause of somebody's words, None for neither.

    An accusation: somebody or something other than the speaker is the subject, and what is said of it holds a word of
    wrong. The same with "not" is a denial, as is anything with "not" that somebody insists on.

    Args:
        tree: the report's words.
        clause: the words said.
        cue: the base of the cue.
        direct: whether they are in quotation marks, so that "I" is the speaker.
    """
    words_said = tree.text[clause.start : clause.end]
    if direct and _OUTRIGHT.search(words_said):
        return "denial"
    if cue in words("inward cues"):
        return None
    for predicate, subject in _predicates(tree, clause):
        said = _own_words(tree, predicate, subject, clause)
        negated = bool(said & _NEGATIONS) or tree.word(subject) in ("no", "nothing", "nobody")
        wrong = bool(said & listed_acts("wrong")) or (
            _is_somebody(tree, subject) and bool(said & listed_acts("wrong of somebody"))
        )
        itself = listed_acts("wrong") & {tree.word(predicate)} or tree.word(predicate) in words("light predicates")
        if negated and ((wrong and itself) or (cue in words("insisting cues") and not direct)):
            return "denial"
        if wrong and (tree.word(subject) not in _FIRST or said & words("possessive pronouns")):
            return "accusation"
    return None


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


def _own_words(tree: Tree, predicate: int, subject: int, clause: Span) -> set[str]:
    """The words of a predicate without its subject and without clauses of their own, "to do" clauses kept."""
    found = {tree.word(predicate)}
    queue = [c for c in tree.children(predicate) if c != subject]
    while queue:
        child = queue.pop()
        if not clause.start <= tree.start[child] < clause.end:
            continue
        if tree.relation[child] in _OWN_CLAUSE and any(
            tree.relation[c].startswith("nsubj") for c in tree.children(child)
        ):
            continue
        if tree.relation[child] in ("advcl", "parataxis"):
            continue
        found.add(tree.word(child))
        queue.extend(tree.children(child))
    return found


def _is_somebody(tree: Tree, i: int) -> bool:
    return tree.pos[i] == "PROPN" or tree.word(i) in ("he", "she", "they", "you", "it", "this", "that", "who")
