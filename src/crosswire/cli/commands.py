"""One function a command: read, one call of the pipeline, print."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence

from crosswire.cli.output import check_writable, complain, put, write_file
from crosswire.errors import NothingReadError, ReadError
from crosswire.model import Report, Story, Unread

WIDTH_OF_A_FILE = 100


def compare(told: argparse.Namespace, form: str) -> None:
    """Prints one story from all reports given, or writes it to --output."""
    to_file = told.output is not None and told.output != "-"
    if to_file:
        check_writable(told.output)
    unread: list[Unread] = []
    reports = list(_reports(told, unread))
    if not reports:
        raise _nothing(told.reports)
    from crosswire.pipeline import compare_reports

    story = compare_reports(reports, unread)
    if to_file:
        write_file(told.output, _shown(story, form, WIDTH_OF_A_FILE, colour=False))
    else:
        text = _shown(story, form, shutil.get_terminal_size((WIDTH_OF_A_FILE, 24)).columns, colour=_coloured())
        put(text, (sys.stdout.encoding or "utf-8") if form == "terminal" else "utf-8")


def statements(told: argparse.Namespace, form: str) -> None:
    """Prints the statements of each report as soon as it is read, one JSON line a report."""
    from crosswire.pipeline import stated

    none = True
    for piece in stated(_reports(told, [])):
        none = False
        put(piece.to_json() + "\n")
    if none:
        raise _nothing(told.reports)


def group(told: argparse.Namespace, form: str) -> None:
    """Prints the story and the origin of each report, one JSON line a report."""
    reports = list(_reports(told, []))
    if not reports:
        raise _nothing(told.reports)
    from crosswire.pipeline import grouped

    for placed in grouped(reports):
        put(placed.to_json() + "\n")


def _reports(told: argparse.Namespace, unread: list[Unread]) -> Iterator[Report]:
    """Gives the reports asked for; names on standard error what cannot be read, and keeps it in `unread`.

    Raises ReadError at the first of these with --strict.
    """
    from crosswire.read import stream

    for item in stream(told.reports, allow_private=told.allow_private):
        if isinstance(item, Report):
            yield item
            continue
        error = ReadError(item.name, item.why)
        if told.strict:
            raise error
        complain(str(error))
        unread.append(item)


def _nothing(given: Sequence[str]) -> NothingReadError:
    return NothingReadError(f"{len(given)} given", "no usable report among them")


def _shown(story: Story, form: str, width: int, *, colour: bool) -> str:
    if form == "json":
        return story.to_json() + "\n"
    from crosswire import show

    if form == "terminal":
        return _ended(show.terminal(story, width, colour))
    return _ended({"html": show.page, "markdown": show.markdown, "csv": show.table}[form](story))


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


COMMANDS = {"compare": compare, "statements": statements, "group": group}
