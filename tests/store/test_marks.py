"""Marks belong to words: they outlive new readings and new versions, and are never dropped."""

from __future__ import annotations

import pytest
from tests.store.invented import report

from crosswire.errors import DeskError
from crosswire.store import Desk


@pytest.fixture
def marked(desk: Desk) -> Desk:
    desk.add([report("ferry", 6, "Post", "https://post.example/1"), report("ferry", 7, "Wire")])
    return desk


@pytest.mark.parametrize(
    ("item", "kind"),
    [("p1", "point"), ("p2:number", "difference"), ("ferry-wire-7:s2", "statement")],
)
def test_a_mark_is_kept_with_who_when_and_its_words(marked: Desk, item: str, kind: str) -> None:
    mark = marked.mark("s1", item, "wrong", by="ann", note="never")
    assert (mark.kind, mark.verdict, mark.note, mark.by, mark.item) == (kind, "wrong", "never", "ann", item)
    for told in mark.evidence:
        assert marked.full_report(told.report).text[told.start : told.end] == told.exact
    assert marked.marks("s1") == marked.marks() == (mark,)
    assert marked.verify().sound


def test_it_stays_on_its_words_when_points_get_other_numbers(marked: Desk) -> None:
    words = marked.mark("s1", "p4", "right", by="ann").evidence[0].exact
    marked.add(report("ferry", 8, "Early", more="Nobody saw it.").__class__(
        id="early", text="Nobody saw the ferry. " + report("ferry", 8).text, published="2031-05-04"))  # fmt: skip
    mark = marked.marks()[0]
    assert mark.item not in (None, "p4")
    assert next(p for p in marked.story("s1").points if p.id == mark.item).evidence[0].exact == words


def test_it_moves_to_a_new_version_where_the_words_still_stand(marked: Desk) -> None:
    marked.mark("s1", "p1", "right", by="ann")
    marked.add(report("ferry", 9, "Post", "https://post.example/1"))
    assert marked.marks()[0].item == "p1"


def test_one_that_fits_nothing_any_more_is_listed(marked: Desk) -> None:
    marked.split("s1", ["ferry-wire-7"], by="ann")
    mark = marked.mark("s1", "p2", "wrong", by="ann", note="a typo")
    marked.add(report("ferry", 9, "Post", "https://post.example/1"))
    assert [(m.id, m.item, m.note) for m in marked.marks()] == [(mark.id, None, "a typo")]
    assert marked.marks()[0].evidence == mark.evidence


def test_it_follows_its_words_into_another_story(marked: Desk) -> None:
    marked.mark("s1", "p1", "right", by="ann")
    marked.add(report("mine", 1, "A"))
    marked.merge("s1", "s2", by="ann")
    assert [(m.story, m.item is not None) for m in marked.marks()] == [("s2", True)]
    assert marked.marks("s1") == marked.marks("s2") != ()


def test_one_person_has_one_mark_on_the_same_words(marked: Desk) -> None:
    marked.mark("s1", "p1", "right", by="ann")
    marked.mark("s1", "p1", "open", by="ann")
    marked.mark("s1", "p1", "wrong", by="bob")
    assert [(m.verdict, m.by) for m in marked.marks()] == [("open", "ann"), ("wrong", "bob")]
    marked.unmark(marked.marks()[0].id, by="ann")
    assert [m.by for m in marked.marks()] == ["bob"]
    assert [line.what for line in marked.log(limit=4)] == ["mark taken back", "mark", "mark", "mark"]


def test_what_cannot_be_marked_is_told(marked: Desk) -> None:
    with pytest.raises(DeskError, match=r"s1 p99: its ledger has nothing of that name .allowed: such as p3"):
        marked.mark("s1", "p99", "right", by="ann")
    with pytest.raises(DeskError, match="there is no such mark"):
        marked.unmark(5, by="ann")
