"""Acts that what is to come tells: "X will send ships", "X would not say"."""

from __future__ import annotations

from crosswire.annotate.acts.modality import has
from crosswire.annotate.acts.told import NEGATIONS, Told, behind, is_party, negated
from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import words
from crosswire.model import ActKind, Span


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
