"""A line of a ledger by its content: its address holds after every new reading, or tells what became of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from crosswire.model import Story
from crosswire.store import ledgers, listing, marks
from crosswire.store.browsed import FollowedLine
from crosswire.store.types import MarkedWords

#: So much of a key stands in an address.
SHOWN: Final = 20
#: So many older states are looked through for a line that stands no more.
_STATES: Final = 200


def keys(ledger: Story) -> Iterator[tuple[str, marks.Item]]:
    """Gives every line of a ledger that can be marked, with the key of its words and their reports' hashes."""
    hashes = {report.id: report.sha256 for report in ledger.reports}
    for item in marks.items(ledger):
        told = {(e.report, e.start, e.end): e for e in item.evidence}.values()
        words = [(hashes.get(e.report, ""), marks.words_hash(e.exact)) for e in told]
        yield marks.key_of(item.kind, item.slot, words)[:SHOWN], item


def follow(connection: sqlite3.Connection, story: str, key: str) -> FollowedLine | None:
    """Returns what became of the line that had this key in a story: None when it never had one.

    The line stands as it did; or its words stand in another line now; or they stand in none.
    """
    name = listing.standing(connection, story)
    newest = ledgers.state_at(connection, name, None)
    now = _ledger(connection, newest) if newest is not None else None
    if now is not None:
        for own, item in keys(now):
            if own == key:
                return FollowedLine(story=name, item=item.name, same=True, gone_at=None, words=_words(item))
    later = newest["at"] if newest is not None else None
    rows = connection.execute(
        "SELECT * FROM states WHERE story IN (?, ?) AND ledger IS NOT NULL ORDER BY id DESC LIMIT ?",
        (name, story, _STATES),
    )
    for row in rows.fetchall():
        before = _ledger(connection, row)
        found = next((item for own, item in keys(before) if own == key), None) if before else None
        if found is not None:
            held = marks.held_words(connection, found.evidence)
            fits = marks.fitting(connection, now, found.kind, found.slot, held) if now else None
            return FollowedLine(story=name, item=fits, same=False, gone_at=None if fits else later, words=_words(found))
        later = row["at"]
    return None


def _ledger(connection: sqlite3.Connection, row: sqlite3.Row) -> Story | None:
    texts = ledgers.texts(connection, ledgers.as_state(row).reports)
    if row["ledger"] is None or len(texts) < len(ledgers.as_state(row).reports):
        return None
    return ledgers.unpacked(row["ledger"], texts)


def _words(item: marks.Item) -> tuple[MarkedWords, ...]:
    return tuple(MarkedWords(report=e.report, start=e.start, end=e.end, exact=e.exact) for e in item.evidence)
