"""Time zones by a table: words, and the clock and offset they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Report, Span
from crosswire.values.times.find import find
from crosswire.values.times.zones import minutes_of, offset_of, written


@pytest.mark.parametrize(
    ("words", "clock", "zone"),
    [
        ("The blast came at 23:40 GMT.", "23:40", "+00:00"),
        ("The blast came at 2340 GMT.", "23:40", "+00:00"),
        ("The blast came at 02:40 local time.", "02:40", "local"),
        ("The blast came at 02:40 local time (23:40 GMT).", "02:40", "+03:00"),
        ("The blast came at 2:40 a.m. (2340 GMT).", "02:40", "+03:00"),
        ("The blast came at 02:40 (UTC+3).", "02:40", "+03:00"),
        ("The blast came at 02:40 UTC+03:00.", "02:40", "+03:00"),
        ("The blast came at 5 p.m. EST.", "17:00", "-05:00"),
        ("The blast came at 5 p.m. ET.", "17:00", "-04:00"),
        ("The blast came at 5 p.m. Eastern time on Monday.", "17:00", "-04:00"),
        ("The blast came at noon BST.", "12:00", "+01:00"),
        ("The blast came at 5 p.m.", "17:00", None),
    ],
)
def test_a_zone_is_read_with_its_hour(words: str, clock: str, zone: str | None) -> None:
    report = Report(id="a", text=words, published="2029-07-13")
    first = find(report, (Span(start=0, end=len(words)),))[0]
    assert (first.clock, first.zone) == (clock, zone)


@pytest.mark.parametrize(("day", "zone"), [(date(2029, 1, 5), "-05:00"), (date(2029, 7, 5), "-04:00"), (None, "local")])
def test_summer_time_goes_by_the_day(day: date | None, zone: str) -> None:
    assert offset_of("ET", day) == zone


@given(st.integers(-840, 840))
def test_an_offset_is_read_as_it_is_written(minutes: int) -> None:
    assert minutes_of(written(minutes)) == minutes
    assert offset_of(f"UTC{written(minutes)}", None) == written(minutes)
