"""The desk: every piece of its work as one method. Commands, pages and other programs call these and nothing below."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from crosswire.errors import DeskError, ReadError
from crosswire.model import Report, Story, Unread
from crosswire.store import analysis, decisions, forget, intake, listing, log, marks, placing
from crosswire.store.analyst import Tell
from crosswire.store.consulted import Consulted, nobody
from crosswire.store.decisions import Said
from crosswire.store.types import (
    Added,
    Checked,
    Mark,
    MarkVerdict,
    SavedSearch,
    Stored,
)

Given = str | os.PathLike[str] | Report

#: Reports stored in one transaction: so many at most are not acknowledged yet.
_TOGETHER: Final = 50


class Desk(Consulted):
    """A desk: one SQLite file of reports, stories and their ledgers, open to many readers and one writer at a time.

    Safe to use from many threads at once, and to open many times in many processes. Used as a context manager it is
    closed at the end. The file is made by the first `add`; every other method needs one that exists.

    Every method may raise DeskError: there is no such file, it is no desk, it is read-only, another program wrote to it
    for 30 seconds, it is from a newer crosswire, the disk is full; or what was asked for is not there.
    """

    # --- reports in ---------------------------------------------------------------------------------------------------

    def add(
        self,
        given: Iterable[Given] | Given,
        *,
        by: str = log.CROSSWIRE,
        source: str | None = None,
        allow_private: bool = False,
        strict: bool = False,
        tell: Tell = nobody,
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
        tell: Tell = nobody,
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

    def catch_up(self, *, tell: Tell = nobody) -> tuple[str, ...]:
        """Places every report that waits and compares every story that changed; the longer half of `add`.

        Returns:
            The stories whose ledger is new, by number. Empty when nothing waited.
        """
        placing.place(self._file, self._analyst, self._now(), tell)
        changed = analysis.catch_up(self._file, self._analyst, self._now, tell)
        forget.finish(self._file, self._now())
        return changed

    def reread(self, story: str, *, tell: Tell = nobody) -> Story:
        """Reads and compares a story again, as after an update of crosswire; marks stay on their words."""
        with self._file.writing() as connection:
            name = listing.standing(connection, story)
            connection.execute(
                "DELETE FROM annotations WHERE report IN (SELECT report FROM members WHERE story = ?)", (name,)
            )
            connection.execute("UPDATE stories SET ledger_key = 'again' WHERE id = ? AND ledger_key <> ''", (name,))
        self.catch_up(tell=tell)
        return self.story(name)

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
            n = marks.mark(connection, name, ledger, item, verdict, self._said(by, note))
        return next(mark for mark in self.marks(name) if mark.id == n)

    def unmark(self, mark: int, *, by: str) -> None:
        """Takes a mark back; the log keeps it."""
        with self._file.writing() as connection:
            marks.take_back(connection, mark, by, self._now())

    def merge(self, story: str, into: str, *, by: str, why: str | None = None, tell: Tell = nobody) -> int:
        """Makes two stories one, for ever or until undone; returns the decision's number."""
        with self._file.writing() as connection:
            decision = decisions.merge(connection, story, into, self._said(by, why))
        self.catch_up(tell=tell)
        return decision

    def split(
        self, story: str, reports: Sequence[str], *, by: str, why: str | None = None, tell: Tell = nobody
    ) -> tuple[int, str]:
        """Takes reports out of a story into a new one; returns the decision's number and the new story."""
        with self._file.writing() as connection:
            decided = decisions.split(connection, story, reports, self._said(by, why))
        self.catch_up(tell=tell)
        return decided

    def move(self, report: str, story: str, *, by: str, why: str | None = None, tell: Tell = nobody) -> int:
        """Puts a report into another story, for ever or until undone; returns the decision's number."""
        with self._file.writing() as connection:
            decision = decisions.move(connection, report, story, self._said(by, why))
        self.catch_up(tell=tell)
        return decision

    def undo(self, decision: int | None = None, *, by: str, why: str | None = None, tell: Tell = nobody) -> int:
        """Undoes a merge, split or move, the newest where None is told; returns its number."""
        with self._file.writing() as connection:
            undone = decisions.undo(connection, decision, self._said(by, why))
        self.catch_up(tell=tell)
        return undone

    def forget(self, report: str, *, why: str, by: str, tell: Tell = nobody) -> None:
        """Removes a report's words from every table, index and free page; its hash and the reason stay.

        What a person wrote in a note, and copies of the file (backups), are not touched.
        """
        if not why.strip():
            raise DeskError(report, "it is forgotten only with a reason", "--why")
        with self._file.writing() as connection:
            forget.begin(connection, report, self._said(by, why))
        self.catch_up(tell=tell)

    # --- the file -----------------------------------------------------------------------------------------------------

    def verify(self, *, tell: Tell = nobody) -> Checked:
        """Reads everything again and returns what is wrong: hashes, spans, marks, indexes, the log, the file itself."""
        from crosswire.store import verify

        if self._file.writable:
            forget.finish(self._file, self._now())
        with self._file.checking() as connection:
            return verify.verify(connection, tell)

    def backup(self, target: str | os.PathLike[str]) -> None:
        """Copies the desk, as it is now, to a file that does not exist yet; others may go on writing meanwhile."""
        self._file.backup(Path(target))

    def _said(self, by: str, why: str | None) -> Said:
        return Said(by=by, why=why, at=self._now())


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
