"""Quotations that a report has with other words: where it lies, and every word that was changed, cut or put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from crosswire.language.lexicon import words as listed
from crosswire.model import Span
from crosswire.quotes.aligning import Pairs, laid_along, windows
from crosswire.quotes.folding import Folded
from crosswire.quotes.streams import Opened, within
from crosswire.quotes.types import Asked, Edit, Said

#: Of so many words at least a quotation can be told to be another one with words changed.
_FEWEST: Final = 4
#: The share of its words that a report must have in order; of words that are in no quotation there, more.
_SHARE, _SHARE_UNMARKED = 0.6, 0.7
#: Telling words that must be among them.
_TELLING: Final = 2


class Changed(NamedTuple):
    """The report's words that a quotation has, how many, what is unlike, and the quotation there that holds them."""

    words: tuple[int, ...]
    share: float
    edits: tuple[Edit, ...]
    said: Said | None


def sharing(asked: Folded, report: Opened) -> int:
    """Returns how many of a quotation's telling words a report has."""
    return sum(key in report.places for key in _telling(asked.keys))


def changed(asked: Asked, words: Folded, report: Opened) -> Changed | None:
    """Returns where a report has a quotation with other words, the likest place; None where it is too unlike."""
    telling = _telling(words.keys)
    if len(words.keys) < _FEWEST or sharing(words, report) < max(_TELLING, len(telling) / 2):
        return None
    best: tuple[int, int, Pairs] | None = None
    for start, end in windows(words.keys, report.places, len(report.words.keys)):
        score, pairs = laid_along(words.keys, report.words.keys[start:end])
        if best is None or score > best[0]:
            best = (score, start, pairs)
    if best is None:
        return None
    pairs = tuple((i, j + best[1]) for i, j in best[2])
    same = [(i, j) for i, j in pairs if words.keys[i] == report.words.keys[j]]
    said = _holding([j for _, j in same], report)
    if said is not None:
        inside = frozenset(number for one in _run(said, report) for number in within(one.span, report.words))
        same = [(i, j) for i, j in same if j in inside]
        pairs = tuple((i, j) for i, j in pairs if j in inside)
    share = len(same) / len(words.keys)
    alike = {words.keys[i] for i, _ in same} & telling
    if share < (_SHARE if said else _SHARE_UNMARKED) or len(alike) < max(_TELLING, len(telling) / 2):
        return None
    edits = tuple(_edits(asked, words, report, pairs, said))
    return Changed(tuple(range(pairs[0][1], pairs[-1][1] + 1)), share, edits, said)


def _telling(keys: Sequence[str]) -> frozenset[str]:
    plain = listed("small") | listed("pronouns")
    return frozenset(key for key in keys if key not in plain)


def _holding(numbers: Sequence[int], report: Opened) -> Said | None:
    """The quotation that most of these words stand in; None where most stand in none."""
    counts = [
        (sum(number in held for number in numbers), -n, said)
        for n, said in enumerate(one for one in report.source.said if one.marks)
        if (held := within(said.span, report.words))
    ]
    total = sum(count for count, _, _ in counts)
    return max(counts, key=lambda one: one[:2])[2] if total * 2 > len(numbers) else None


def _run(said: Said, report: Opened) -> Sequence[Said]:
    return next((stream.said for stream in report.streams if said in stream.said), (said,))


def _edits(asked: Asked, words: Folded, report: Opened, pairs: Pairs, said: Said | None) -> list[Edit]:
    """Every stretch between words that are the same, as it stands in the draft and in the report."""
    quoted = None if said is None else {n for one in _run(said, report) for n in within(one.span, report.words)}
    same = [(i, j) for i, j in pairs if words.keys[i] == report.words.keys[j]]
    first, last = pairs[0][1], pairs[-1][1] + 1
    found: list[Edit] = []
    i = 0
    j = first
    for next_i, next_j in [*same, (len(words.keys), last)]:
        theirs = [number for number in range(j, next_j) if quoted is None or number in quoted]
        left_out = next_i in words.elisions and i == next_i
        if i < next_i or (theirs and not left_out):
            found.append(_edit(asked, words, report, (i, next_i), theirs or [j], bool(theirs)))
        i, j = next_i + 1, next_j + 1
    return found


def _edit(
    asked: Asked, words: Folded, report: Opened, ours: tuple[int, int], theirs: Sequence[int], stands: bool
) -> Edit:
    own = _span(words, *ours, len(asked.words))
    place = _span(report.words, theirs[0], theirs[-1] + 1 if stands else theirs[0], len(report.source.text))
    return Edit(
        draft=Span(start=own.start + asked.span.start, end=own.end + asked.span.start),
        report=place,
        draft_words=asked.words[own.start : own.end],
        report_words=report.source.text[place.start : place.end],
    )


def _span(words: Folded, first: int, after: int, length: int) -> Span:
    if first == after:
        at = words.starts[first] if first < len(words.starts) else length
        return Span(start=at, end=at)
    return Span(start=words.starts[first], end=words.ends[after - 1])
