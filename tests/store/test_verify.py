"""`verify` finds what was put in: a flipped byte, a shifted offset, an index out of step, a changed log."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from tests.store.invented import report

from crosswire.store import Desk
from crosswire.store.schema import SCHEMA


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.add([report("ferry", 6, "Post"), report("ferry", 7, "Wire"), report("mine", 4, "Wire")])
    desk.mark("s1", "p2:number", "open", by="ann")
    desk.forget("mine-wire-4", why="a court says so", by="ann")
    return desk


def test_a_whole_desk_is_sound(filled: Desk) -> None:
    checked = filled.verify()
    assert checked.faults == ()
    assert checked.counted["reports"] == 3
    assert checked.counted["spans"] > 10
    assert checked.counted["marks"] == 1


BREAKAGES = [
    ("UPDATE reports SET text = replace(text, 'sank', 'rose') WHERE id = 'ferry-post-6'", "not the text that was read"),
    ("UPDATE reports SET text = text || 'x' WHERE id = 'ferry-post-6'", "not as long as the text"),
    ("UPDATE reports SET outlet = 'Somebody' WHERE id = 'ferry-post-6'", "the seal differs"),
    ("UPDATE reports SET text = NULL WHERE id = 'ferry-post-6'", "was not forgotten"),
    ("UPDATE evidence SET start = start + 1 WHERE n = 3", "do not stand at its place"),
    ("UPDATE evidence SET exact = 'never' WHERE n = 3", "do not stand at its place"),
    ('UPDATE statements SET "end" = "end" - 1', "do not stand at its place"),
    ("UPDATE tellings SET start = start + 1", "do not stand at its place"),
    ("UPDATE mark_evidence SET start = start + 1", "do not stand at its place"),
    ("UPDATE mark_evidence SET words = 'x'", "its key is not that of its words"),
    ("UPDATE marks SET kind = 'point'", "its key is not that of its words"),
    ("DELETE FROM evidence WHERE n = 1", "its evidence is not that of its newest ledger"),
    ("UPDATE points SET verdict = 'updated' WHERE n = 1", "its points are not those"),
    ("UPDATE differences SET nature = 'wording'", "its differences are not those"),
    ("UPDATE states SET ledger = x'00' WHERE ledger IS NOT NULL", "cannot be read"),
    ("UPDATE states SET sha256 = 'x' WHERE ledger IS NOT NULL", "the hash differs"),
    ("UPDATE annotations SET found = x'00'", "cannot be read"),
    ("UPDATE members SET story = 's2' WHERE report = 'ferry-post-6'", "not those it was made of"),
    ("UPDATE spread SET reports = reports + 1", "not those of the signs"),
    ("UPDATE furniture SET \"end\" = 99999; INSERT INTO furniture VALUES ('ferry-post-6', 0, 99999)", "lies outside"),
    ("UPDATE log SET by = 'nobody' WHERE n = 2", "not as it was written"),
    ("DELETE FROM log WHERE n = 2", "not as it was written"),
    ("DELETE FROM stories WHERE id = 's1'", "that is not there"),
    ("INSERT INTO reports_fts (reports_fts) VALUES ('delete-all')", "does not hold the words of its table"),
    ("INSERT INTO statements_fts (rowid, words) VALUES (999, 'ghost')", "does not hold the words of its table"),
    ("UPDATE points SET gist = 'other words' WHERE n = 1", "its points are not those"),
]


@pytest.mark.parametrize(("breakage", "told"), BREAKAGES)
def test_it_finds(filled: Desk, breakage: str, told: str) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(breakage)
    assert any(told in fault.what for fault in filled.verify().faults)


def test_an_index_that_its_triggers_did_not_follow(filled: Desk) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("DROP TRIGGER reports_fts_change")
        connection.execute("DROP TRIGGER report_texts_are_frozen")
        connection.execute("UPDATE reports SET title = 'Another ferry' WHERE id = 'ferry-post-6'")
        connection.commit()
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert "reports_fts" in {fault.where for fault in filled.verify().faults}


def test_a_flipped_byte_anywhere_in_a_text(filled: Desk) -> None:
    filled.close()
    data = bytearray(filled.path.read_bytes())
    at = data.index(b"Harbour master Lien said")
    data[at] ^= 0x80
    filled.path.write_bytes(data)
    assert filled.verify().faults


def test_a_flipped_byte_in_a_page_of_the_file(filled: Desk) -> None:
    filled.close()
    data = bytearray(filled.path.read_bytes())
    for page in range(4096 * 20, len(data), 4096 * 7):
        data[page] ^= 0xFF
    filled.path.write_bytes(data)
    assert filled.verify().faults


def test_every_trigger_of_an_index_is_there() -> None:
    for table in ("points", "statements"):
        for when in ("new", "gone", "change"):
            assert f"CREATE TRIGGER {table}_fts_{when} " in SCHEMA
