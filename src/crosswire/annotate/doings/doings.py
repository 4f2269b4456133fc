"""Doings: what each verb and each state of a report tells, as who does what to whom; a passive is turned round."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.annotate.doings.negations import NOT, modality, negated
from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import MONTHS, WEEKDAYS
from crosswire.model import Clause, Doing, Span, Statement

_NO_PREDICATE = frozenset(("amod", "compound", "case", "mark", "fixed", "aux", "aux:pass", "cop", "flat"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
_BESIDE = frozenset(
    ("obj", "obl", "obl:unmarked", "iobj", "nmod", "compound:prt", "advmod", "xcomp", "ccomp", "obl:tmod")
)
_NO_AGENT = WEEKDAYS | MONTHS | frozenset(("noon", "midnight", "night", "morning", "tomorrow", "end", "then", "itself"))
_ATTRIBUTES = frozenset(("amod", "compound", "nmod", "nummod", "flat", "nmod:poss"))
_CLAUSES = frozenset(("acl", "acl:relcl", "advcl", "parataxis"))
_SUPPOSING = frozenset(("if", "unless", "once", "until", "provided"))
_MOST_STEPS = 5


def doings(tree: Tree, sentences: Sequence[Span]) -> tuple[Doing, ...]:
    """Returns one doing for every verb, and every state told with "be", in reading order; empty without sentences."""
    return tuple(_doing(tree, i) for sentence in sentences for i in tree.words_in(sentence) if is_predicate(tree, i))


def filled(
    tree: Tree, clauses: Sequence[Clause], told: Sequence[Doing], statements: Sequence[Statement]
) -> tuple[Clause, ...]:
    """Returns `clauses` with the slots of what each asserts: its uppermost doing, the telling itself left out.

    Args:
        tree: the report's syntax; `clauses`, `told` and `statements` are of the same report, in reading order.

    A clause without a verb or state keeps its slots empty.
    """
    content = {s.id: s.content for s in statements}
    starts = [doing.predicate.start for doing in told]
    result = []
    for clause in clauses:
        inside = told[bisect_left(starts, clause.span.start) : bisect_left(starts, clause.span.end)]
        said = content.get(clause.statement or "", ())
        own = [d for d in inside if any(c.covers(d.predicate) for c in said)] or inside
        main = min(own, key=lambda d: (_depth(tree, d), d.predicate.start), default=None)
        result.append(_with_slots(clause, main) if main else clause)
    return tuple(result)


def _depth(tree: Tree, doing: Doing) -> int:
    i = tree.words_in(doing.predicate).start
    for depth in range(40):
        i = tree.head[i]
        if i < 0:
            return depth
    return 40


def _with_slots(clause: Clause, doing: Doing) -> Clause:
    return msgspec.structs.replace(
        clause, subject=doing.subject, predicate=doing.predicate, object=doing.object, negated=doing.negated,
        modality=doing.modality, condition=doing.condition,
    )  # fmt: skip


def is_predicate(tree: Tree, i: int) -> bool:
    """Tells whether word i tells a doing or a state: a verb that is no attribute, or what somebody is said to be."""
    if any(tree.relation[c] in ("cop", "aux:pass") for c in tree.children(i)):
        return True
    if tree.pos[i] == "ADJ":
        return tree.relation[i] == "xcomp"  # "remains unidentified"
    return tree.pos[i] == "VERB" and tree.relation[i] not in _NO_PREDICATE


def _doing(tree: Tree, i: int) -> Doing:
    subject, thing = _roles(tree, i)
    return Doing(
        predicate=Span(start=tree.start[i], end=tree.end[i]),
        subject=_phrase(tree, subject),
        object=_phrase(tree, thing),
        others=tuple(_others(tree, i, subject, thing)),
        negated=negated(tree, i),
        modality=modality(tree, i),
        condition=_condition(tree, i),
    )


def _roles(tree: Tree, i: int) -> tuple[int | None, int | None]:
    """Who does it and to whom, as words: the agent and the subject of a passive, the subject and object of an active
    verb."""
    if _is_passive(tree, i):
        return _agent(tree, i), _undergoer(tree, i)
    thing = _child(tree, i, "obj")
    if thing is None and tree.relation[i] == "acl:relcl" and _asks_object(tree, i):
        thing = tree.head[i]
    return _doer(tree, i), tree.meant(thing) if thing is not None else None


def _child(tree: Tree, i: int, relation: str) -> int | None:
    return next((c for c in tree.children(i) if tree.relation[c] == relation), None)


def _agent(tree: Tree, i: int) -> int | None:
    """By whom: "sunk by a cutter", not "sunk by Friday"."""
    found = _child(tree, i, "obl:agent")
    if found is not None:
        return found
    for c in tree.children(i):
        marks = [tree.word(k) for k in tree.children(c) if tree.relation[k] == "case"]
        if tree.relation[c] == "obl" and marks == ["by"] and tree.word(c) not in _NO_AGENT:
            return c if tree.pos[c] in ("NOUN", "PROPN", "PRON") else None
    return None


def _is_passive(tree: Tree, i: int) -> bool:
    """Also where the auxiliary is shared ("was caught and taken away") or left out ("a man shot by police")."""
    if tree.passive(i) or _child(tree, i, "obl:agent") is not None:
        return True
    bare = tree.pos[i] == "VERB" and not _has(tree, i, ("nsubj", "aux", "cop", "obj"))
    if not bare or tree.word(i).endswith("ing") or _marked(tree, i):
        return False
    head = tree.head[i]
    if tree.relation[i] == "conj" and head >= 0:
        return _is_passive(tree, head)
    return tree.relation[i] == "acl" and tree.pos[head] in _NOMINAL


def _has(tree: Tree, i: int, relations: Sequence[str]) -> bool:
    return any(tree.relation[c].split(":")[0] in relations for c in tree.children(i))


def _marked(tree: Tree, i: int) -> bool:
    """ "To leave" is no participle."""
    return any(tree.relation[c] == "mark" for c in tree.children(i))


def _undergoer(tree: Tree, i: int) -> int | None:
    for _ in range(_MOST_STEPS):
        own = _child(tree, i, "nsubj:pass")
        if own is None and tree.passive(i):
            own = _child(tree, i, "nsubj")
        if own is not None:
            return tree.meant(own)
        head = tree.head[i]
        if tree.relation[i] in ("acl", "acl:relcl") and head >= 0:
            return head
        if tree.relation[i] not in ("conj", "xcomp") or head < 0:
            return None
        shared = _child(tree, head, "obj") if tree.relation[i] == "xcomp" else None
        if shared is not None:
            return tree.meant(shared)
        if not _is_passive(tree, head):
            return _doer(tree, head)
        i = head
    return None


def _doer(tree: Tree, i: int) -> int | None:
    """The subject of an active verb, also the one that a passive above it hands down ("is expected to sit")."""
    if tree.relation[i] == "amod" and tree.head[i] >= 0:
        return tree.head[i]  # a state is told of the noun before it
    told_of = _told_of(tree, i)
    if told_of is not None:
        return tree.meant(told_of)
    for _ in range(_MOST_STEPS):
        found = tree.subject(i)
        if found is not None:
            return found
        head = tree.head[i]
        if head < 0 or tree.relation[i] not in ("xcomp", "conj", "advcl"):
            return None
        if _is_passive(tree, head):
            return _undergoer(tree, head)
        i = head
    return None


def _told_of(tree: Tree, i: int) -> int | None:
    """Of whom a verb above tells what follows: "left two dead", "told him to go"."""
    head = tree.head[i]
    if head < 0 or tree.relation[i] != "xcomp":
        return None
    between = [c for c in tree.children(head) if head < c < i and tree.relation[c] in ("obj", "iobj", "nsubj")]
    return max(between, default=None)


def _asks_object(tree: Tree, i: int) -> bool:
    """ "The man (whom) they arrested": the clause has a subject of its own, and no object."""
    return any(tree.relation[c] == "nsubj" and tree.meant(c) == c for c in tree.children(i))


def _others(tree: Tree, i: int, subject: int | None, thing: int | None) -> Iterator[Span]:
    """What else belongs to it: where, when, with what, up or down."""
    for c in tree.children(i):
        if c not in (subject, thing) and tree.relation[c] in _BESIDE and tree.word(c) not in NOT:
            span = _phrase(tree, c)
            if span is not None:
                yield span
        elif tree.pos[i] in _NOMINAL and tree.relation[c] in _ATTRIBUTES:
            yield tree.phrase(c)


def _phrase(tree: Tree, i: int | None) -> Span | None:
    """The phrase of word i with what "and" joins to it."""
    if i is None:
        return None
    span = tree.phrase(i)
    for c in tree.children(i):
        if tree.relation[c] == "conj" and tree.pos[c] in _NOMINAL:
            span = Span(start=span.start, end=max(span.end, tree.phrase(c).end))
    clauses = [min([c, *tree.children(c)]) for c in tree.children(i) if c > i and tree.relation[c] in _CLAUSES]
    if clauses and tree.start[min(clauses)] < span.end:
        return Span(start=span.start, end=tree.end[max(i, min(clauses) - 1)])
    return span


def _condition(tree: Tree, i: int) -> Span | None:
    """The clause under which it holds: "if the talks fail"."""
    for c in tree.children(i):
        if tree.relation[c] == "advcl":
            marks = [k for k in tree.children(c) if tree.relation[k] == "mark" and tree.word(k) in _SUPPOSING]
            if marks:
                return Span(start=tree.start[min(marks)], end=tree.end[max(tree.reach(c), c)])
    return None
