"""The terms of an entry: what each telling says of content, form, amount, condition, deadline, party, day and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.language.lexicon import words
from crosswire.model import Annotated, Evidence, Span, Term, TermKind, Time, Word, evidence
from crosswire.register.tellings import LIST, Telling, did, stem, words_in
from crosswire.values.places.countries import countries

_AMOUNTS = ("count", "money", "percent", "measure")
_STAGES = ("announced", "committed", "allocated", "delivered", "withdrawn")
_STATUSES = ("kept", "broken", "superseded")
_OPENERS = (
    "unless",
    "until",
    "once",
    "after",
    "if",
    "should",
    "provided",
    "when",
    "during",
    "amid",
    "before",
    "return",
    "exchange",
)
_SAID_IN = frozenset(("in", "at", "from"))


def terms(tellings: Sequence[Telling]) -> tuple[Term, ...]:
    """Returns the terms of an entry in order of first telling, those of one value told by several reports as one.

    Every report that tells the entry has its own span in the first content. Stage and status stand only where a word
    of the telling says so.
    """
    plain = plainest(tellings)
    content = Term(
        term="content",
        value=" ".join(plain.piece.words_of(did(plain)).split()),
        evidence=tuple(evidence(t.piece.report, t.span) for t in tellings),
    )
    found = [content]
    several = len({t.actor for t in tellings}) > 1
    for telling in tellings:
        for term in (*(_speaker(telling) if several else ()), *_of(telling)):
            _add(found, term)
    return tuple(found)


def plainest(tellings: Sequence[Telling]) -> Telling:
    """Returns the telling with most of what the others tell, the shortest of several."""

    def shared(one: Telling) -> tuple[int, int]:
        common = sum(len(one.words & other.words) for other in tellings if other is not one)
        return -common, one.span.end - one.span.start

    return min(tellings, key=shared)


def _of(telling: Telling) -> Iterator[Term]:
    yield from _parties(telling)
    yield from _condition(telling)
    yield from _deadline(telling)
    yield from _amounts(telling)
    yield from _forms(telling)
    yield from _when_and_where(telling)
    yield from _stages(telling)


def _term(telling: Telling, kind: TermKind, span: Span, value: str | None = None) -> Term:
    told = " ".join(telling.piece.words_of(span).split())
    return Term(term=kind, value=value or told, evidence=(evidence(telling.piece.report, span),))


def _parties(telling: Telling) -> Iterator[Term]:
    """The actor where it is a group or stands for a state, who announces it for another, and members named."""
    voice, piece = telling.statement.voice, telling.piece
    if voice.span and voice.resolution != "pronoun" and (voice.kind == "group" or _counted(telling, voice.span)):
        yield _term(telling, "party", voice.span, telling.actor)
    yield from _beside(telling)
    for other in telling.bringers:
        if other.voice.span:
            yield _term(telling, "party", other.voice.span, f"said by {other.voice.name}")
    for via in voice.via:
        start = piece.report.text.find(via, telling.sentence.start, telling.sentence.end)
        if start >= 0:
            yield _term(telling, "party", Span(start=start, end=start + len(via)), f"told by {via}")
    yield from members(piece, telling.sentence)


def _speaker(telling: Telling) -> Iterator[Term]:
    """Whose words they are, where several speak for one state."""
    voice = telling.statement.voice
    if voice.span and voice.kind == "person":
        yield _term(telling, "party", voice.span, f"said by {telling.actor}")


def _beside(telling: Telling) -> Iterator[Term]:
    """Who does it together with the actor: names in the telling of the voice, and those joined to it by "and"."""
    voice, text = telling.statement.voice.span, telling.piece.report.text
    if voice is None or telling.statement.voice.resolution == "pronoun":
        return
    more = re.match(r"(?:,| and) (?:the )?(?=[A-Z])", text[voice.end : voice.end + 12])
    start = voice.end + more.end() if more else -1
    second = next((n.span for n in telling.piece.names if n.span.start == start), None)
    inside = [text[w.start : w.end].lower() for w in words_in(telling.piece, voice)]
    if second is None and "and" not in inside and "including" not in inside:
        return
    whole = Span(start=voice.start, end=second.end if second else voice.end)
    for span in named(telling.piece, whole):
        told = text[span.start : span.end]
        if told != telling.actor and (countries().of(told) or told) != telling.actor:
            yield _term(telling, "party", span, countries().of(told) or told)


def named(piece: Annotated, whole: Span) -> Iterator[Span]:
    """Returns the names in a stretch, and the states told by a noun that is no name and has nobody ("Norland's")."""
    held = [n.span for n in piece.names if whole.covers(n.span) and not (n.kind == "place" and _owns(piece, n.span))]
    yield from held
    for word in words_in(piece, whole):
        span = Span(start=word.start, end=word.end)
        if word.pos == "ADJ" or _owns(piece, span):
            continue
        if countries().of(piece.words_of(span)) and not any(h.overlaps(span) for h in held):
            yield span


def _owns(piece: Annotated, span: Span) -> bool:
    return piece.report.text[span.end : span.end + 2] in ("'s", "’s")


def members(piece: Annotated, sentence: Span) -> Iterator[Term]:
    """Who is named in a list behind "including": guarantors where the act is to guarantee, members where it is a group.

    A list of what is given ("including weapons") holds no name and gives none.
    """
    inside = words_in(piece, sentence)
    for n, word in enumerate(inside):
        if piece.report.text[word.start : word.end].lower() not in words("members", LIST):
            continue
        before = {piece.report.text[w.start : w.end].lower() for w in inside[max(0, n - 10) : n]}
        kind: TermKind = "guarantor" if before & words("warranting", LIST) else "party"
        for span in _listed(piece, inside[n + 1 :]):
            told = piece.words_of(span)
            yield Term(term=kind, value=countries().of(told) or told, evidence=(evidence(piece.report, span),))


def _listed(piece: Annotated, rest: Sequence[Word]) -> Iterator[Span]:
    """The names of a list: it ends at the first verb."""
    end = next((w.start for w in rest if w.pos in ("VERB", "AUX")), rest[-1].end if rest else 0)
    if rest and rest[0].start < end:
        yield from named(piece, Span(start=rest[0].start, end=end))


def _counted(telling: Telling, span: Span) -> bool:
    return any(q.span.overlaps(span) for q in telling.piece.quantities)


def _condition(telling: Telling) -> Iterator[Term]:
    """The conditions of the act and of its clauses, each by the word that opens it; a threat's trigger."""
    act, what = telling.statement.act, did(telling)
    found = [act.condition] if act and act.condition else []
    for clause in telling.piece.clauses:
        if clause.condition and clause.span.overlaps(what) and not any(f.overlaps(clause.condition) for f in found):
            found.append(clause.condition)
    for span in found:
        first = re.findall(r"\w+", telling.piece.words_of(span).lower())[:3]
        opener = next((w for w in first if w in _OPENERS), None)
        yield msgspec.structs.replace(_term(telling, "condition", span), opener=opener)
    if telling.kind == "threat" and (trigger := _trigger(telling)):
        yield msgspec.structs.replace(_term(telling, "condition", trigger), opener="trigger")


