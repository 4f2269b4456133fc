"""Reports into stories: the same answer whatever the batches and their order, and a person's word above it.

Candidates are grouped component by component, each in one fixed order, so that the stories of N reports hang on those
reports alone. Then whoever was pinned by a person goes where he was pinned, and takes along the reports found beside
him. A story keeps its id while most of it stays together.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final

import msgspec

from crosswire.model import Report
from crosswire.store import log
from crosswire.store.analyst import Analyst, Tell
from crosswire.store.candidates import components, having
from crosswire.store.file import DeskFile
from crosswire.store.signs import level

_TITLE: Final = 120  # characters of a story's title, where its first report has none and its first line stands for it


class Candidate(msgspec.Struct, frozen=True):
    """A report to be placed, the story it stands in and the one a person pinned it to."""

    n: int
    report: str
    story: str | None
    pin: str | None
    signs: frozenset[int]


class Group(msgspec.Struct, frozen=True):
    """Reports of one event, first published first, and the story they were pinned to, where they were."""

    members: tuple[Candidate, ...]
    pin: str | None
    component: int


def place(file: DeskFile, analyst: Analyst, at: str, tell: Tell) -> None:
    """Places every report that is not placed yet, and again those that this moves.

    Nothing is grouped inside a transaction: what was found is kept only when nobody changed the desk meanwhile, and
    found anew otherwise.
    """
    while True:
        with file.reading() as connection:
            generation = _generation(connection)
            unplaced = _unplaced(connection)
            if not unplaced:
                return
            tell("finding stories", 0)
            found = components(connection, unplaced)
            groups = []
            for done, component in enumerate(found):
                tell("finding stories", done / len(found))
                groups += _groups(*_candidates(connection, component), analyst)
        with file.writing() as connection:
            if _generation(connection) == generation and _unplaced(connection) == unplaced:
                _keep(connection, groups, set(unplaced), at)


def unsettle(connection: sqlite3.Connection, reports: Iterable[str]) -> None:
    """Has these reports, and all that were placed among the same candidates, placed anew.

    So are those that a sign joins again which too many had, until these went.
    """
    for report in reports:
        connection.execute(
            "UPDATE members SET component = NULL WHERE component = (SELECT component FROM members WHERE report = ?)",
            (report,),
        )
        connection.execute("UPDATE members SET component = NULL WHERE report = ?", (report,))
        own = connection.execute(
            "SELECT s.sign, s.bucket, reports FROM signs s JOIN spread USING (sign, bucket) "
            "WHERE s.report = (SELECT n FROM reports WHERE id = ?)",
            (report,),
        ).fetchall()
        edge = [(row["sign"], row["bucket"]) for row in own if level(row["reports"]) > level(row["reports"] - 1)]
        connection.executemany(
            "UPDATE members SET component = NULL WHERE report = (SELECT id FROM reports WHERE n = ?)",
            [(n,) for n in having(connection, edge)],
        )


def members_key(reports: Iterable[tuple[str, str]]) -> str:
    """Returns the hash of a story's reports, each told by its id and the hash of its text."""
    return sha256(msgspec.json.encode(sorted(reports))).hexdigest()


def _generation(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])


