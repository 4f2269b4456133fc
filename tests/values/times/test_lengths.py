"""Lengths of time by a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.values.times.lengths import Length, length


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("PT90M", Length("seconds", 5400)), ("P2W", Length("seconds", 1_209_600)), ("P2DE", Length("months", 240)),
        ("P20Y", Length("months", 240)), ("P1Q", Length("months", 3)), ("PXD", None), ("now", None), ("", None),
    ],
)  # fmt: skip
def test_length(value: str, expected: Length | None) -> None:
    assert length(value) == expected


@given(st.text(alphabet="PTXDWMY0123 ", max_size=8))
def test_any_words_have_some_length_or_none(value: str) -> None:
    assert length(value) is None or value.startswith("P")
