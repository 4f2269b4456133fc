"""What is found between two passages is kept, unless it hangs on how sure it is that they tell one thing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from crosswire.judge.sides.kept import keeping, once_a_pair, once_a_span
from crosswire.judge.sides.side import Side, certainty, side_at
from crosswire.model import Annotated, Report, Span

TEXT = "Two watchmen died in Kelm. The works burned for six hours."


def sides(name: str, *sure: float) -> list[Side]:
    piece = Annotated(report=Report(id=name, text=TEXT))
    told = side_at(piece, Span(start=0, end=26))
    return [replace(told, certainty=one) for one in sure]


@pytest.mark.parametrize(("asks", "expected"), [(False, ["ab 0"]), (True, ["ab 0.5", "ab 0.9"])])
def test_a_pair_of_passages_is_compared_again_only_where_certainty_counts(asks: bool, expected: list[str]) -> None:
    seen: list[str] = []

    def compare(one: Side, other: Side) -> str:
        sure = certainty(one, other) if asks else 0
        seen.append(f"{one.report}{other.report} {sure:g}")
        return seen[-1]

    @keeping
    def work() -> list[str]:
        kept = once_a_pair(compare)
        return [kept(one, other) for one, other in zip(sides_a, sides_b, strict=True)]

    sides_a, sides_b = sides("a", 0.5, 0.9), sides("b", 0.5, 0.9)
    assert work() == [expected[0], expected[-1]]
    assert seen == expected


def test_a_place_in_another_report_is_another() -> None:
    @keeping
    def work() -> list[str]:
        kept = once_a_span(lambda side, span: f"{side.report} {side.piece.words_of(span)}")
        span = Span(start=0, end=3)
        return [kept(side, span) for side in (*sides("a", 1.0), *sides("b", 1.0))]

    assert work() == ["a Two", "b Two"]
