"""What a person decides wins for ever, and can be undone; what crosswire does is logged with its reason."""

from __future__ import annotations

import pytest
from tests.store.invented import report

from crosswire.errors import DeskError
from crosswire.model import Report
from crosswire.store import Desk


def homes(desk: Desk) -> dict[str, set[str]]:
    return {story.id: {r.id for r in desk.reports(story.id)} for story in desk.stories()}


@pytest.fixture
def two(desk: Desk) -> Desk:
    desk.add([report("ferry", 1, "A"), report("ferry", 2, "B"), report("mine", 1, "A"), report("mine", 2, "B")])
    return desk


def test_a_merge_stays_and_takes_later_reports(two: Desk) -> None:
    two.merge("s2", "s1", by="ann", why="one event after all")
    assert homes(two) == {"s1": {"ferry-a-1", "ferry-b-2", "mine-a-1", "mine-b-2"}}
    two.add([report("mine", 3, "C"), report("ferry", 3, "C"), report("bank", 1, "C")])
    assert homes(two) == {
        "s1": {"ferry-a-1", "ferry-b-2", "mine-a-1", "mine-b-2", "mine-c-3", "ferry-c-3"}, "s3": {"bank-c-1"},
    }  # fmt: skip
    assert two.summary("s2").id == "s1", "an id that was merged away is found again"
    assert two.verify().sound


def test_undoing_a_merge_gives_both_stories_back(two: Desk) -> None:
    before = homes(two)
    between = two.states("s2")[-1].at
    number = two.merge("s2", "s1", by="ann")
    assert {r.id for r in two.story("s2", as_of=between).reports} == {"mine-a-1", "mine-b-2"}
    assert len(two.story("s2", as_of="2031-05-11").reports) == 4
    two.undo(number, by="bob", why="it was two")
    assert homes(two) == before
    assert (two.decisions()[0].undone_by, two.decisions()[0].undone_why) == ("bob", "it was two")
    with pytest.raises(DeskError, match="there is none that could be undone"):
        two.undo(by="ann")
    assert two.verify().sound


def test_a_split_stays_and_new_reports_go_to_the_nearer_part(two: Desk) -> None:
    two.add([report("ferry", 55, "C"), report("ferry", 66, "C")])
    number, new = two.split("s1", ["ferry-c-55"], by="ann")
    assert homes(two)[new] == {"ferry-c-55"}
    two.add([report("ferry", 55, "D"), report("ferry", 66, "D")])
    assert homes(two)[new] == {"ferry-c-55", "ferry-d-55"}, "it tells the number of that part"
    assert {"ferry-c-66", "ferry-d-66"} <= homes(two)["s1"]
    two.undo(number, by="ann")
    assert len(homes(two)["s1"]) == 6
    assert two.verify().sound


def test_a_moved_report_stays_moved(two: Desk) -> None:
    two.move("mine-b-2", "s1", by="ann")
    two.add([report("mine", 3, "C"), report("mine", 2, "D")])
    assert "mine-b-2" in homes(two)["s1"]
    assert homes(two)["s2"] == {"mine-a-1", "mine-c-3", "mine-d-2"} - homes(two)["s1"]
    assert two.states("s1")[-1].reports.count("mine-b-2") == 1
    two.undo(by="ann")
    assert homes(two)["s2"] >= {"mine-a-1", "mine-b-2"}


def test_a_new_version_stays_where_the_old_one_was_put(desk: Desk) -> None:
    desk.add([report("ferry", 1, "A"), report("mine", 1, "A"), report("mine", 2, "B", "https://b.example/2")])
    desk.move("mine-b-2", "s1", by="ann")
    added = desk.add(report("mine", 5, "B", "https://b.example/2"))
    assert desk.report(added.reports[0].report).story == "s1"


def test_later_decisions_win_and_undo_in_any_order(two: Desk) -> None:
    first = two.merge("s2", "s1", by="ann")
    two.move("mine-a-1", two.split("s1", ["mine-b-2"], by="bob")[1], by="bob")
    assert {"mine-a-1", "mine-b-2"} in homes(two).values()
    two.undo(first, by="ann")
    assert {"mine-a-1", "mine-b-2"} in homes(two).values()
    two.undo(by="bob")
    two.undo(by="bob")
    assert sorted(map(sorted, homes(two).values())) == [["ferry-a-1", "ferry-b-2"], ["mine-a-1", "mine-b-2"]]
    assert two.verify().sound


@pytest.mark.parametrize(
    ("work", "message"),
    [
        (lambda d: d.merge("s1", "s1", by="a"), "a story cannot be merged into itself"),
        (lambda d: d.merge("s1", "s9", by="a"), "s9: there is no such story"),
        (lambda d: d.split("s1", ["mine-a-1"], by="a"), "mine-a-1: no report of story s1"),
        (lambda d: d.split("s1", ["ferry-a-1", "ferry-b-2"], by="a"), "a split leaves reports in both"),
        (lambda d: d.split("s1", [], by="a"), "a split leaves reports in both"),
        (lambda d: d.move("ferry-a-1", "s1", by="a"), "it stands in story s1 already"),
        (lambda d: d.move("nobody", "s1", by="a"), "no report of that name stands in a story"),
        (lambda d: d.undo(by="a"), "there is none that could be undone"),
        (lambda d: d.story("s7"), "there is no such story"),
        (lambda d: d.report("nobody"), "there is no such report"),
    ],
)
def test_what_cannot_be_done_is_told(two: Desk, work: object, message: str) -> None:
    before = homes(two)
    with pytest.raises(DeskError, match=message):
        work(two)  # type: ignore[operator]
    assert homes(two) == before


def test_stories_that_crosswire_joins_are_logged_and_found_again(desk: Desk) -> None:
    half = " ".join(report("ferry").text.split(". ")[:2]) + "."
    other = " ".join(report("ferry").text.split(". ")[2:])
    desk.add([Report(id="a", text=half, published="2031-05-05"), Report(id="b", text=other, published="2031-05-05")])
    assert len(desk.stories()) == 2
    desk.add([report("ferry", n, f"O{n}") for n in range(3)])
    joined = [line for line in desk.log() if line.what == "stories merged"]
    assert [(line.old, line.new, line.by) for line in joined] == [("s2", "s1", "crosswire")]
    assert joined[0].why is not None
    assert "ferry-o0-0" in joined[0].why
    assert desk.summary("s2").id == "s1"
    assert desk.verify().sound
