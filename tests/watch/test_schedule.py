"""When a feed is asked next: tables of rhythms and headers, and what holds for all of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.watch.schedule import JITTER, LONGEST, LONGEST_ASKED, SHORTEST, Asked, max_age, next_poll, retry_after
from crosswire.watch.schedule import rhythm as rhythm_of

NOW = datetime(2031, 5, 10, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("ago", "wait"),
    [
        ([], None),
        ([HOUR], None),
        ([HOUR, HOUR], None),
        ([-DAY, -2 * DAY, HOUR], None),  # days in the future tell nothing
        ([10 * MINUTE, 30 * MINUTE, 50 * MINUTE], 10 * MINUTE),
        ([MINUTE, 2 * MINUTE, 3 * MINUTE], SHORTEST),
        ([-DAY, HOUR, 3 * HOUR, 5 * HOUR], HOUR),
        ([HOUR, 2 * HOUR, 3 * HOUR, 90 * DAY], 30 * MINUTE),  # one old item is no rhythm
        ([20 * HOUR, 21 * HOUR, 22 * HOUR], 2 * HOUR),  # silent for long
        ([30 * DAY, 60 * DAY], LONGEST),
    ],
)
def test_rhythm(ago: list[timedelta], wait: timedelta | None) -> None:
    assert rhythm_of([NOW - each for each in ago], NOW) == wait


@pytest.mark.parametrize(
    ("asked", "least"),
    [
        (Asked(), HOUR),
        (Asked(rhythm=10 * MINUTE), 10 * MINUTE),
        (Asked(rhythm=10 * MINUTE, max_age=30 * MINUTE), 30 * MINUTE),
        (Asked(rhythm=10 * MINUTE, max_age=MINUTE), 10 * MINUTE),
        (Asked(rhythm=10 * MINUTE, failures=1), 10 * MINUTE),
        (Asked(rhythm=10 * MINUTE, failures=3), 40 * MINUTE),
        (Asked(rhythm=10 * MINUTE, failures=50), LONGEST),
        (Asked(rhythm=2 * HOUR, retry_after=5 * MINUTE), 2 * HOUR),
        (Asked(rhythm=10 * MINUTE, failures=1, retry_after=3 * HOUR), 3 * HOUR),
        (Asked(retry_after=2 * DAY), 2 * DAY),
        (Asked(retry_after=365 * DAY), LONGEST_ASKED),
    ],
)
def test_next_poll(asked: Asked, least: timedelta) -> None:
    wait = next_poll(NOW, asked, "seed") - NOW
    assert least <= wait <= least * (1 + JITTER)


WAITS = st.none() | st.timedeltas(min_value=timedelta(), max_value=400 * DAY)
ASKED = st.builds(
    Asked, rhythm=WAITS, max_age=WAITS, retry_after=WAITS, failures=st.integers(min_value=0, max_value=10_000)
)


@given(asked=ASKED, seed=st.text())
def test_never_too_early_and_never_never(asked: Asked, seed: str) -> None:
    wait = next_poll(NOW, asked, seed) - NOW
    assert wait >= max(SHORTEST, min(asked.retry_after or SHORTEST, LONGEST_ASKED))
    longest = LONGEST if asked.retry_after is None else LONGEST_ASKED
    assert wait <= longest * (1 + JITTER)
    assert next_poll(NOW, asked, seed) - NOW == wait


@given(asked=ASKED, seed=st.text(), more=st.integers(min_value=1, max_value=100))
def test_more_failures_never_shorten_the_wait(asked: Asked, seed: str, more: int) -> None:
    worse = Asked(
        rhythm=asked.rhythm, max_age=asked.max_age, retry_after=asked.retry_after, failures=asked.failures + more
    )
    assert next_poll(NOW, worse, seed) >= next_poll(NOW, asked, seed)


def test_feeds_are_spread() -> None:
    assert len({next_poll(NOW, Asked(), f"feed {n}") for n in range(100)}) == 100


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("120", 2 * MINUTE),
        (" 120 ", 2 * MINUTE),
        ("9" * 40, LONGEST_ASKED),
        ("Sat, 10 May 2031 13:00:00 GMT", HOUR),
        ("Sat, 10 May 2031 11:00:00 GMT", None),
        ("Sat, 99 May 2031 11:00:00 GMT", None),
        ("٣", None),
    ],
)
def test_retry_after(told: str | None, wait: timedelta | None) -> None:
    assert retry_after(told, NOW) == wait


@pytest.mark.parametrize(
    ("told", "age"),
    [
        (None, None),
        ("no-cache", None),
        ("public, max-age=600", 10 * MINUTE),
        ("Max-Age = 60", MINUTE),
        ('max-age="60"', MINUTE),
        ("s-maxage=60", None),
        ("max-age=9999999999", LONGEST),
        ("max-age=-1", None),
    ],
)
def test_max_age(told: str | None, age: timedelta | None) -> None:
    assert max_age(told) == age


@given(told=st.text())
def test_headers_of_any_kind_are_understood_or_not(told: str) -> None:
    assert max_age(told) is None or max_age(told) <= LONGEST  # type: ignore[operator]
    assert retry_after(told, NOW) is None or retry_after(told, NOW) <= LONGEST_ASKED  # type: ignore[operator]
