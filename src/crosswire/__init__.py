"""crosswire sets many news reports of one event side by side; every line it shows is a span of a report."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, overload

if TYPE_CHECKING:
    from crosswire.model import Report, Stories, Story
    from crosswire.store import Desk

__all__ = ["Desk", "compare"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Gives `crosswire.Desk` when it is first asked for, so that importing crosswire stays light."""
    if name != "Desk":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from crosswire.store import Desk

    return Desk


@overload
def compare(
    paths_or_reports: Iterable[str | PathLike[str] | Report],
    *,
    one_story: Literal[True],
    allow_private: bool = False,
    strict: bool = False,
) -> Story: ...


@overload
def compare(
    paths_or_reports: Iterable[str | PathLike[str] | Report],
    *,
    one_story: bool = False,
    allow_private: bool = False,
    strict: bool = False,
) -> Story | Stories: ...


def compare(
    paths_or_reports: Iterable[str | PathLike[str] | Report],
    *,
    one_story: bool = False,
    allow_private: bool = False,
    strict: bool = False,
) -> Story | Stories:
    """Sets several reports of one event side by side; of several events, those of each by themselves.

    Args:
        paths_or_reports: files, folders, addresses or `Report`s, in any mixture.
        one_story: they belong together, whatever they seem to tell; those that seem not to are named in
            `Story.doubtful`.
        allow_private: fetch addresses also from private networks and this computer.
        strict: stop at the first thing that cannot be read.

    Returns:
        The story's ledger; in a notebook it shows itself as the page. What could not be read is told in its `unread`.
        Where the reports tell several stories, and `one_story` is not said, the ledgers of all, as `Stories`.

    Raises:
        NothingReadError: nothing usable was among them.
        ReadError: with `strict`, the first thing that could not be read.
        ArgumentError: what was given is no path, address or `Report`, or a field of a `Report` is not what it must be.
    """
    from crosswire.errors import NothingReadError
    from crosswire.pipeline import compare_as_one, compare_parted, parted
    from crosswire.read import gather
    from crosswire.read.given import checked

    given = checked(paths_or_reports, "paths_or_reports")
    reports, unread = gather(given, allow_private=allow_private, strict=strict)
    if not reports:
        reasons = "; ".join(f"{item.name}: {item.why}" for item in unread)
        raise NothingReadError("what was given", reasons or "it is empty", "files, folders, addresses, Report objects")
    return (compare_as_one if one_story else compare_parted)(reports, parted(reports), unread)
