"""An act as it is told, and what its tellings share: who can act, what hangs behind a word, what is negated."""

from __future__ import annotations

from typing import NamedTuple

from crosswire.annotate.tagging.syntax import Tree, can_speak
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
