"""A process that works on a desk, to be killed: `add`, `merge`, `migrate` or `write` PATH NUMBER.

It prints a line for each thing that is acknowledged.
"""

from __future__ import annotations

import sys

from tests.store.invented import EVENTS, Plain, report

from crosswire.store import Desk, schema


def main(what: str, path: str, number: str) -> None:
    """Works until it is done or killed."""
    if what == "migrate":
        schema.VERSION += 1
        schema.MIGRATIONS[schema.VERSION - 1] = "".join(
            f"CREATE TABLE t{n} (x); INSERT INTO t{n} SELECT text FROM reports;\n" for n in range(40)
        )
    with Desk(path, analyst=Plain()) as desk:
        print("open", flush=True)
        if what == "add":
            for n in range(200):
                event = list(EVENTS)[n % len(EVENTS)]
                added = desk.add(report(event, n, f"Run {number}"))
                print(added.reports[0].report, flush=True)
        elif what == "merge":
            for _ in range(100):
                done = desk.merge("s2", "s1", by="ann")
                print(f"merge {done}", flush=True)
                print(f"undo {desk.undo(done, by='ann')}", flush=True)
        elif what == "write":
            for n in range(int(number)):
                print(desk.add(report("ferry", n, f"Process {sys.argv[4]}")).reports[0].report, flush=True)
        else:
            desk.stories()
            print("migrated", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:4])
