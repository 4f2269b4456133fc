"""What a person says of a line of a ledger, tied to its words and not to its number: it outlives every new reading."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Final, NamedTuple

import msgspec

from crosswire.errors import DeskError
from crosswire.model import Evidence, Story, StoryReport
from crosswire.store import log
from crosswire.store.changes import named_differences
from crosswire.store.decisions import Said
from crosswire.store.ledgers import statement_span
from crosswire.store.types import Mark, MarkedWords, MarkKind, MarkVerdict

_WORD: Final = re.compile(r"\w+")
_PART: Final = 0.6  # of the longer wording: so much of it the shorter must be, to be taken for the same words re-cut


class Item(NamedTuple):
    """Something in a ledger that can be marked: its name there, and its words."""

    name: str
    kind: MarkKind
    slot: str
    evidence: tuple[Evidence, ...]


def items(ledger: Story) -> Iterator[Item]:
    """Gives all in a ledger that can be marked: points "p3", their differences "p3:number", statements, quotes."""
    texts = {report.id: report.text for report in ledger.reports}
    for point in ledger.points:
        yield Item(point.id, "point", "", point.evidence)
        for slot, difference in named_differences(point).items():
            told = tuple(e for value in difference.values for e in value.evidence)
            yield Item(f"{point.id}:{slot}", "difference", slot, told)
    for statement in ledger.statements:
        if statement.content and statement.report in texts:
            start, end = statement_span(statement)
            words = texts[statement.report][start:end]
            yield Item(
                statement.id, "statement", "", (Evidence(report=statement.report, start=start, end=end, exact=words),)
            )
    for quote in ledger.quotes:
        told = (Evidence(report=quote.report, start=quote.start, end=quote.end, exact=quote.exact),)
        yield Item(quote.id, "quote", "", told)


def words_hash(words: str) -> str:
    """Returns the hash of words as they are compared: lower-cased, without signs and spacing."""
    return sha256(" ".join(_WORD.findall(words.lower())).encode()).hexdigest()


def key_of(kind: str, slot: str, evidence: Iterable[tuple[str, str]]) -> str:
    """Returns the key of a mark: the hash of what is marked and of its words and their reports' hashes."""
    return sha256(msgspec.json.encode([kind, slot, sorted(evidence)])).hexdigest()


def mark(connection: sqlite3.Connection, story: str, ledger: Story, name: str, verdict: MarkVerdict, said: Said) -> int:
    """Writes a mark on the item called `name`; an earlier one of the same person on the same words is taken back.

    Raises:
        DeskError: the ledger has no such item.
    """
    item = next((item for item in items(ledger) if item.name == name), None)
    if item is None:
        allowed = "such as p3, p3:number, q2, a statement's id"
        raise DeskError(f"{story} {name}", "its ledger has nothing of that name", allowed)
    hashes = {report.id: report.sha256 for report in ledger.reports}
    evidence = {(e.report, e.start, e.end): e for e in item.evidence}
    rows = [(e, hashes[e.report], words_hash(e.exact)) for e in evidence.values()]
    key = key_of(item.kind, item.slot, [(digest, words) for _, digest, words in rows])
    connection.execute(
        "UPDATE marks SET taken_back_at = ? WHERE key = ? AND by = ? AND taken_back_at IS NULL", (said.at, key, said.by)
    )
    n = connection.execute(
        "INSERT INTO marks (story, kind, slot, key, verdict, note, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (story, item.kind, item.slot, key, verdict, said.why, said.by, said.at),
    ).lastrowid
    connection.executemany(
        'INSERT INTO mark_evidence (mark, report, sha256, words, start, "end", exact) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [(n, e.report, digest, words, e.start, e.end, e.exact) for e, digest, words in rows],
    )
    why = f"{story} {item.kind}"
    log.write(connection, said.at, log.Entry(what="mark", subject=f"mark {n}", by=said.by, new=verdict, why=why))
    assert n is not None
    return n


def take_back(connection: sqlite3.Connection, n: int, by: str, at: str) -> None:
    """Takes a mark back; it stays in the table and in the log.

    Raises:
        DeskError: there is no such mark, or it was taken back.
    """
    row = connection.execute("SELECT verdict FROM marks WHERE n = ? AND taken_back_at IS NULL", (n,)).fetchone()
    if row is None:
        raise DeskError(f"mark {n}", "there is no such mark")
    connection.execute("UPDATE marks SET taken_back_at = ? WHERE n = ?", (at, n))
    log.write(connection, at, log.Entry(what="mark taken back", subject=f"mark {n}", by=by, old=row["verdict"]))


