"""Entries as PLOVER events and as a table."""

from __future__ import annotations

import csv
import io
import json

import pytest

from crosswire.export.parcel import Dossier, Parcel
from crosswire.export.plover import COLUMNS, plover, registers_table
from crosswire.model import Cell, Entry, EntryKind, Evidence, Position, Story, Term

TOLD = Evidence(report="00", start=0, end=20, exact="Norland pledged five")


def parcel(kind: EntryKind) -> Parcel:
    entry = Entry(
        id="e1",
        kind=kind,
        actor="Norland",
        addressee="Veskia",
        terms=(
            Term(term="content", value="=five ships", evidence=(TOLD,)),
            Term(term="amount", value="five", evidence=(TOLD,), low=5, high=5, unit="ships"),
        ),
    )
    cell = Cell(actor="Norland", stance="for", evidence=(TOLD,), entry="e1")
    story = Story(registers=(entry,), positions=(Position(question="ships", cells=(cell,)),))
    return Parcel(stories=(Dossier(id="s1", story=story, at="2031-05-04"),))


@pytest.mark.parametrize(
    ("kind", "event"),
    [("pledge", "AGREE"), ("appeal", "REQUEST"), ("refusal", "REJECT"), ("threat", "THREATEN"), ("denial", None)],
)
def test_an_entry_is_an_event_of_its_type(kind: EntryKind, event: str | None) -> None:
    (told,) = json.loads(plover(parcel(kind)))["events"]
    assert (told["event_id"], told["event_type"], told["kind"], told["recipient"]) == ("s1:e1", event, kind, "Veskia")


def test_a_table_has_a_row_for_each_piece_of_evidence() -> None:
    rows = list(csv.DictReader(io.StringIO(registers_table(parcel("pledge")))))
    assert tuple(rows[0]) == COLUMNS
    assert [(r["part"], r["term"]) for r in rows] == [
        ("entry", "content"), ("entry", "amount"), ("position", "question"),
    ]  # fmt: skip
    assert rows[0]["value"] == "'=five ships"
    assert (rows[1]["low"], rows[1]["unit"], rows[1]["exact"]) == ("5", "ships", TOLD.exact)
