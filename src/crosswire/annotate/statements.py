"""Attributions: who said what, with which cue, directly or not."""

from __future__ import annotations

from crosswire.model import Name, Quotation, Report, Span, Statement


def statements(
    report: Report, sentences: tuple[Span, ...], names: tuple[Name, ...], quotations: tuple[Quotation, ...]
) -> tuple[tuple[Statement, ...], tuple[Quotation, ...]]:
    """Returns the statements of `report` in reading order, and the quotations tied to them."""
    return (), quotations
