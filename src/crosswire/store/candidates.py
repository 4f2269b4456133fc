"""Which reports could be of one event: the components of those that share signs and lie near in time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from crosswire.store.signs import SHARED, SHARED_OF_ALL, UNDATED, day, level, near

#: The reports that share enough signs with one (`signs.SHARED`), looked up in its own bucket, the neighbours of this,
#: and that of reports without a day. `sign_level` is `signs.level`. A report of low rank is compared only with those of
#: a common sign that have its level: the condition on `rank` lets SQLite look up no others.
_NEIGHBOURS = f"""
WITH theirs AS MATERIALIZED (
    SELECT sign, bucket, total, level, iif(rank >= level, 0, level) AS lowest
    FROM (
        SELECT own.sign, own.rank, own.total, there.bucket,
            max(sign_level(here.reports), sign_level(there.reports)) AS level
        FROM signs own
        JOIN spread here ON here.sign = own.sign AND here.bucket = own.bucket
        JOIN spread there ON there.sign = own.sign
            AND (own.bucket = {UNDATED} OR there.bucket = {UNDATED} OR abs(there.bucket - own.bucket) <= 1)
        WHERE own.report = ?1
    )
)
SELECT found.n, r.published FROM (
    SELECT other.report AS n, count(*) AS shared, sum(theirs.level = 0) AS rare,
        max(1, (min(other.total, theirs.total) + 1) / 2) AS half
    FROM theirs
    CROSS JOIN signs other ON other.sign = theirs.sign AND other.bucket = theirs.bucket
        AND other.rank >= theirs.lowest
    GROUP BY other.report
    HAVING other.report <> ?1 AND (rare >= min(half, {SHARED}) OR shared >= min(half, {SHARED_OF_ALL}))
) found CROSS JOIN reports r ON r.n = found.n
"""  # noqa: S608 - numbers of our own


class _Joined:
    """Sets that grow together."""

    def __init__(self) -> None:
        self._up: dict[int, int] = {}

    def top(self, n: int) -> int:
        """Returns the one that stands for the set of `n`."""
        self._up.setdefault(n, n)
        while self._up[n] != n:
            self._up[n] = self._up[self._up[n]]
            n = self._up[n]
        return n

    def join(self, one: int, other: int) -> None:
        """Makes one set of two; the smaller number stands for it."""
        low, high = sorted((self.top(one), self.top(other)))
        self._up[high] = low

    def sets(self) -> list[list[int]]:
        """Returns each set, sorted."""
        found: dict[int, list[int]] = {}
        for n in sorted(self._up):
            found.setdefault(self.top(n), []).append(n)
        return list(found.values())


def neighbours(connection: sqlite3.Connection, report: int) -> list[int]:
    """Returns the candidates for one story with a report, by their row numbers, sorted."""
    connection.create_function("sign_level", 1, level, deterministic=True)
    own = connection.execute("SELECT published FROM reports WHERE n = ?", (report,)).fetchone()
    at = day(own["published"])
    return sorted(row["n"] for row in connection.execute(_NEIGHBOURS, (report,)) if near(at, day(row["published"])))


def components(connection: sqlite3.Connection, unplaced: Iterable[int]) -> list[list[int]]:
    """Returns every component of candidates that an unplaced report belongs to, whole, each sorted.

    A component that was found before is taken as it is: it can only have grown, for whatever could break it has made
    its reports unplaced (`crowded`, `placing.unsettle`).
    """
    waiting = set(unplaced)
    waiting |= crowded(connection, waiting)
    dissolved = {component for n in waiting if (component := _component(connection, n)) is not None}
    open_ones = waiting | {n for component in dissolved for n in _members(connection, component)}
    joined, taken = _Joined(), set[int]()
    for n in sorted(open_ones):
        joined.top(n)
        for other in neighbours(connection, n):
            joined.join(n, other)
            component = None if other in open_ones else _component(connection, other)
            if component is not None and component not in taken:
                taken.add(component)
                for fellow in _members(connection, component):
                    joined.join(other, fellow)
    return joined.sets()


def _component(connection: sqlite3.Connection, n: int) -> int | None:
    row = connection.execute(
        "SELECT m.component FROM reports r JOIN members m ON m.report = r.id WHERE r.n = ?", (n,)
    ).fetchone()
    return row["component"] if row else None


def _members(connection: sqlite3.Connection, component: int) -> list[int]:
    rows = connection.execute(
        "SELECT r.n FROM members m JOIN reports r ON r.id = m.report WHERE m.component = ?", (component,)
    )
    return [row["n"] for row in rows]


def crowded(connection: sqlite3.Connection, unplaced: Iterable[int]) -> set[int]:
    """Returns the reports that have a sign which the unplaced ones have made more common: it joins fewer now."""
    new: dict[tuple[int, int], int] = {}
    for report in unplaced:
        for row in connection.execute("SELECT sign, bucket FROM signs WHERE report = ?", (report,)):
            key = (row["sign"], row["bucket"])
            new[key] = new.get(key, 0) + 1
    found: set[int] = set()
    for (sign, bucket), count in new.items():
        now = connection.execute("SELECT reports FROM spread WHERE sign = ? AND bucket = ?", (sign, bucket)).fetchone()[
            "reports"
        ]
        if level(now) > level(now - count):
            found |= having(connection, [(sign, bucket)])
    return found


def having(connection: sqlite3.Connection, signs: Sequence[tuple[int, int]]) -> set[int]:
    """Returns the reports that have one of these signs in these buckets."""
    return {
        row["report"]
        for sign, bucket in signs
        for row in connection.execute("SELECT report FROM signs WHERE sign = ? AND bucket = ?", (sign, bucket))
    }
