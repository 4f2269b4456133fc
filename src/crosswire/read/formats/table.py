"""CSV and TSV: one report a row, its columns by the names people use."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from crosswire.errors import NoReportError, ReadError
from crosswire.model import Unread
from crosswire.read.decoding import decode
from crosswire.read.fields import known, row_report
from crosswire.read.found import LARGEST, LARGEST_DATA, Found, Source, not_usable, whole
from crosswire.read.naming import tidy

DELIMITERS = ",;\t|"
OWN = ["part", "id", "verdict", "slot"]
"""How the table that crosswire itself writes begins."""

SHOWN = 12
HEADING = 100_000  # code points in which the heading stands


def read_table(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the report of each row in order; a row without text is named by its number.

    Raises:
        ReadError: there is no heading, no column of text among its columns, or crosswire wrote the table.
    """
    text = decode(whole(stream, source, LARGEST_DATA), source.name, source.charset)
    rows = table_rows(text)
    try:
        _, columns = next(rows)
    except StopIteration:
        raise ReadError(source.name, "empty file") from None
    if columns[: len(OWN)] == OWN:
        raise NoReportError(source.name, "a table that crosswire wrote, not a report")
    if "text" not in known(columns, source.fields):
        told = ", ".join(tidy(column)[:30] for column in columns[:SHOWN]) + (", ..." if len(columns) > SHOWN else "")
        raise ReadError(source.name, f"no column of text among {told}", "text, body ...; or --fields text=NAME")
    none = True
    for number, row in rows:
        none = False
        yield from row_report(dict(zip(columns, row, strict=False)), source, f"line {number}")
    if none:
        yield not_usable(source, "no row below the heading")


def table_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Gives each filled row of a table with the number of its last line; the heading tells what parts its cells."""
    heading = next((line for line in text[:HEADING].splitlines() if line.strip()), "")
    csv.field_size_limit(LARGEST)  # the limit of Python's own is shorter than many a report
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=heading.count))
    for row in reader:
        if any(cell.strip() for cell in row):
            yield reader.line_num, row
