"""The passages that one report shares word for word, or nearly, with another."""

from __future__ import annotations

from crosswire.group.words import Told, grams
from crosswire.model import Copied, Span

BRIDGE = 6  # words changed inside a passage: an edited name, a cut aside
SHORTEST = 12  # words in a row that two reporters do not hit upon by themselves

Run = tuple[int, int, int]  # first word here, first word there, words


def passages(report: str, here: Told, other: str, there: Told) -> tuple[Copied, ...]:
    """Returns the passages of `report` that stand in `other` too, in reading order.

    A passage is a run of equal words, light edits of up to six words bridged, at least twelve words long.
    """
    found = []
    for first, last in _bridged(_runs(here, there)):
        words = last[0] + last[2] - first[0]
        if words >= SHORTEST:
            found.append(
                Copied(
                    report=report,
                    span=Span(start=here.spans[first[0]][0], end=here.spans[last[0] + last[2] - 1][1]),
                    other=other,
                    other_span=Span(start=there.spans[first[1]][0], end=there.spans[last[1] + last[2] - 1][1]),
                )
            )
    return tuple(found)


def _runs(here: Told, there: Told) -> list[Run]:
    """Returns the longest equal runs of at least five words, from left to right in `here`."""
    places: dict[int, list[int]] = {}
    for at, gram in enumerate(grams(there.numbers).tolist()):
        places.setdefault(gram, []).append(at)
    mine = grams(here.numbers).tolist()
    found: list[Run] = []
    at = 0
    while at < len(mine):
        starts = places.get(mine[at])
        if not starts:
            at += 1
            continue
        best = max((_length(here, at, there, start), -start) for start in starts)
        found.append((at, -best[1], best[0]))
        at += best[0]
    return found


def _length(here: Told, at: int, there: Told, start: int) -> int:
    """Returns how many words from `at` equal those from `start`."""
    most = min(len(here.numbers) - at, len(there.numbers) - start)
    same = here.numbers[at : at + most] == there.numbers[start : start + most]
    return most if same.all() else int(same.argmin())


def _bridged(runs: list[Run]) -> list[tuple[Run, Run]]:
    """Joins runs that follow each other closely in both reports; returns the first and last run of each passage."""
    joined: list[tuple[Run, Run]] = []
    for run in runs:
        if joined:
            last = joined[-1][1]
            gap_here = run[0] - (last[0] + last[2])
            gap_there = run[1] - (last[1] + last[2])
            if gap_here <= BRIDGE and 0 <= gap_there <= BRIDGE:
                joined[-1] = (joined[-1][0], run)
                continue
        joined.append((run, run))
    return joined
