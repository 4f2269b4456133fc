"""One function a command: read, one call of the pipeline, print."""

from __future__ import annotations

import argparse
import glob
import os
import shutil
import sys
from collections.abc import Iterator, Sequence

from crosswire.cli import desk
from crosswire.cli.output import check_open, check_writable, complain, put, write_file
from crosswire.cli.progress import Progress
from crosswire.errors import NothingReadError, ReadError
from crosswire.model import Report, Story, Unread

WIDTH_OF_A_FILE = 100


def compare(told: argparse.Namespace, form: str) -> None:
    """Prints one story from all reports given, or writes it to --output."""
    to_file = told.output is not None and told.output != "-"
    if to_file:
        check_writable(told.output)
    else:
        check_open()
    with Progress() as progress:
        unread: list[Unread] = []
        reports = list(_reports(told, unread, progress))
        if not reports:
            raise _nothing(told.reports)
        from crosswire.pipeline import compare_reports

        progress.count(_reports_in_all(reports))
        story = compare_reports(reports, unread, progress.tell)
        progress.tell("writing")
        width = WIDTH_OF_A_FILE if to_file else shutil.get_terminal_size((WIDTH_OF_A_FILE, 24)).columns
        text = shown(story, form, width, to_file)
    if to_file:
        write_file(told.output, text)
    else:
        put(text, (sys.stdout.encoding or "utf-8") if form == "terminal" else "utf-8")


def statements(told: argparse.Namespace, form: str) -> None:
    """Prints the statements of each report as soon as it is read, one JSON line a report."""
    from crosswire.pipeline import stated

    check_open()
    none = True
    with Progress() as progress:
        for piece in stated(_reports(told, [], progress), progress.tell):
            none = False
            with progress.aside():
                put(piece.to_json() + "\n")
    if none:
        raise _nothing(told.reports)


def group(told: argparse.Namespace, form: str) -> None:
    """Prints the story and the origin of each report, one JSON line a report."""
    check_open()
    with Progress() as progress:
        reports = list(_reports(told, [], progress))
        if not reports:
            raise _nothing(told.reports)
        from crosswire.pipeline import grouped

        progress.count(_reports_in_all(reports))
        progress.tell("grouping")
        placed = grouped(reports)
    for one in placed:
        put(one.to_json() + "\n")


def _reports(told: argparse.Namespace, unread: list[Unread], progress: Progress) -> Iterator[Report]:
    """Gives the reports asked for; names on standard error what cannot be read, and keeps it in `unread`.

    Raises ReadError at the first of these with --strict.
    """
    from crosswire.read import stream

    typed = "-" in told.reports and sys.stdin is not None and sys.stdin.isatty()
    reading = "" if typed else "reading"  # no line over what is being typed
    progress.tell(reading)
    read = 0
    for item in stream(_spelled_out(told.reports), allow_private=told.allow_private):
        if isinstance(item, Report):
            read += 1
            progress.count(f"report {read}")
            yield item
            progress.tell(reading)
            continue
        error = ReadError(item.name, item.why)
        if told.strict:
            raise error
        with progress.aside():
            complain(str(error))
        unread.append(item)


def _spelled_out(given: Sequence[str]) -> Iterator[str]:
    """Gives the files that a pattern such as "news/*.txt" names, where the shell leaves it as it is: on Windows."""
    for one in given:
        address = one.lower().startswith(("http://", "https://"))
        yield from [one] if address or os.path.exists(one) else sorted(glob.glob(one)) or [one]


def _reports_in_all(reports: Sequence[Report]) -> str:
    return "1 report" if len(reports) == 1 else f"{len(reports)} reports"


def _nothing(given: Sequence[str]) -> NothingReadError:
    return NothingReadError(f"{len(given)} given", "no usable report among them")


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


COMMANDS = {"compare": compare, "statements": statements, "group": group, **desk.COMMANDS}
