"""What changed between two ledgers, whatever numbers their points have."""

from __future__ import annotations

import pytest

from crosswire.model import Difference, Evidence, Point, Story, StoryAct, StoryReport, Value, Verdict
from crosswire.store.changes import Threads, changed, threads

NONE = Threads(names={}, used=0)


def told(report: str, start: int, words: str) -> Evidence:
    return Evidence(report=report, start=start, end=start + len(words), exact=words)


def point(name: str, *evidence: Evidence, verdict: Verdict = "single-source", toll: tuple[str, ...] = ()) -> Point:
    values = tuple(Value(value=value, evidence=(evidence[0],)) for value in toll)
    differences = (Difference(slot="number", nature="update", why="the toll", values=values),) if toll else ()
    return Point(
        id=name, verdict=verdict, gist=evidence[0].exact, origins=len(evidence), evidence=evidence,
        differences=differences,
    )  # fmt: skip


def ledger(*points: Point, acts: tuple[StoryAct, ...] = ()) -> Story:
    names = dict.fromkeys(e.report for p in points for e in p.evidence)
    return Story(
        reports=tuple(
            StoryReport(
                id=name, outlet=None, title=None, published=None, url=None, sha256=name, origin="o1", characters=99,
                furniture=(), language="en", understood=True, text="",
            )
            for name in names
        ),
        points=points, acts=acts,
    )  # fmt: skip


SANK, DROWNED = told("a", 0, "The ferry sank."), told("a", 20, "Six drowned.")
OTHER = told("b", 0, "The Havbris sank.")


def steps(old: Story, new: Story) -> list[tuple[str, str, str | None, str | None, str | None]]:
    was = threads(None, NONE, old)
    now = threads(old, was, new)
    return [(s.what, s.how, s.thread, s.old, s.new) for s in changed(old, was, new, now)]


def test_the_first_ledger_is_all_new() -> None:
    first = ledger(point("p1", SANK))
    names = threads(None, NONE, first)
    assert [(s.what, s.how, s.thread) for s in changed(None, NONE, first, names)] == [
        ("report", "new", None), ("point", "new", "t1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (ledger(point("p1", SANK), point("p2", DROWNED)), ledger(point("p1", DROWNED), point("p2", SANK)), []),
        (ledger(point("p1", SANK)), ledger(point("p1", told("a", 4, "ferry sank."))), []),
        (
            ledger(point("p1", SANK)),
            ledger(point("p1", SANK, OTHER, verdict="corroborated")),
            [("report", "new", None, None, "b"), ("verdict", "changed", "t1", "single-source", "corroborated"),
             ("told", "new", "t1", "1", "2")],
        ),
        (
            ledger(point("p1", SANK), point("p2", DROWNED)), ledger(point("p1", SANK)),
            [("point", "gone", "t2", "single-source", None)],
        ),
        (
            ledger(point("p1", SANK)), ledger(point("p1", DROWNED)),
            [("point", "new", "t2", None, "single-source"), ("point", "gone", "t1", "single-source", None)],
        ),
        (
            ledger(point("p1", DROWNED, toll=("6", "7"))), ledger(point("p1", DROWNED, toll=("7", "8"))),
            [("value", "new", "t1", None, "8"), ("value", "gone", "t1", "6", None)],
        ),
        (
            ledger(point("p1", DROWNED, toll=("6", "7"))), ledger(point("p1", DROWNED)),
            [("difference", "gone", "t1", "update", None)],
        ),
        (
            ledger(point("p1", SANK)),
            ledger(point("p1", SANK), acts=(StoryAct(kind="denial", actor="Lien", statements=(), evidence=(SANK,)),)),
            [("act", "new", None, None, "Lien")],
        ),
    ],
)  # fmt: skip
def test_what_changed(
    old: Story, new: Story, wanted: list[tuple[str, str, str | None, str | None, str | None]]
) -> None:
    assert steps(old, new) == wanted


def test_a_name_that_was_given_up_is_not_used_again() -> None:
    first, second = ledger(point("p1", SANK)), ledger(point("p1", DROWNED))
    was = threads(None, NONE, first)
    now = threads(first, was, second)
    again = threads(second, now, first)
    assert (was.names, now.names, again.names) == ({"p1": "t1"}, {"p1": "t2"}, {"p1": "t3"})
