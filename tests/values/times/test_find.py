"""Times by a table: words, the date of the report, and the days, value and clock they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Report, Span, Time
from crosswire.values.times.find import find as times

FRIDAY = "2025-09-05"
TABLE = [
    ("The talks ended on Friday.", FRIDAY, "Friday", "2025-09-05", "2025-09-05"),
    ("The talks ended on Thursday.", FRIDAY, "Thursday", "2025-09-04", "2025-09-04"),
    ("The talks ended on Saturday.", FRIDAY, "Saturday", "2025-08-30", "2025-08-30"),
    ("The talks will resume on Monday.", FRIDAY, "Monday", "2025-09-08", "2025-09-08"),
    ("The talks ended last Friday.", FRIDAY, "last Friday", "2025-08-29", "2025-08-29"),
    ("The talks resume next Tuesday.", FRIDAY, "next Tuesday", "2025-09-09", "2025-09-09"),
    ("The talks ended yesterday.", FRIDAY, "yesterday", "2025-09-04", "2025-09-04"),
    ("The talks ended over the weekend.", FRIDAY, "the weekend", "2025-08-30", "2025-08-31"),
    ("The treaty was signed last December.", FRIDAY, "last December", "2024-12-01", "2024-12-31"),
    ("The talks began earlier this month.", FRIDAY, "earlier this month", "2025-09-01", "2025-09-30"),
    ("The talks began two weeks ago.", FRIDAY, "two weeks ago", "2025-08-18", "2025-08-24"),
    ("The talks began three days ago.", FRIDAY, "three days ago", "2025-09-02", "2025-09-02"),
    ("The talks began on September 2.", FRIDAY, "September 2", "2025-09-02", "2025-09-02"),
    ("The talks began on 2 September 2024.", FRIDAY, "2 September 2024", "2024-09-02", "2024-09-02"),
    ("The talks began on Sept. 2, 2024.", FRIDAY, "Sept. 2, 2024", "2024-09-02", "2024-09-02"),
    ("The talks ran September 2-4, 2024.", FRIDAY, "September 2-4, 2024", "2024-09-02", "2024-09-04"),
    ("The talks began in March 2024.", FRIDAY, "March 2024", "2024-03-01", "2024-03-31"),
    ("The war began in 2014.", FRIDAY, "2014", "2014-01-01", "2014-12-31"),
    ("The quarrel goes back to the 1990s.", FRIDAY, "the 1990s", "1990-01-01", "1999-12-31"),
    ("The talks began last week.", FRIDAY, "last week", "2025-08-25", "2025-08-31"),
    ("The talks began last year.", FRIDAY, "last year", "2024-01-01", "2024-12-31"),
    ("The talks began on Christmas Day.", FRIDAY, "Christmas Day", "2024-12-25", "2024-12-25"),
    ("The talks began on Friday.", None, "Friday", None, None),
    ("The talks began on September 2.", None, "September 2", None, None),
    ("The talks began on September 2, 2024.", None, "September 2, 2024", "2024-09-02", "2024-09-02"),
    ("The talks lasted three days.", FRIDAY, "three days", None, None),
    ("The pledge came one day after the summit.", FRIDAY, "one day after", None, None),
]
CLOCKS = [
    ("It happened about 1:30 a.m. on Friday.", "01:30"),
    ("It happened at 10:15am.", "10:15"),
    ("It happened at 7 p.m.", "19:00"),
    ("It happened at 12:05 a.m.", "00:05"),
    ("It happened at noon.", "12:00"),
    ("It happened at midnight.", "00:00"),
    ("It happened at 13:45.", "13:45"),
    ("It happened at 6:30 on Sunday night.", "18:30"),
]
NOTHING = [
    "The train has 1,990 seats.",
    "May God help us.",
    "He may march on.",
    "The sum is 12.",
    "",
    "A sunny monument.",
]


def found(text: str, published: str | None = None) -> tuple[Time, ...]:
    return times(Report(id="r", text=text, published=published), (Span(start=0, end=len(text)),))


@pytest.mark.parametrize(("text", "published", "words", "first", "last"), TABLE)
def test_days(text: str, published: str | None, words: str, first: str | None, last: str | None) -> None:
    (time,) = found(text, published)
    assert (text[time.span.start : time.span.end], time.first, time.last) == (words, first, last)


@pytest.mark.parametrize(("text", "clock"), CLOCKS)
def test_clocks(text: str, clock: str) -> None:
    assert [t.clock for t in found(text, FRIDAY)] == [clock]


@pytest.mark.parametrize("text", NOTHING)
def test_no_time(text: str) -> None:
    assert found(text, FRIDAY) == ()


def test_a_day_without_a_known_report_date_keeps_a_comparable_value() -> None:
    assert [t.value for t in found("On Friday and on September 2 and for three days.")] == ["friday", "--09-02", "P3D"]


WORDS = st.sampled_from(
    ["Friday", "last", "next", "week", "two", "days", "ago", "September", "2", "2025", "31", "February", "at",
    "1:30", "a.m.", ",", "the",
     "weekend", "1990s", "quarter", "99", "in", "May", "century", "0", "year", "before", "“", "\n", "Dec.", "’90s", "-"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14), st.sampled_from([FRIDAY, None, "0001-01-01", "9999-12-31", "soon"]))
def test_spans_are_in_order_inside_the_text_and_ranges_run_forward(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    end = 0
    for time in found(text, published):
        assert end <= time.span.start < time.span.end <= len(text)
        end = time.span.end
        assert (time.first is None) == (time.last is None)
        assert time.first is None or time.last is None or time.first <= time.last
        assert time.value
