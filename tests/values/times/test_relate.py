"""What two times are to one another, by a table of words, and what holds of any two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Report, Span, Time
from crosswire.values.relation import How, Reason
from crosswire.values.times.find import find
from crosswire.values.times.relate import relate


def told(words: str, published: str | None = "2029-07-13") -> Time:
    """The first time of a sentence in a report of Friday, 13 July 2029."""
    return find(Report(id="a", text=words, published=published), (Span(start=0, end=len(words)),))[0]


TABLE: list[tuple[str, str, How, Reason]] = [
    ("The ship sank on Tuesday.", "The ship sank on 10 July 2029.", "same", "equal"),
    ("The ship sank on Tuesday.", "The ship sank on Thursday.", "apart", "excluded"),
    ("The ship sank in July 2029.", "The ship sank on 10 July 2029.", "within", "narrower"),
    ("The ship sank in June 2029.", "The ship sank on 10 July 2029.", "incomparable", "grain"),
    ("The ship sank in June 2029.", "The ship sank in July 2029.", "apart", "excluded"),
    ("The ship sank on 8-10 July 2029.", "The ship sank on 10-12 July 2029.", "rounding", "overlap"),
    ("The ship sank on 8-10 July 2029.", "The ship sank on 9 July 2029.", "within", "narrower"),
    ("The ship was built in 1994.", "The ship was built in 1996.", "apart", "excluded"),
    ("The ship sank over the weekend.", "The ship sank on Sunday.", "within", "narrower"),
    ("The ship sank over the weekend.", "The ship sank on Monday.", "incomparable", "grain"),
    ("The ship sank yesterday.", "The ship sank on Thursday.", "same", "equal"),
    ("The ship sank on 3 July 2028.", "The ship sank on 3 July 2029.", "rounding", "guessed"),
    ("The ship sank on 3 July 2029.", "The ship sank on 10 July 2029.", "rounding", "guessed"),
    # parts of the day and hours
    ("The ship sank on Tuesday morning.", "The ship sank on Tuesday night.", "apart", "excluded"),
    ("The ship sank on Tuesday evening.", "The ship sank on Tuesday night.", "rounding", "overlap"),
    ("The ship sank on Tuesday morning.", "The ship sank on Tuesday.", "within", "narrower"),
    ("The ship sank at 9 a.m. on Tuesday.", "The ship sank on Tuesday morning.", "within", "narrower"),
    ("The ship sank at 9 a.m. on Tuesday.", "The ship sank on Tuesday afternoon.", "apart", "excluded"),
    ("The ship sank at 9 a.m. on Tuesday.", "The ship sank at 9 a.m. on Thursday.", "apart", "excluded"),
    ("The ship sank at 9 a.m. on Tuesday.", "The ship sank at 9:05 a.m. on Tuesday.", "rounding", "rounded"),
    ("The ship sank at 9 a.m. on Tuesday.", "The ship sank at 11 a.m. on Tuesday.", "apart", "excluded"),
    ("The ship sank at 9 a.m. on Tuesday.", "The ship sank at 9 a.m.", "within", "narrower"),
    ("The ship sank at noon.", "The ship sank at 12 p.m.", "same", "equal"),
    # zones
    ("It sank at 23:40 GMT on 9 July.", "It sank at 02:40 UTC+3 on 10 July.", "same", "equal"),
    ("It sank at 23:40 GMT on 9 July.", "It sank at 02:40 UTC+3 on 9 July.", "apart", "excluded"),
    ("It sank at 23:40 GMT.", "It sank at 02:40 local time (UTC+3).", "same", "equal"),
    ("It sank at 23:40 GMT.", "It sank at 02:40 local time.", "incomparable", "zone"),
    ("It sank at 23:40 GMT.", "It sank at 02:55 local time.", "apart", "excluded"),
    ("It sank at 5 p.m. ET on 9 July.", "It sank at 21:00 GMT on 9 July.", "same", "equal"),
    # lengths, and times that name no day
    ("The talks took two weeks.", "The talks took 14 days.", "same", "equal"),
    ("The talks took two weeks.", "The talks took three weeks.", "apart", "excluded"),
    ("The talks took several weeks.", "The talks took three weeks.", "incomparable", "unknown"),
    ("The talks are held now.", "The talks were held recently.", "incomparable", "unknown"),
    ("The talks are held every day.", "The talks were held on Tuesday.", "incomparable", "kind"),
    ("The talks took two weeks.", "The talks were held on Tuesday.", "incomparable", "kind"),
]


@pytest.mark.parametrize(("left", "right", "how", "reason"), TABLE)
def test_two_times(left: str, right: str, how: How, reason: Reason) -> None:
    found = relate(told(left), told(right))
    assert (found.how, found.reason) == (how, reason)


UNDATED: list[tuple[str, str, How, Reason]] = [
    ("The ship sank on Tuesday.", "The ship sank on Tuesday.", "same", "equal"),
    ("The ship sank on Tuesday.", "The ship sank on Thursday.", "apart", "excluded"),
    ("The ship sank on September 2.", "The ship sank on September 3.", "apart", "excluded"),
    ("The ship sank on September 2.", "The ship sank in September.", "within", "narrower"),
    ("The ship sank on September 2.", "The ship sank on September 2, 2025.", "within", "guessed"),
    ("The ship sank on September 2.", "The ship sank on September 4, 2025.", "apart", "excluded"),
    ("The ship sank on Tuesday.", "The ship sank on September 2, 2025.", "within", "guessed"),
    ("The ship sank two days after the fire.", "The ship sank two days after the fire.", "same", "equal"),
]


@pytest.mark.parametrize(("left", "right", "how", "reason"), UNDATED)
def test_two_times_of_reports_without_a_day(left: str, right: str, how: How, reason: Reason) -> None:
    found = relate(told(left, None), told(right, None))
    assert (found.how, found.reason) == (how, reason)


@st.composite
def times(draw: st.DrawFn) -> Time:
    """Any time: a range of days, a weekday, a day of the year, a length, or none, with any hour."""
    first, last, value = (
        None,
        None,
        draw(st.sampled_from(["P3M", "P14D", "PXD", "now", "every day", "tuesday", "--09", "--09-02"])),
    )
    if draw(st.booleans()):
        day = date(2029, 1, 1) + timedelta(draw(st.integers(0, 60)))
        first, last = day.isoformat(), (day + timedelta(draw(st.sampled_from([0, 0, 1, 6, 30, 364])))).isoformat()
        value = f"{first}/{last}"
    clock = draw(st.none() | st.sampled_from(["00:10", "02:40", "09:00", "09:05", "13:00", "23:40"]))
    part = draw(st.none() | st.sampled_from(["dawn", "morning", "midday", "afternoon", "evening", "night"]))
    zone = draw(st.none() | st.sampled_from(["local", "+00:00", "+03:00"])) if clock else None
    return Time(span=Span(start=0, end=1), first=first, last=last, value=value, clock=clock, zone=zone, part=part)  # type: ignore[arg-type]


@given(times())
def test_a_time_is_itself(one: Time) -> None:
    assert relate(one, one).how == "same"


@given(times(), times())
def test_the_order_of_two_times_only_turns_them_round(one: Time, other: Time) -> None:
    assert relate(other, one) == relate(one, other).turned()


@given(times(), times(), times())
def test_what_lies_within_a_part_lies_within_the_whole(a: Time, b: Time, c: Time) -> None:
    first, second, both = relate(a, b), relate(b, c), relate(a, c)
    if (first.how, first.inner) == (second.how, second.inner) == ("within", "left"):
        assert (both.how, both.inner) == ("within", "left")
