"""Acts that nouns tell: "X's refusal to", "their pledge that", "calls for"."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from crosswire.annotate.acts.asking import asks_much
from crosswire.annotate.acts.modality import has
from crosswire.annotate.acts.told import Told, behind, is_party, negated
from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import sections, words
from crosswire.model import ActKind, Span

_OF_NOUN = frozenset(("to", "that", "of", "for", "on", "with", "against", "by", "from", "at", "over", "about"))
#: What follows a noun that is an act whoever did it: "accusations that", "calls for".
_ANYBODYS: dict[str, tuple[str, ...]] = {
    "accusation": ("that", "of"),
    "demand": ("that",),
    "appeal": ("for", "to"),
    "denial": ("that",),
    "refusal": ("to",),
    "pledge": ("to", "that"),
    "threat": ("to",),
    "offer": ("to",),
    "agreement": ("to",),
}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, ActKind]:
    return {noun: cast(ActKind, kind) for kind, lines in sections("act_nouns.txt").items() for noun in lines}


def noun(tree: Tree, i: int, inside: range) -> Told | None:
    """Returns the act that noun i tells: "X's refusal to", "issued a threat to", "criticism from X that"."""
    kind = _nouns().get(tree.word(i))
    if kind is None or tree.pos[i] not in ("NOUN", "PROPN") or i + 1 >= inside.stop:
        return None
    who = _owner(tree, i)
    content = behind(tree, i, i, inside)
    if content is None and tree.relation[i] == "obj":
        content = behind(tree, tree.head[i], i, inside)  # "announced a halt to trade", "trade" read as a verb
    if content is None or tree.word(i + 1) not in _OF_NOUN:
        return None
    if who is None or not _is_party_or_possessive(tree, who):
        if who is not None or tree.word(i + 1) not in _ANYBODYS.get(kind, ()) or _is_quantified(tree, i):
            return None
        if tree.word(i) not in words("acts of anybody"):
            return None
    if (
        tree.word(i + 1) == "to"
        and tree.word(i) != "halt"
        and tree.pos[min(i + 2, inside.stop - 1)] not in ("VERB", "AUX", "PROPN", "ADV")
    ) or _is_absent(tree, i):
        return None
    if kind == "agreement" and tree.word(i + 1) not in ("with", "to"):
        return None
    near = " ".join(tree.word(k) for k in range(i + 1, min(i + 9, inside.stop)))
    if tree.word(i) in ("charge", "charges") and tree.word(i + 1) not in ("that", "against"):
        return None
    if tree.word(i) in words("mere claims") and not has(near, "wrong"):
        return None
    calls = tree.word(i) in ("call", "calls") and tree.word(i + 1) == "for" and not has(near, "gentle")
    if kind == "appeal" and (calls or asks_much(near.split())):
        kind = "demand"
    if tree.word(i) == "plan" and not (tree.word(i + 1) == "to" and (has(near, "giving") or has(near, "harm"))):
        return None
    source = tree.phrase(who) if who is not None else None
    return Told(kind, source, Span(start=tree.start[i], end=tree.end[i]), content)


def _is_quantified(tree: Tree, i: int) -> bool:
    """ "No demand that", "a possible threat to": none that was made."""
    return any(tree.word(c) in ("no", "any", "possible", "potential", "future", "without") for c in tree.children(i))


def _is_absent(tree: Tree, i: int) -> bool:
    """ "The absence of a commitment", "has not signed an agreement": nothing is told to be done."""
    above = tree.head[i]
    if above < 0:
        return False
    return negated(tree, above) or (tree.relation[i] == "nmod" and tree.word(above) in words("absence"))


def _is_party_or_possessive(tree: Tree, i: int) -> bool:
    return tree.word(i) in words("possessive pronouns") or is_party(tree, i)


def _owner(tree: Tree, i: int) -> int | None:
    for child in tree.children(i):
        if tree.relation[child] == "nmod:poss":
            return child
        if tree.relation[child] == "nmod" and any(tree.word(c) in ("from", "by") for c in tree.children(child)):
            return child
    verb = tree.head[i]
    if verb >= 0 and tree.relation[i] == "obj" and tree.word(verb) in words("light verbs"):
        return tree.subject(verb)
    return None
