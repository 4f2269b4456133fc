"""The reports that a command line names: read one after the other, what cannot be read named on standard error."""

from __future__ import annotations

import argparse
import glob
import os
import sys
from collections.abc import Iterator, Sequence

from crosswire.cli.output import complain
from crosswire.cli.progress import Progress
from crosswire.errors import NothingReadError, ReadError
from crosswire.model import Report, Unread
from crosswire.read import Read


def reports(told: argparse.Namespace, unread: list[Unread], progress: Progress) -> Iterator[Report]:
    """Gives the reports asked for; names on standard error what cannot be read, and keeps it in `unread`.

    Raises ReadError at the first of these with --strict.
    """
    for item in looked(told, unread, progress):
        yield item.report


def looked(told: argparse.Namespace, unread: list[Unread], progress: Progress) -> Iterator[Read]:
    """Gives the reports asked for with what was made of each; otherwise as `reports`."""
    from crosswire.read import look

    typed = "-" in told.reports and sys.stdin is not None and sys.stdin.isatty()
    reading = "" if typed else "reading"  # no line over what is being typed
    progress.tell(reading)
    read = 0
    for item in look(spelled_out(told.reports), allow_private=told.allow_private, fields=told.fields):
        if isinstance(item, Read):
            read += 1
            progress.count(f"report {read}")
            yield item
            progress.tell(reading)
            continue
        if told.strict and item.kind != "aside":
            raise ReadError(item.name, item.why)
        with progress.aside():
            complain(_told(item))
        unread.append(item)


def spelled_out(given: Sequence[str]) -> Iterator[str]:
    """Gives the files that a pattern such as "news/*.txt" names, where the shell leaves it as it is: on Windows."""
    for one in given:
        address = one.lower().startswith(("http://", "https://"))
        found = [] if address or os.path.lexists(one) or len(one) > 4096 or "\0" in one else sorted(glob.glob(one))
        yield from found or [one]


def nothing(given: Sequence[str]) -> NothingReadError:
    """Returns the error that nothing usable was among what was given."""
    return NothingReadError(f"{len(given)} given", "no usable report among them")


def _told(item: Unread) -> str:
    if item.kind == "aside":
        return f"set aside: {item.name}: {item.why}"
    if item.kind == "partly":
        return f"read in part: {item.name}: {item.why}"
    return str(ReadError(item.name, item.why))
