"""The words of crosswire as frozen structs: what every stage takes and gives.

Two families live here. The *ledger* (`Story` and what it holds) is what programs read: its field names are the JSON of
the contract. The *annotated report* (`Annotated` and what it holds) is what the stages hand to one another and is never
printed.

Every span is half-open, `[start, end)`, in Unicode code points of the stored report text, and
`report.text[span.start:span.end]` is exactly the words meant. Nothing here reads a file, a clock or the network.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

FORMAT = "crosswire.story/1"
SEVERAL = "crosswire.stories/1"

Manner = Literal["direct", "indirect", "mixed"]
VoiceKind = Literal["person", "organisation", "place", "group", "unnamed"]
Resolution = Literal["named", "title", "pronoun", "government", "unresolved"]
ActKind = Literal["pledge", "threat", "demand", "offer", "refusal", "denial", "accusation", "appeal", "agreement"]
Verdict = Literal["corroborated", "conflicting", "updated", "same-matter", "single-source"]
Nature = Literal["conflict", "update", "rounding", "precision", "wording"]
Slot = Literal["number", "date", "place", "name", "speaker", "stance", "cause", "order", "role", "condition", "wording"]
ValueKind = Literal["number", "time", "place", "name", "role", "speaker", "words"]
FurnitureKind = Literal["navigation", "title", "byline", "dateline", "caption", "promotion", "comments", "notice"]
PartOfDay = Literal["dawn", "morning", "midday", "afternoon", "evening", "night"]
EntryKind = Literal[
    "pledge", "threat", "demand", "offer", "refusal", "denial", "accusation", "appeal", "agreement",
    "proposal", "framework",
]  # fmt: skip
TermKind = Literal[
    "content", "form", "amount", "condition", "deadline", "party", "guarantor", "place", "since",
    "stage", "status", "backs", "rejects",
]  # fmt: skip
Stance = Literal["for", "against", "conditional", "undecided", "silent_on_condition"]
Modality = Literal["asserted", "possible", "necessary", "intended", "conditional", "doubted"]


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every public type: frozen, compared by value, printed as the contract's JSON."""

    def to_json(self) -> str:
        """Returns this struct as one line of JSON, non-ASCII characters kept."""
        return msgspec.json.encode(self).decode()


class Span(Struct, frozen=True, order=True):
    """A place in a report: `[start, end)` in code points of its stored text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tells whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tells whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


# --- what is read -----------------------------------------------------------------------------------------------------


class Report(Struct, frozen=True):
    """One text by one outlet, stored as read and never altered.

    `published` is ISO 8601, a date or a time with its offset, as told by the source; `language` is an ISO 639-1 code.
    Whatever the source does not tell is None.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of the stored text's UTF-8 bytes, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Unread(Struct, frozen=True):
    """Something that was given and could not be used: its name and the reason in words for the user.

    `kind`: "unread" could not be read; "aside" is no report and was set aside; "partly" was read, but not all of it.
    """

    name: str
    why: str
    kind: Literal["unread", "aside", "partly"] = "unread"


class Furniture(Struct, frozen=True):
    """A stretch of page furniture: marked, never cut, and never part of a point."""

    span: Span
    kind: FurnitureKind


# --- what a report is annotated with ----------------------------------------------------------------------------------


class Word(Struct, frozen=True):
    """One word with its universal part of speech, its head's index among the report's words (-1: root) and relation."""

    start: int
    end: int
    pos: str
    head: int
    relation: str


class Name(Struct, frozen=True):
    """A mention of a person, organisation or place by name. `actor` is the fullest form the story gives, once known."""

    span: Span
    kind: VoiceKind
    actor: str | None = None


class Time(Struct, frozen=True):
    """A time expression with the range of days it can mean, inclusive; both None while it is only relative.

    `value` is what is compared and shown: an ISO date or range, or a relative reading such as "the day after".
    `clock` is the hour and minute told ("13:30"), where told; `zone` its offset from UTC ("+03:00"), "local" where the
    report calls it local, None where it tells no zone. `part` is the part of the day told.
    """

    span: Span
    first: str | None
    last: str | None
    value: str
    clock: str | None = None
    zone: str | None = None
    part: PartOfDay | None = None


class Quantity(Struct, frozen=True):
    """A number told: the values it can mean, inclusive, and what is counted.

    "about 20" has exact=False and a widened range; "dozens" is [24, 99]; "more than 30" is [31, inf].
    `unit` is the lower-cased head noun or unit ("people", "rubles", "%"); `scope` the lemma of what befell them
    ("kill", "injure"), where told. `kind` keeps ages, ordinals and money apart from counts.
    """

    span: Span
    low: float
    high: float
    exact: bool
    unit: str | None
    scope: str | None = None
    kind: Literal["count", "age", "money", "percent", "ordinal", "measure", "duration", "score"] = "count"


