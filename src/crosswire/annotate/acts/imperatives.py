"""Orders in somebody's own words: "Bring back our sons!"."""

from __future__ import annotations

from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import words
from crosswire.model import Span

_BEFORE = frozenset(("so", "and", "but", "now", "just", "please", "do", "not", "n't", "n’t", "never", "don", "then"))


def is_order(tree: Tree, clause: Span) -> bool:
    """Tells whether a clause in somebody's own words is an order: "Bring back our sons!", "Do not sign it"."""
    inside = [i for i in tree.words_in(clause) if tree.pos[i] != "PUNCT"]
    named = inside and tree.pos[inside[0]] == "PROPN"
    if inside and (named or tree.word(inside[0]) in words("supposing")):
        inside = _behind_comma(tree, clause)
    while inside and tree.word(inside[0]) in _BEFORE:
        inside.pop(0)
    if len(inside) < 3 or all(tree.text[tree.start[i]].isupper() for i in inside[:3]):
        return False
    verb = inside[0]
    relations = {tree.relation[c] for c in tree.children(verb)}
    plain = tree.pos[verb] == "VERB" and not tree.word(verb).endswith(("ing", "ed", "s"))
    if not plain or tree.word(verb) in words("no order"):
        return False
    return not relations & {"nsubj", "nsubj:pass", "expl"} and bool(relations & {"obj", "xcomp", "obl"})


def _behind_comma(tree: Tree, clause: Span) -> list[int]:
    """The words behind the first comma: what follows "if it is true"."""
    inside = list(tree.words_in(clause))
    at = next((k for k, i in enumerate(inside) if tree.word(i) == ","), len(inside))
    rest = [i for i in inside[at:] if tree.pos[i] != "PUNCT"]
    first = next((k for k, i in enumerate(rest) if tree.pos[i] == "VERB"), 0)
    before = [
        i for i in rest[:first] if tree.pos[i] not in ("ADP", "DET", "NOUN", "ADV") or tree.relation[i] == "nsubj"
    ]
    return rest if before or first > 3 else rest[first:]
