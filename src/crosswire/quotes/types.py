"""What quotes takes and gives: frozen structs. Every span counts in the text it is of, the draft's or the report's."""

from __future__ import annotations

from typing import Literal

from crosswire.model import Span, Struct, Unread, VoiceKind

FORMAT = "crosswire.quotes/1"

Kind = Literal["exact", "trimmed", "altered", "another speaker", "not found"]
Fit = Literal["exact", "trimmed", "altered"]


class Asked(Struct, frozen=True):
    """A quotation to be found: its words, where they stand in the draft, and whom the draft gives them to.

    `speaker_kind` is what the draft's speaker is, None where nothing tells.
    """

    words: str
    span: Span
    speaker: str | None = None
    speaker_kind: VoiceKind | None = None


class Said(Struct, frozen=True):
    """Words that a report gives to somebody: between quotation marks (`marks`) or told in indirect speech.

    `speaker` is None where the report does not tell who, `forms` are the other forms of that name.
    """

    span: Span
    marks: bool
    speaker: str | None = None
    kind: VoiceKind | None = None
    forms: tuple[str, ...] = ()
    statement: str | None = None


class Source(Struct, frozen=True):
    """A report to look in: its text, and who says which words of it, in reading order."""

    report: str
    sha256: str
    text: str
    said: tuple[Said, ...] = ()


class Edit(Struct, frozen=True):
    """Words of the draft and what stands in their place in the report; an empty span is where words are not."""

    draft: Span
    report: Span
    draft_words: str
    report_words: str


class Place(Struct, frozen=True):
    """Where a report has the words: several spans where its own words stand between, or the draft leaves some out.

    `exact` are the words at `spans`. `marks` says whether the report has them between quotation marks; `speaker` is to
    whom it gives them. `whole` is the whole quotation, where the draft has only a part of it.
    """

    report: str
    sha256: str
    spans: tuple[Span, ...]
    exact: tuple[str, ...]
    fit: Fit
    marks: bool
    speaker: str | None = None
    whole: Span | None = None
    edits: tuple[Edit, ...] = ()


class Finding(Struct, frozen=True):
    """What became of one quotation, with the places that say so, best first; none when it was not found."""

    kind: Kind
    asked: Asked
    places: tuple[Place, ...] = ()


class Looked(Struct, frozen=True):
    """A report that was looked in."""

    id: str
    sha256: str


class QuoteCheck(Struct, frozen=True):
    """A draft's quotations, each found or not, in reading order.

    `aside` are words between quotation marks that nobody is told to have said: titles, names, terms.
    """

    draft: str
    sha256: str
    findings: tuple[Finding, ...]
    aside: tuple[Asked, ...]
    reports: tuple[Looked, ...]
    unread: tuple[Unread, ...] = ()
    format: str = FORMAT
