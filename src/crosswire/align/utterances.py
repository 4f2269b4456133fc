"""Utterances: the same words told in several reports: trimmed, retold, put into indirect speech, given to another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosswire.align.words import terms
from crosswire.model import Annotated, Utterance

#: Letters in common, in percent of the shorter quotation, from which on two quotations of one voice are the same words.
LIKE = 85.0
#: The same of two voices: short phrases may be alike by chance, so of so many words at least.
ALIKE_OF_OTHERS, WORDS_OF_OTHERS = 92.0, 6
#: A quotation of fewer words than this is compared whole, not as a part of a longer one.
SHORT = 4
#: Telling words that one voice's words in other words, or in indirect speech, share: so many, this share of the
#: fewer, and this of the more.
FEWEST, SHARE, LEAST = 4, 0.6, 0.3

_NOT_WORD = re.compile(r"[\W_]+")
_Place = tuple[int, int]


class _Told(NamedTuple):
    """A quotation: its place, its words, the stems of its telling words, the words of its speaker's name."""

    place: _Place
    words: str
    stems: frozenset[str]
    speaker: frozenset[str]


def utterances(pieces: Sequence[Annotated]) -> tuple[Utterance, ...]:
    """Returns each utterance that two reports or more tell, in order of first telling; empty when there is none.

    One at least of its tellings is a quotation. A report quotes it once, and may retell it in several statements.
    """
    told = [_told(piece, i, k) for i, piece in enumerate(pieces) for k, q in enumerate(piece.quotations) if q.spoken]
    groups = _joined(sorted(_scored(told)))
    grouped = {place for group in groups for place in group}
    groups += [[one.place] for one in told if one.place not in grouped]
    by_place = {one.place: one for one in told}
    retold = _retold(pieces, [[by_place[place] for place in group] for group in groups])
    return tuple(
        Utterance(quotations=tuple((pieces[i].report.id, k) for i, k in group), retold=indirect)
        for group, indirect in sorted(zip(groups, retold, strict=True))
        if len(group) > 1 or indirect
    )


def _told(piece: Annotated, i: int, k: int) -> _Told:
    quotation = piece.quotations[k]
    text = piece.words_of(quotation.span)
    return _Told((i, k), _NOT_WORD.sub(" ", text.lower()).strip(), _stems(text), _name(quotation.speaker))


def _stems(text: str) -> frozenset[str]:
    return frozenset(term.stem for term in terms(text) if not term.plain)


def _name(speaker: str | None) -> frozenset[str]:
    return frozenset((speaker or "").lower().split())


def _scored(told: Sequence[_Told]) -> Iterator[tuple[float, _Place, _Place]]:
    """The pairs that are one utterance, each with how unlike it is."""
    from rapidfuzz import fuzz

    reports = [one.place[0] for one in told]
    for one in told:
        for other in told[bisect_right(reports, one.place[0]) :]:
            if not one.words or not other.words:
                continue
            short = min(len(one.words.split()), len(other.words.split()))
            apart = bool(one.speaker and other.speaker and not one.speaker & other.speaker)
            if apart and (short < WORDS_OF_OTHERS or len(one.stems & other.stems) < FEWEST - 1):
                continue
            compare = fuzz.ratio if short < SHORT else fuzz.partial_ratio
            likeness = compare(one.words, other.words, score_cutoff=ALIKE_OF_OTHERS if apart else LIKE)
            if not likeness and one.speaker & other.speaker:
                likeness = 50 * _shared(one.stems, other.stems)
            if likeness:
                yield -likeness, one.place, other.place


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the fewer telling words that both have; 0 where that is too little to be one utterance."""
    shared = len(one & other)
    fewer, more = sorted((len(one), len(other)))
    enough = shared >= FEWEST and shared >= SHARE * fewer and shared >= LEAST * more
    return shared / fewer if enough else 0.0


def _retold(pieces: Sequence[Annotated], groups: Sequence[Sequence[_Told]]) -> list[tuple[tuple[str, str], ...]]:
    """For each group of quotations the statements of other reports that tell it in indirect speech, the likest group
    only."""
    found: list[list[tuple[str, str]]] = [[] for _ in groups]
    by_speaker: dict[str, list[int]] = {}
    for n, group in enumerate(groups):
        for word in frozenset().union(*(told.speaker for told in group)):
            by_speaker.setdefault(word, []).append(n)
    for i, piece in enumerate(pieces):
        for statement in piece.statements:
            if statement.manner == "direct" or not statement.voice.name:
                continue
            voice = _name(statement.voice.name)
            near = {n for word in voice for n in by_speaker.get(word, ())}
            if not near:
                continue
            stems = frozenset(s for span in statement.content for s in _stems(piece.words_of(span)))
            likest = max((_likest(stems, voice, groups[n], i), -n) for n in near)
            if likest[0]:
                found[-likest[1]].append((piece.report.id, statement.id))
    return [tuple(own) for own in found]


def _likest(stems: frozenset[str], voice: frozenset[str], group: Sequence[_Told], report: int) -> float:
    """How much a statement shares with the quotation of a group that it is likest to, quotations of one voice and of
    other reports alone."""
    if any(told.place[0] == report for told in group):
        return 0.0
    return max((_shared(stems, told.stems) for told in group if told.speaker & voice), default=0.0)


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
