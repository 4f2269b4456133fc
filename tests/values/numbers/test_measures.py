"""Units by a table: singulars, lengths of time, and measures in one unit."""

from __future__ import annotations

import pytest

from crosswire.values.numbers.measures import currency, measured, seconds, singular


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("people", "person"), ("fishermen", "fisherman"), ("cities", "city"), ("boxes", "box"), ("boats", "boat"),
        ("boat", "boat"), ("bus", "bus"), ("feet", "foot"), ("troops", "troop"),
    ],
)  # fmt: skip
def test_singular(unit: str, expected: str) -> None:
    assert singular(unit) == expected


@pytest.mark.parametrize(
    ("unit", "expected"), [("hours", 3600), ("nights", 86_400), ("fortnight", 1_209_600), ("boats", None), (None, None)]
)
def test_seconds(unit: str | None, expected: float | None) -> None:
    assert seconds(unit) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1, "mile", ("length", 1609.344)),
        (2, "kilometers", ("length", 2000)),
        (10, "acres", ("area", 4.04686)),
        (212, "°f", ("temperature", 100)),
        (100, "°c", ("temperature", 100)),
        (3, "furlongs", None),
        (3, None, None),
    ],
)
def test_measured(value: float, unit: str | None, expected: tuple[str, float] | None) -> None:
    assert measured(value, unit) == (expected if expected is None else (expected[0], pytest.approx(expected[1])))


def test_one_currency_has_one_name() -> None:
    assert currency("roubles") == currency("ruble") == "ruble"
