"""What the tools answer with: frozen structs, whose JSON schema is each tool's output schema.

Every evidence names its report and span; `hashes` tells the SHA-256 of each report's text that an answer names.
"""

from __future__ import annotations

import msgspec

from crosswire.model import (
    ActKind,
    Actor,
    Evidence,
    Happening,
    Inconsistency,
    Manner,
    Origin,
    Point,
    Quote,
    Struct,
    Unread,
    VoiceKind,
)
from crosswire.quotes.types import Kind, Place
from crosswire.store.types import Hit, StorySummary, Telling


class TooLong(Struct, frozen=True):
    """An item that is too long for any answer, and was left out; read_report gives its words."""

    item: str
    tokens: int


class Answer(Struct, frozen=True):
    """What every answer of several items has: the cursor to go on with, and how many there are where that is known."""

    total: int | None = None
    next: str | None = None
    hashes: dict[str, str] = msgspec.field(default_factory=dict)
    too_long: tuple[TooLong, ...] = ()


class ReportLine(Struct, frozen=True):
    """A report without its text; title, outlet and the rest are as told by its source."""

    report: str
    sha256: str
    characters: int
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    origin: str | None


class Saying(Struct, frozen=True):
    """A statement with its words."""

    id: str
    report: str
    manner: Manner
    speaker: str | None
    kind: VoiceKind
    act: ActKind | None
    words: tuple[Evidence, ...]


class Commitment(Struct, frozen=True):
    """A pledge, threat, demand, offer or agreement, with its condition and deadline where told."""

    kind: ActKind
    actor: str | None
    addressee: str | None
    words: tuple[Evidence, ...]
    condition: Evidence | None
    deadline: Evidence | None
    story: str | None


class StoryAnswer(Answer, frozen=True):
    """Parts of a story's ledger. `counts` tells how many items each part asked for has."""

    story: str | None = None
    counts: dict[str, int] = msgspec.field(default_factory=dict)
    reports: tuple[ReportLine, ...] = ()
    origins: tuple[Origin, ...] = ()
    actors: tuple[Actor, ...] = ()
    points: tuple[Point, ...] = ()
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Saying, ...] = ()
    acts: tuple[Commitment, ...] = ()
    timeline: tuple[Happening, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    unread: tuple[Unread, ...] = ()


class StoriesAnswer(Answer, frozen=True):
    """Stories, those that changed last first."""

    stories: tuple[StorySummary, ...] = ()


class HitsAnswer(Answer, frozen=True):
    """Places found, and what of the question could not be understood and why."""

    hits: tuple[Hit, ...] = ()
    ignored: tuple[Unread, ...] = ()


class HistoryAnswer(Answer, frozen=True):
    """What was told in the slots of a point, since when and until when (null: still told)."""

    story: str = ""
    point: str = ""
    tellings: tuple[Telling, ...] = ()


class CommitmentsAnswer(Answer, frozen=True):
    """Commitments, in the order of the ledger, or the newest reports first."""

    commitments: tuple[Commitment, ...] = ()


class TextAnswer(Struct, frozen=True):
    """A stretch of a report's stored text: `text` is exactly its characters [start, end)."""

    report: str
    version: int
    versions: int
    sha256: str
    characters: int
    start: int
    end: int
    text: str
    next_start: int | None
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    too_long: tuple[TooLong, ...] = ()


class QuoteAnswer(Struct, frozen=True):
    """What became of a quotation. "not found" says only that the reports looked in do not have it."""

    kind: Kind
    words: str
    speaker: str | None
    places: tuple[Place, ...]
    looked_in: int
    too_long: tuple[TooLong, ...] = ()


class HealthAnswer(Struct, frozen=True):
    """What a full check of the desk looked at, and the first things that are wrong."""

    sound: bool
    counted: dict[str, int]
    faults: tuple[str, ...]
    total_faults: int
