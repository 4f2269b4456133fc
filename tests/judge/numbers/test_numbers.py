"""What two numbers are numbers of, in words that a reader understands without the reports."""

from __future__ import annotations

import pytest

from crosswire.judge.numbers.numbers import about
from crosswire.model import Quantity, Span


def counted(unit: str | None, scope: str | None = None, money: bool = False) -> Quantity:
    """Three of something, to which something was done."""
    kind = "money" if money else "count"
    return Quantity(span=Span(start=0, end=1), low=3, high=3, exact=True, unit=unit, scope=scope, kind=kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (counted("person", "kill"), counted("people", "kill"), "people killed"),
        (counted("lives", "kill"), counted("lives", "kill"), "people killed"),
        (counted("others", "injure"), counted(None, "injure"), "people injured"),
        (counted("people", "kill"), counted("sailors", "kill"), "sailors killed"),
        (counted("victims", "kill"), counted("victims", "kill"), "victims killed"),
        (counted("sailor", "kill"), counted("sailors", "kill"), "sailors killed"),
        (counted(None, "stable"), counted(None, "stable"), "people in stable condition"),
        (counted("shots", "fire"), counted(None, "fire"), "shots fired"),
        (counted("people"), counted("people"), "number of people"),
        (counted("times"), counted("times"), "number of times"),
        (counted("warships"), counted("warships"), "warships"),
        (counted("dollar", money=True), counted("dollar", money=True), "amount of money"),
        (counted(None), counted(None), "number"),
    ],
)
def test_what_is_counted_is_told_in_plain_words(one: Quantity, other: Quantity, expected: str) -> None:
    assert about(one, other) == expected
