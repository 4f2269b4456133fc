"""Printed pages in two columns."""

from __future__ import annotations

import pytest

from crosswire.read.formats.columns import in_columns

LEFT = [f"left line {n} of the first column" for n in range(8)]
RIGHT = [f"right line {n} of the second" for n in range(8)]
BOTH = [f"{a:40}  {b}" for a, b in zip(LEFT, RIGHT, strict=True)]
HEAD = "A headline that runs over both of the columns of this page"


def words(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (BOTH, LEFT + RIGHT),
        ([HEAD, "", *BOTH], [HEAD, *LEFT, *RIGHT]),
        ([*BOTH, HEAD, *BOTH], [*LEFT, *RIGHT, HEAD, *LEFT, *RIGHT]),
        ([*BOTH, *LEFT], [*LEFT, *LEFT, *RIGHT]),
    ],
)
def test_column_by_column(lines: list[str], read: list[str]) -> None:
    assert words(in_columns("\n".join(lines))) == read


@pytest.mark.parametrize(
    "lines",
    [
        [],
        BOTH[:4],
        [HEAD] * 20,
        [f"{place:30}  {n}" for n, place in enumerate(["Halden", "Orsk", "Tarn", "Kelm", "Mirra", "Port Ansgar"] * 3)],
        [HEAD + "  and more of it"] * 3 + [HEAD] * 20,
    ],
)
def test_no_columns(lines: list[str]) -> None:
    assert in_columns("\n".join(lines)) is None
