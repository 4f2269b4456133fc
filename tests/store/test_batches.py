"""The stories of N reports hang on the reports alone: not on the batches they came in, nor on their order."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.invented import Plain, report

from crosswire.model import Report
from crosswire.store import Desk, signs
from crosswire.store.candidates import components, neighbours

POOL = [
    *(report("ferry", n, f"Outlet {n}") for n in range(4)),
    *(report("mine", n, f"Outlet {n}") for n in range(4)),
    *(report("bank", n, f"Outlet {n}") for n in range(3)),
    Report(id="both", text=report("mine").text + " " + report("bank").text, published="2031-05-09", language="en"),
    Report(id="late", text=report("ferry", 99).text, published="2031-09-09", language="en"),
    Report(id="alone", text="Nothing happened in Tessin.", language="en"),
    Report(id="short", text="Fog.", language="en"),
]

orders = st.permutations(range(len(POOL)))
cuts = st.lists(st.integers(0, len(POOL)), max_size=5)


def stories(batches: Sequence[Sequence[Report]], folder: str) -> set[frozenset[str]]:
    with Desk(Path(folder, "desk.db"), analyst=Plain()) as desk:
        for batch in batches:
            desk.add(batch)
        assert desk.verify().sound
        return {frozenset(r.id for r in desk.reports(story.id)) for story in desk.stories()}


def batched(order: Sequence[int], at: Sequence[int]) -> list[list[Report]]:
    edges = sorted({0, len(POOL), *at})
    return [[POOL[i] for i in order[a:b]] for a, b in pairwise(edges)]


@pytest.fixture(params=[150, 3], ids=["few", "crowded"], scope="module")
def common(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def expected(common: int) -> set[frozenset[str]]:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        crowd_at(patch, common)
        return stories([POOL], folder)


@settings(max_examples=8)
@given(order=orders, at=cuts)
def test_batches_and_order_change_nothing(
    common: int, expected: set[frozenset[str]], order: list[int], at: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        crowd_at(patch, common)
        assert stories(batched(order, at), folder) == expected


def crowd_at(patch: pytest.MonkeyPatch, common: int) -> None:
    """Makes a sign common when more reports than `common` have it."""
    patch.setattr(signs, "COMMON", common)


@pytest.mark.parametrize(
    ("reports", "level"), [(0, 0), (1, 0), (150, 0), (151, 1), (300, 1), (301, 2), (600, 2), (601, 3), (1200, 3)]
)
def test_levels(reports: int, level: int) -> None:
    assert signs.level(reports) == level


def test_ranks_halve() -> None:
    drawn = Counter(signs.rank(report("ferry", n)) for n in range(400))
    assert 150 < drawn[0] < 250
    assert 60 < drawn[1] < 140


def test_a_large_story_stays_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crowd_at(monkeypatch, 5)
    many = [report("ferry", n, f"Outlet {n}") for n in range(100, 160)]
    found = stories([many[:30], [*many[30:], report("mine", 1)]], str(tmp_path))
    assert sorted(map(len, found)) == [1, 60]


def test_one_by_one_is_as_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    found = stories([[one] for one in POOL], str(tmp_path / "a"))
    assert found == stories([POOL], str(tmp_path / "b"))
    ferries = {f"ferry-outlet {n}-{n}".replace(" ", "-") for n in range(4)}
    assert any(ferries <= story for story in found)
    assert frozenset({"late"}) in found, "four months later it is another event"


def test_what_goes_lets_others_find_each_other_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crowd_at(monkeypatch, 3)
    with Desk(tmp_path / "d", analyst=Plain()) as desk:
        desk.add([report("ferry", n, f"Outlet {n}") for n in range(4)])
        desk.forget("ferry-outlet-3-3", why="a court says so", by="ann")
        left = {frozenset(r.id for r in desk.reports(s.id)) for s in desk.stories()}
    with Desk(tmp_path / "e", analyst=Plain()) as other:
        other.add([report("ferry", n, f"Outlet {n}") for n in range(3)])
        assert left == {frozenset(r.id for r in other.reports(s.id)) for s in other.stories()}


def test_candidates_are_mutual_and_components_whole(tmp_path: Path) -> None:
    with Desk(tmp_path / "d", analyst=Plain()) as desk:
        desk.add(POOL)
        with desk._file.reading() as connection:
            ns = [row["n"] for row in connection.execute("SELECT n FROM reports ORDER BY n")]
            near = {n: set(neighbours(connection, n)) for n in ns}
            assert all(n in near[other] for n in ns for other in near[n])
            found = components(connection, ns)
        assert sorted(n for component in found for n in component) == ns
        home = {n: place for place, component in enumerate(found) for n in component}
        assert all(home[n] == home[other] for n in ns for other in near[n])