def homes(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Returns every story that has marks, by number."""
    rows = connection.execute("SELECT * FROM marks WHERE taken_back_at IS NULL").fetchall()
    return tuple(sorted({_home(connection, row) for row in rows}, key=lambda story: int(story[1:])))


def _home(connection: sqlite3.Connection, mark: sqlite3.Row) -> str:
    """Returns the story that a mark's words stand in now: that of the newest version of a report it was made on."""
    rows = connection.execute(
        "SELECT DISTINCT m.story FROM mark_evidence e JOIN reports r ON r.id = e.report "
        "JOIN reports now ON now.address = r.address AND now.current = 1 JOIN members m ON m.report = now.id "
        "WHERE e.mark = ?",
        (mark["n"],),
    )
    found = {row["story"] for row in rows} or {mark["story"]}
    return str(mark["story"] if mark["story"] in found else min(found, key=lambda story: int(story[1:])))


class _Held(NamedTuple):
    """One piece of a mark's evidence, and the address of its report, which newer versions share."""

    told: MarkedWords
    words: str
    address: str


def fitted(connection: sqlite3.Connection, story: str, ledger: Story | None) -> tuple[Mark, ...]:
    """Returns the marks on a story's reports, oldest first, each with the item of the ledger that it fits, or None.

    A mark follows its words: into the story that their report stands in now, and to a newer version of the report.
    """
    found = []
    index = _Index(ledger, _addresses(connection, ledger.reports)) if ledger else None
    for row in connection.execute("SELECT * FROM marks WHERE taken_back_at IS NULL ORDER BY n").fetchall():
        if _home(connection, row) != story:
            continue
        held = _held(connection, row["n"])
        found.append(
            Mark(
                id=row["n"], story=story, kind=row["kind"], slot=row["slot"] or None, verdict=row["verdict"],
                note=row["note"], by=row["by"], at=row["at"], evidence=tuple(h.told for h in held),
                item=index.fitting(row["kind"], row["slot"], held) if index else None,
            )
        )  # fmt: skip
    return tuple(found)


def held_words(connection: sqlite3.Connection, evidence: Iterable[Evidence]) -> list[_Held]:
    """Returns evidence of an older ledger as a mark holds it."""
    found = []
    for told in evidence:
        row = connection.execute("SELECT address FROM reports WHERE id = ?", (told.report,)).fetchone()
        words = MarkedWords(report=told.report, start=told.start, end=told.end, exact=told.exact)
        found.append(_Held(words, words_hash(told.exact), row["address"] if row else told.report))
    return found


def fitting(connection: sqlite3.Connection, ledger: Story, kind: str, slot: str, held: Sequence[_Held]) -> str | None:
    """Returns the item of a ledger that has most of the words held, whole or re-cut; None where none has any."""
    return _Index(ledger, _addresses(connection, ledger.reports)).fitting(kind, slot, held)


class _Index:
    """The items of a ledger, by what is marked and by the address and words of their evidence."""

    def __init__(self, ledger: Story, addresses: dict[str, str]) -> None:
        self._places: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
        for item in items(ledger):
            for told in item.evidence:
                key = (item.kind, item.slot, addresses[told.report])
                self._places.setdefault(key, []).append((item.name, _plain(told.exact)))

    def fitting(self, kind: str, slot: str, held: Sequence[_Held]) -> str | None:
        """Returns the item that has most of the marked words, whole or re-cut; None where none has any."""
        score: dict[str, float] = {}
        for one in held:
            for name, words in self._places.get((kind, slot, one.address), ()):
                like = _likeness(one, words)
                if like:
                    score[name] = score.get(name, 0) + like
        return max(score, key=lambda name: score[name]) if score else None


def _likeness(one: _Held, words: str) -> float:
    """1 for the same words; the share of the longer where one wording is a part of the other; else 0."""
    if words_hash(words) == one.words:
        return 1.0
    mine = _plain(one.told.exact or "")
    short, long = sorted((mine, words), key=len)
    share = len(short) / len(long) if long else 0.0
    return share if share >= _PART and f" {short} " in f" {long} " else 0.0


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))


def _held(connection: sqlite3.Connection, mark: int) -> list[_Held]:
    rows = connection.execute(
        'SELECT e.report, e.start, e."end", e.exact, e.words, r.address FROM mark_evidence e '
        "JOIN reports r ON r.id = e.report WHERE e.mark = ? ORDER BY e.report, e.start",
        (mark,),
    )
    return [
        _Held(
            MarkedWords(report=row["report"], start=row["start"], end=row["end"], exact=row["exact"]),
            row["words"],
            row["address"],
        )
        for row in rows
    ]


def _addresses(connection: sqlite3.Connection, reports: Iterable[StoryReport]) -> dict[str, str]:
    found = {}
    for report in reports:
        row = connection.execute("SELECT address FROM reports WHERE id = ?", (report.id,)).fetchone()
        found[report.id] = row["address"] if row else report.id
    return found
