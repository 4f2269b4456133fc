"""One saying given to two persons, wherever the reports tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from crosswire.judge.people.voices import are_different
from crosswire.judge.sayings.sayings import FEWEST_QUOTED, Saying, likeness, sayings
from crosswire.judge.sayings.speakers import differ, finding
from crosswire.judge.sides.evidences import clipped
from crosswire.judge.sides.finding import Pair
from crosswire.judge.sides.side import Side, side_at
from crosswire.judge.sides.tellings import sentence_at, telling
from crosswire.model import Annotated, Span

#: How much two sayings share wherever they stand.
_SAME: Final = 0.75
#: Characters between the last word said and the voice, where one piece of evidence can hold both.
NEAR: Final = 40


def speakers_of(pieces: Sequence[Annotated]) -> Iterator[tuple[str, Pair]]:
    """Yields every two tellings of one saying, wherever they stand, that name two different persons, with the key of
    their slot; two statements are told once, whether they or their quotations are alike."""
    found = [said for piece in pieces for said in sayings(piece)]
    first: dict[tuple[str, int], int] = {}
    told: set[frozenset[tuple[str, int]]] = set()
    for number, (one, other) in enumerate(_candidates(found)):
        voices = frozenset((said.piece.report.id, said.statement.content[0].start) for said in (one, other))
        if voices not in told and likeness(one, other) >= _SAME and differ(one, other):
            told.add(voices)
            places = [(said.piece.report.id, said.span.start) for said in (one, other)]
            known = min((first[place] for place in places if place in first), default=number)
            first.update(dict.fromkeys(places, known))
            yield f"saying {known}", (_telling(one), _telling(other), finding(one, other))


def _telling(said: Saying) -> Side:
    """The sentence that names the voice, where it tells something of the saying; else the saying's own clause."""
    voice = said.voice.span
    if voice is not None:
        sentence = sentence_at(said.piece, voice)
        if any(c.overlaps(sentence) for c in said.content):
            return telling(said.piece, voice, whole=True)
        if 0 <= voice.start - said.span.end < NEAR:
            return side_at(said.piece, clipped(said.piece.report.text, Span(start=_last(said), end=sentence.end)))
    return telling(said.piece, said.span)


def _last(said: Saying) -> int:
    """Where the last sentence said begins."""
    return max(
        said.content[-1].start,
        sentence_at(said.piece, Span(start=said.span.end - 1, end=said.span.end)).start,
    )


def _candidates(found: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Sayings of different reports and voices that share enough words to be looked at."""
    index: dict[str, list[int]] = {}
    entered = 0  # sayings that are in the index: those of the reports before
    for said in found:
        while found[entered].piece is not said.piece:
            for stem in found[entered].stems:
                index.setdefault(stem, []).append(entered)
            entered += 1
        shared: dict[int, int] = {}
        for stem in said.stems:
            for k in index.get(stem, ()):
                shared[k] = shared.get(k, 0) + 1
        for k, count in sorted(shared.items()):
            if count >= FEWEST_QUOTED and are_different(found[k].voice, said.voice):
                yield found[k], said