def _trigger(telling: Telling) -> Span | None:
    """What is threatened to be met, where the threat's own subject tells it: "any ship sent through would be sunk"."""
    piece, text = telling.piece, telling.piece.report.text
    inside = [w for w in words_in(piece, did(telling)) if text[w.start : w.end].lower() not in ("that", "“", '"')]
    ends = next((n for n, w in enumerate(inside) if text[w.start : w.end].lower() in ("will", "would")), 0)
    subject = inside[:ends]
    noun = next((n for n, w in enumerate(subject) if w.pos in ("NOUN", "PROPN")), None)
    if (
        noun is None
        or subject[0].pos in ("SCONJ", "PRON", "CCONJ")
        or not any(w.pos in ("VERB", "ADP") for w in subject[noun:])
    ):
        return None
    return Span(start=subject[0].start, end=subject[-1].end)


def _deadline(telling: Telling) -> Iterator[Term]:
    act = telling.statement.act
    if act and act.deadline:
        day = next((t for t in telling.piece.times if t.span.overlaps(act.deadline)), None)
        yield _dated(_term(telling, "deadline", act.deadline), day)


def _dated(term: Term, day: Time | None) -> Term:
    return msgspec.structs.replace(term, first=day.first, last=day.last) if day else term


def _amounts(telling: Telling) -> Iterator[Term]:
    what, voice = did(telling), telling.statement.voice.span
    for q in telling.piece.quantities:
        if q.kind in _AMOUNTS and what.covers(q.span) and not (voice and voice.overlaps(q.span)):
            high = None if q.high == float("inf") else q.high
            term = _term(telling, "amount", q.span)
            yield msgspec.structs.replace(term, low=q.low, high=high, unit=q.unit)