class Place(Struct, frozen=True):
    """A place told: its comparable name and every larger place known to contain it, nearest first."""

    span: Span
    name: str
    within: tuple[str, ...] = ()


class Voice(Struct, frozen=True):
    """Who said it. `name` is the fullest form the story gives, None when no voice is told or it stays unresolved.

    `via` names those who passed the words on ("Russian news agencies"), nearest to the outlet first.
    `resolution` says how the name was found, so that nothing is guessed silently.
    """

    name: str | None = None
    kind: VoiceKind = "unnamed"
    span: Span | None = None
    via: tuple[str, ...] = ()
    resolution: Resolution = "unresolved"


class Act(Struct, frozen=True):
    """What a statement does, to whom, on which condition and by when; `addressee` is a name, the others are spans.

    `words` is the clause that does it, where it is narrower than the statement's content. A statement that does
    several things stands once for each, alike in all but its id and its act.
    """

    kind: ActKind
    addressee: str | None = None
    condition: Span | None = None
    deadline: Span | None = None
    words: Span | None = None


class Statement(Struct, frozen=True):
    """An attribution: a voice, a cue, content in reading order, and how it is told."""

    id: str
    report: str
    manner: Manner
    voice: Voice
    cue: Span | None
    content: tuple[Span, ...]
    act: Act | None = None


class Quotation(Struct, frozen=True):
    """The words between two quotation marks in one report, and the statement they belong to, if any.

    `spoken` is False for titles and scare quotes, which are not anybody's reported words.
    """

    span: Span
    statement: str | None
    speaker: str | None
    spoken: bool = True


class Doing(Struct, frozen=True):
    """What one verb, or one state, of a report tells: who does what to whom; a passive is turned round.

    `predicate` is the verb, or what the subject is said to be; `others` are further phrases (where, when, with what).
    `negated` says that it is told not to be so, by whatever word; `condition` is the clause under which it holds.
    """

    predicate: Span
    subject: Span | None = None
    object: Span | None = None
    others: tuple[Span, ...] = ()
    negated: bool = False
    modality: Modality = "asserted"
    condition: Span | None = None

    @property
    def span(self) -> Span:
        """Where it stands: the place of its predicate."""
        return self.predicate


class Clause(Struct, frozen=True):
    """One assertion: a clause by the outlet itself or inside a statement, with its slots as spans.

    `span` is at most 400 characters and never crosses a blank line. `sentence` is the index of its sentence.
    """

    span: Span
    sentence: int
    subject: Span | None = None
    predicate: Span | None = None
    object: Span | None = None
    negated: bool = False
    modality: Modality = "asserted"
    condition: Span | None = None
    statement: str | None = None


