"""Reports of one event get one story; a look-alike event gets its own."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from tests.group.events import ELECTION, FIRE_ANSGAR, FIRE_KELM

from crosswire.group import find_stories
from crosswire.group.link import average_link
from crosswire.model import Report


def labels(*texts: str, published: tuple[str | None, ...] = ()) -> list[str]:
    dates = published or (None,) * len(texts)
    return list(
        find_stories(
            [Report(id=str(i), text=t, published=d) for i, (t, d) in enumerate(zip(texts, dates, strict=True))]
        )
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), []),
        (("",), ["s1"]),
        (("", ""), ["s1", "s2"]),
        (FIRE_KELM, ["s1", "s1", "s1"]),
        (FIRE_ANSGAR, ["s1", "s1"]),
        ((*FIRE_KELM, *FIRE_ANSGAR), ["s1"] * 3 + ["s2"] * 2),
        ((FIRE_KELM[0], FIRE_ANSGAR[0]), ["s1", "s2"]),
        ((ELECTION[0], FIRE_KELM[0], ELECTION[1], FIRE_KELM[1]), ["s1", "s2", "s1", "s2"]),
    ],
)
def test_stories(texts: tuple[str, ...], expected: list[str]) -> None:
    assert labels(*texts) == expected


def test_like_events_of_different_years_are_told_apart() -> None:
    dates = ("2026-03-10", "2026-03-11")
    later = ("2026-03-10", "2031-03-10")
    vague = (
        "A man was shot dead outside a bar in Kelm late on Saturday. Officers were looking for two men in a van.",
        "The police in Kelm have found the van of those who shot a waiter, and a rifle in it, a judge in Orsk said.",
    )
    assert labels(*vague, published=dates) == ["s1", "s1"]
    assert labels(*vague, published=later) == ["s1", "s2"]


@given(st.lists(st.sampled_from([*FIRE_KELM, *FIRE_ANSGAR, *ELECTION, ""]), max_size=8))
def test_every_report_has_one_story_and_equal_texts_the_same(texts: list[str]) -> None:
    found = labels(*texts)
    assert len(found) == len(texts)
    assert list(dict.fromkeys(found)) == [f"s{n}" for n in range(1, len(set(found)) + 1)]
    for text, label in zip(texts, found, strict=True):
        if text:
            assert label == found[texts.index(text)]


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ([], [0, 1, 2, 3]),
        ([(0, 1, 0.9)], [0, 0, 2, 3]),
        ([(0, 1, 0.4)], [0, 1, 2, 3]),
        ([(0, 1, 0.9), (1, 2, 0.6)], [0, 0, 2, 3]),  # 0.3 on the mean: a chain is no group
        ([(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.4)], [0, 0, 0, 3]),
        ([(2, 3, 0.9), (1, 3, 0.6), (1, 2, 0.6)], [0, 1, 1, 1]),
        ([(0, 1, 0.9), (2, 3, 0.9), (0, 2, 0.5), (1, 3, 0.5), (0, 3, 0.5), (1, 2, 0.5)], [0, 0, 0, 0]),
    ],
)
def test_average_link(pairs: list[tuple[int, int, float]], groups: list[int]) -> None:
    assert average_link(4, pairs, 0.5) == groups


@given(st.lists(st.integers(1, 10**6), min_size=15, max_size=15, unique=True))
def test_average_link_agrees_with_scipy(drawn: list[int]) -> None:
    """Sines, since their means do not tie: ties may be joined in either order."""
    places = [(i, j) for i in range(6) for j in range(i + 1, 6)]
    pairs = [(i, j, math.sin(n) ** 2) for (i, j), n in zip(places, drawn, strict=True)]
    theirs = fcluster(linkage([1 - likeness for *_, likeness in pairs], "average"), 0.5, "distance").tolist()
    ours = average_link(6, pairs, 0.5)
    assert [[a == b for b in ours] for a in ours] == [[a == b for b in theirs] for a in theirs]
