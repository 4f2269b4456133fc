"""Who stands behind a letter, a statement, a report that "says" something."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.lexicon import words
from crosswire.annotate.syntax import Tree
from crosswire.annotate.voices import voice
from crosswire.model import Name, Voice


def with_author(tree: Tree, told: Voice, names: Sequence[Name]) -> Voice:
    """Returns the voice of a document as that of its author, where the text tells one; any other voice as it is.

    The span stays that of the words "the letter". The author stands behind "from", "by", "signed by", before "'s", or
    is the subject of "signed", "sent", "wrote" the document, at its first mention that tells one.
    """
    if told.span is None or told.resolution != "title":
        return told
    head = tree.top(told.span)
    if head is None or tree.word(head) not in words("documents"):
        return told
    for i in range(len(tree.head)):
        if tree.word(i) == tree.word(head) and tree.start[i] <= told.span.end:
            author = _author(tree, i)
            if author is not None:
                found = voice(tree.text, tree.phrase(author), names, told.via)
                return Voice(
                    name=found.name, kind=found.kind, span=told.span, via=told.via, resolution=found.resolution
                )
    return told


def _author(tree: Tree, i: int) -> int | None:
    for child in tree.children(i):
        cases = {tree.word(c) for c in tree.children(child) if tree.relation[c] == "case"}
        if tree.relation[child] == "nmod:poss" or (tree.relation[child] == "nmod" and cases & {"from", "by"}):
            return child
        if tree.relation[child] in ("acl", "acl:relcl") and tree.word(child) in words("authoring"):
            by = [
                c for c in tree.children(child) if tree.relation[c] in ("obl", "obl:agent") and _has_case(tree, c, "by")
            ]
            if by:
                return by[0]
    verb = tree.head[i]
    if verb >= 0 and tree.relation[i] == "obj" and tree.word(verb) in words("authoring"):
        return tree.subject(verb)
    return None


def _has_case(tree: Tree, i: int, case: str) -> bool:
    return any(tree.relation[c] == "case" and tree.word(c) == case for c in tree.children(i))
