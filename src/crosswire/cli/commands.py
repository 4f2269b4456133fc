"""One function a command: read, one call of the pipeline, print."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence

from crosswire.cli import desk, mcp, watch
from crosswire.cli.given import nothing
from crosswire.cli.given import reports as given
from crosswire.cli.output import check_open, check_writable, is_standard_output, put, unless_terminal, write_file
from crosswire.cli.progress import Progress
from crosswire.cli.quoted import quote_check
from crosswire.cli.read import read
from crosswire.model import Report, Story, Unread

WIDTH_OF_A_FILE = 100


def compare(told: argparse.Namespace, form: str) -> None:
    """Prints one story from all reports given, or writes it to --output."""
    to_file = told.output is not None and not is_standard_output(told.output)
    if to_file:
        pipe = check_writable(told.output)
    else:
        check_open()
    with Progress() as progress:
        unread: list[Unread] = []
        reports = list(given(told, unread, progress))
        if not reports:
            raise nothing(told.reports)
        from crosswire.pipeline import compare_reports

        progress.count(_reports_in_all(reports))
        story = compare_reports(reports, unread, progress.tell)
        progress.tell("writing")
        width = WIDTH_OF_A_FILE if to_file else shutil.get_terminal_size((WIDTH_OF_A_FILE, 24)).columns
        text = shown(story, form, width, to_file)
    if to_file:
        write_file(told.output, text, pipe)
    else:
        encoding = (sys.stdout.encoding or "utf-8") if form == "terminal" else "utf-8"
        put(unless_terminal(text) if form == "json" else text, encoding)


def statements(told: argparse.Namespace, form: str) -> None:
    """Prints the statements of each report as soon as it is read, one JSON line a report."""
    from crosswire.pipeline import stated

    check_open()
    none = True
    with Progress() as progress:
        for piece in stated(given(told, [], progress), progress.tell):
            none = False
            with progress.aside():
                put(unless_terminal(piece.to_json() + "\n"))
    if none:
        raise nothing(told.reports)


def group(told: argparse.Namespace, form: str) -> None:
    """Prints the story and the origin of each report, one JSON line a report."""
    check_open()
    with Progress() as progress:
        reports = list(given(told, [], progress))
        if not reports:
            raise nothing(told.reports)
        from crosswire.pipeline import grouped

        progress.count(_reports_in_all(reports))
        progress.tell("grouping")
        placed = grouped(reports)
    for one in placed:
        put(unless_terminal(one.to_json() + "\n"))


def _reports_in_all(reports: Sequence[Report]) -> str:
    return "1 report" if len(reports) == 1 else f"{len(reports)} reports"


def shown(story: Story, form: str, width: int, to_file: bool) -> str:
    """Returns a story as `form` tells it; coloured for a terminal that takes colour, never for a file."""
    if form == "json":
        return story.to_json() + "\n"
    from crosswire import show

    if form == "terminal":
        return _ended(show.terminal(story, width, not to_file and _coloured()))
    return _ended({"html": show.page, "markdown": show.markdown, "csv": show.table}[form](story))


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


OWN = {"read": read, "compare": compare, "statements": statements, "group": group, "quote-check": quote_check}
COMMANDS = {**OWN, **desk.COMMANDS, **watch.COMMANDS, **mcp.COMMANDS}
