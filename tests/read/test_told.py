"""The day of publication told at the head of a plain text."""

from __future__ import annotations

import pytest

from crosswire.read.told import told_date

BODY = "\n\nThe strait of Mirra was closed to shipping, the harbour office said."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Strait closed\n\nBy Ingrid Solvang\nPublished Tuesday, 10 March 2026, 10:15 p.m.", "2026-03-10"),
        ("Strait closed\n\nHALDEN, March 13, 2026 (Nordwire) - Norland closed the strait on Friday.", "2026-03-13"),
        ("# Strait closed\n\n*Orsk Courier, English edition – Saturday, 14 March 2026*", "2026-03-14"),
        ("Strait closed\nBy Elin Castberg\n15 March 2026\n4 min read", "2026-03-15"),
        ("Nordwire | Sunday, Mar. 15, 2026, 8:27 a.m.", "2026-03-15"),
        ("Updated: Sept. 1st, 2026 @ 6:15 am", "2026-09-01"),
        ("2026-03-15\nStrait closed", "2026-03-15"),
        ("Strait closed", None),
        ("The strait has been closed since 10 March 2026.", None),
        ("In this photo of March 10, 2026, a patrol boat lies in the harbour of Kelm", None),
        ("Published 31 February 2026", None),
        ("Published Tuesday", None),
        ("Published in May 2026", None),
        ("", None),
    ],
)
def test_told_date(head: str, day: str | None) -> None:
    assert told_date(head + BODY) == day


def test_a_date_far_down_is_not_the_head() -> None:
    assert told_date("line\n" * 12 + "Published 10 March 2026") is None


def test_a_date_after_the_first_paragraph_is_not_the_head() -> None:
    assert told_date("word " * 41 + "\nJonas, 10 March 2026") is None
