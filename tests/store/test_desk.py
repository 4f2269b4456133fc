"""Reports in, stories out, and what changed in between."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import msgspec
import pytest
from tests.store.invented import Plain, report

from crosswire.errors import DeskError, ReadError
from crosswire.model import Report
from crosswire.store import Desk


def counts(desk: Desk) -> list[tuple[str, int]]:
    return sorted((story.id, story.reports) for story in desk.stories())


def test_reports_of_one_event_make_one_story(desk: Desk) -> None:
    added = desk.add([report("ferry", 6, "Post"), report("mine", 4, "Post"), report("ferry", 7, "Wire")])
    assert [one.arrival for one in added.reports] == ["new"] * 3
    assert added.stories == ("s1", "s2")
    assert counts(desk) == [("s1", 2), ("s2", 1)]
    story = desk.story("s1")
    assert {r.id for r in story.reports} == {"ferry-post-6", "ferry-wire-7"}
    for point in story.points:
        for told in point.evidence:
            assert desk.full_report(told.report).text[told.start : told.end] == told.exact
    assert desk.summary("s1").conflicts == 1


def test_the_same_report_again_changes_nothing(desk: Desk, plain: Plain) -> None:
    given = [report("ferry", 6, "Post", "https://post.example/1"), report("mine", 4, "Wire")]
    desk.add(given)
    before, compared = desk.path.read_bytes(), len(plain.compared)
    log, states = desk.log(), desk.states("s1")
    again = desk.add(given)
    assert [one.arrival for one in again.reports] == ["known", "known"]
    assert again.stories == ()
    assert (desk.log(), desk.states("s1"), len(plain.compared)) == (log, states, compared)
    assert desk.path.read_bytes() == before


def test_another_text_at_one_address_is_a_new_version(desk: Desk) -> None:
    url = "https://post.example/1"
    desk.add([report("ferry", 6, "Post", url), report("ferry", 6, "Wire", more="Divers came from Halden.")])
    added = desk.add(report("ferry", 9, "Post", f"{url}#top"))
    assert [one.arrival for one in added.reports] == ["version"]
    versions = desk.versions(added.reports[0].report)
    assert [v.version for v in versions] == [1, 2]
    assert [(e.old_words, e.new_words) for e in versions[1].edits] == [("6", "9")]
    assert versions[0].edits == ()
    assert "6 passengers" in desk.full_report(versions[0].report).text
    assert [r.current for r in desk.reports() if r.url] == [False, True]
    assert counts(desk) == [("s1", 2)]
    assert {r.id for r in desk.story("s1").reports} == {versions[1].report, "ferry-wire-6"}
    back = desk.add(report("ferry", 6, "Post", url))
    assert [one.arrival for one in back.reports] == ["known"]


def test_copies_are_one_origin_and_both_are_kept(desk: Desk) -> None:
    desk.add([report("ferry", 6, "Post"), report("ferry", 6, "Wire")])
    assert [r.origin for r in desk.reports("s1")] == ["o1", "o1"]
    assert desk.summary("s1").origins == 1


def test_what_cannot_be_read_is_kept_with_its_reason(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("  ")
    added = desk.add([tmp_path / "empty.txt", tmp_path / "nowhere.txt", report("ferry")])
    assert [u.why for u in added.unread] == ["nothing but white space in the file", "no such file"]
    assert {u.why for u in desk.unread()} == {"nothing but white space in the file", "no such file"}
    assert len(added.reports) == 1
    with pytest.raises(ReadError, match="no such file"):
        desk.add([tmp_path / "nowhere.txt"], strict=True)


@pytest.mark.parametrize("field", ["text", "title", "outlet", "url"])
def test_half_a_character_is_refused_and_told(desk: Desk, field: str) -> None:
    broken = msgspec.structs.replace(report("ferry"), **{field: "The ferry \ud800 sank."})
    added = desk.add([broken, report("mine")])
    assert len(added.reports) == 1
    assert "surrogate" in added.unread[0].why


@pytest.mark.parametrize(
    "text", ["nul \x00 inside the ferry", "\ue000\ue001 signs", "naïve café 漢字 🚢", "a\r\nb\rc\u2028d"]
)
def test_a_text_comes_back_as_it_was(desk: Desk, text: str) -> None:
    desk.add(Report(id="odd", text=text, language="en"))
    assert desk.full_report("odd").text == text
    assert desk.verify().sound
    for hit in desk.search("ferry OR signs OR café OR b").hits:
        assert text[hit.start : hit.end] == hit.exact


def test_where_a_report_was_read_from_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "00.txt").write_text(report("ferry").text)
    desk.add([tmp_path])
    desk.add([report("mine")], source="https://feeds.example/mine")
    assert [r.source for r in desk.reports()] == [str(tmp_path / "00.txt"), "https://feeds.example/mine"]


def test_ids_never_collide(desk: Desk) -> None:
    desk.add([Report(id="a", text="The ferry sank."), Report(id="a", text="The mine fell in.")])
    assert [r.id for r in desk.reports()] == ["a", "a-2"]


def test_one_more_report_is_read_and_not_the_others(desk: Desk, plain: Plain) -> None:
    desk.add([report("ferry", n, f"Outlet {n}") for n in range(10)])
    plain.read_texts.clear()
    desk.add(report("ferry", 11, "Late"))
    assert plain.read_texts == ["ferry-late-11"]
    assert plain.compared[-1] == 11


def test_only_stories_that_got_a_report_are_compared(desk: Desk, plain: Plain) -> None:
    desk.add([report("ferry"), report("mine"), report("bank")])
    plain.compared.clear()
    assert desk.add(report("mine", 8, "Wire")).stories == ("s2",)
    assert plain.compared == [2]


def test_a_state_a_time(desk: Desk) -> None:
    desk.add(report("ferry", 6, "Post"))
    between = desk.states("s1")[0].at
    desk.add(report("ferry", 7, "Wire"))
    assert [s.cause for s in desk.states("s1")] == [("ferry-post-6",), ("ferry-wire-7",)]
    assert [r.id for r in desk.story("s1", as_of=between).reports] == ["ferry-post-6"]
    assert len(desk.story("s1").reports) == 2
    assert desk.story("s1", as_of="2031-05-10") == desk.story("s1")
    with pytest.raises(DeskError, match=r"it had no ledger at 2031-05-09 .allowed: a time from 2031-05-10T"):
        desk.story("s1", as_of="2031-05-09")
    with pytest.raises(DeskError, match="'soon': no time"):
        desk.story("s1", as_of="soon")


def test_what_changed_is_told_as_data(desk: Desk) -> None:
    desk.add(report("ferry", 6, "Post"))
    last = desk.changes()[-1].n
    desk.add(report("ferry", 7, "Wire"))
    told = [(c.what, c.how, c.slot, c.old, c.new, tuple(sorted(c.reports))) for c in desk.changes("s1", after=last)]
    assert told[0] == ("report", "new", None, None, "ferry-wire-7", ("ferry-wire-7",))
    assert ("verdict", "changed", None, "single-source", "corroborated", ("ferry-wire-7",)) in told
    assert ("verdict", "changed", None, "single-source", "conflicting", ("ferry-wire-7",)) in told
    assert ("difference", "new", "number", None, "conflict", ("ferry-post-6", "ferry-wire-7")) in told
    assert ("value", "new", "number", None, "7", ("ferry-wire-7",)) in told
    assert not [c for c in told if c[:2] == ("point", "new")], "the same points, told by one more"


def test_the_history_of_a_value_is_a_query(desk: Desk) -> None:
    desk.add([report("ferry", 6, "Post"), report("ferry", 7, "Wire")])
    desk.add(report("ferry", 8, "Late"))
    told = sorted(desk.tellings("s1", slot="number"), key=lambda telling: telling.value)
    assert [(t.value, t.report, t.until) for t in told] == [
        ("6", "ferry-post-6", None), ("7", "ferry-wire-7", None), ("8", "ferry-late-8", None),
    ]  # fmt: skip
    assert told[0].since < told[2].since
    assert set(told[0].why.split("; ")) == {"6 in ferry-post-6", "7 in ferry-wire-7", "8 in ferry-late-8"}


def test_an_older_reading_is_not_used(tmp_path: Path) -> None:
    first, second = Plain(), Plain()
    second.made_by = "plain/2"
    with Desk(tmp_path / "d", analyst=first) as desk:
        desk.add(report("ferry", 6, "Post"))
    with Desk(tmp_path / "d", analyst=second) as desk:
        desk.add(report("ferry", 7, "Wire"))
    assert sorted(second.read_texts) == ["ferry-post-6", "ferry-wire-7"]


def test_many_threads_read_while_one_writes(desk: Desk) -> None:
    desk.add(report("ferry", 0, "First"))
    failed: list[Exception] = []
    done = threading.Event()

    def look() -> None:
        try:
            while not done.is_set():
                assert desk.story("s1").reports
                assert desk.search("ferry").total
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for n in range(1, 8):
        desk.add(report("ferry", n, f"Outlet {n}"))
    done.set()
    for thread in threads:
        thread.join()
    assert failed == []
    assert desk.summary("s1").reports == 8


def test_the_log_is_only_added_to(desk: Desk) -> None:
    desk.add(report("ferry"))
    with sqlite3.connect(desk.path) as connection:
        for change in ("UPDATE log SET who = 1", "UPDATE log SET by = 'nobody'", "DELETE FROM log"):
            with pytest.raises(sqlite3.DatabaseError):
                connection.execute(change)
        for change in ("UPDATE reports SET text = 'x'", "UPDATE reports SET sha256 = ''", "DELETE FROM reports"):
            with pytest.raises(sqlite3.IntegrityError, match="a report is"):
                connection.execute(change)


def test_reading_again_keeps_threads_and_marks(desk: Desk) -> None:
    desk.add([report("ferry", 6, "Post"), report("ferry", 7, "Wire")])
    desk.mark("s1", "p2:number", "open", by="ann", note="ask the coast guard")
    threads = {c.thread for c in desk.changes() if c.what == "point"}
    desk.reread("s1")
    assert len(desk.states("s1")) == 2
    assert {c.thread for c in desk.changes() if c.what == "point"} == threads
    assert desk.marks()[0].item == "p2:number"
