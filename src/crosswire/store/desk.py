"""The desk: every piece of its work as one method. Commands, pages and other programs call these and nothing below."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from crosswire.errors import DeskError, ReadError
from crosswire.model import Report, Story, Unread
from crosswire.store import analysis, decisions, forget, intake, ledgers, listing, log, marks, placing
from crosswire.store.analyst import Analyst, Crosswire, Tell
from crosswire.store.decisions import Said
from crosswire.store.file import DeskFile
from crosswire.store.query import instant, understood
from crosswire.store.types import (
    Added,
    Change,
    Checked,
    Decision,
    Found,
    LogLine,
    Mark,
    MarkVerdict,
    SavedSearch,
    State,
    Stored,
    StoredReport,
    StorySummary,
    Telling,
    Version,
)

Given = str | os.PathLike[str] | Report
Clock = Callable[[], datetime]

#: Reports stored in one transaction: so many at most are not acknowledged yet.
_TOGETHER: Final = 50


def _nobody(step: str, share: float) -> None:
    """Tells nobody."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Desk:
    """A desk: one SQLite file of reports, stories and their ledgers, open to many readers and one writer at a time.

    Safe to use from many threads at once, and to open many times in many processes. Used as a context manager it is
    closed at the end. The file is made by the first `add`; every other method needs one that exists.

    Every method may raise DeskError: there is no such file, it is no desk, it is read-only, another program wrote to it
    for 30 seconds, it is from a newer crosswire, the disk is full; or what was asked for is not there.
    """

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

    # --- reports in ---------------------------------------------------------------------------------------------------

    def add(
        self,
        given: Iterable[Given] | Given,
        *,
        by: str = log.CROSSWIRE,
        source: str | None = None,
        allow_private: bool = False,
        strict: bool = False,
        tell: Tell = _nobody,
    ) -> Added:
        """Takes reports in, places them into stories and compares the stories that changed.

        Reports are safe as soon as they are stored, some at a time; interrupted, the next `add` goes on where this one
        stopped. The same report again changes nothing; another text at one address is a new version.

        Args:
            given: files, folders, addresses or `Report`s, in any mixture; may be empty, to go on with what waits.
            by: who gives them, for the log.
            source: where they come from, such as a feed's address; where each was read from when None.
            allow_private: fetch addresses also from private networks and this computer.
            strict: stop at the first thing that cannot be read.
            tell: is told how far the work is.

        Returns:
            What became of each report, what could not be read, and the stories whose ledger is new.

        Raises:
            ReadError: with `strict`, the first thing that could not be read.
        """
        stored, unread = self.store(given, by=by, source=source, allow_private=allow_private, strict=strict, tell=tell)
        return Added(reports=stored, unread=unread, stories=self.catch_up(tell=tell))

    def store(
        self,
        given: Iterable[Given] | Given,
        *,
        by: str = log.CROSSWIRE,
        source: str | None = None,
        allow_private: bool = False,
        strict: bool = False,
        tell: Tell = _nobody,
        acknowledge: Callable[[Stored], None] = lambda stored: None,
    ) -> tuple[tuple[Stored, ...], tuple[Unread, ...]]:
        """Takes reports in and no more: the quick half of `add`. `catch_up` is the other.

        Args:
            acknowledge: is called with each report once it is safe on the disk.

        Returns:
            What became of each report, and what could not be read.
        """
        stored: list[Stored] = []
        unread: list[Unread] = []
        waiting: list[intake.Arrived] = []

        def keep() -> None:
            if waiting:
                with self._file.writing() as connection:
                    kept = intake.freeze(connection, waiting, self._now(), by)
                waiting.clear()
                stored.extend(kept)
                for one in kept:
                    acknowledge(one)

        with self._file.writing():
            pass  # says at once that the desk cannot be written, before anything is read
        tell("reading", 0)
        for item, place in _read(given, allow_private):
            why = intake.unusable(item) if isinstance(item, Report) else None
            if isinstance(item, Report) and why is None:
                waiting.append(intake.Arrived(report=item, source=source or place))
                if len(waiting) == _TOGETHER:
                    keep()
                    tell(f"stored {len(stored)} reports", 0)
                continue
            told = item if isinstance(item, Unread) else Unread(name=item.id, why=why or "")
            if strict:
                keep()
                raise ReadError(told.name, told.why)
            unread.append(told)
        keep()
        if unread:
            with self._file.writing() as connection:
                intake.note_unread(connection, unread, self._now())
        return tuple(stored), tuple(unread)

    def catch_up(self, *, tell: Tell = _nobody) -> tuple[str, ...]:
        """Places every report that waits and compares every story that changed; the longer half of `add`.

        Returns:
            The stories whose ledger is new, by number. Empty when nothing waited.
        """
        self._finish_forgetting()
        placing.place(self._file, self._analyst, self._now(), tell)
        return analysis.catch_up(self._file, self._analyst, self._now, tell)

    def reread(self, story: str, *, tell: Tell = _nobody) -> Story:
        """Reads and compares a story again, as after an update of crosswire; marks stay on their words."""
        with self._file.writing() as connection:
            name = listing.standing(connection, story)
            connection.execute(
                "DELETE FROM annotations WHERE report IN (SELECT report FROM members WHERE story = ?)", (name,)
            )
            connection.execute("UPDATE stories SET ledger_key = 'again' WHERE id = ? AND ledger_key <> ''", (name,))
        self.catch_up(tell=tell)
        return self.story(name)

    # --- what is there ------------------------------------------------------------------------------------------------

    def stories(self, *, since: str | None = None, limit: int | None = None) -> tuple[StorySummary, ...]:
        """Returns the stories, those that changed last first; only those changed since a time or date where told."""
        with self._file.reading() as connection:
            return listing.stories(connection, self._instant(since, end=False), limit)

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
            name = listing.standing(connection, story)
            row = ledgers.state_at(connection, name if moment is None else self._then(connection, story, name), moment)
            if row is None:
                known = ledgers.state_at(connection, name, None)
                since = f"its first ledger is of {listing.states(connection, name)[0].at}" if known else "crosswire add"
                raise DeskError(story, f"it had no ledger{f' at {as_of}' if as_of else ' yet'}", since)
            state = ledgers.as_state(row)
            texts = ledgers.texts(connection, state.reports)
            if row["ledger"] is not None:
                return ledgers.unpacked(row["ledger"], texts)
            left = tuple(listing.full_report(connection, report) for report in state.reports if report in texts)
        if not left:
            raise DeskError(story, "every report of it was forgotten")
        return self._analyst.compare(analysis.pieces_of(self._file, self._analyst, left, _nobody), _nobody)

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
        """Returns the history of a story's values: which report told what, since when, until when, and why it is open."""
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

    # --- search -------------------------------------------------------------------------------------------------------

    def search(self, words: str, *, limit: int = 50, offset: int = 0) -> Found:
        """Finds words in reports, statements or points.

        Args:
            words: words (all of them), "a phrase", OR between two, -word, word*, and outlet:, speaker:, act:, story:,
                verdict:, in:reports, in:statements, in:points, since:, until:. Nothing is a syntax error.
            limit: so many hits at most.
            offset: so many of the best are passed over.

        Returns:
            The hits, best first (newest first where no words are looked for); empty when nothing was asked.
        """
        from crosswire.store import search

        query = understood(words, self._clock())
        if query.empty:
            return Found(words=words, hits=(), total=0, ignored=query.ignored)
        with self._file.reading() as connection:
            hits, total = search.run(connection, query, limit, offset)
        return Found(words=words, hits=hits, total=total, ignored=query.ignored)

    def save_search(self, name: str, words: str, *, by: str) -> SavedSearch:
        """Keeps a search under a name; one of that name is replaced."""
        saved = SavedSearch(name=name, words=words, by=by, at=self._now())
        with self._file.writing() as connection:
            old = connection.execute("SELECT words FROM searches WHERE name = ?", (name,)).fetchone()
            connection.execute(
                "INSERT INTO searches (name, words, by, at) VALUES (?1, ?2, ?3, ?4) "
                "ON CONFLICT (name) DO UPDATE SET words = ?2, by = ?3, at = ?4",
                (name, words, by, saved.at),
            )
            before = old["words"] if old else None
            log.write(connection, saved.at, log.Entry(what="search saved", subject=name, by=by, old=before, new=words))
        return saved

    def drop_search(self, name: str, *, by: str) -> None:
        """Takes a saved search away; the log keeps its words."""
        with self._file.writing() as connection:
            old = connection.execute("SELECT words FROM searches WHERE name = ?", (name,)).fetchone()
            if old is None:
                raise DeskError(name, "there is no saved search of that name")
            connection.execute("DELETE FROM searches WHERE name = ?", (name,))
            log.write(connection, self._now(), log.Entry(what="search dropped", subject=name, by=by, old=old["words"]))

    def searches(self) -> tuple[SavedSearch, ...]:
        """Returns the saved searches, by name."""
        with self._file.reading() as connection:
            return listing.searches(connection)

    # --- what a person says -------------------------------------------------------------------------------------------

    def mark(self, story: str, item: str, verdict: MarkVerdict, *, by: str, note: str | None = None) -> Mark:
        """Marks a line of a story's newest ledger.

        Args:
            story: its id.
            item: the id of a point ("p3"), of a difference by its slot ("p3:number"), of a quote or a statement.
            verdict: right, wrong or open.
            by: who says so; an earlier mark of the same person on the same words is taken back.
            note: in words.
        """
        ledger = self.story(story)
        with self._file.writing() as connection:
            name = listing.standing(connection, story)
            n = marks.mark(connection, name, ledger, item, verdict, note, by, self._now())
        return next(mark for mark in self.marks(name) if mark.id == n)

    def unmark(self, mark: int, *, by: str) -> None:
        """Takes a mark back; the log keeps it."""
        with self._file.writing() as connection:
            marks.take_back(connection, mark, by, self._now())

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

    def merge(self, story: str, into: str, *, by: str, why: str | None = None, tell: Tell = _nobody) -> int:
        """Makes two stories one, for ever or until undone; returns the decision's number."""
        with self._file.writing() as connection:
            decision = decisions.merge(connection, story, into, self._said(by, why))
        self.catch_up(tell=tell)
        return decision

    def split(
        self, story: str, reports: Sequence[str], *, by: str, why: str | None = None, tell: Tell = _nobody
    ) -> tuple[int, str]:
        """Takes reports out of a story into a new one; returns the decision's number and the new story."""
        with self._file.writing() as connection:
            decided = decisions.split(connection, story, reports, self._said(by, why))
        self.catch_up(tell=tell)
        return decided

    def move(self, report: str, story: str, *, by: str, why: str | None = None, tell: Tell = _nobody) -> int:
        """Puts a report into another story, for ever or until undone; returns the decision's number."""
        with self._file.writing() as connection:
            decision = decisions.move(connection, report, story, self._said(by, why))
        self.catch_up(tell=tell)
        return decision

    def undo(self, decision: int | None = None, *, by: str, why: str | None = None, tell: Tell = _nobody) -> int:
        """Undoes a merge, split or move, the newest where None is told; returns its number."""
        with self._file.writing() as connection:
            undone = decisions.undo(connection, decision, self._said(by, why))
        self.catch_up(tell=tell)
        return undone

    def decisions(self) -> tuple[Decision, ...]:
        """Returns every merge, split and move that a person made, newest first, those undone among them."""
        with self._file.reading() as connection:
            return decisions.decisions(connection)

    def forget(self, report: str, *, why: str, by: str, tell: Tell = _nobody) -> None:
        """Removes a report's words from every table, index and free page; its hash and the reason stay.

        What a person wrote in a note, and copies of the file (backups), are not touched.
        """
        if not why.strip():
            raise DeskError(report, "it is forgotten only with a reason", "--why")
        with self._file.writing() as connection:
            forget.forget(connection, report, why, by, self._now())
        self.catch_up(tell=tell)

    # --- the file -----------------------------------------------------------------------------------------------------

    def verify(self, *, tell: Tell = _nobody) -> Checked:
        """Reads everything again and returns what is wrong: hashes, spans, marks, indexes, the log, the file itself."""
        from crosswire.store import verify

        if self._file.writable:
            self._finish_forgetting()
        with self._file.checking() as connection:
            return verify.verify(connection, tell)

    def backup(self, target: str | os.PathLike[str]) -> None:
        """Copies the desk, as it is now, to a file that does not exist yet; others may go on writing meanwhile."""
        self._file.backup(Path(target))

    def _finish_forgetting(self) -> None:
        with self._file.reading() as connection:
            unfinished = forget.unfinished(connection)
        if unfinished:
            with self._file.alone() as connection:
                forget.scrub(connection)

    def _then(self, connection: object, asked: str, standing: str) -> str:
        """The story to look into for a time past: the one asked for by its own name, as it was before it was merged."""
        return asked if asked != standing else standing

    def _said(self, by: str, why: str | None) -> Said:
        return Said(by=by, why=why, at=self._now())

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


def _read(given: Iterable[Given] | Given, allow_private: bool) -> Iterator[tuple[Report | Unread, str]]:
    """Gives each report of what was given, with the file or address it was read from."""
    from crosswire.read import stream
    from crosswire.read.places import Address, File, places

    if isinstance(given, str | os.PathLike | Report):
        given = [given]
    for place in places(given):
        if isinstance(place, Unread):
            yield place, place.name
            continue
        one: Given = "-"
        name = "standard input"
        if isinstance(place, Report):
            one, name = place, "given by a program"
        elif isinstance(place, File):
            one, name = place.path, place.name
        elif isinstance(place, Address):
            one = name = place.url
        for item in stream([one], allow_private=allow_private):
            yield item, name
