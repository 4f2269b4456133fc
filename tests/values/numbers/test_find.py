"""Quantities by a table: words, and the range, unit, scope and kind they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Quantity, Report, Span
from crosswire.values.numbers.find import find as quantities
from crosswire.values.times.find import find as times

INF = float("inf")
TABLE = [
    ("Five people were killed.", (5, 5, "people", "kill", "count")),
    ("5 people were wounded.", (5, 5, "people", "injure", "count")),
    ("The three injured students ran home.", (3, 3, "students", "injure", "count")),
    ("Two dead young sailors were found.", (2, 2, "sailors", "kill", "count")),
    ("Five people were shooting at the pier.", (5, 5, "people", "fire", "count")),
    ("Five people were shot at the pier.", (5, 5, "people", "shoot", "count")),
    ("Two dead in Orsk.", (2, 2, None, "kill", "count")),
    ("At least 20 sailors were arrested.", (20, INF, "sailors", "arrest", "count")),
    ("More than 30 sailors were arrested.", (31, INF, "sailors", "arrest", "count")),
    ("About 20 sailors are missing.", (17, 23, "sailors", "miss", "count")),
    ("Dozens of sailors are missing.", (24, 99, "sailors", "miss", "count")),
    ("Several sailors are missing.", (3, 15, "sailors", "miss", "count")),
    ("Between 10 and 15 sailors are missing.", (10, 15, "sailors", "miss", "count")),
    ("10 to 15 sailors are missing.", (10, 15, "sailors", "miss", "count")),
    ("Fishermen heard 10-12 shots.", (10, 12, "shots", "fire", "count")),
    ("At least two, possibly three, boats left.", (2, 3, "boats", None, "count")),
    ("Two, and perhaps three, boats left.", (2, 3, "boats", None, "count")),
    ("Fewer than 10 sailors are missing.", (0, 9, "sailors", "miss", "count")),
    ("Two hundred and six sailors are missing.", (206, 206, "sailors", "miss", "count")),
    ("Some 1,200 sailors are missing.", (1020, 1380, "sailors", "miss", "count")),
    ("It cost $8 million.", (8e6, 8e6, "dollar", "pay", "money")),
    ("It cost 8 million rubles.", (8e6, 8e6, "rubles", "pay", "money")),
    ("Turnout was 61 percent.", (61, 61, "%", None, "percent")),
    ("Turnout was 61%.", (61, 61, "%", None, "percent")),
    ("It sank 12 miles off.", (12, 12, "miles", None, "measure")),
    ("The 25-year-old spoke.", (25, 25, "year", None, "age")),
    ("Mara Tellin, 25, spoke.", (25, 25, "year", None, "age")),
    ("A man in his early 30s spoke.", (30, 34, "year", None, "age")),
    ("Children between the ages of 8 and 11 sang.", (8, 11, "year", None, "age")),
    ("The sailors ranged in age from 20 to 37.", (20, 37, "year", None, "age")),
    ("Several hundred sailors sang.", (300, 999, "sailors", None, "count")),
    ("An estimated 100 to 200 sailors sang.", (100, 200, "sailors", None, "count")),
    ("The 25-minute ride ended.", (25, 25, "minute", None, "duration")),
    ("It is a 1 1/2-story home.", (1.5, 1.5, "story", None, "measure")),
    ("A second sailor sang.", (2, 2, "sailor", None, "ordinal")),
    ("It lasted three hours.", (3, 3, "hours", None, "duration")),
    ("It lasted half an hour.", (30, 30, "minutes", None, "duration")),
    ("Two uniformed police officers were hurt.", (2, 2, "police", "injure", "count")),
]  # fmt: skip
NOTHING = [
    "One of them spoke.", "No one spoke.", "It happened in 1994.", "It happened at 7:30 p.m.", "Call 555-0134.",
    "He took Highway 12.",
    "It began at Pier 39.",
    "He lives at 1200 Birch Street.", "An AR-15 was found.", "It is flight 7A.", "A four-door car was seen.",
    "They spoke to one another.", "They called 911.", "It lay on Loop 12 off the 5 Freeway.",
    "She lives at 1417 Birch Ave. near Orsk.", "",
]  # fmt: skip


def found(text: str) -> tuple[Quantity, ...]:
    report, whole = Report(id="r", text=text, published="2025-09-05"), (Span(start=0, end=len(text)),)
    return quantities(report, whole, times(report, whole))


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_quantity(text: str, expected: tuple[float, float, str | None, str | None, str]) -> None:
    (q,) = found(text)
    assert (round(q.low, 6), round(q.high, 6), q.unit, q.scope, q.kind) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantity(text: str) -> None:
    assert found(text) == ()


def test_killed_is_not_wounded() -> None:
    assert [(q.low, q.scope) for q in found("Five were killed and nine wounded.")] == [(5, "kill"), (9, "injure")]


def test_each_age_of_a_list_stands_alone() -> None:
    told = "The boys, ages 13, 14 and 15, and two sailors, one age 31 and the other 48, sang."
    assert [q.low for q in found(told) if q.kind == "age"] == [13, 14, 15, 31, 48]


WORDS = st.sampled_from(
    ["five", "5", "hundred", "and", "twenty", "-", "two", "thousand", "people", "killed", "about", "more than",
    "dozens", "of", "half", ",",
     "$8", "percent", "to", "between", "1,200", "25-year-old", "one", "a", "third", "year", "or so", "million", ".",
     "half an hour"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14))
def test_spans_are_in_order_and_ranges_run_upward(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for q in found(text):
        assert end <= q.span.start < q.span.end <= len(text)
        end = q.span.end
        assert 0 <= q.low <= q.high
