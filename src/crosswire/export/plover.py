"""The entries of a register as PLOVER events in JSON, and entries and positions as a table.

Source: the PLOVER ontology (Halterman, Bagozzi, Beger, Schrodt, Scarborough; as POLECAT uses it). Event types: AGREE,
REQUEST, REJECT, THREATEN, ACCUSE. A denial has none there and is told as `event_type` null, a proposal and a framework
too; an offer is AGREE, as a pledge is. Modes are left out: no report's span says which of them is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from crosswire.export.parcel import Dossier, Parcel
from crosswire.model import Entry, EntryKind
from crosswire.show.table import Row, written

TYPES: Final[dict[EntryKind, str]] = {
    "pledge": "AGREE",
    "offer": "AGREE",
    "agreement": "AGREE",
    "demand": "REQUEST",
    "appeal": "REQUEST",
    "refusal": "REJECT",
    "threat": "THREATEN",
    "accusation": "ACCUSE",
}
COLUMNS: Final = (
    "story", "part", "id", "kind", "actor", "country", "addressee", "term", "value", "opener", "low", "high", "unit",
    "first", "last", "report", "start", "end", "exact", "note",
)  # fmt: skip


def plover(parcel: Parcel) -> str:
    """Returns the entries of the stories as a JSON array of PLOVER events, one an entry, then the marks on them."""
    events = [_event(dossier.id, entry) for dossier in parcel.stories for entry in dossier.story.registers]
    marks = [mark for dossier in parcel.stories for mark in dossier.remarks]
    return msgspec.json.encode({"events": events, "marks": marks}).decode() + "\n"


def registers_table(parcel: Parcel) -> str:
    """Returns entries, positions and marks as CSV, one row a piece of evidence: `part` is entry, position or mark."""
    return written(COLUMNS, (row for dossier in parcel.stories for row in _rows(dossier)))


def _event(story: str, entry: Entry) -> dict[str, object]:
    return {
        "event_id": f"{story}:{entry.id}",
        "event_type": TYPES.get(entry.kind),
        "kind": entry.kind,
        "actor": entry.actor,
        "actor_country": entry.country,
        "recipient": entry.addressee,
        "terms": msgspec.to_builtins(entry.terms),
        "differences": msgspec.to_builtins(entry.differences),
    }


def _rows(dossier: Dossier) -> Iterator[Row]:
    for entry in dossier.story.registers:
        for term in entry.terms:
            low, high = ("" if bound is None else bound for bound in (term.low, term.high))
            for told in term.evidence:
                yield (
                    dossier.id, "entry", entry.id, entry.kind, entry.actor or "", entry.country or "",
                    entry.addressee or "", term.term, term.value, term.opener or "", low, high, term.unit or "",
                    term.first or "", term.last or "", told.report, told.start, told.end, told.exact, "",
                )  # fmt: skip
    for position in dossier.story.positions:
        for cell in position.cells:
            for told in cell.evidence:
                yield (
                    dossier.id, "position", cell.entry or "", cell.stance, cell.actor, "", "", "question",
                    position.question, "", "", "", "", "", "", told.report, told.start, told.end, told.exact, "",
                )  # fmt: skip
    for mark in dossier.remarks:
        for on in mark.evidence:
            yield (
                dossier.id, "mark", mark.item or "", mark.verdict, mark.by, "", "", mark.slot or "", "", "", "", "", "",
                "", "", on.report, on.start, on.end, on.exact or "", mark.note or "",
            )  # fmt: skip