def _unplaced(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute(
        "SELECT r.n FROM reports r LEFT JOIN members m ON m.report = r.id "
        "WHERE r.current = 1 AND r.text IS NOT NULL AND m.component IS NULL ORDER BY r.n"
    )
    return [row["n"] for row in rows]


def _candidates(connection: sqlite3.Connection, component: Sequence[int]) -> tuple[list[Candidate], list[Report]]:
    """Returns a component and its reports, in the one order that hangs on nothing but the reports."""
    found = []
    for n in component:
        row = connection.execute(
            "SELECT r.*, m.story FROM reports r LEFT JOIN members m ON m.report = r.id WHERE r.n = ?", (n,)
        ).fetchone()
        pin = connection.execute(
            "SELECT p.story FROM pins p JOIN reports r ON r.id = p.report WHERE r.address = ? "
            "ORDER BY p.decision DESC, r.version DESC LIMIT 1",
            (row["address"],),
        ).fetchone()
        signs = connection.execute("SELECT sign FROM signs WHERE report = ?", (n,)).fetchall()
        candidate = Candidate(
            n=n, report=row["id"], story=row["story"], pin=pin["story"] if pin else None,
            signs=frozenset(s["sign"] for s in signs),
        )  # fmt: skip
        found.append((candidate, as_report(row)))
    found.sort(key=lambda pair: _order(pair[1]))
    return [candidate for candidate, _ in found], [report for _, report in found]


def as_report(row: sqlite3.Row) -> Report:
    """Returns a row of `reports` as what the stages take."""
    return Report(
        id=row["id"], text=row["text"], title=row["title"], outlet=row["outlet"], published=row["published"],
        url=row["url"], language=row["language"],
    )  # fmt: skip


def _order(report: Report) -> tuple[str, str, str, str]:
    return report.published or "~", report.sha256, report.outlet or "", report.id


def _groups(component: Sequence[Candidate], reports: Sequence[Report], analyst: Analyst) -> list[Group]:
    """Returns the stories of one component: as crosswire groups them, then as a person pinned them."""
    labels = analyst.group(reports) if len(reports) > 1 else ("s1",)
    found: dict[str, list[Candidate]] = {}
    for candidate, label in zip(component, labels, strict=True):
        found.setdefault(label, []).append(candidate)
    name = min(c.n for c in component)
    groups: list[Group] = []
    for members in found.values():
        parts: dict[str | None, list[Candidate]] = {}
        pinned = [c for c in members if c.pin is not None]
        for candidate in members:
            parts.setdefault(candidate.pin or _beside(candidate, pinned), []).append(candidate)
        groups += [Group(members=tuple(part), pin=pin, component=name) for pin, part in parts.items()]
    return groups


def _beside(candidate: Candidate, pinned: Sequence[Candidate]) -> str | None:
    """Returns the story of those pinned reports that share most signs with this one; None where none is pinned."""
    shared: dict[str, list[int]] = {}
    for other in pinned:
        shared.setdefault(other.pin or "", []).append(len(candidate.signs & other.signs))
    if not shared:
        return None
    return max(shared, key=lambda story: (sum(shared[story]) / len(shared[story]), -int(story[1:])))


def _keep(connection: sqlite3.Connection, groups: Sequence[Group], new: set[int], at: str) -> None:
    """Writes where each report stands, which stories joined or fell apart, and what has to be read again."""
    names = _named(connection, groups, at)
    before = {c.report: c.story for group in groups for c in group.members}
    touched = {story for story in before.values() if story} | set(names.values())
    for place, group in enumerate(groups):
        for c in group.members:
            connection.execute(
                "INSERT INTO members (report, story, component, placed_at, placed_by) VALUES (?1, ?2, ?3, ?4, ?5) "
                "ON CONFLICT (report) DO UPDATE SET component = ?3, placed_at = iif(story = ?2, placed_at, ?4), "
                "placed_by = iif(story = ?2, placed_by, ?5), origin = iif(story = ?2, origin, NULL), story = ?2",
                (c.report, names[place], group.component, at, log.CROSSWIRE),
            )
    _tell_moves(connection, groups, names, new, at)
    for story in sorted(touched, key=lambda name: int(name[1:])):
        refresh(connection, story, at)


def _named(connection: sqlite3.Connection, groups: Sequence[Group], at: str) -> dict[int, str]:
    """Gives each group the story it was pinned to, else the one most of it stood in, else a new one."""
    names = {place: group.pin for place, group in enumerate(groups) if group.pin is not None}
    taken = {row["story"] for row in connection.execute("SELECT DISTINCT story FROM pins")} | set(names.values())
    wishes = []
    for place, group in enumerate(groups):
        if place not in names:
            for story, count in Counter(c.story for c in group.members if c.story).items():
                wishes.append((-count, int(story[1:]), place, story))
    for _, _, place, story in sorted(wishes):
        if place not in names and story not in taken:
            names[place] = story
            taken.add(story)
    for place in range(len(groups)):
        if place not in names:
            names[place] = new_story(connection, at)
    return names


def new_story(connection: sqlite3.Connection, at: str) -> str:
    """Makes a story without reports and returns its id."""
    n = connection.execute("SELECT coalesce(max(n), 0) + 1 FROM stories").fetchone()[0]
    connection.execute("INSERT INTO stories (n, id, since, changed) VALUES (?, ?, ?, ?)", (n, f"s{n}", at, at))
    return f"s{n}"


def refresh(connection: sqlite3.Connection, story: str, at: str) -> None:
    """Brings a story's row in line with its members; one without members gives up its ledger."""
    rows = connection.execute(
        "SELECT r.id, r.sha256, coalesce(r.title, substr(ltrim(r.text), 1, ?)) AS title FROM members m "
        "JOIN reports r ON r.id = m.report WHERE m.story = ? ORDER BY coalesce(r.published, '~'), r.sha256",
        (_TITLE, story),
    ).fetchall()
    key = members_key((row["id"], row["sha256"]) for row in rows) if rows else ""
    title = rows[0]["title"].partition("\n")[0] if rows else None
    connection.execute(
        "UPDATE stories SET reports = ?1, title = ?2, members_key = ?3, "
        "changed = iif(members_key = ?3, changed, ?4), merged_into = iif(?1 > 0, NULL, merged_into) WHERE id = ?5",
        (len(rows), title, key, at, story),
    )
    if not rows:
        connection.execute("DELETE FROM points WHERE story = ?", (story,))
        connection.execute("DELETE FROM statements WHERE story = ?", (story,))
        connection.execute("UPDATE tellings SET until = ? WHERE story = ? AND until IS NULL", (at, story))
        connection.execute("UPDATE stories SET ledger_key = '' WHERE id = ?", (story,))


def _tell_moves(
    connection: sqlite3.Connection, groups: Sequence[Group], names: Mapping[int, str], new: set[int], at: str
) -> None:
    """Logs which stories became one and which fell apart, and because of which reports."""
    went: dict[str, Counter[str]] = {}
    because: dict[str, list[str]] = {}
    for place, group in enumerate(groups):
        for c in group.members:
            if c.story is not None:
                went.setdefault(c.story, Counter())[names[place]] += 1
            if c.n in new:
                because.setdefault(names[place], []).append(c.report)
    for story, to in sorted(went.items(), key=lambda item: int(item[0][1:])):
        left = connection.execute("SELECT count(*) FROM members WHERE story = ?", (story,)).fetchone()[0]
        for other, count in sorted(to.items()):
            if other == story:
                continue
            why = "likeness, with " + ", ".join(sorted(because.get(other, []))[:5] or ["no new report"])
            what = "stories merged" if not left and count == max(to.values()) else "story split"
            if what == "stories merged":
                connection.execute("UPDATE stories SET merged_into = ? WHERE id = ?", (other, story))
            log.write(
                connection, at, log.Entry(what=what, subject=story, by=log.CROSSWIRE, old=story, new=other, why=why)
            )
