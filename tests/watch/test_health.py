"""How a feed is after a poll: a table of what is a failure and what is none, and what holds for every sequence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.watch.health import Health, Polled, after

READ = Polled(outcome="read", items=3)
EMPTY = Polled(outcome="read")
BOZO = Polled(outcome="read", items=1, bozo="mismatched tag")
SAME = Polled(outcome="unchanged")
GONE = Polled(outcome="gone")
FAILED = Polled(outcome="failed", why="answers 500")
STILL = "unchanged (304) since it failed: answers 500"
ENDED = "it is gone for good (410 Gone); it is not asked any more"


def followed(polls: list[Polled]) -> Health:
    health = Health(since="0")
    for at, polled in enumerate(polls, 1):
        health = after(health, polled, str(at))
    return health


@pytest.mark.parametrize(
    ("polls", "kind", "why", "since", "failures"),
    [
        ([], "new", "not asked yet", "0", 0),
        ([READ], "well", "3 items", "1", 0),
        ([READ, READ], "well", "3 items", "1", 0),
        ([EMPTY], "well", "it has no items", "1", 0),
        ([READ, EMPTY], "well", "it has no items", "1", 0),
        ([BOZO], "well", "1 item; not well-formed (mismatched tag), read all the same", "1", 0),
        ([FAILED, BOZO], "well", "1 item; not well-formed (mismatched tag), read all the same", "2", 0),
        ([Polled(outcome="read", items=9, taken=5)], "well", "9 items, of which the first 5 are looked at", "1", 0),
        ([SAME], "failing", "unchanged (304), though it was never read", "1", 1),
        ([SAME, READ], "well", "3 items", "2", 0),
        ([READ, SAME], "well", "unchanged (304)", "1", 0),
        ([FAILED], "failing", "answers 500", "1", 1),
        ([READ, FAILED, FAILED], "failing", "answers 500", "2", 2),
        ([READ, FAILED, SAME], "failing", STILL, "2", 1),
        ([READ, FAILED, SAME, SAME], "failing", STILL, "2", 1),
        ([READ, FAILED, SAME, READ], "well", "3 items", "4", 0),
        ([READ, GONE], "ended", ENDED, "2", 0),
        ([FAILED, GONE], "ended", ENDED, "2", 1),
        ([GONE, READ, FAILED, SAME], "ended", ENDED, "1", 0),
    ],
)
def test_health(polls: list[Polled], kind: str, why: str, since: str, failures: int) -> None:
    assert followed(polls) == Health(kind=kind, why=why, since=since, failures=failures)  # type: ignore[arg-type]


@given(polls=st.lists(st.sampled_from([READ, EMPTY, BOZO, SAME, GONE, FAILED])))
def test_health_is_what_the_last_full_answer_says(polls: list[Polled]) -> None:
    health = followed(polls)
    assert (health.kind == "ended") == (GONE in polls)
    told = [polled if polled is not SAME else FAILED for polled in polls[:1]]
    told += [polled for polled in polls[1:] if polled is not SAME]
    if GONE not in polls:
        assert (health.kind == "failing") == (bool(told) and told[-1] is FAILED)
        assert (health.failures > 0) == (health.kind == "failing")
    assert (health.kind == "new") == (not polls)
    assert int(health.since) <= len(polls)
