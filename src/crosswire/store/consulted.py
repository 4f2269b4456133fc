"""What a desk can be asked: everything that only reads."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from crosswire.errors import DeskError
from crosswire.model import Report, Story, Unread
from crosswire.store import analysis, decisions, ledgers, listing, log, marks
from crosswire.store.analyst import Analyst, Crosswire
from crosswire.store.file import DeskFile
from crosswire.store.query import instant, understood
from crosswire.store.types import (
    Change,
    Decision,
    Found,
    LogLine,
    Mark,
    SavedSearch,
    State,
    StoredReport,
    StorySummary,
    Telling,
    Version,
)

Clock = Callable[[], datetime]


def nobody(step: str, share: float) -> None:
    """Tells nobody."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Consulted:
    """The half of `Desk` that reads: no method of it changes the file, or waits for who does."""

    def __init__(
        self, path: str | os.PathLike[str], *, analyst: Analyst | None = None, clock: Clock = _utc_now
    ) -> None:
        """Takes the path of the file; nothing is opened before it is needed.

        Args:
            path: where the file is, or is to be.
            analyst: who reads, compares and groups; crosswire's pipeline where None.
            clock: tells the time.
        """
        self.path = Path(path)
        self._file = DeskFile(path)
        self._analyst: Analyst = analyst or Crosswire()
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file; a method called later opens it again."""
        self._file.close()

    def stories(
        self, *, since: str | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[StorySummary, ...]:
        """Returns the stories, those that changed last first; only those changed since a time or date where told.

        `limit` takes so many at most, behind the first `offset`.
        """
        with self._file.reading() as connection:
            return listing.stories(connection, self._instant(since, end=False), limit, offset)

    def summary(self, story: str) -> StorySummary:
        """Returns one story as `stories` tells it; an id that was merged away gives the story it went into."""
        with self._file.reading() as connection:
            return listing.summary(connection, story)

    def story(self, story: str, *, as_of: str | None = None) -> Story:
        """Returns the ledger of a story, as it is or as it was.

        Args:
            story: its id; one that was merged away gives the story it went into.
            as_of: a time in ISO 8601, a day (its end), or an interval back from now ("3d"); now where None.

        Returns:
            The ledger. Where a report of it was forgotten since, it is made anew from the others.
        """
        moment = self._instant(as_of, end=True)
        with self._file.reading() as connection:
            row = ledgers.state_at(connection, listing.standing_at(connection, story, moment), moment)
            if row is None:
                first = [state.at for state in listing.states(connection, story)][:1]
                when = f" at {as_of}" if as_of else " yet"
                raise DeskError(story, f"it had no ledger{when}", f"a time from {first[0]} on" if first else None)
            state = ledgers.as_state(row)
            texts = ledgers.texts(connection, state.reports)
            if row["ledger"] is not None:
                return ledgers.unpacked(row["ledger"], texts)
            left = tuple(listing.full_report(connection, report) for report in state.reports if report in texts)
        if not left:
            raise DeskError(story, "every report of it was forgotten")
        return self._analyst.compare(analysis.pieces_of(self._file, self._analyst, left, nobody), nobody)

    def reports(self, story: str | None = None) -> tuple[StoredReport, ...]:
        """Returns the reports of a story, first published first; all of the desk in the order read where None."""
        with self._file.reading() as connection:
            return listing.reports(connection, story)

    def report(self, report: str) -> StoredReport:
        """Returns what the desk knows of one report, without its text."""
        with self._file.reading() as connection:
            return listing.report(connection, report)

    def full_report(self, report: str) -> Report:
        """Returns one report with its text, as the stages take it."""
        with self._file.reading() as connection:
            return listing.full_report(connection, report)

    def hashes(self, reports: Iterable[str]) -> dict[str, str]:
        """Returns the SHA-256 of the text of each report, in the order given."""
        with self._file.reading() as connection:
            return listing.hashes(connection, reports)

    def versions(self, report: str) -> tuple[Version, ...]:
        """Returns the versions of a report, oldest first, each with what it changed word by word."""
        with self._file.reading() as connection:
            return listing.versions(connection, report)

    def states(self, story: str) -> tuple[State, ...]:
        """Returns the times at which a story's ledger changed and the reports that caused it, oldest first."""
        with self._file.reading() as connection:
            return listing.states(connection, story)

    def changes(
        self, story: str | None = None, *, after: int = 0, since: str | None = None, limit: int | None = None
    ) -> tuple[Change, ...]:
        """Returns what changed, oldest first.

        Args:
            story: only in this one.
            after: only those with a greater `n`; a follower keeps the last one it saw.
            since: only from this time, date or interval on.
            limit: so many at most.
        """
        with self._file.reading() as connection:
            return listing.changes(connection, story, after, self._instant(since, end=False), limit)

    def tellings(self, story: str, *, slot: str | None = None, thread: str | None = None) -> tuple[Telling, ...]:
        """Returns the history of a story's values: which report told what, since and until when, and why it is open."""
        with self._file.reading() as connection:
            return listing.tellings(connection, story, slot, thread)

    def unread(self) -> tuple[Unread, ...]:
        """Returns everything that was given and could not be used, with the reason, the latest first."""
        with self._file.reading() as connection:
            return listing.unread(connection)

    def log(self, *, subject: str | None = None, since: str | None = None, limit: int = 100) -> tuple[LogLine, ...]:
        """Returns the newest lines of the log, newest first, of one report, story, mark or decision or of all."""
        with self._file.reading() as connection:
            return tuple(log.lines(connection, subject, self._instant(since, end=False), limit))

    def search(self, words: str, *, limit: int = 50, offset: int = 0, read_after: str | None = None) -> Found:
        """Finds words in reports, statements or points.

        Args:
            words: words (all of them), "a phrase", OR between two, -word, word*, and outlet:, speaker:, act:, story:,
                verdict:, in:reports, in:statements, in:points, since:, until:. Nothing is a syntax error.
            limit: so many hits at most.
            offset: so many of the best are passed over.
            read_after: only reports that the desk read after this time, in UTC: what is new to who looked before.

        Returns:
            The hits, best first (newest first where no words are looked for); empty when nothing was asked.
        """
        from crosswire.store import search

        query = understood(words, self._clock())
        with self._file.reading() as connection:
            hits, total = ((), 0) if query.empty else search.run(connection, query, (limit, offset), read_after)
        return Found(words=words, hits=hits, total=total, ignored=query.ignored)

    def searches(self) -> tuple[SavedSearch, ...]:
        """Returns the saved searches, by name."""
        with self._file.reading() as connection:
            return listing.searches(connection)

    def marks(self, story: str | None = None) -> tuple[Mark, ...]:
        """Returns the marks on a story, or on all, oldest first; `item` is None for one that fits nothing any more."""
        with self._file.reading() as connection:
            names = marks.homes(connection) if story is None else (listing.standing(connection, story),)
            found: list[Mark] = []
            for name in names:
                row = ledgers.state_at(connection, name, None)
                ledger = None
                if row is not None and row["ledger"] is not None:
                    ledger = ledgers.unpacked(row["ledger"], ledgers.texts(connection, ledgers.as_state(row).reports))
                found += marks.fitted(connection, name, ledger)
            return tuple(found)

    def decisions(self) -> tuple[Decision, ...]:
        """Returns every merge, split and move that a person made, newest first, those undone among them."""
        with self._file.reading() as connection:
            return decisions.decisions(connection)

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _instant(self, told: str | None, *, end: bool) -> str | None:
        if told is None:
            return None
        moment = instant(told, self._clock(), end=end)
        if moment is None:
            raise DeskError(
                repr(told), "no time", "2031-05-06T14:05, 2031-05-06, 2031-05, today, yesterday, 36h, 3d, 2w"
            )
        return moment
