"""An act as it is told: what all tellings share, what is to come ("X will send"), what nouns tell ("a refusal to")."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast

from crosswire.annotate.acts.asking import asks_much
from crosswire.annotate.acts.modality import has
from crosswire.annotate.tagging.syntax import Tree, can_speak
from crosswire.language.lexicon import sections, words
from crosswire.model import ActKind, Span

NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "cannot", "nor"))


class Told(NamedTuple):
    """An act as its predicate tells it: who, the word that does it, what it is about, to whom."""

    kind: ActKind
    source: Span | None
    cue: Span
    content: Span
    addressee: Span | None = None


def is_party(tree: Tree, i: int) -> bool:
    """Tells whether word i can act: a voice, or people told by a plural ("26 nations")."""
    if can_speak(tree, i):
        return True
    counted = any(tree.relation[c] in ("nummod", "nmod:poss") for c in tree.children(i))
    return tree.pos[i] == "NOUN" and tree.word(i).endswith("s") and counted


def negated(tree: Tree, i: int) -> bool:
    """Tells whether "not" hangs on word i."""
    return any(tree.word(c) in NEGATIONS for c in tree.children(i))


def behind(tree: Tree, i: int, last: int, inside: range) -> Span | None:
    """Returns what the act at word i is about: all that hangs on it behind word `last`.

    For "a point that X denied" it is that point. None where nothing is told.
    """
    end = min([min(tree.reach(i), inside.stop - 1), *(k - 1 for k in _other_predicates(tree, i) if k > last + 1)])
    while end > last and tree.pos[end] == "PUNCT":
        end -= 1
    if end > last:
        return Span(start=tree.start[last + 1], end=tree.end[end])
    if tree.relation[i] == "acl:relcl" and tree.head[i] >= 0:
        return tree.phrase(tree.head[i])
    return None


def _other_predicates(tree: Tree, i: int) -> list[int]:
    """Where the predicates begin that "and" joins to the one at word i."""
    joined = [c for c in tree.children(i) if tree.relation[c] == "conj"]
    return [min([c, *(g for g in tree.children(c) if tree.relation[g] in ("cc", "advmod"))]) for c in joined]


def future(tree: Tree, i: int, inside: range) -> Told | None:
    """Returns the act of a verb with "will": told by the outlet, or of another in what is said."""
    helpers = {tree.word(c) for c in tree.children(i) if tree.relation[c] == "aux"}
    if tree.pos[i] != "VERB" or not helpers & {"will", "would", "wo", "'ll", "’ll", "shall"} or tree.passive(i):
        return None
    who = tree.subject(i)
    if who is None or not is_party(tree, who) or helpers & {"have"} or _is_guessed(tree, i):
        return None
    if negated(tree, i):
        return _will_not(tree, i, who, inside)
    content = behind(tree, i, i, inside)
    if content is None or not has(tree.word(i), "committing") or tree.word(who) in words("subject pronouns"):
        return None
    near = " ".join(tree.word(k) for k in range(i, min(i + 9, inside.stop)))
    kind: ActKind = "threat" if has(tree.word(i), "harm") and not has(tree.word(i), "giving") else "pledge"
    if has(near, "empty offers"):
        return None
    will = max(c for c in tree.children(i) if tree.relation[c] == "aux")
    return Told(kind, tree.phrase(who), Span(start=tree.start[will], end=tree.end[will]), _from(tree, i, content))


def _is_guessed(tree: Tree, i: int) -> bool:
    """Under "if", "when", "who", or what somebody only hopes, expects or doubts."""
    if tree.relation[i] in ("advcl", "acl", "acl:relcl", "csubj"):
        return True
    above = tree.head[i]
    return above >= 0 and tree.relation[i] in ("ccomp", "xcomp") and tree.word(above) in words("guesses")


def _from(tree: Tree, i: int, content: Span) -> Span:
    return Span(start=tree.start[i], end=content.end)


def _will_not(tree: Tree, i: int, who: int, inside: range) -> Told | None:
    content = behind(tree, i, i - 1, inside)
    if content is None or not has(tree.word(i), "refusing"):
        return None
    negation = max(c for c in tree.children(i) if tree.word(c) in NEGATIONS)
    return Told("refusal", tree.phrase(who), Span(start=tree.start[negation], end=tree.end[negation]), content)


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
