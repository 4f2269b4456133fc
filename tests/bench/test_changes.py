"""Changes made to a story in one run may not confirm one another."""

from bench.quality.changes import Change, batches

from crosswire.model import Span


def change(report: str, start: int, words: str) -> Change:
    """A change of the day, 50 characters of another report telling it unchanged."""
    other = "01" if report == "00" else "00"
    return Change(
        kind="day",
        report=report,
        span=Span(start=start, end=start + 6),
        words=words,
        other=other,
        other_span=Span(start=start, end=start + 50),
    )


def test_far_changes_with_other_words_are_made_in_one_run() -> None:
    assert len(batches([change("00", 0, "Friday"), change("01", 900, "Sunday")], 9, "seed")) == 1


def test_changes_that_write_the_same_words_are_made_in_two_runs() -> None:
    assert len(batches([change("00", 0, "Friday"), change("01", 900, "friday")], 9, "seed")) == 2


def test_changes_near_one_another_are_made_in_two_runs() -> None:
    assert len(batches([change("00", 0, "Friday"), change("00", 200, "Sunday")], 9, "seed")) == 2
