"""Acts: what the statements of a report do: pledge, threaten, demand, offer, refuse, deny, accuse, appeal, agree.

Three ways to find one: the cue itself does it ("pledged"), a predicate told by the outlet does it ("Kyiv rejected"), or
the words said do it ("we will not pay"). Conditions and deadlines are those of the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from crosswire.annotate.acts.asking import is_order
from crosswire.annotate.acts.blames import Said, blame, is_news_of_crime
from crosswire.annotate.acts.conditions import condition_near, conditions, deadline
from crosswire.annotate.acts.leanings import Passage, leanings
from crosswire.annotate.acts.modality import answers_refusal, clauses_of, has, kind_of_words
from crosswire.annotate.acts.predicates import kind_of_cue, told
from crosswire.annotate.acts.told import Told
from crosswire.annotate.statements.voices import voice
from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import base_of, words
from crosswire.model import Act, ActKind, Annotated, Quotation, Report, Span, Statement

_MOST_A_STATEMENT = 4
#: What a cue does so plainly that indirect words behind it do nothing else.
_SETTLED = frozenset(("accusation", "appeal", "pledge", "threat", "refusal", "denial"))
_NAMING = (
    "call", "label", "brand", "descri", "characteri", "term", "frame", "portray", "paint", "depict", "refer", "dub",
    "cast", "liken", "compare", "consider", "view", "deem", "regard", "slur", "see",
)  # fmt: skip
#: Cues that name something only with "as" or "to".
_LIKENING = ("refer", "view", "see", "regard", "cast", "liken", "compar", "frame")
_NOT_SO = re.compile(
    r"\bnot[”\"’]?\s(?:an?\s|even\s|at\sall\s)?[“\"‘]?(?:acceptable|option|possible|viable|enough|serious|realistic|workable)\b"
)


class _Page(NamedTuple):
    """A report, its words as trees, and whether it is news of a crime."""

    piece: Annotated
    tree: Tree
    news: bool


class Ruled(NamedTuple):
    """A statement with the acts that rules find in it; its id is None where only an act makes it a statement."""

    statement: Statement
    old: str | None
    acts: tuple[Act, ...]


def acts(piece: Annotated, tree: Tree) -> tuple[tuple[Statement, ...], tuple[Quotation, ...]]:
    """Returns the statements of a report with their acts, those that only an act makes a statement among them.

    Ids are given anew in reading order; a statement that does several things stands once for each. The quotations come
    back tied to the new ids.
    """
    found = ruled(piece, tree)
    known = [act for one in found for act in one.acts]
    grown: list[tuple[Statement, str | None]] = []
    for one in found:
        learned = [*_learned(piece, tree, one, known)]
        known += learned
        does: Sequence[Act | None] = (*one.acts, *learned) or (None,)
        grown.extend((msgspec.structs.replace(one.statement, act=act), one.old) for act in does)
    return _numbered(piece.report, grown, piece.quotations)


def ruled(piece: Annotated, tree: Tree) -> list[Ruled]:
    """Returns the statements of a report, and those that predicates make, with the acts that rules find in them."""
    page = _Page(piece, tree, is_news_of_crime(s.voice.name for s in piece.statements))
    found: list[Ruled] = []
    used: set[Span] = set()
    predicates = told(tree, piece.sentences, piece.quotations)
    for statement in piece.statements:
        done = [t for t in predicates if statement.cue and statement.cue.overlaps(t.cue)]
        used |= {t.cue for t in done}
        kinds = [*(by_cue := [*_by_cue(page, statement, done)]), *_by_words(page, statement, by_cue)]
        found.append(Ruled(statement, statement.id, tuple(_distinct(kinds))))
    for one in predicates:
        if one.cue not in used and not _told_already(one, found):
            found.append(Ruled(_new(piece, one), None, (_act(piece, one.kind, one.content, one.addressee),)))
    return found


def passages(piece: Annotated, one: Ruled) -> list[Passage]:
    """Returns the clauses of what a statement tells, in order, with what rules find in each and in all.

    None where an act is all that an indirect statement tells ("dismissed the claims as nonsense").
    """
    statement, kinds = one.statement, frozenset(act.kind for act in one.acts)
    if kinds & _SETTLED and statement.manner == "indirect":
        return []
    return [
        Passage(
            clause,
            statement.cue,
            statement.manner,
            frozenset(act.kind for act in one.acts if act.words and act.words.overlaps(clause)),
            kinds,
        )
        for content in statement.content
        for clause in clauses_of(piece.report.text, content)
    ]


def _learned(piece: Annotated, tree: Tree, one: Ruled, known: Sequence[Act]) -> Iterator[Act]:
    """Acts that the clauses of a statement are likely to do and that are not known yet, of this voice or another."""
    asked = passages(piece, one)
    for passage, kinds in zip(asked, leanings(tree, asked), strict=True):
        for kind in kinds:
            if not any(a.kind == kind and a.words and a.words.overlaps(passage.clause) for a in known):
                yield _act(piece, kind, passage.clause)


def _told_already(one: Told, found: Sequence[Ruled]) -> bool:
    """The same act found already in the words of a statement."""
    return any(
        a.kind == one.kind and a.words and (a.words.covers(one.cue) or a.words == one.content)
        for ruled_before in found
        for a in ruled_before.acts
    )


def _by_cue(page: _Page, statement: Statement, done: Sequence[Told]) -> Iterator[Act]:
    piece = page.piece
    for one in done[:1]:
        yield _act(piece, one.kind, one.content, one.addressee)
    if done or statement.cue is None:
        return
    if kind := kind_of_cue(page.tree, statement.cue, statement.voice.span):
        yield _act(piece, kind, statement.content[0])
        return
    cue = base_of(piece.words_of(statement.cue).lower())
    if cue in words("answering cues") and has(" ".join(piece.words_of(statement.content[0]).split()[:4]), "claims"):
        yield _act(piece, "denial", statement.content[0])
    elif cue.startswith(_NAMING):
        yield from _naming(piece, statement)


def _naming(piece: Annotated, statement: Statement) -> Iterator[Act]:
    """ "called the plan absurd": a refusal, a denial or an accusation by what it is called and what is called so."""
    content = " ".join(piece.words_of(c) for c in statement.content)
    cue = base_of(piece.words_of(statement.cue).lower()) if statement.cue else ""
    if cue.startswith(_LIKENING) and not re.search(r"\b(?:as|to)\b", content):
        return
    if has(content, "out of the question") or _NOT_SO.search(content):
        yield _act(piece, "refusal", statement.content[0])
    elif has(content, "false") and (has(content, "claims") or has(content, "words")):
        yield _act(piece, "denial", statement.content[0])
    elif has(content, "wrong") or has(content, "wrong of somebody"):
        yield _act(piece, "accusation", statement.content[0])


def _by_words(page: _Page, statement: Statement, done: Sequence[Act]) -> Iterator[Act]:
    """What the words said do; the words after a cue that already does it say the same and are passed over."""
    piece = page.piece
    taken = {t.kind for t in done}
    if taken & _SETTLED and statement.manner != "direct":
        return
    cue = base_of(piece.words_of(statement.cue).lower()) if statement.cue else ""
    if _is_question(piece, statement, cue):
        return
    for content in statement.content:
        for clause in clauses_of(piece.report.text, content):
            for kind in _kinds(page, statement, clause, cue):
                if kind not in taken:
                    yield _act(piece, kind, clause)


def _is_question(piece: Annotated, statement: Statement, cue: str) -> bool:
    """ "asked whether she would pay": nobody has said it."""
    first = piece.words_of(statement.content[0]).lower().split(" ", 1)[0]
    asked = cue in words("asking cues") or any(
        w in words("asking cues") for w in map(base_of, _cue_words(piece, statement))
    )
    return asked and statement.manner == "indirect" and first in ("whether", "if", "what", "why", "how", "when", "who")


def _cue_words(piece: Annotated, statement: Statement) -> list[str]:
    return piece.words_of(statement.cue).lower().split() if statement.cue else []


def _kinds(page: _Page, statement: Statement, clause: Span, cue: str) -> Iterator[ActKind]:
    piece, tree = page.piece, page.tree
    said = piece.words_of(clause)
    moved = None
    if statement.manner != "indirect":
        moved = kind_of_words(said, True, cue)
    if moved is None and statement.manner != "direct":
        moved = kind_of_words(said, False, cue)
    if moved in (None, "pledge") and any(
        answers_refusal(piece.words_of(s), said) for s in piece.sentences if s.overlaps(clause)
    ):
        moved = "threat"
    if moved is None and statement.manner == "direct" and is_order(tree, clause):
        moved = "demand"
    if moved in ("pledge", "threat") and cue in words("guesses") and statement.manner == "indirect":
        return
    if moved:
        yield moved
    if moved in (None, "demand", "appeal"):
        yield from blame(Said(tree, clause, cue, statement.manner, page.news))


def _act(piece: Annotated, kind: ActKind, said: Span, addressee: Span | None = None) -> Act:
    text = piece.report.text
    found = [c for s in piece.sentences if s.overlaps(said) for c in conditions(text, s)]
    return Act(
        kind=kind,
        addressee=piece.words_of(addressee) if addressee else None,
        condition=condition_near(found, said),
        deadline=deadline(text, said),
        words=said,
    )


def _distinct(found: Sequence[Act]) -> list[Act]:
    kept: list[Act] = []
    for act in found:
        if len(kept) < _MOST_A_STATEMENT and not any(k.kind == act.kind and _near(k, act) for k in kept):
            kept.append(act)
    return kept


def _near(a: Act, b: Act) -> bool:
    return a.words is not None and b.words is not None and a.words.overlaps(b.words)


def _new(piece: Annotated, one: Told) -> Statement:
    return Statement(
        id="",
        report=piece.report.id,
        manner="mixed" if any(q.span.overlaps(one.content) for q in piece.quotations) else "indirect",
        voice=voice(piece.report.text, one.source, piece.names),
        cue=one.cue,
        content=(one.content,),
    )


def _numbered(
    report: Report, grown: Sequence[tuple[Statement, str | None]], quotations: Sequence[Quotation]
) -> tuple[tuple[Statement, ...], tuple[Quotation, ...]]:
    order = sorted(range(len(grown)), key=lambda i: (_place(grown[i][0]), i))
    new: dict[str, str] = {}
    said = []
    for n, i in enumerate(order):
        statement, old = grown[i]
        name = f"{report.id}:s{n + 1}"
        if old is not None:
            new.setdefault(old, name)
        said.append(msgspec.structs.replace(statement, id=name))
    tied = (msgspec.structs.replace(q, statement=new[q.statement]) if q.statement else q for q in quotations)
    return tuple(said), tuple(tied)


def _place(statement: Statement) -> tuple[int, int]:
    return min(c.start for c in statement.content), statement.cue.start if statement.cue else -1
