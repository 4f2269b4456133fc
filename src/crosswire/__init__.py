"""crosswire reads many news reports of one event and sets them side by side; every line it shows is a span of a report."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosswire.model import Report, Story

__all__ = ["compare"]
__version__ = "0.1.0"


def compare(paths_or_reports: Iterable[str | PathLike[str] | Report]) -> Story:
    """Sets several reports of one event side by side.

    Args:
        paths_or_reports: files, folders, addresses or `Report`s, in any mixture; all are taken as one story.

    Returns:
        The story's ledger; in a notebook it shows itself as the page.

    Raises:
        NothingReadError: nothing usable was among them; what could not be read otherwise is told in `Story.unread`.
    """
    from crosswire.pipeline import compare_reports
    from crosswire.read import gather

    reports, unread = gather(paths_or_reports)
    return compare_reports(reports, unread)
