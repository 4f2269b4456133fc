"""Reports → origins: copies of one text are one piece of reporting and count once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from crosswire.group.link import Pair, average_link
from crosswire.group.passages import passages
from crosswire.group.words import Told, grams, told
from crosswire.model import Annotated, Copied, Origin

Shares = dict[tuple[int, int], float]  # by the places of two reports, both ways round

# Share of the longer report's runs without which it is no copy: it prints passages of the other and tells much besides.
COPIED_LONGER = 0.15
# Share of the shorter report's five-word runs that stand in the other; chosen by reading (docs/4-group.md).
COPIED = 0.35
FEWEST = 20  # runs a report must have to be called a copy: below that a title and a byline decide


def find_origins(pieces: Sequence[Annotated]) -> tuple[Origin, ...]:
    """Joins the reports that are copies of one another, in whole or in large part.

    Two reports are copies when at least 35 % of the shorter one's five-word runs, page furniture and quotations left
    out, stand in the longer one, and make 15 % of its own. A group of more than two is held together by the mean over
    its pairs, so that a page that lifts from several reports does not join them all.

    Args:
        pieces: the reports of one story or of many, in any language.

    Returns:
        The origins, numbered "o1", "o2" ... in order of their first report; each report is in exactly one. Inside an
        origin the first published comes first, where told, and `copied` holds what each later report shares with the
        one before it that it shares most with.
    """
    if not pieces:
        return ()
    vocabulary: dict[str, int] = {}
    texts = [told(piece, vocabulary) for piece in pieces]
    shares = _shared(texts)
    members: dict[int, list[int]] = {}
    for index, label in enumerate(average_link(len(texts), _pairs(shares), COPIED)):
        members.setdefault(label, []).append(index)
    return tuple(
        _origin(f"o{number}", _by_time(pieces, group), pieces, texts, shares)
        for number, group in enumerate(members.values(), 1)
    )


def find_printed(pieces: Sequence[Annotated]) -> tuple[Copied, ...]:
    """Returns the passages that reports print of others of which they are no copies, since they tell much besides.

    The later published prints the earlier; where that is not told, the longer prints the shorter.
    """
    vocabulary: dict[str, int] = {}
    texts = [told(piece, vocabulary) for piece in pieces]
    runs = [np.unique(_reported(text)) for text in texts]
    found: list[Copied] = []
    for one, other, count in _counted(runs):
        shorter, longer = sorted((len(runs[one]), len(runs[other])))
        if shorter >= FEWEST and count >= COPIED * shorter and count < COPIED_LONGER * longer:
            earlier, later = sorted((one, other), key=lambda i: (_moment(pieces[i].report.published), len(runs[i])))
            found += passages(pieces[later].report.id, texts[later], pieces[earlier].report.id, texts[earlier])
    return tuple(found)


def _shared(texts: Sequence[Told]) -> Shares:
    """Returns for each pair of reports the share of the shorter one's five-word runs that both have; not for one that
    prints the other and tells much besides."""
    runs = [np.unique(_reported(text)) for text in texts]
    shares: Shares = {}
    for one, other, count in _counted(runs):
        shorter, longer = sorted((len(runs[one]), len(runs[other])))
        if shorter >= FEWEST and (count >= COPIED_LONGER * longer or count < COPIED * shorter):
            shares[one, other] = shares[other, one] = count / shorter
    return shares


def _counted(runs: Sequence[NDArray[np.uint64]]) -> Iterator[tuple[int, int, int]]:
    """Gives every two reports that share runs, and how many.

    All runs are sorted once; equal runs then lie side by side, so that only reports that share a run are ever paired.
    """
    if not runs:
        return
    every = np.concatenate(runs)
    whose = np.repeat(np.arange(len(runs)), [len(r) for r in runs])
    order = np.argsort(every, kind="stable")
    every, whose = every[order], whose[order]
    pairs = [np.zeros(0, np.int64)]
    step = 1
    while len(same := np.flatnonzero(every[step:] == every[:-step])):
        pairs.append(whose[same] * len(runs) + whose[same + step])
        step += 1
    found, counts = np.unique(np.concatenate(pairs), return_counts=True)
    for pair, count in zip(found.tolist(), counts.tolist(), strict=True):
        yield *divmod(pair, len(runs)), count


def _reported(text: Told) -> NDArray[np.uint64]:
    """Returns the five-word runs that begin outside quotation marks: what was said may be heard by two reporters."""
    runs = grams(text.numbers)
    return runs[~text.quoted[: len(runs)]]


def _pairs(shares: Shares) -> Iterator[Pair]:
    """Gives every two reports that share anything, once."""
    return ((one, other, share) for (one, other), share in shares.items() if one < other)


def _by_time(pieces: Sequence[Annotated], group: list[int]) -> list[int]:
    """Returns the group with the first published first; those without a date keep their place at the end."""
    return sorted(group, key=lambda index: (_moment(pieces[index].report.published), index))


def _moment(published: str | None) -> float:
    """Returns when a report was published in seconds; a bare date is its first moment, no date is the end of time."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return float("inf")
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _origin(name: str, group: list[int], pieces: Sequence[Annotated], texts: Sequence[Told], shares: Shares) -> Origin:
    """Returns the origin of `group`, with what each report shares with an earlier one."""
    copied: list[Copied] = []
    for place, index in enumerate(group[1:], 1):
        nearest = max(group[:place], key=lambda other: shares.get((index, other), 0.0))
        copied += passages(pieces[index].report.id, texts[index], pieces[nearest].report.id, texts[nearest])
    return Origin(id=name, reports=tuple(pieces[i].report.id for i in group), copied=tuple(copied))
