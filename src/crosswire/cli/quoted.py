"""The command that checks a draft's quotations: read, look in reports or a desk, print."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosswire.cli.given import nothing
from crosswire.cli.given import reports as given
from crosswire.cli.output import check_open, check_writable, is_standard_output, put, unless_terminal, write_file
from crosswire.cli.progress import Progress
from crosswire.errors import ReadError

if TYPE_CHECKING:
    from crosswire.model import Annotated, Unread
    from crosswire.quotes.types import Asked, QuoteCheck, Source

_DESK = b"SQLite format 3\0"


def quote_check(told: argparse.Namespace, form: str) -> None:
    """Prints what became of each quotation of a draft, or writes it to --output."""
    to_file = told.output is not None and not is_standard_output(told.output)
    pipe = check_writable(told.output) if to_file else None
    if not to_file:
        check_open()
    with Progress() as progress:
        checked = _checked(told, progress)
    text = _shown(checked, form)
    if to_file:
        write_file(told.output, text, pipe)
    else:
        put(unless_terminal(text) if form == "json" else text)


def _checked(told: argparse.Namespace, progress: Progress) -> QuoteCheck:
    from crosswire.quotes import asked_of, check
    from crosswire.quotes.types import Looked, QuoteCheck

    draft = _draft(told, progress)
    asked, aside = asked_of(draft)
    unread: list[Unread] = []
    sources = _sources(told, asked, unread, progress)
    progress.tell("looking for quotations")
    return QuoteCheck(
        draft=draft.report.id,
        sha256=draft.report.sha256,
        findings=check(asked, sources),
        aside=aside,
        reports=tuple(Looked(id=source.report, sha256=source.sha256) for source in sources),
        unread=tuple(unread),
    )


def _draft(told: argparse.Namespace, progress: Progress) -> Annotated:
    """Returns the one text that the draft is, with what is quoted in it."""
    from crosswire.pipeline import annotated

    alone = argparse.Namespace(**{**vars(told), "reports": [told.draft]})
    found = list(given(alone, [], progress))
    if not found:
        raise nothing([told.draft])
    if len(found) > 1:
        raise ReadError(told.draft, f"it holds {len(found)} texts", "a draft that is one text")
    (piece,) = annotated(found, progress.tell)
    if not piece.understood:
        raise ReadError(told.draft, "its language is not one that quotations are found in", "English")
    return piece


def _sources(
    told: argparse.Namespace, asked: Sequence[Asked], unread: list[Unread], progress: Progress
) -> tuple[Source, ...]:
    """Returns the reports to look in, from a desk where one is given alone."""
    if len(told.reports) == 1 and _is_desk(told.reports[0]):
        from crosswire.store import Desk
        from crosswire.store.quoted import sources

        with Desk(told.reports[0]) as desk:
            progress.tell("looking in the desk")
            return sources(desk, asked)
    from crosswire.pipeline import quotable

    reports = list(given(told, unread, progress))
    if not reports:
        raise nothing(told.reports)
    return quotable(reports, progress.tell)


def _is_desk(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(len(_DESK)) == _DESK
    except (OSError, ValueError):
        return False


def _shown(checked: QuoteCheck, form: str) -> str:
    if form == "json":
        return checked.to_json() + "\n"
    from crosswire.cli import quoted_told

    return quoted_told.page(checked) if form == "html" else quoted_told.terminal(checked)
