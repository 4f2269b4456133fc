"""A report that must go leaves no word behind: in no table, no index, no free page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.invented import report

from crosswire.errors import DeskError
from crosswire.model import Report
from crosswire.store import Desk, forget

SECRET = Report(
    id="gone", title="Zyrqvel named", outlet="Post", published="2031-05-05",
    text=report("ferry", 7).text + " Witness Zyrqvel said the Zyrqvelian bell rang 4411 times.",
)  # fmt: skip
WORDS = (b"zyrqvel", b"4411")


def bytes_of(desk: Desk) -> bytes:
    return b"".join(p.read_bytes() for p in desk.path.parent.iterdir() if p.name.startswith(desk.path.name)).lower()


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.add([report("ferry", 6, "Wire"), SECRET, report("ferry", 8, "Late")])
    desk.mark("s1", "gone:s4", "right", by="ann")
    return desk


def test_no_word_is_left(filled: Desk) -> None:
    assert all(word in bytes_of(filled) for word in WORDS)
    filled.forget("gone", why="a court says so", by="ann")
    assert not any(word in bytes_of(filled) for word in WORDS)
    stored = filled.report("gone")
    assert (stored.sha256, stored.forgotten, stored.title) == (SECRET.sha256, "a court says so", None)
    assert filled.search("zyrqvel").total == 0
    assert {r.id for r in filled.story("s1").reports} == {"ferry-wire-6", "ferry-late-8"}
    assert [m.evidence[0].exact for m in filled.marks()] == [None]
    line = filled.log()[0]
    assert (line.what, line.subject, line.old, line.why) == (
        "report forgotten",
        "gone",
        SECRET.sha256,
        "a court says so",
    )
    assert filled.verify().sound


def test_older_states_are_made_anew_from_the_others(filled: Desk) -> None:
    then = filled.states("s1")[0].at
    filled.forget("gone", why="a court says so", by="ann")
    assert [s.kept for s in filled.states("s1")] == [False, True]
    assert {r.id for r in filled.story("s1", as_of=then).reports} == {"ferry-wire-6", "ferry-late-8"}


def test_nothing_else_counts_as_new(filled: Desk) -> None:
    last = filled.changes()[-1].n
    filled.forget("gone", why="a court says so", by="ann")
    told = [(c.what, c.how) for c in filled.changes(after=last)]
    assert ("report", "gone") in told
    assert ("point", "new") not in told


def test_a_forgotten_report_does_not_come_back(filled: Desk) -> None:
    filled.forget("gone", why="a court says so", by="ann")
    assert [one.arrival for one in filled.add(SECRET).reports] == ["known"]
    assert not any(word in bytes_of(filled) for word in WORDS)
    with pytest.raises(DeskError, match="gone: it was forgotten: a court says so"):
        filled.full_report("gone")
    with pytest.raises(DeskError, match="it was forgotten already"):
        filled.forget("gone", why="again", by="ann")
    with pytest.raises(DeskError, match="only with a reason"):
        filled.forget("ferry-wire-6", why=" ", by="ann")


def test_what_was_interrupted_is_finished_by_the_next_work(filled: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(forget, "finish", lambda file, at: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            filled.forget("gone", why="a court says so", by="ann")
    assert filled.search("zyrqvel").total == 0, "it left at once"
    assert b"zyrqvel" in bytes_of(filled)
    assert filled.verify().sound
    assert b"zyrqvel" not in bytes_of(filled)


def test_the_only_report_of_a_story_takes_it_along(desk: Desk, tmp_path: Path) -> None:
    desk.add(SECRET)
    desk.forget("gone", why="a court says so", by="ann")
    assert desk.stories() == ()
    with pytest.raises(DeskError, match="every report of it was forgotten"):
        desk.story("s1")
    assert not any(word in bytes_of(desk) for word in WORDS)
    assert desk.verify().sound
