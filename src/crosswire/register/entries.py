"""The entries of a story, from the acts of its reports and the points in which the aligner sets them side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from crosswire.model import Alignment, Annotated, Entry, Modality, VoiceKind
from crosswire.register.addressees import addressee
from crosswire.register.answers import Answer, answered, answers
from crosswire.register.differences import differences
from crosswire.register.frameworks import frameworks
from crosswire.register.joining import joined
from crosswire.register.tellings import Telling, did, tellings
from crosswire.register.terms import place_of, plainest, terms

_STRONGEST: tuple[Modality, ...] = ("asserted", "necessary", "intended", "conditional", "possible", "doubted")


def registers(pieces: Sequence[Annotated], alignment: Alignment) -> tuple[Entry, ...]:
    """Returns the entries of a story, those told by most reports first, then in order of first telling.

    An entry is one act of one party on one thing: never a party's description of another's act, which is its own
    accusation; nor what a party only may do in another's doubt. Frameworks are entries too, and what stands in their
    terms is none beside.

    Args:
        pieces: the reports of one story, voices named across them.
        alignment: their points; tellings in one point are of one thing.
    """
    replies = list(answers(pieces))
    plans = list(frameworks(pieces))
    acts = [t for t in tellings(pieces, alignment) if not any(_is_term(t, plan) for plan in plans)]
    found = [_entry(group, replies) for group in joined(acts)]
    found = [entry for entry in found if entry.modality != "doubted"] + plans
    found.sort(key=lambda e: -len({told.report for told in e.terms[0].evidence}))
    return tuple(msgspec.structs.replace(entry, id=f"e{n}") for n, entry in enumerate(found, 1))


def _is_term(telling: Telling, plan: Entry) -> bool:
    """What stands in the terms of a framework is what it would bind somebody to, and nobody's act yet."""
    held = (place_of(e) for e in plan.terms[0].evidence if e.report == telling.piece.report.id)
    return any(span.covers(did(telling)) for span in held)


def _entry(group: Sequence[Telling], replies: Sequence[Answer]) -> Entry:
    plain = plainest(group)
    told = (*terms(group), *answered(group, replies))
    kinds = Counter(t.statement.voice.kind for t in group)
    kind: VoiceKind = kinds.most_common(1)[0][0]
    return Entry(
        id="",
        kind="demand" if any(t.kind == "demand" for t in group) else plain.kind,
        actor=Counter(t.actor for t in group).most_common(1)[0][0],
        addressee=addressee(group),
        terms=told,
        differences=differences(told),
        statements=tuple(t.statement.id for t in group),
        actor_kind=kind,
        country=next((t.country for t in group if t.country), None),
        modality=_modality(group),
    )


def _modality(group: Sequence[Telling]) -> Modality:
    """The strongest modality of the clauses that tell the act."""
    told = {c.modality for t in group for c in t.piece.clauses if c.span.overlaps(t.span)}
    return next((m for m in _STRONGEST if m in told), "asserted")
