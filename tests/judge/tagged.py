"""Sides made from invented sentences with their syntax, for comparators that ask what is done to what."""

from __future__ import annotations

from functools import lru_cache

from crosswire.annotate.report import annotate_reports
from crosswire.judge.sides.side import Side, side_at
from crosswire.model import Annotated, Report, Span


@lru_cache(maxsize=512)
def read(text: str, name: str = "01") -> Annotated:
    """The annotated report of one or more sentences."""
    return next(iter(annotate_reports([(Report(id=name, text=text), ())])))


def tagged(text: str, name: str = "01") -> Side:
    """The side that a whole one-sentence report tells."""
    return side_at(read(text, name), Span(start=0, end=len(text)))
