"""Who stands behind a letter, a statement, a report that "says" something."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.statements.voices import voice
from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import words
from crosswire.model import Name, Span, Voice

#: How many words behind "letter" its "by" or "from" may stand, and before it the verb that sends it.
_REACH = 12
_OF_PHRASE = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "ADV", "PRON"))


def with_author(tree: Tree, told: Voice, names: Sequence[Name]) -> Voice:
    """Returns the voice of a document as that of its author, where the text tells one; any other voice as it is.

    The span stays that of the words "the letter". The author stands behind "from" or "by", before "'s", or is the
    subject of "signed", "sent", "wrote" the document, at its first mention that tells one.
    """
    if told.span is None or told.resolution != "title":
        return told
    heads = [i for i in tree.words_in(told.span) if tree.word(i) in words("documents") and tree.pos[i] == "NOUN"]
    if not heads:
        return told
    for i in range(len(tree.head)):
        if tree.word(i) == tree.word(heads[-1]) and tree.start[i] <= told.span.end:
            author = _behind(tree, i) or _before(tree, i)
            if author is not None:
                found = voice(tree.text, author, names, told.via)
                return Voice(
                    name=found.name, kind=found.kind, span=told.span, via=told.via, resolution=found.resolution
                )
    return told


def _behind(tree: Tree, i: int) -> Span | None:
    """ "a letter (released on Friday and signed) by X", "a letter from X"."""
    for k in range(i + 1, min(i + _REACH, len(tree.head) - 1)):
        if (
            tree.pos[k] == "PUNCT"
            or tree.word(k) in ("to", "that", "which", "saying")
            or tree.start[k] - tree.end[k - 1] > 1
        ):
            return None
        if tree.word(k) in ("by", "from"):
            return _phrase_from(tree, k + 1)
    return None


def _before(tree: Tree, i: int) -> Span | None:
    """ "X's letter", "X signed a letter", "X has sent the board a letter"."""
    for child in tree.children(i):
        if tree.relation[child] == "nmod:poss":
            return tree.phrase(child)
    for k in range(i - 1, max(-1, i - _REACH), -1):
        if tree.word(k) in words("authoring") and tree.pos[k] == "VERB":
            subjects = [c for c in tree.children(k) if tree.relation[c].startswith("nsubj") and c < k]
            return tree.phrase(subjects[0]) if subjects else None
        if tree.word(k) in (".", "“", '"', "?"):
            return None
    return None


def _phrase_from(tree: Tree, first: int) -> Span | None:
    last = first
    while last < len(tree.head) and (
        tree.pos[last] in _OF_PHRASE
        or (tree.word(last) in ("of", "and") and last > first and last + 1 < len(tree.head))
    ):
        last += 1
    return Span(start=tree.start[first], end=tree.end[last - 1]) if last > first else None
