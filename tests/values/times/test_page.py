"""Days of the page and of its pictures, which are no happenings."""

from __future__ import annotations

import pytest

from crosswire.model import Report, Span
from crosswire.values.times.find import find


def first(text: str) -> tuple[str | None, str]:
    """The first day and the value of the first time of a sentence."""
    time = find(Report(id="a", text=text, published="2029-05-09"), (Span(start=0, end=len(text)),))[0]
    return time.first, time.value


@pytest.mark.parametrize(
    "text",
    [
        "Accepted 1 March 2029.",
        "Magazine issue of 18 May 2029.",
        "© The Harbour Post, 3 May 2029",
        "Published: 3 January 2019",
        "Last updated on 4 May 2029",
        "FILE – Ada Holm speaks to reporters in Orsk on 3 May 2027.",
        "The harbour of Orsk in a file photo from May 2026.",
        "In this May 3, 2027, file photo, Ada Holm speaks to reporters in Orsk.",
        "The trawler, pictured in 2027.",
    ],
)
def test_a_day_of_the_page_is_no_day_of_a_happening(text: str) -> None:
    assert first(text) == (None, "page")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The report was published on Tuesday.", "2029-05-08"),
        ("The photograph shows the fire that broke out on Saturday.", "2029-05-05"),
        ("Police filed charges on Tuesday.", "2029-05-08"),
        ("The inquiry received the letter on 3 May.", "2029-05-03"),
        ("Tuesday’s issue of the paper was seized.", "2029-05-08"),
    ],
)
def test_what_was_done_on_a_day_is_a_happening(text: str, day: str) -> None:
    assert first(text)[0] == day
