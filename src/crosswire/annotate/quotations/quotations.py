"""The words between quotation marks."""

from __future__ import annotations

from crosswire.annotate.quotations.marks import marked
from crosswire.annotate.sentences.sentences import paragraphs
from crosswire.model import Furniture, Quotation, Report, Span


def quotations(report: Report, furniture: tuple[Furniture, ...]) -> tuple[Quotation, ...]:
    """Returns every stretch between quotation marks in `report`, in reading order, speakers not yet told.

    A quotation ends with its paragraph at the latest; one inside another is part of it. Whether anybody spoke the
    words is not decided here (`spoken` stays True).
    """
    found: list[Quotation] = []
    open_before = False
    for block in paragraphs(report.text, furniture):
        inside = marked(report.text, block, open_before)
        open_before = bool(inside) and inside[-1].left_open
        found.extend(Quotation(span=q.span, statement=None, speaker=None) for q in inside if _has_words(report, q.span))
    return tuple(found)


def _has_words(report: Report, span: Span) -> bool:
    return any(c.isalnum() for c in report.text[span.start : span.end])
