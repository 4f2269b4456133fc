"""Whether what a verb tells is told not to be so, and how certain it is told to be."""

from __future__ import annotations

from typing import Final

from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import sections
from crosswire.model import Modality

NOT: Final = frozenset(("not", "n't", "n’t", "never", "no", "nor", "neither", "nowhere"))
_NOBODY: Final = frozenset(("none", "nobody", "nothing", "neither"))
_ONLY: Final = frozenset(("only", "just", "merely", "simply", "necessarily", "solely"))
_SINGLE: Final = frozenset(("one", "a", "an", "any", "single"))
_EVERY: Final = frozenset(("all", "every", "everyone", "everybody", "everything"))
_CLOSING: Final = frozenset(("”", '"', "’’", "''"))
_DEEPEST: Final = 4  # governing verbs that are asked whether they deny


def negated(tree: Tree, i: int) -> bool:
    """Tells whether the verb or state at i is told not to be so, by its own negation or by what it hangs on.

    "Was not charged", "nobody was charged", "left without paying", "has yet to be named", "failed to stop", "denied
    that he shot" and "is not expected to leave" deny; "not only", and "not until Friday", do not.
    """
    if _until(tree, i) or (tree.pos[i] in ("NOUN", "ADJ") and _is_not_only(tree, i)):
        return False
    return _own(tree, i) ^ _governed(tree, i, _DEEPEST)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in sections("negations.txt")[name] for word in line.split())


def _own(tree: Tree, i: int) -> bool:
    """Its own negations; two of them, "nobody was not asked", are none."""
    children = tree.children(i)
    nobody = [c for c in children if _is_role(tree, c, i) and _is_none(tree, c)]
    return bool(nobody) ^ any(_denies(tree, c, i) or _is_without(tree, c) for c in children if c not in nobody)


def _is_role(tree: Tree, c: int, i: int) -> bool:
    """Whether word c is the subject or object of its verb i, and not what is quoted before it ("no deal," he said)."""
    relation = tree.relation[c].split(":")[0]
    return relation in ("nsubj", "obj") and not any(tree.word(k) in _CLOSING for k in range(c, i))


def _is_without(tree: Tree, c: int) -> bool:
    """ "Without paying", "unless he pays", "has yet to pay", "instead of paying"."""
    following = {"yet": "to", "instead": "of"}.get(tree.word(c))
    if following:
        return c + 1 < len(tree.head) and tree.word(c + 1) == following
    return tree.relation[c] == "mark" and tree.word(c) in ("without", "unless")


def _denies(tree: Tree, c: int, i: int) -> bool:
    """Whether child c is a negation of its verb: "not", "never", the "no" of "no longer"."""
    if tree.word(c) == "longer" or tree.word(c) in _words("nouns of no time"):
        return any(tree.word(k) == "no" for k in tree.children(c))
    if tree.word(c) not in NOT or (tree.word(c) == "no" and tree.pos[i] == "VERB"):
        return False
    return not (c + 1 < len(tree.head) and tree.word(c + 1) in _ONLY | _EVERY)


def _is_not_only(tree: Tree, i: int) -> bool:
    return any(tree.word(c) == "not" and c + 1 < len(tree.head) and tree.word(c + 1) in _ONLY for c in tree.children(i))


def _is_none(tree: Tree, noun: int) -> bool:
    """ "Nobody", "none of the men", "no suspect", "not one of them", "not a single man"."""
    if tree.word(noun) in _NOBODY:
        return True
    if any(tree.word(c) == "not" and tree.word(c + 1) in _SINGLE for c in tree.children(noun) if c < noun):
        return True
    return any(tree.word(c) in ("no", "neither") and tree.relation[c] in ("det", "advmod") for c in tree.children(noun))


def _until(tree: Tree, i: int) -> bool:
    """ "Was not charged until Friday": was charged on Friday."""
    return any(
        tree.word(k) in ("until", "till", "'til", "’til", "til")
        for c in tree.children(i)
        if tree.relation[c].split(":")[0] in ("obl", "advcl")
        for k in tree.children(c)
    )


def _governed(tree: Tree, i: int, deep: int) -> bool:
    """Whether what the verb at i hangs on denies it: "failed to", "denied that", "not going to"."""
    head, relation = tree.head[i], tree.relation[i].split(":")[0]
    if relation == "conj" and head >= 0 and deep and not _has_subject(tree, i):
        return _shared(tree, i, head, deep)
    if _after_denial(tree, i):
        return True
    if head < 0 or not deep or relation not in ("xcomp", "ccomp", "advcl", "acl", "obl"):
        return False
    verb = tree.word(head)
    if relation == "acl":
        return _lacks_grounds(tree, head)
    if relation == "advcl" and _has_mark(tree, i, "to") and any(_lacks_grounds(tree, c) for c in tree.children(head)):
        return True
    denies = verb in _words("verbs that deny") and _is_denied(tree, i, relation)
    passes = verb in _words("verbs that pass a negation on") and _is_passed(tree, i, relation)
    passes = passes and not _is_astonished(tree, head)
    above = (_own(tree, head) ^ _governed(tree, head, deep - 1)) if passes or denies else False
    return denies ^ above


