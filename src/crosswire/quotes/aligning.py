"""A quotation laid along the words of a report: which words are the same, which are changed, cut or put in.

Source: local alignment with affine gaps (Gotoh 1982), the quotation taken whole and the report's ends free (Sellers
1980).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

_SAME, _OTHER, _PUT_IN, _CUT, _CUT_ON = 20, -9, -10, -10, -1
#: Words of a report on either side of where the quotation would lie, that are looked at too.
_AROUND: Final = 25
#: A word that stands oftener in a report than this is no sign of a place.
_COMMON: Final = 40
_WINDOWS: Final = 2

Pairs = tuple[tuple[int, int], ...]


def windows(keys: Sequence[str], places: Mapping[str, Sequence[int]], length: int) -> tuple[tuple[int, int], ...]:
    """Returns the stretches of a report where the words of a quotation may lie, the likeliest first.

    Args:
        keys: the words of the quotation.
        places: where each word stands in the report.
        length: how many words the report has.
    """
    votes: Counter[int] = Counter()
    for i, key in enumerate(keys):
        there = places.get(key, ())
        if len(there) <= _COMMON:
            for j in there:
                votes[(j - i) // 8] += 1
    near = {base: votes[base] + votes[base + 1] for base in {*votes, *(base - 1 for base in votes)}}
    found: list[tuple[int, int]] = []
    for base in sorted(near, key=lambda base: (-near[base], base)):
        start, end = max(0, base * 8 - _AROUND), min(length, base * 8 + 16 + len(keys) + _AROUND)
        if all(abs(start - other) > 16 for other, _ in found):
            found.append((start, end))
        if len(found) == _WINDOWS:
            break
    return tuple(found)


def laid_along(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, Pairs]:
    """Returns how well `ours` fits somewhere in `theirs`, and the pairs of places that are laid side by side.

    A pair may be of two unequal words: one in place of the other. Places without a partner were put in or cut.
    """
    columns = len(theirs)
    low = -(10**9)
    best = [0] * (columns + 1)
    ways: list[bytearray] = []
    gaps: list[bytearray] = []
    for i, word in enumerate(ours):
        row = [(i + 1) * _PUT_IN] + [low] * columns
        way, gap_way = bytearray(columns + 1), bytearray(columns + 1)
        way[0] = 1
        gap = low
        for j in range(1, columns + 1):
            opened = row[j - 1] + _CUT
            gap_way[j] = gap + _CUT_ON > opened
            gap = max(gap + _CUT_ON, opened)
            across = best[j - 1] + (_SAME if word == theirs[j - 1] else _OTHER)
            down = best[j] + _PUT_IN
            if across >= down and across >= gap:
                row[j] = across
            elif down >= gap:
                row[j], way[j] = down, 1
            else:
                row[j], way[j] = gap, 2
        best = row
        ways.append(way)
        gaps.append(gap_way)
    end = max(range(columns + 1), key=lambda j: (best[j], -j))
    return best[end], _traced(ways, gaps, end)


def _traced(ways: Sequence[bytearray], gaps: Sequence[bytearray], j: int) -> Pairs:
    pairs: list[tuple[int, int]] = []
    i = len(ways) - 1
    while i >= 0:
        way = ways[i][j]
        if way == 0:
            pairs.append((i, j - 1))
            i, j = i - 1, j - 1
        elif way == 1:
            i -= 1
        else:
            while gaps[i][j]:
                j -= 1
            j -= 1
    return tuple(reversed(pairs))