class Annotated(Struct, frozen=True):
    """A report with everything the annotate stage found in it, each tuple in reading order.

    `vectors` has one L2-normalised row a clause, `word_vectors` one row a word, of any length. `understood` is False
    for a report in a language that is not annotated: it is kept and named, its tuples are empty, and it takes no part
    in points.
    """

    report: Report
    furniture: tuple[Furniture, ...] = ()
    sentences: tuple[Span, ...] = ()
    words: tuple[Word, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    doings: tuple[Doing, ...] = ()
    clauses: tuple[Clause, ...] = ()
    vectors: NDArray[np.float32] = msgspec.field(default_factory=lambda: np.zeros((0, 0), np.float32))
    word_vectors: NDArray[np.float16] = msgspec.field(default_factory=lambda: np.zeros((0, 0), np.float16))
    understood: bool = True

    def words_of(self, span: Span) -> str:
        """Returns the exact words of the report at `span`."""
        return self.report.text[span.start : span.end]


# --- what the stages between annotate and show hand on ----------------------------------------------------------------


class Member(Struct, frozen=True):
    """One report's evidence in an aligned point: the clause's index in that report's `Annotated.clauses`."""

    report: str
    clause: int
    span: Span


class Aligned(Struct, frozen=True):
    """The same assertion as told by one or several reports, one member a report, before it is judged.

    `confidence` in [0, 1] is the aligner's certainty that the members assert the same thing (1.0 for one member).
    `sure` tells of each member whether it surely asserts what the other sure ones do; the rest are on the same matter.
    """

    members: tuple[Member, ...]
    confidence: float
    sure: tuple[bool, ...]


class Utterance(Struct, frozen=True):
    """The same words across reports: (report, index into `Annotated.quotations`) of each telling in quotation marks.

    `retold` is each telling in indirect speech: (report, id of its statement).
    """

    quotations: tuple[tuple[str, int], ...]
    retold: tuple[tuple[str, str], ...] = ()


class Alignment(Struct, frozen=True):
    """What align gives: the points of a story and its utterances, each in order of first telling."""

    points: tuple[Aligned, ...]
    utterances: tuple[Utterance, ...]


# --- the ledger -------------------------------------------------------------------------------------------------------


class Evidence(Struct, frozen=True):
    """Exact words of a report and where they stand."""

    report: str
    start: int
    end: int
    exact: str


class StoryReport(Struct, frozen=True):
    """A report as the ledger tells it; `text` is kept so that a ledger can be checked and shown on its own."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    sha256: str
    origin: str
    characters: int
    furniture: tuple[Span, ...]
    language: str | None
    understood: bool
    text: str


class Copied(Struct, frozen=True):
    """A passage that one report shares with another of the same origin, as spans in both."""

    report: str
    span: Span
    other: str
    other_span: Span


class Origin(Struct, frozen=True):
    """One piece of reporting: the reports that are copies of one another, first published first where told."""

    id: str
    reports: tuple[str, ...]
    copied: tuple[Copied, ...] = ()


class Relied(Struct, frozen=True):
    """Where a report names another as its source: `evidence` holds the name, `source` is it as told.

    `other` is the report of the story that is named, None where none of it is that agency or outlet. `spans` are what
    the report tells on that word: it adds no origin to what these hold.
    """

    report: str
    source: str
    evidence: Evidence
    spans: tuple[Span, ...]
    other: str | None = None


class Doubtful(Struct, frozen=True):
    """A report of which it is doubtful that it tells this story: the one it is likest to, and how alike, in [0, 1]."""

    report: str
    nearest: str | None
    likeness: float


class Changed(Struct, frozen=True):
    """Words of a quotation and what stands in their place in another telling: spans in the two reports."""

    own: Span
    theirs: Span


class Retelling(Struct, frozen=True):
    """Another report's telling of a quotation: in quotation marks (`quote`) or in indirect speech (`statement`).

    `speaker` is to whom it gives the words. `cut` are the words of the quotation that it leaves out, `added` its own
    words, `changed` those in place of others; all empty where too little is left of the wording to set it side by side.
    """

    evidence: Evidence
    speaker: str | None
    quote: str | None = None
    statement: str | None = None
    cut: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    changed: tuple[Changed, ...] = ()


class Quote(Struct, frozen=True):
    """A direct quotation; `exact` is the words between the marks, `same_as` the ids of other quotations of it.

    `retold` shows each other telling, in indirect speech as well, with what it cuts and changes.
    """

    id: str
    report: str
    start: int
    end: int
    exact: str
    speaker: str | None
    statement: str | None
    same_as: tuple[str, ...] = ()
    retold: tuple[Retelling, ...] = ()


class Value(Struct, frozen=True):
    """One of the values a slot is given, in a comparable form, with the words that give it.

    Beside `value` stands what its words tell, as `kind` says: a number as `low` to `high` (None: no bound) of a `unit`,
    `exact` or not, with its `scope` ("kill", "injure": what befell them) where told; a time as its `first` and `last`
    day (ISO 8601) and `clock`; a place with what it lies `within`, nearest first; the `name` of a person, of who holds
    a role or of a speaker. Everything else is `words`.
    """

    value: str
    evidence: tuple[Evidence, ...]
    kind: ValueKind = "words"
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    exact: bool | None = None
    scope: str | None = None
    first: str | None = None
    last: str | None = None
    clock: str | None = None
    place: str | None = None
    within: tuple[str, ...] = ()
    name: str | None = None


class Difference(Struct, frozen=True):
    """What is unequal inside a point: the slot, its nature, what is compared, and each value told.

    `about` is what the values are values of, in the reports' words or a term ("people killed", "age of Myrdal"); `why`
    says the same with the values and who tells them, for people to read: programs take the fields.
    """

    slot: Slot
    nature: Nature
    values: tuple[Value, ...]
    about: str = ""
    why: str = ""


class Unsettled(Struct, frozen=True):
    """A slot in which the passages of a point do not confirm one another: they tell values that may be of one thing,
    or of two. `why` names the values and the reports, for people to read."""

    slot: Slot
    values: tuple[Value, ...] = ()
    why: str = ""


class Point(Struct, frozen=True):
    """The same assertion as told by the reports in `evidence`; `origins` counts copies once.

    `unsettled` tells in which slots the passages of a point on the same matter may be told unlike.
    """

    id: str
    verdict: Verdict
    gist: str
    origins: int
    evidence: tuple[Evidence, ...]
    differences: tuple[Difference, ...] = ()
    confidence: float = 1.0
    unsettled: tuple[Unsettled, ...] = ()


class Happening(Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """A dated happening with the range of days that the reports support, inclusive."""

    first: str
    last: str
    evidence: tuple[Evidence, ...]
    point: str | None = None


class StoryAct(Struct, frozen=True):
    """A pledge, threat, demand ... of one actor, told in one report or several."""

    kind: ActKind
    actor: str | None
    statements: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    addressee: str | None = None
    condition: Evidence | None = None
    deadline: Evidence | None = None


class Term(Struct, frozen=True):
    """One term of an entry as the reports tell it: `value` in plain form, `evidence` its span in every report.

    `opener` is the word that opens a condition ("if", "unless", "once", "until", "after"); an amount is `low` to `high`
    (None: no bound) of a `unit`; a deadline and a day said are `first` to `last` (ISO 8601; None while only relative).
    """

    term: TermKind
    value: str
    evidence: tuple[Evidence, ...]
    opener: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    first: str | None = None
    last: str | None = None


class TermDifference(Struct, frozen=True):
    """One term that reports tell unlike: each value with the spans that give it; `why` is for people to read."""

    term: TermKind
    values: tuple[Value, ...]
    why: str = ""


class Entry(Struct, frozen=True):
    """An act of one actor on one thing, joined over the reports that tell it, or a named framework.

    `statements` are the ids of the statements that do it, empty for a framework. `country` is the actor's state where
    the gazetteer knows it. `modality` is the strongest told: asserted before intended before possible.
    """

    id: str
    kind: EntryKind
    actor: str | None
    addressee: str | None
    terms: tuple[Term, ...]
    differences: tuple[TermDifference, ...] = ()
    statements: tuple[str, ...] = ()
    actor_kind: VoiceKind | None = None
    country: str | None = None
    modality: Modality = "asserted"


class Cell(Struct, frozen=True):
    """Where one actor stands on a question, by the spans that tell it; `entry` is the entry it comes from."""

    actor: str
    stance: Stance
    evidence: tuple[Evidence, ...]
    entry: str | None = None


class Position(Struct, frozen=True):
    """A question on which at least two actors stand, in the reports' own words, and a cell an actor and stance."""

    question: str
    cells: tuple[Cell, ...]


class Inconsistency(Struct, frozen=True):
    """Something inside one report that cannot be right as written, and why."""

    report: str
    why: str
    evidence: tuple[Evidence, ...]


class Actor(Struct, frozen=True):
    """One voice across reports: its fullest name and every form it is told by, longest first."""

    name: str
    kind: VoiceKind
    forms: tuple[str, ...]
    reports: tuple[str, ...]


class Story(Struct, frozen=True):
    """The ledger of one story: everything that is shown, every line with its span. Points most important first."""

    format: str = FORMAT
    reports: tuple[StoryReport, ...] = ()
    unread: tuple[Unread, ...] = ()
    origins: tuple[Origin, ...] = ()
    relies: tuple[Relied, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotes: tuple[Quote, ...] = ()
    points: tuple[Point, ...] = ()
    timeline: tuple[Happening, ...] = ()
    acts: tuple[StoryAct, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    registers: tuple[Entry, ...] = ()
    positions: tuple[Position, ...] = ()

    def _repr_html_(self) -> str:
        """Returns the page for a notebook, framed so that its style stays its own."""
        from crosswire.show import notebook

        return notebook(self)


class Stories(Struct, frozen=True):
    """The ledgers of several stories, that of most reports first; no point joins two of them."""

    format: str = SEVERAL
    stories: tuple[Story, ...] = ()
    unread: tuple[Unread, ...] = ()

    def _repr_html_(self) -> str:
        """Returns the page for a notebook, framed so that its style stays its own."""
        from crosswire.show import notebook

        return notebook(self)


class Stated(Struct, frozen=True):
    """What `crosswire statements` prints of one report. `understood` is False in a language that is not annotated."""

    id: str
    statements: tuple[Statement, ...]
    understood: bool = True


class Why(Struct, frozen=True):
    """Why a report stands in its story: the one it is likest to, how alike in [0, 1], the rarest words of both."""

    nearest: str
    likeness: float
    shared: tuple[str, ...]


class Placed(Struct, frozen=True):
    """What `crosswire group` prints of one report: the labels of its story and of its origin, what it is, and why it
    stands there; None where it is alone."""

    id: str
    story: str
    origin: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    why: Why | None = None


def evidence(report: Report, span: Span) -> Evidence:
    """Returns the evidence of `span` in `report`, its exact words included."""
    return Evidence(report=report.id, start=span.start, end=span.end, exact=report.text[span.start : span.end])


def plain(value: Any) -> Any:
    """Returns `value` as dicts, lists and plain values, as its JSON would be read."""
    return msgspec.to_builtins(value)
