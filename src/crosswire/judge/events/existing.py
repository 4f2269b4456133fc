"""What there was, over the whole story: "there was a quarrel on the pier", "there was no quarrel"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from crosswire.judge.people.voices import are_different
from crosswire.judge.sides.finding import Finding, Pair, asserted
from crosswire.judge.sides.governors import head_of, words_in
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.side import stem
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Doing, Span, Struct

#: What there is, or is none of, of many things at once.
_VAGUE_NOUNS: Final = """doubt way reason need question time one nothing anything something people person lot number
chance evidence sign indication word information report plan thing other more guarantee point case day"""
_VAGUE: Final = frozenset(map(stem, _VAGUE_NOUNS.split()))


class _Existing(Struct, frozen=True):
    """One telling that something was, or was not, there: the stem of its noun, and where both are told."""

    noun: str
    denied: bool
    span: Span


def existing(pieces: Sequence[Annotated]) -> Iterator[tuple[str, Pair]]:
    """Yields every two tellings of which one says that there was something, and the other that there was none of it,
    in sentences that share a further word, with the key of its slot.

    Reason given: "whether there was a quarrel: there was a quarrel on the pier in 01; there was no quarrel in 02". Not
    where the report that denies it tells it too, or where two named persons speak.
    """
    told = [_existing(piece) for piece in pieces]
    for a, ones in zip(pieces, told, strict=True):
        for one in ones:
            if not one.denied or any(o.noun == one.noun and not o.denied for o in ones):
                continue
            for b, others in zip(pieces, told, strict=True):
                first = next((o for o in others if o.noun == one.noun), None)
                if b is not a and first is not None and not first.denied:
                    yield from _pair(a, one, b, first)


def _pair(a: Annotated, one: _Existing, b: Annotated, other: _Existing) -> Iterator[tuple[str, Pair]]:
    left, right = telling(a, one.span), telling(b, other.span)
    shared = (telling(a, one.span, True).stems & telling(b, other.span, True).stems) - {one.noun}
    if shared and not (left.voice and right.voice and are_different(left.voice, right.voice)):
        noun = a.words_of(one.span).split()[-1].lower()
        finding = Finding(
            slot="stance", nature="conflict", left=asserted(left, one.span), right=asserted(right, other.span),
            about=f"{noun} or none",
        )  # fmt: skip
        yield f"existing {one.noun}", (left, right, finding)


@once_a_story
def _existing(piece: Annotated) -> tuple[_Existing, ...]:
    found = (_told(piece, doing) for doing in piece.doings if doing.modality == "asserted")
    return tuple(e for e in found if e is not None and e.noun not in _VAGUE)


def _told(piece: Annotated, doing: Doing) -> _Existing | None:
    """What a "there was" tells of; None for any other doing."""
    words, thing = piece.words, doing.subject
    at = words_in(words, doing.predicate)[0]
    there = next((i for i in range(max(0, at - 4), at) if words[i].head == at and words[i].relation == "expl"), None)
    if thing is None or thing.start < doing.predicate.end or there is None:
        return None
    head = head_of(words, thing)
    if head is None or words[head].pos != "NOUN":
        return None
    noun = piece.report.text[words[head].start : words[head].end].lower()
    return _Existing(stem(noun), doing.negated, Span(start=words[there].start, end=words[head].end))
