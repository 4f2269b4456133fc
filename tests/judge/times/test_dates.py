"""Days by the syntax of their sentences: whose day one is, and which two need not be one."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.annotate.report import annotate_reports
from crosswire.judge.sides.side import Side, side_at
from crosswire.judge.times.dates import dates, is_said
from crosswire.judge.times.happenings import happening_of
from crosswire.model import Annotated, Report, Span

SAID = [
    ("Police said on Friday that the ferry sank.", True),
    ("The minister said Friday the ferry had sunk.", True),
    ("Officers said the late night attack Friday killed a sailor.", False),
    ("Police said the ferry sank on Friday.", False),
    ("Residents were horrified to hear that a girl was shot early on Sunday.", False),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_day_inside_what_is_said_is_not_that_of_the_saying(text: str, expected: bool) -> None:
    side = tagged(text)
    assert is_said(side, next(t for t in side.times if "day" in text[t.span.start : t.span.end])) is expected


def test_a_day_right_behind_a_happening_is_its_day() -> None:
    text = "The sailor charged with the harbour shooting on Friday morning, Jon Brask, went before a judge."
    side = tagged(text)
    assert "event" in happening_of(side, side.times[0].span).kinds


UNLIKE = [
    ("The blast came on Tuesday.", "The blast came on Thursday.", True),
    ("A sailor was shot in Orsk on Tuesday.", "A sailor was found dead in Orsk on Wednesday.", False),
    ("A sailor was shot in Orsk on Thursday.", "A sailor was found shot in Orsk on Wednesday.", True),
    ("Jon Brask was arraigned in court on Thursday.", "Jon Brask is accused of a shooting on Saturday.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), UNLIKE)
def test_days_of_one_doing_differ(one: str, other: str, differ: bool) -> None:
    assert bool(dates(_dated(one), _dated(other))) is differ
    assert bool(dates(_dated(other), _dated(one))) is differ


def test_last_week_is_each_report_s_own() -> None:
    text = "The blast that killed a sailor came last week."
    one, other = (_read(text, published) for published in ("2025-09-05", "2025-09-15"))
    assert one.times[0].first != other.times[0].first
    assert dates(*(side_at(p, Span(start=0, end=len(text))) for p in (one, other))) == ()


def _dated(text: str) -> Side:
    return side_at(_read(text, "2025-09-05"), Span(start=0, end=len(text)))


def _read(text: str, published: str) -> Annotated:
    return next(iter(annotate_reports([(Report(id="01", text=text, published=published), ())])))
