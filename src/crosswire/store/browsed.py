"""What looking through a desk takes and gives: frozen structs. Times are ISO 8601 in UTC."""

from __future__ import annotations

from crosswire.model import Struct
from crosswire.store.types import MarkedWords, StorySummary


class ShelfFilter(Struct, frozen=True):
    """Which stories are looked for: all that hold. `kind` is a slot or a nature of a difference; "" asks nothing.

    `lone` are stories of one report: nothing else was found to tell the same.
    """

    words: str = ""
    outlet: str = ""
    actor: str = ""
    kind: str = ""
    marked: bool = False
    unresolved: bool = False
    lone: bool = False


class Shelved(Struct, frozen=True):
    """A story in a list: how many points several origins tell, how many changes are new, whether it has marks."""

    story: StorySummary
    agreed: int
    new: int
    marked: bool


class OpenDifference(Struct, frozen=True):
    """A difference that nobody has marked; `values` are (place of the value, report, start, end, exact words, outlet,
    published)."""

    story: str
    item: str
    title: str | None
    slot: str
    nature: str
    why: str
    gist: str
    origins: int
    values: tuple[tuple[int, str, int, int, str, str | None, str | None], ...]


class Pulse(Struct, frozen=True):
    """How far a desk has come: the numbers of its newest change and of the newest line of its log."""

    change: int
    line: int


class FollowedLine(Struct, frozen=True):
    """What became of a line: it is `same` as it was, or its words stand in `item` now, or they stand nowhere since
    `gone_at`. `words` are those it had."""

    story: str
    item: str | None
    same: bool
    gone_at: str | None
    words: tuple[MarkedWords, ...]
