"""Positions: on each thing that several parties act on, who is for it, against it, for it on a condition, undecided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.language.lexicon import sections, words
from crosswire.model import Annotated, Cell, Entry, EntryKind, Evidence, Position, Stance, Statement, Term
from crosswire.register.tellings import LIST, stem, stems
from crosswire.register.terms import place_of
from crosswire.values.places.countries import countries

#: A question is one thing: two entries are on it when both give or withhold one instrument (troops, aid, guarantees),
#: or when this share of the shorter one's nouns stand in both.
SHARED = 0.5
#: Nouns two entries have in common at least.
FEWEST = 2
_FOR: frozenset[EntryKind] = frozenset(("pledge", "offer", "agreement", "demand", "appeal", "proposal"))
_AGAINST: frozenset[EntryKind] = frozenset(("refusal", "threat"))
_THINGS = frozenset(("NOUN", "PROPN"))


def positions(pieces: Sequence[Annotated], entries: Sequence[Entry]) -> tuple[Position, ...]:
    """Returns the questions on which two actors stand at least, those with most cells first.

    A cell is an actor's stance by the spans of its entries, or of its answers to one: a pledge, offer, demand or
    agreement is for its thing, conditional where a condition is told with it; a refusal or a threat against it; who
    stops short of either is undecided. Two stances of one actor are two cells.
    """
    texts = {piece.report.id: piece for piece in pieces}
    groups: list[tuple[frozenset[str], list[Entry]]] = []
    for entry in entries:
        if entry.actor is None or entry.kind not in _FOR | _AGAINST:
            continue
        things = _things(texts, entry)
        home = next((g for g in groups if _is_on(things, g[0])), None)
        if home is None:
            groups.append((things, [entry]))
        else:
            home[1].append(entry)
    found = [
        Position(question=g[0].terms[0].value.removeprefix("that "), cells=tuple(_cells(pieces, g))) for _, g in groups
    ]
    kept = [p for p in found if len({cell.actor for cell in p.cells}) > 1]
    return tuple(sorted(kept, key=lambda p: -len(p.cells)))


def _things(texts: dict[str, Annotated], entry: Entry) -> frozenset[str]:
    """The nouns of an entry's content that half of its reports tell at least."""
    told = [stems(texts[e.report], place_of(e), _THINGS) for e in entry.terms[0].evidence]
    every = frozenset[str]().union(*told)
    actor = {w.lower()[:6] for w in (entry.actor or "").split()}
    return frozenset(w for w in every if 2 * sum(w in one for one in told) >= len(told)) - actor


def _is_on(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    given = {stem(word) for word in words("instruments", LIST)}
    return bool(a & b & given) or (shared >= FEWEST and shared >= SHARED * min(len(a), len(b)))


def _cells(pieces: Sequence[Annotated], group: Sequence[Entry]) -> Iterator[Cell]:
    spoken = {s.id: _actor(s) for piece in pieces for s in piece.statements}
    found: dict[tuple[str, Stance], tuple[list[Evidence], str]] = {}
    for entry in group:
        for actor, stance, told in _told(entry, _clauses(pieces, entry), spoken):
            found.setdefault((actor, stance), ([], entry.id))[0].extend(told)
    for (actor, stance), (told, entry_id) in found.items():
        yield Cell(actor=actor, stance=stance, evidence=tuple(dict.fromkeys(told)), entry=entry_id)


def _actor(statement: Statement) -> str:
    """Who stands there: a person by name, a body that is a state's by the state."""
    name = statement.voice.name or ""
    return name if statement.voice.kind == "person" else countries().of(name) or name


def _acts_too(entry: Entry, party: Term, clauses: dict[str, int]) -> bool:
    """Tells whether a party does the act beside the actor: it is told before the clause and brings nobody's words."""
    other = " by " not in party.value and party.value != entry.actor and not party.value[0].isdigit()
    return other and any(e.end <= clauses.get(e.report, 0) for e in party.evidence)


def _clauses(pieces: Sequence[Annotated], entry: Entry) -> dict[str, int]:
    """Where the last clause that does an entry's act begins in each report: who acts is told before it."""
    spoken = {s.id: s for piece in pieces for s in piece.statements}
    found: dict[str, int] = {}
    for one in (spoken[i] for i in entry.statements):
        words_done = one.act.words if one.act and one.act.words else one.content[0]
        found[one.report] = max(found.get(one.report, 0), words_done.start)
    return found


def _told(
    entry: Entry, clauses: dict[str, int], spoken: dict[str, str]
) -> Iterator[tuple[str, Stance, Sequence[Evidence]]]:
    """Each telling by who does it there, then those who act beside them, then the answers of others."""
    content = entry.terms[0].evidence
    under = {e.report for t in entry.terms if t.term == "condition" for e in t.evidence}
    turned = entry.kind in _AGAINST

    def stance(told: Evidence) -> Stance:
        if any(phrase in told.exact.lower() for phrase in sections(LIST)["open answers"]):
            return "undecided"
        return "against" if turned else "conditional" if told.report in under else "for"

    for statement, told in zip(entry.statements, content, strict=True):
        actor = spoken[statement]
        yield (entry.actor or actor) if actor[:1].isdigit() else actor, stance(told), [told]
    for party in (t for t in entry.terms if t.term == "party" and _acts_too(entry, t, clauses)):
        reports = {told.report for told in party.evidence}
        for told in content:
            if told.report in reports:
                yield party.value, stance(told), [told]
    for term in entry.terms:
        if term.term in ("backs", "rejects"):
            yield term.value, "for" if (term.term == "backs") is not turned else "against", term.evidence
