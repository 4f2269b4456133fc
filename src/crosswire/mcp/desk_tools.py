"""What a desk is asked through MCP: one method a tool, each of which only reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from msgspec.structs import replace
from pydantic import Field

from crosswire.errors import ArgumentError
from crosswire.mcp import parts as ledgers
from crosswire.mcp.answers import (
    CommitmentsAnswer,
    HealthAnswer,
    HistoryAnswer,
    HitsAnswer,
    QuoteAnswer,
    StoriesAnswer,
    StoryAnswer,
    TextAnswer,
    TooLong,
)
from crosswire.mcp.bounds import MOST_ITEMS, MOST_TEXT, MOST_TOKENS, begun, cost, mark, page
from crosswire.mcp.parts import Part
from crosswire.model import ActKind, Report, Span, Unread
from crosswire.quotes import check
from crosswire.quotes.types import Asked
from crosswire.store import Desk
from crosswire.store.quoted import sources

Limit = Annotated[int, Field(ge=1, le=MOST_ITEMS, description="so many items at most")]
Cursor = Annotated[str | None, Field(max_length=40, description="`next` of the last answer, to go on")]
Name = Annotated[str, Field(min_length=1, max_length=300)]
Told = Annotated[str | None, Field(max_length=300)]
When = Annotated[str | None, Field(max_length=40, description="2031-05-06, 2031-05, today, yesterday, 36h, 3d, 2w")]

Parts = Annotated[list[Part], Field(min_length=1, max_length=10, description="which parts, in this order")]

#: What somebody binds himself to, or others by.
_COMMITMENTS: Final = ("pledge", "threat", "demand", "offer", "agreement")
#: Faults of a desk that are told one by one.
_FAULTS: Final = 20
#: Terms of a search that are told not to be understood.
_IGNORED: Final = 20
#: Tokens of a title, an outlet, a day or an address beside a text.
_TOLD: Final = 500


class DeskTools:
    """The tools that need a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list_stories(self, since: When = None, limit: Limit = 20, cursor: Cursor = None) -> StoriesAnswer:
        """Lists the stories of the desk, those that changed last first; `since` leaves out what changed before."""
        question = mark("stories", since)
        begin = begun(cursor, question)
        rows = self._desk.stories(since=since, limit=limit + 1, offset=begin)
        found = page(rows[:limit], begin, limit, question, more=len(rows) > limit)
        return StoriesAnswer(next=found.next, too_long=found.too_long, stories=found.items)

    def get_story(
        self,
        story: Name,
        parts: Parts = ["reports", "points"],  # noqa: B006 - never changed, and stands in the schema
        as_of: When = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> StoryAnswer:
        """Gives parts of a story's ledger, as it is or as it was: points with their differences, quotes, acts ..."""
        ledger = self._desk.story(story, as_of=as_of)
        return ledgers.told(ledger, parts, limit, cursor, story=story, as_of=as_of)

    def search_desk(
        self,
        words: Annotated[str, Field(min_length=1, max_length=500)],
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> HitsAnswer:
        """Finds words in reports, statements or points.

        words (all of them), "a phrase", OR, -word, word*; outlet: speaker: act: story: verdict:
        in:reports|statements|points since: until:
        """
        return self._hits(words, limit, cursor)

    def read_report(
        self,
        report: Name,
        start: Annotated[int, Field(ge=0)] = 0,
        end: Annotated[int | None, Field(ge=0)] = None,
        version: Annotated[int | None, Field(ge=1)] = None,
    ) -> TextAnswer:
        """Gives a stretch of a report's text, at most 16,000 characters; offsets are those of every evidence.

        `version` is the number of one of the versions read at the report's address; the named report itself where null.
        """
        versions = self._desk.versions(report)
        name = report
        if version is not None:
            by_number = {one.version: one.report for one in versions}
            if version not in by_number:
                raise ArgumentError("version", f"{report} has no version {version}", ", ".join(map(str, by_number)))
            name = by_number[version]
        full = self._desk.full_report(name)
        length = len(full.text)
        wanted = length if end is None else min(end, length)
        if not start <= wanted:
            raise ArgumentError("start, end", f"{start} to {end} is no stretch of {name}", f"0 to {length}")
        stop = _stop(full.text, start, wanted)
        told, too_long = _told(full)
        return TextAnswer(
            report=name, version=next(one.version for one in versions if one.report == name), versions=len(versions),
            sha256=full.sha256, characters=length, start=start, end=stop, text=full.text[start:stop],
            next_start=stop if stop < wanted else None, title=told.title, outlet=told.outlet, published=told.published,
            url=told.url, too_long=too_long,
        )  # fmt: skip

    def find_statements(
        self,
        speaker: Told = None,
        act: ActKind | None = None,
        story: Told = None,
        since: When = None,
        until: When = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> HitsAnswer:
        """Finds who said what: by speaker, by what the words do (pledge, threat, denial ...), by story and by day."""
        filters = (("speaker", speaker), ("act", act), ("story", story), ("since", since), ("until", until))
        told = [f"{name}:{_quoted(value)}" for name, value in filters if value]
        if not told:
            raise ArgumentError("find_statements", "nothing is asked", "speaker, act, story, since or until")
        found = self._hits(" ".join(["in:statements", *told]), limit, cursor)
        if found.ignored:
            raise ArgumentError(found.ignored[0].name, "it was not understood", found.ignored[0].why)
        return found

    def check_quote(
        self,
        text: Annotated[str, Field(min_length=1, max_length=2000)],
        speaker: Told = None,
        story: Told = None,
    ) -> QuoteAnswer:
        """Tells whether the desk has a quotation: exact, trimmed, altered, another speaker's, or not found.

        An altered one comes with every word that differs. "exact" is said only when these words stand in a report in a
        row. Nothing is ever guessed.
        """
        asked = Asked(words=text, span=Span(start=0, end=len(text)), speaker=speaker or None)
        looked = sources(self._desk, [asked], story)
        (found,) = check([asked], looked)
        kept = page(found.places, 0, MOST_ITEMS, "")
        return QuoteAnswer(
            kind=found.kind, words=text, speaker=speaker, places=kept.items, looked_in=len(looked),
            too_long=kept.too_long,
        )  # fmt: skip

    def get_value_history(self, story: Name, point: Name, limit: Limit = 20, cursor: Cursor = None) -> HistoryAnswer:
        """Gives what was told in the slots of a point over time: which report told which value, since and until when.

        `point` is the id of a point of the story's newest ledger ("p3"), or a thread of an earlier answer ("t3").
        """
        tellings = self._desk.tellings(story)
        threads = {point} if any(one.thread == point for one in tellings) else set[str]()
        ledger = self._desk.story(story)
        for one in ledger.points:
            if one.id == point:
                told = {(v.value, e.report, e.start) for d in one.differences for v in d.values for e in v.evidence}
                threads |= {t.thread for t in tellings if t.until is None and (t.value, t.report, t.start) in told}
                break
        else:
            if not threads:
                known = ", ".join(p.id for p in ledger.points[:20])
                raise ArgumentError(point, f"{story} has no such point", known or None)
        rows = tuple(one for one in tellings if one.thread in threads)
        question = mark("history", story, point)
        begin = begun(cursor, question)
        found = page(rows[begin:], begin, limit, question)
        return HistoryAnswer(
            total=len(rows), next=found.next, hashes=self._hashes(found.reports), too_long=found.too_long, story=story,
            point=point, tellings=found.items,
        )  # fmt: skip

    def find_commitments(
        self, story: Name, actor: Told = None, kind: ActKind | None = None, limit: Limit = 20, cursor: Cursor = None
    ) -> CommitmentsAnswer:
        """Finds what actors of a story bound themselves to or demanded: pledges, threats, demands, offers, agreements.

        Each with its words, addressee, condition and deadline where told; `kind` may ask for another kind of act.
        """
        ledger = self._desk.story(story)
        wanted = (kind,) if kind else _COMMITMENTS
        rows = [
            one
            for one in ledgers.commitments(ledger, story)
            if one.kind in wanted and (not actor or actor.casefold() in (one.actor or "").casefold())
        ]
        question = mark("commitments", story, actor, kind)
        begin = begun(cursor, question)
        found = page(rows[begin:], begin, limit, question)
        hashes = {report.id: report.sha256 for report in ledger.reports if report.id in found.reports}
        return CommitmentsAnswer(
            total=len(rows), next=found.next, hashes=hashes, too_long=found.too_long, commitments=found.items
        )

    def verify_desk(self) -> HealthAnswer:
        """Reads the whole desk again and tells what is wrong: hashes, spans, indexes, the log. Slow on a big desk."""
        found = self._desk.verify()
        told = tuple(f"{fault.where}: {fault.what}"[:300] for fault in found.faults[:_FAULTS])
        return HealthAnswer(sound=found.sound, counted=found.counted, faults=told, total_faults=len(found.faults))

    def _hits(self, words: str, limit: int, cursor: str | None) -> HitsAnswer:
        question = mark("search", words)
        begin = begun(cursor, question)
        found = self._desk.search(words, limit=limit, offset=begin)
        told = page(found.hits, begin, limit, question, more=begin + len(found.hits) < found.total)
        return HitsAnswer(
            total=found.total,
            next=told.next if told.items or told.too_long else None,
            hashes=self._hashes(told.reports),
            too_long=told.too_long,
            hits=told.items,
            ignored=_few(found.ignored),
        )

    def _hashes(self, reports: frozenset[str]) -> dict[str, str]:
        return self._desk.hashes(sorted(reports))


def _stop(text: str, start: int, wanted: int) -> int:
    """Where a stretch ends that an answer takes."""
    stop = min(wanted, start + MOST_TEXT)
    while cost(text[start:stop]) > MOST_TOKENS:
        stop = start + (stop - start) * 3 // 4
    return stop


def _told(report: Report) -> tuple[Report, tuple[TooLong, ...]]:
    """A report whose title and the like are short enough for an answer, and those that were not."""
    told = {name: cost(getattr(report, name)) for name in ("title", "outlet", "published", "url")}
    too_long = tuple(TooLong(item=name, tokens=price) for name, price in told.items() if price > _TOLD)
    return replace(report, **{one.item: None for one in too_long}), too_long


def _few(ignored: Sequence[Unread]) -> tuple[Unread, ...]:
    if len(ignored) <= _IGNORED:
        return tuple(ignored)
    return (*ignored[:_IGNORED], Unread(name="words", why=f"{len(ignored) - _IGNORED} more are not understood"))


def _quoted(value: str) -> str:
    """A value as one word of a search, in which nothing is an operator."""
    return '"' + "".join(" " if sign in '"“”' else sign for sign in value) + '"'
