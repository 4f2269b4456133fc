"""Ids: stems, folders in front where stems are shared, never the same twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.read.naming import Ids, id_of_address, stem, tidy, wanted_ids


@pytest.mark.parametrize(
    ("paths", "ids"),
    [
        (["/n/00.txt", "/n/01.txt"], ["00", "01"]),
        (["/n/reports.jsonl.gz"], ["reports"]),
        (["/n/v1.2.txt"], ["v1.2"]),
        (["/n/halden/00.txt", "/n/orsk/00.txt", "/n/01.txt"], ["halden/00", "orsk/00", "01"]),
        (["/n/halden/day/00.txt", "/n/orsk/day/00.txt"], ["halden/day/00", "orsk/day/00"]),
        (["/n/halden/a.txt", "/n/halden/a.html"], ["a.txt", "a.html"]),
        (["/n/halden/a.txt", "/n/halden/a.html", "/n/orsk/a.txt"], ["a.txt", "a.html", "a"]),
        (
            ["/n/halden/a.txt", "/n/halden/a.md", "/n/orsk/a.txt", "/n/orsk/a.md"],
            ["halden/a.txt", "halden/a.md", "orsk/a.txt", "orsk/a.md"],
        ),
    ],
)
def test_wanted_ids(paths: list[str], ids: list[str]) -> None:
    assert list(wanted_ids(map(Path, paths)).values()) == ids


def test_a_name_without_printable_characters_still_has_a_stem() -> None:
    assert stem(Path("/n/\x1b\x07.txt")) == "report"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a\x1b[31mb", "a [31mb"), ("two\nlines", "two lines"), ("\udce9t\udce9", "?t?"), ("пролив", "пролив"), ("", "")],
)
def test_tidy(name: str, expected: str) -> None:
    assert tidy(name) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://halden.example/world/strait-closed.html", "strait-closed"),
        ("https://halden.example/world/strait-closed/", "strait-closed"),
        ("https://halden.example/world/2031.09.05", "2031.09.05"),
        ("https://halden.example/", "halden.example"),
        ("https://halden.example/" + "x" * 500, "x" * 120),
        ("", "report"),
    ],
)
def test_id_of_address(url: str, expected: str) -> None:
    assert id_of_address(url) == expected


def test_a_taken_id_gets_its_source_in_front_and_then_a_number() -> None:
    ids = Ids()
    assert [ids.take("00", "monday") for _ in range(4)] == ["00", "monday/00", "monday/00-2", "monday/00-3"]


@given(st.lists(st.tuples(st.text(max_size=3), st.text(max_size=2)), max_size=30))
def test_ids_differ(wanted: list[tuple[str, str]]) -> None:
    ids = Ids()
    given = [ids.take(name, prefix) for name, prefix in wanted]
    assert len(set(given)) == len(given)
    assert all(name.isprintable() and name for name in given)
