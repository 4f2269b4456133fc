"""Acts that predicates tell: "X pledged", "X is ready to", "X's refusal to", by the outlet or in what is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from crosswire.annotate.acts.settling import settle
from crosswire.annotate.acts.told import NEGATIONS, Told, behind, future, is_party, negated, noun
from crosswire.annotate.tagging.syntax import Tree, can_speak
from crosswire.language.lexicon import inflected, sections, words
from crosswire.model import ActKind, Quotation, Span

_REPROACHED = frozenset(("of", "for", "as"))
#: Accusations told in the passive without who makes them, and what stands behind each.
_SUFFERED = {
    **dict.fromkeys(("accuse", "blame", "criticise", "criticize", "condemn", "denounce"), _REPROACHED),
    **dict.fromkeys(("charge", "indict"), frozenset(("with", "for", "on", "over"))),
}
_HEARING = frozenset(("appeal", "accusation", "demand", "threat", "offer", "pledge"))


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[ActKind, str]]:
    return {
        form: (cast(ActKind, kind), line.split()[0].replace("_", " "))
        for kind, lines in sections("acts.txt").items()
        for line in lines
        for form in inflected(line)
    }


def told(tree: Tree, sentences: Sequence[Span], quotations: Sequence[Quotation]) -> list[Told]:
    """Returns the acts that predicates tell in order, quotations of whole sentences not looked into."""
    found = []
    quoted = {i for q in quotations if len(inside := tree.words_in(q.span)) > 4 for i in inside}
    for sentence in sentences:
        inside = tree.words_in(sentence)
        for i in inside:
            if i in quoted:
                continue
            one = _verb(tree, i, inside) or _state(tree, i, inside) or noun(tree, i, inside) or future(tree, i, inside)
            if one is not None:
                found.append(one)
    return found


def kind_of_cue(tree: Tree, cue: Span, source: Span | None) -> ActKind | None:
    """Returns what a cue by itself does ("called on", "has never condemned"), None when it is no act."""
    inside = tree.words_in(cue)
    around = range(inside.start, min(inside.stop + 16, len(tree.head)))
    negated = any(tree.word(k) in NEGATIONS for k in inside)
    one = source is not None and tree.text[source.start : source.end].lower() in ("he", "she", "i")
    for i in inside:
        last, use = _form(tree, i, around)
        if use is not None and tree.pos[i] not in ("NOUN", "ADJ", "PROPN") and not tree.passive(i):
            rest = [tree.word(k) for k in range(last + 1, min(last + 16, around.stop))]
            return settle(use[0], use[1], rest, negated, one)
    return None


def _verb(tree: Tree, i: int, inside: range) -> Told | None:
    last, use = _form(tree, i, inside)
    if use is None or tree.pos[i] not in ("VERB", "AUX") or tree.relation[i] in ("amod", "compound"):
        return None
    kind, base = use
    if any(tree.relation[c] == "mark" and tree.word(c) in words("supposing") for c in tree.children(i)):
        return None  # "if it refuses"
    if kind in ("refusal", "denial", "agreement", "offer", "pledge") and _is_only_meant(tree, i):
        return None
    if tree.passive(i) or _is_done_to(tree, i):
        return _suffered(tree, i, last, kind, base)
    who = tree.subject(i)
    content = behind(tree, i, last, inside)
    if (
        who is None
        or content is None
        or not (is_party(tree, who) or (tree.word(who) == "it" and base in words("of will")))
    ):
        return None
    rest = [tree.word(k) for k in range(last + 1, min(last + 16, inside.stop))]
    settled = settle(kind, base, rest, negated(tree, i), tree.word(who) in ("he", "she", "i"))
    if settled is None:
        return None
    cue = Span(start=tree.start[i], end=tree.end[last])
    return Told(settled, tree.phrase(who), cue, content, _hearer(tree, i, settled))


def _is_only_meant(tree: Tree, i: int) -> bool:
    """What another verb is about ("vowed to block"), or what only may be done ("could accept")."""
    helpers = {tree.word(c) for c in tree.children(i) if tree.relation[c] in ("aux", "mark")}
    above = tree.head[i]
    while tree.relation[i] == "conj" and above >= 0:
        i, above = above, tree.head[above]
        helpers |= {tree.word(c) for c in tree.children(i) if tree.relation[c] in ("aux", "mark")}
    if helpers & {"could", "might", "may", "should", "must", "can"}:
        return True
    return (
        tree.relation[i] in ("xcomp", "acl", "ccomp")
        and "to" in helpers | {tree.word(c) for c in tree.children(i)}
        and tree.word(above) not in words("verbs of going about")
    )


def _is_done_to(tree: Tree, i: int) -> bool:
    """A participle behind its noun: "a raid blamed on X"."""
    behind = tree.relation[i] in ("acl", "acl:relcl") and not any(
        tree.relation[c] in ("nsubj", "mark", "aux") for c in tree.children(i)
    )
    return behind and not tree.word(i).endswith("ing")


def _suffered(tree: Tree, i: int, last: int, kind: ActKind, base: str) -> Told | None:
    """ "The plan was rejected by Norland": who does it stands behind "by"."""
    agents = [
        c
        for c in tree.children(i)
        if c > i and tree.relation[c].startswith("obl") and any(tree.word(g) == "by" for g in tree.children(c))
    ]
    if negated(tree, i):
        return None
    if not agents:
        return _accused(tree, i, last, base)
    if not is_party(tree, agents[0]):
        return None
    subjects = [c for c in tree.children(i) if tree.relation[c] in ("nsubj:pass", "nsubj", "csubj:pass") and c < i]
    what = subjects[0] if subjects else tree.head[i]
    if what < 0 or tree.pos[what] not in ("NOUN", "PROPN", "PRON"):
        return None
    phrase = tree.phrase(what)
    rest = [tree.word(k) for k in tree.words_in(phrase)]
    settled = settle(kind, base, rest, False, False)
    if settled is None:
        return None
    cue = Span(start=tree.start[i], end=tree.end[last])
    return Told(settled, tree.phrase(agents[0]), cue, phrase)


def _accused(tree: Tree, i: int, last: int, base: str) -> Told | None:
    """ "is accused of": by whom is not told."""
    content = behind(tree, i, last, range(i, len(tree.head)))
    if base not in _SUFFERED or content is None or tree.word(last + 1) not in _SUFFERED[base]:
        return None
    return Told("accusation", None, Span(start=tree.start[i], end=tree.end[last]), content)


def _form(tree: Tree, i: int, inside: range) -> tuple[int, tuple[ActKind, str] | None]:
    for last in (i + 2, i + 1, i):
        if last < inside.stop:
            use = _verbs().get(" ".join(tree.word(k) for k in range(i, last + 1)))
            if use:
                return last, use
    return i, None


def _hearer(tree: Tree, i: int, kind: ActKind) -> Span | None:
    if kind not in _HEARING:
        return None
    for child in tree.children(i):
        is_object = tree.relation[child] in ("obj", "iobj", "obl") and child > i
        if is_object and tree.word(child) != "it" and can_speak(tree, child):
            return tree.phrase(child)
    return None


def _state(tree: Tree, i: int, inside: range) -> Told | None:
    """ "is ready to", "remained firmly opposed to", "has been critical of"."""
    if tree.word(i) in words("states of mind to accuse"):
        return _critical(tree, i, inside)
    offers = tree.word(i) in words("states of mind to offer")
    if not offers and tree.word(i) not in words("states of mind to refuse"):
        return None
    if i + 1 >= inside.stop or (offers and tree.word(i + 1) not in ("to", "for")):
        return None
    being = [k for k in range(max(inside.start, i - 4), i) if tree.word(k) in words("being")]
    who = tree.subject(i)
    if who is None and being:
        who = tree.subject(being[-1])
    content = behind(tree, i, i, inside) or Span(start=tree.start[i + 1], end=tree.end[inside.stop - 1])
    if not being or who is None or not is_party(tree, who):
        return None
    if any(tree.relation[c] == "mark" and tree.word(c) in words("supposing") for c in tree.children(i)):
        return None  # "if it is not prepared to"
    refused = not offers or negated(tree, i) or any(tree.word(k) in NEGATIONS for k in range(being[-1], i))
    cue = Span(start=tree.start[being[-1]], end=tree.end[i])
    return Told("refusal" if refused else "offer", tree.phrase(who), cue, content)


def _critical(tree: Tree, i: int, inside: range) -> Told | None:
    content = behind(tree, i, i, inside)
    who = tree.subject(i)
    if (
        content is None
        or who is None
        or not is_party(tree, who)
        or tree.word(i + 1) not in ("of", "about", "over", "at", "with")
    ):
        return None
    if tree.relation[i] == "amod" or negated(tree, i):
        return None
    return Told("accusation", tree.phrase(who), Span(start=tree.start[i], end=tree.end[i]), content)
