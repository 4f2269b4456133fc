"""Acts: what the statements of a report do: pledge, threaten, demand, offer, refuse, deny, accuse, appeal, agree.

Three ways to find one: the cue itself does it ("pledged"), a predicate told by the outlet does it ("Kyiv rejected"), or
the words said do it ("we will not pay"). Conditions and deadlines are those of the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crosswire.annotate.conditions import condition_near, conditions, deadline
from crosswire.annotate.lexicon import base_of
from crosswire.annotate.modality import clauses_of, has, kind_of_words
from crosswire.annotate.predicates import Told, told
from crosswire.annotate.stretches import Stretch, stretches
from crosswire.annotate.voices import voice
from crosswire.model import Act, ActKind, Name, Quotation, Report, Span, Statement

_MOST_A_STATEMENT = 4
_NAMING = ("call", "label", "brand", "descri", "characteri", "term", "frame", "portray", "paint", "depict")


def acts(
    report: Report,
    sentences: Sequence[Span],
    names: Sequence[Name],
    statements: Sequence[Statement],
    quotations: Sequence[Quotation],
) -> tuple[tuple[Statement, ...], tuple[Quotation, ...]]:
    """Returns the statements with their acts, those that only an act makes a statement among them, and the quotations.

    Ids are given anew in reading order; a statement that does several things stands once for each.
    """
    text = report.text
    read = stretches(text, sentences, quotations)
    grown: list[tuple[Statement, str | None]] = []
    used: set[Span] = set()
    predicates = [(s, t) for s in read for t in told(s, _subject(s, statements))]
    for statement in statements:
        done = [t for _, t in predicates if _same_cue(statement, t)]
        used |= {t.cue for t in done}
        kinds = [*_by_cue(text, statement, done, sentences), *_by_words(text, statement, done, sentences)]
        found: Sequence[Act | None] = _distinct(kinds) or [None]
        grown.extend((msgspec.structs.replace(statement, act=act), statement.id) for act in found)
    for _, one in predicates:
        if one.cue not in used and not _inside_quote(one.cue, quotations) and not _told_already(one, grown):
            grown.append((_new(report, one, names, sentences, quotations), None))
    return _numbered(report, grown, quotations)


def _subject(stretch: Stretch, statements: Sequence[Statement]) -> Span | None:
    inside = [
        s
        for s in statements
        if s.cue and s.voice.span and stretch.span.covers(s.cue) and stretch.span.covers(s.voice.span)
    ]
    return inside[0].voice.span if inside else None


def _same_cue(statement: Statement, one: Told) -> bool:
    return statement.cue is not None and statement.cue.overlaps(one.cue)


def _inside_quote(span: Span, quotations: Sequence[Quotation]) -> bool:
    return any(q.span.covers(span) for q in quotations)


def _told_already(one: Told, grown: Sequence[tuple[Statement, str | None]]) -> bool:
    """The same act found already in the words of a statement."""
    acts_told = [s.act for s, _ in grown if s.act and s.act.words]
    return any(
        a.kind == one.kind and a.words and (a.words.covers(one.cue) or a.words == one.content) for a in acts_told
    )


def _by_cue(text: str, statement: Statement, done: Sequence[Told], sentences: Sequence[Span]) -> Iterator[Act]:
    for one in done[:1]:
        yield _act(text, one.kind, one.content, sentences, one.addressee)
    if done or statement.cue is None:
        return
    cue = text[statement.cue.start : statement.cue.end].lower()
    content = " ".join(text[c.start : c.end] for c in statement.content)
    if cue.startswith(_NAMING) and has(content, "wrong"):
        yield _act(text, "accusation", statement.content[0], sentences)


def _by_words(text: str, statement: Statement, done: Sequence[Told], sentences: Sequence[Span]) -> Iterator[Act]:
    """What the words said do; the words after a cue that already does it say the same and are passed over."""
    taken = {t.kind for t in done}
    cue = base_of(text[statement.cue.start : statement.cue.end].lower()) if statement.cue else ""
    if taken & {"accusation", "appeal", "pledge", "threat", "refusal", "denial"} and statement.manner != "direct":
        return
    for content in statement.content:
        for clause in clauses_of(text, content):
            kind = kind_of_words(text[clause.start : clause.end], statement.manner != "indirect", cue)
            if kind and kind not in taken:
                yield _act(text, kind, clause, sentences)


def _act(text: str, kind: ActKind, words: Span, sentences: Sequence[Span], addressee: Span | None = None) -> Act:
    around = [s for s in sentences if s.overlaps(words)]
    found = [c for s in around for c in conditions(text, s)]
    return Act(
        kind=kind,
        addressee=text[addressee.start : addressee.end] if addressee else None,
        condition=condition_near(found, words),
        deadline=deadline(text, words),
        words=words,
    )


def _distinct(found: Sequence[Act]) -> list[Act]:
    kept: list[Act] = []
    for act in found:
        if len(kept) < _MOST_A_STATEMENT and not any(
            k.words == act.words or (k.kind == act.kind and _near(k, act)) for k in kept
        ):
            kept.append(act)
    return kept


def _near(a: Act, b: Act) -> bool:
    return a.words is not None and b.words is not None and a.words.overlaps(b.words)


def _new(
    report: Report, one: Told, names: Sequence[Name], sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> Statement:
    mixed = any(q.span.overlaps(one.content) for q in quotations)
    return Statement(
        id="",
        report=report.id,
        manner="mixed" if mixed else "indirect",
        voice=voice(report.text, one.source, names),
        cue=one.cue,
        content=(one.content,),
        act=_act(report.text, one.kind, one.content, sentences, one.addressee),
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
