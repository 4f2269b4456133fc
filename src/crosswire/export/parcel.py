"""What a kind of export is given: stories with what belongs to them, and reports, all read before it begins."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from crosswire.model import Report, Story, Struct
from crosswire.show.remarks import Remark


class Dossier(Struct, frozen=True):
    """A story of a desk, and what the desk knows of it beside its ledger.

    `at` is when the ledger was made, `read_at` when each report was read: ISO 8601 in UTC.
    """

    id: str
    story: Story
    at: str
    read_at: Mapping[str, str] = msgspec.field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


class Parcel(Struct, frozen=True):
    """All that is exported: stories, or the reports themselves with the remarks on them.

    `one` says that one story was asked for; `texts` that whole texts may go where a kind can do without them.
    """

    one: bool = True
    stories: tuple[Dossier, ...] = ()
    reports: tuple[Report, ...] = ()
    remarks: tuple[Remark, ...] = ()
    texts: bool = False
