"""What an answer may cost: whole items only, a cursor for the rest, and nothing left out in silence."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.errors import ArgumentError
from crosswire.mcp.bounds import MOST_TOKENS, begun, cost, mark, page, tokens
from crosswire.model import Evidence

ASKED = mark("a", 1)


def evidence(length: int, report: str = "r") -> Evidence:
    return Evidence(report=report, start=0, end=length, exact="x" * length)


@given(st.lists(st.integers(0, 90_000), max_size=30), st.integers(1, 50))
def test_every_item_is_told_once_or_named_as_too_long(lengths: list[int], limit: int) -> None:
    items = [evidence(length, f"r{n}") for n, length in enumerate(lengths)]
    told: list[str] = []
    cursor: str | None = None
    for _ in range(len(items) + 1):
        begin = begun(cursor, ASKED)
        found = page(items[begin:], begin, limit, ASKED)
        assert len(found.items) + len(found.too_long) <= limit
        assert sum(cost(item) for item in found.items) <= MOST_TOKENS
        assert all(item in items for item in found.items)
        assert found.reports == {item.report for item in found.items}
        told += [item.report for item in found.items] + [one.item for one in found.too_long]
        cursor = found.next
        if cursor is None:
            break
    assert sorted(told) == sorted(item.report for item in items)


@given(st.text())
def test_the_cost_is_no_less_than_a_third_of_the_signs(text: str) -> None:
    assert tokens(text) >= len(text) / 3
    assert cost(text) >= tokens(text) - 1
    assert msgspec.json.decode(msgspec.json.encode(text)) == text


@pytest.mark.parametrize(
    "cursor", ["", "1", "-1-" + ASKED, f"{10**9}-{ASKED}", "1-" + mark("b", 1), f"1-{ASKED}\n", "１-" + ASKED]
)
def test_a_cursor_of_another_question_is_refused(cursor: str) -> None:
    with pytest.raises(ArgumentError, match="it does not belong to this question"):
        begun(cursor, ASKED)
