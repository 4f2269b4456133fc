"""What a desk takes and gives: frozen structs, each with `to_json`. Times are ISO 8601 in UTC."""

from __future__ import annotations

from typing import Literal

import msgspec

from crosswire.model import ActKind, Nature, Span, Struct, Unread, Verdict

MarkVerdict = Literal["right", "wrong", "open"]
MarkKind = Literal["point", "difference", "statement", "quote"]
DecisionKind = Literal["merge", "split", "move"]
ChangeWhat = Literal["report", "point", "verdict", "told", "value", "difference", "nature", "act"]
ChangeHow = Literal["new", "changed", "gone"]
Arrival = Literal["new", "version", "known"]
HitKind = Literal["report", "statement", "point"]


class StoredReport(Struct, frozen=True):
    """A report as the desk holds it, without its text (`Desk.text`).

    `address` is what the versions of one report share; `current` is False for a version that a later one replaced;
    `story` and `origin` are None for those. `forgotten` says why the text is gone, where it is.
    """

    id: str
    address: str
    version: int
    current: bool
    sha256: str
    characters: int
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None
    source: str
    read_at: str
    story: str | None
    origin: str | None
    forgotten: str | None = None


class Stored(Struct, frozen=True):
    """What became of one report that was given: new, a new version of one known, or known already (nothing changed)."""

    report: str
    arrival: Arrival


class Added(Struct, frozen=True):
    """What an `add` did: each report given in the order read, what could not be read, and the stories that changed."""

    reports: tuple[Stored, ...]
    unread: tuple[Unread, ...]
    stories: tuple[str, ...]


class StorySummary(Struct, frozen=True):
    """A story in a list. `stale` says that reports came in since its ledger was made."""

    id: str
    title: str | None
    reports: int
    origins: int
    outlets: tuple[str, ...]
    first_published: str | None
    last_published: str | None
    since: str
    changed: str
    points: int
    conflicts: int
    updates: int
    stale: bool


class State(Struct, frozen=True):
    """A story's ledger at one time: the reports that caused it and those it holds. `kept` is False once one of them
    was forgotten: its ledger is then made anew from the others."""

    id: int
    story: str
    at: str
    cause: tuple[str, ...]
    reports: tuple[str, ...]
    made_by: str
    kept: bool


class Change(Struct, frozen=True):
    """One thing that changed in a story from one state to the next, as data.

    `what` and `how`: report new/gone; point new/gone; verdict changed (old, new); told new (another report tells the
    point); value new/gone (in `slot`); difference new/gone (new: its nature); nature changed; act new.
    `thread` names the point over all states; `words` are exact words of a report that tells it.
    """

    state: int
    story: str
    at: str
    what: ChangeWhat
    how: ChangeHow
    thread: str | None = None
    slot: str | None = None
    old: str | None = None
    new: str | None = None
    reports: tuple[str, ...] = ()
    words: str | None = None
    n: int = 0


class Telling(Struct, frozen=True):
    """One report's value in a slot, told since one state and until another (None: still told)."""

    story: str
    thread: str
    slot: str
    value: str
    low: float | None
    high: float | None
    unit: str | None
    nature: Nature
    why: str
    report: str
    start: int
    end: int
    exact: str
    since: str
    until: str | None


class Hit(Struct, frozen=True):
    """A place found: `text[start:end] == exact` in its report; `matches` are the words found, as spans of it."""

    kind: HitKind
    report: str
    start: int
    end: int
    exact: str
    matches: tuple[Span, ...]
    story: str | None
    outlet: str | None
    title: str | None
    published: str | None
    speaker: str | None = None
    act: ActKind | None = None
    point: str | None = None
    verdict: Verdict | None = None


class Found(Struct, frozen=True):
    """What a search found: best first, how many in all, and what of the query could not be understood and why."""

    words: str
    hits: tuple[Hit, ...]
    total: int
    ignored: tuple[Unread, ...] = ()


class SavedSearch(Struct, frozen=True):
    """A search kept under a name."""

    name: str
    words: str
    by: str
    at: str


class MarkedWords(Struct, frozen=True):
    """Words that a mark stands on; `exact` is None once their report is forgotten."""

    report: str
    start: int
    end: int
    exact: str | None


class Mark(Struct, frozen=True):
    """What a person says of something in a ledger. `item` is its id in the newest ledger ("p3", "p3:number", "q2",
    a statement's id); None where it fits nothing there any more."""

    id: int
    story: str
    kind: MarkKind
    slot: str | None
    verdict: MarkVerdict
    note: str | None
    by: str
    at: str
    evidence: tuple[MarkedWords, ...]
    item: str | None


class Decision(Struct, frozen=True):
    """A merge, split or move that a person made. `reports` are (report, story it is in by this, story before)."""

    id: int
    kind: DecisionKind
    at: str
    by: str
    why: str | None
    reports: tuple[tuple[str, str, str], ...]
    undone_at: str | None = None
    undone_by: str | None = None
    undone_why: str | None = None


class LogLine(Struct, frozen=True):
    """One line of the log: what was done to which subject, the old and the new, by whom and why."""

    n: int
    at: str
    by: str
    what: str
    subject: str
    old: str | None
    new: str | None
    why: str | None


class Edit(Struct, frozen=True):
    """Words of an older version and what stands in their place in the newer; an empty span is where words are not."""

    old: Span
    new: Span
    old_words: str
    new_words: str


class Version(Struct, frozen=True):
    """A version of a report, with what it changed against the version before."""

    report: str
    version: int
    read_at: str
    sha256: str
    edits: tuple[Edit, ...]


class Fault(Struct, frozen=True):
    """Something that `verify` found wrong: where (a table and a row), and what."""

    where: str
    what: str


class Checked(Struct, frozen=True):
    """What `verify` looked at, by kind, and what was wrong; sound when `faults` is empty."""

    counted: dict[str, int] = msgspec.field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def sound(self) -> bool:
        """Tells whether nothing was wrong."""
        return not self.faults
