"""Utterances: the same words of one voice, told in several reports, trimmed or retold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from crosswire.model import Annotated, Quotation, Utterance

#: Letters in common, in percent of the shorter quotation, from which on two quotations are the same words.
LIKE = 85.0
#: A quotation of fewer words than this is compared whole, not as a part of a longer one.
SHORT = 4

_NOT_WORD = re.compile(r"[\W_]+")
_Place = tuple[int, int]


def utterances(pieces: Sequence[Annotated]) -> tuple[Utterance, ...]:
    """Returns each utterance that two reports or more quote, in order of first telling; empty when there is none."""
    from rapidfuzz import fuzz

    told = [
        (i, k, quotation, _NOT_WORD.sub(" ", piece.words_of(quotation.span).lower()).strip())
        for i, piece in enumerate(pieces)
        for k, quotation in enumerate(piece.quotations)
        if quotation.spoken
    ]
    scored = []
    for (i, k, mine, one), (j, m, theirs, other) in combinations(told, 2):
        if i == j or not one or not other or _of_others(mine, theirs):
            continue
        compare = fuzz.ratio if min(len(one.split()), len(other.split())) < SHORT else fuzz.partial_ratio
        likeness = compare(one, other, score_cutoff=LIKE)
        if likeness:
            scored.append((-likeness, (i, k), (j, m)))
    groups = _joined(sorted(scored))
    return tuple(
        Utterance(quotations=tuple((pieces[i].report.id, k) for i, k in sorted(group))) for group in sorted(groups)
    )


def _of_others(one: Quotation, other: Quotation) -> bool:
    """Two voices that share no name: short phrases may be alike by chance."""
    if not one.speaker or not other.speaker:
        return False
    return not set(one.speaker.lower().split()) & set(other.speaker.lower().split())


def _joined(scored: list[tuple[float, _Place, _Place]]) -> list[list[_Place]]:
    """Groups of quotations, the likest joined first, one quotation a report."""
    group: dict[_Place, list[_Place]] = {}
    for _, one, other in scored:
        mine, theirs = group.get(one, [one]), group.get(other, [other])
        if mine is theirs or {i for i, _ in mine} & {i for i, _ in theirs}:
            continue
        joined = mine + theirs
        group.update(dict.fromkeys(joined, joined))
    unique = {min(members): members for members in group.values()}
    return [sorted(members) for members in unique.values()]
