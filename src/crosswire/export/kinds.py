"""The kinds of export: the one list of them. Nothing heavy is imported before one is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from crosswire.export.parcel import Parcel


class Kind(NamedTuple):
    """A kind of export: what it is on one line, what of a desk it takes, and what writes it.

    `takes`: "story" one story; "stories" one or every; "reports" the reports of one story, or of the desk.
    """

    about: str
    takes: Literal["story", "stories", "reports"]
    write: Callable[[Parcel], str | bytes]


def _json(parcel: Parcel) -> str:
    from crosswire.export.ledger import ledger

    return ledger(parcel)


def _html(parcel: Parcel) -> str:
    from crosswire.show import page

    return page(parcel.stories[0].story, parcel.stories[0].remarks)


def _markdown(parcel: Parcel) -> str:
    from crosswire.show import markdown

    return markdown(parcel.stories[0].story, parcel.stories[0].remarks)


def _csv(parcel: Parcel) -> str:
    from crosswire.show import table

    return table(parcel.stories[0].story, parcel.stories[0].remarks)


def _jsonl(parcel: Parcel) -> str:
    from crosswire.export.lines import lines

    return lines(parcel)


def _annotations(parcel: Parcel) -> str:
    from crosswire.export.annotations import web_annotations

    return web_annotations(parcel.stories[0])


def _event_reports(parcel: Parcel) -> str:
    from crosswire.export.event_reports import event_reports

    return event_reports(parcel)


def _registers(parcel: Parcel) -> str:
    from crosswire.export.plover import registers_table

    return registers_table(parcel)


def _plover(parcel: Parcel) -> str:
    from crosswire.export.plover import plover

    return plover(parcel)


def _crate(parcel: Parcel) -> bytes:
    from crosswire.export.crate import crate

    return crate(parcel)


KINDS: Final = {
    "json": Kind("the ledger, or all of them", "stories", _json),
    "html": Kind("the one-file page", "story", _html),
    "markdown": Kind("the brief for a note or a ticket", "story", _markdown),
    "csv": Kind("a table, one row a piece of evidence", "story", _csv),
    "jsonl": Kind("the reports, as crosswire add takes them back", "reports", _jsonl),
    "annotations": Kind("W3C Web Annotations, one a piece of evidence", "story", _annotations),
    "event-reports": Kind(
        "a table for the R package eventreport, one row an event and source", "stories", _event_reports
    ),
    "registers": Kind("entries and positions as a table, one row a piece of evidence", "stories", _registers),
    "plover": Kind("the entries of the registers as PLOVER events in JSON", "stories", _plover),
    "crate": Kind("an RO-Crate: a zip of ledger, page, table, annotations and hashes", "story", _crate),
}
"""Every kind by its name."""