def _forms(telling: Telling) -> Iterator[Term]:
    """What is given or withheld: an instrument's noun with the words before it that belong to it."""
    piece, text = telling.piece, telling.piece.report.text
    if telling.kind in ("accusation", "denial"):
        return
    inside = words_in(piece, did(telling))
    for n, word in enumerate(inside):
        if word.pos != "NOUN" or text[word.start : word.end].lower() not in words("instruments", LIST):
            continue
        first = n
        while (
            first
            and inside[first - 1].pos in ("ADJ", "NOUN", "PROPN")
            and inside[first - 1].end + 2 > inside[first].start
        ):
            first -= 1
        yield _term(telling, "form", Span(start=inside[first].start, end=word.end))


def _when_and_where(telling: Telling) -> Iterator[Term]:
    """The day and place of saying it: in the same sentence, outside the act and everything that is said there."""
    piece, act = telling.piece, telling.statement.act
    said = [did(telling), *(c for s in piece.statements for c in s.content if c.overlaps(telling.sentence))]
    for day in piece.times:
        if telling.sentence.covers(day.span) and not _inside(day.span, said) and not (act and act.deadline == day.span):
            yield _dated(_term(telling, "since", day.span), day)
    for place in piece.places:
        if not telling.sentence.covers(place.span) or _inside(place.span, said):
            continue
        before = [w for w in words_in(piece, telling.sentence) if w.end <= place.span.start][-1:]
        if before and piece.report.text[before[0].start : before[0].end].lower() in _SAID_IN:
            yield _term(telling, "place", place.span, f"said in {place.name}")


def _inside(span: Span, said: Sequence[Span]) -> bool:
    return any(s.overlaps(span) for s in said)


def _stages(telling: Telling) -> Iterator[Term]:
    """Stage and status by a verb of the telling's own sentence that stands before the words of the act."""
    piece, text = telling.piece, telling.piece.report.text
    for word in words_in(
        piece, Span(start=telling.sentence.start, end=max(telling.sentence.start, did(telling).start))
    ):
        if word.pos not in ("VERB", "NOUN"):
            continue
        told = text[word.start : word.end].lower()
        kinds: tuple[tuple[TermKind, tuple[str, ...]], ...] = (("stage", _STAGES), ("status", _STATUSES))
        for kind, names in kinds:
            for name in names:
                if told in words(name, LIST):
                    yield _term(telling, kind, Span(start=word.start, end=word.end), name)


def _add(found: list[Term], term: Term) -> None:
    """Joins a term to one of the same value, or sets it behind the rest."""
    for i, other in enumerate(found[1:], 1):
        if other.term == term.term and _alike(other, term):
            if not set(term.evidence) <= set(other.evidence):
                found[i] = msgspec.structs.replace(other, evidence=(*other.evidence, *term.evidence))
            return
    found.append(term)


def _alike(a: Term, b: Term) -> bool:
    if a.first is not None and b.first is not None:
        return (a.first, a.last) == (b.first, b.last)
    if a.low is not None and b.low is not None:
        return (a.low, a.high, a.unit) == (b.low, b.high, b.unit)
    return _plain(a.value) == _plain(b.value)


def _plain(value: str) -> frozenset[str]:
    return frozenset(stem(w) for w in re.findall(r"\w{3,}", value.lower())) - {"the", "and", "would", "will"}


def place_of(told: Evidence) -> Span:
    """Returns where a piece of evidence stands in its report."""
    return Span(start=told.start, end=told.end)
