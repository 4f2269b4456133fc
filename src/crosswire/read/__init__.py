"""read: files, folders, addresses, feeds, archives → reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike

from crosswire.errors import ReadError
from crosswire.model import Report, Unread
from crosswire.read.naming import Ids, wanted_ids
from crosswire.read.places import File, Given, places
from crosswire.read.reading import Asked, Read, read_place

__all__ = ["Read", "gather", "look", "stream"]

NO_FIELDS: Mapping[str, str] = {}


def look(
    given: Iterable[Given], *, allow_private: bool = False, fields: Mapping[str, str] = NO_FIELDS
) -> Iterator[Read | Unread]:
    """Gives every report of what was given with what was made of it, and names what could not be used.

    Args:
        given: files, folders, http(s) addresses, files of addresses, "-" for standard input, or `Report`s. The same
            file is read once.
        allow_private: fetch addresses also from private networks and this computer.
        fields: of data files, our word ("text", "title" ...) → the name that its field has there.

    Returns:
        In the order given, each report with where its title, outlet and day were found.
    """
    if isinstance(given, str | PathLike | Report):
        given = [given]
    found = list(places(given))
    wanted = wanted_ids(place.path for place in found if isinstance(place, File))
    ids = Ids()
    asked = Asked(allow_private=allow_private, fields=fields)
    for place in found:
        yield from read_place(place, wanted, ids, asked)


def stream(
    given: Iterable[Given], *, allow_private: bool = False, fields: Mapping[str, str] = NO_FIELDS
) -> Iterator[Report | Unread]:
    """Gives every report of what was given, one at a time and in order, and names what could not be used.

    Args:
        given: as for `look`.
        allow_private: as for `look`.
        fields: as for `look`.

    Returns:
        Reports with ids that differ, each with text in it; and between them what could not be read and why. At most one
        source's bytes are held at a time, and of JSON lines and archives one report's.
    """
    for item in look(given, allow_private=allow_private, fields=fields):
        yield item.report if isinstance(item, Read) else item


def gather(
    given: Iterable[Given],
    *,
    allow_private: bool = False,
    strict: bool = False,
    fields: Mapping[str, str] = NO_FIELDS,
) -> tuple[tuple[Report, ...], tuple[Unread, ...]]:
    """Reads everything given.

    Args:
        given: as for `look`.
        allow_private: as for `look`.
        strict: stop at the first thing that cannot be read.
        fields: as for `look`.

    Returns:
        The reports in the order given, and what could not be read with its reason.

    Raises:
        ReadError: with `strict`, the first thing that could not be read.
    """
    reports: list[Report] = []
    unread: list[Unread] = []
    for item in stream(given, allow_private=allow_private, fields=fields):
        if isinstance(item, Report):
            reports.append(item)
        elif strict:
            raise ReadError(item.name, item.why)
        else:
            unread.append(item)
    return tuple(reports), tuple(unread)