def _is_passed(tree: Tree, i: int, relation: str) -> bool:
    """Whether a verb is what one above it is not expected, or not ready, to do."""
    if relation in ("xcomp", "ccomp"):
        return True
    return relation == "advcl" and tree.pos[tree.head[i]] == "ADJ" and _has_mark(tree, i, "to")


def _has_mark(tree: Tree, i: int, word: str) -> bool:
    return any(tree.relation[c] == "mark" and tree.word(c) == word for c in tree.children(i))


def _lacks_grounds(tree: Tree, noun: int) -> bool:
    """ "No evidence", "there was not enough evidence", "police do not have evidence"."""
    if tree.word(noun) not in _words("nouns of grounds"):
        return False
    verb = tree.head[noun] if tree.relation[noun] in ("nsubj", "obj") else -1
    return _is_none(tree, noun) or (verb >= 0 and any(_denies(tree, c, verb) for c in tree.children(verb)))


def _is_astonished(tree: Tree, head: int) -> bool:
    """ "Could not believe that it sank": it sank."""
    helping = {tree.word(c) for c in tree.children(head) if tree.relation[c] == "aux"}
    return tree.word(head) == "believe" and bool(helping & {"can", "could", "ca"})


def _after_denial(tree: Tree, i: int) -> bool:
    """ "His denial that the ship sank": the noun stands before the clause it denies, whatever that hangs on."""
    marks = [c for c in tree.children(i) if tree.relation[c] == "mark" and tree.word(c) == "that"]
    return any(c > 0 and tree.word(c - 1) in _words("nouns that deny") for c in marks)


def _is_denied(tree: Tree, i: int, relation: str) -> bool:
    """Whether a verb beneath a verb that denies is what it denies: "refused to", "denied that", "kept from going"."""
    marks = [tree.word(c) for c in tree.children(i) if tree.relation[c] in ("mark", "case")]
    if relation in ("xcomp", "ccomp"):
        return True
    return relation in ("advcl", "obl") and "from" in marks


def _shared(tree: Tree, i: int, head: int, deep: int) -> bool:
    """A negated auxiliary that two verbs share: "did not stop or call for help"."""
    joined = [tree.word(c) for c in tree.children(i) if tree.relation[c] == "cc"]
    if "nor" in joined and _own(tree, head):
        return False  # "neither charged nor named": it denies both by itself
    if not any(word in ("or", "nor") for word in joined) or _helped(tree, i):
        return tree.relation[head] == "xcomp" and _governed(tree, head, deep - 1)
    return _own(tree, head) ^ _governed(tree, head, deep - 1)


def _helped(tree: Tree, i: int) -> bool:
    return any(tree.relation[c].startswith(("aux", "cop")) for c in tree.children(i))


def _has_subject(tree: Tree, i: int) -> bool:
    return any(tree.relation[c].startswith(("nsubj", "csubj")) for c in tree.children(i))


def modality(tree: Tree, i: int) -> Modality:
    """Returns how certain the verb or state at i is told to be.

    Told under "if" it is conditional; with "may", "allegedly" or "reportedly" doubted; then what its helping verbs
    say: possible (can), necessary (must), intended (will); asserted without any.
    """
    near = [(tree.word(c), tree.relation[c]) for c in tree.children(i)]
    helping = {word for word, relation in near if relation == "aux"}
    if any(relation == "mark" and word in ("if", "unless", "whether", "once") for word, relation in near):
        return "conditional"
    if tree.relation[i] == "csubj" and ("to", "mark") in near:
        return "conditional"  # "to pass the bill would hurt": if it is passed
    if helping & {"may", "might"} or any(word in _words("adverbs of doubt") for word, _ in near):
        return "doubted"
    if helping & {"can", "could", "ca"}:
        return "possible"
    if helping & {"must", "should", "shall", "ought"}:
        return "necessary"
    if helping & {"will", "would", "’ll", "'ll", "wo", "’d", "'d"}:
        return "intended"
    return _modality_above(tree, i)


def _modality_above(tree: Tree, i: int) -> Modality:
    head = tree.head[i]
    if head < 0 or tree.relation[i] != "xcomp":
        return "asserted"
    if tree.word(head) in _words("verbs of intention"):
        return "intended"
    if tree.word(head) in _words("verbs of need"):
        return "necessary"
    return "possible" if tree.word(head) in ("able", "unable") else "asserted"
