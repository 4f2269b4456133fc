"""The quotations of a story as its ledger tells them, each with its other tellings and what they cut and change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from crosswire.judge.sides.evidences import clipped
from crosswire.judge.sides.side import Token, tokens
from crosswire.model import Alignment, Annotated, Changed, Quote, Retelling, Span, Utterance, evidence

#: Words in common, as a share, from which on two wordings are set side by side.
_COMPARABLE: Final = 0.4
#: Tellings shown with one quotation; an utterance that very many reports tell shows the first.
_MOST: Final = 24

_Place = tuple[str, int]


def quotes(pieces: Sequence[Annotated], alignment: Alignment) -> tuple[Quote, ...]:
    """Returns the spoken quotations of all reports, numbered "q1", "q2" ... in reading order.

    `same_as` names the other quotations of the same utterance, `retold` shows every other telling. Titles and scare
    quotes are left out.
    """
    places = [(p.report.id, i) for p in pieces for i, q in enumerate(p.quotations) if q.spoken]
    ids = {place: f"q{n + 1}" for n, place in enumerate(places)}
    of = {place: utterance for utterance in alignment.utterances for place in utterance.quotations}
    by_id = {p.report.id: p for p in pieces}
    return tuple(_quote(place, of.get(place), ids, by_id) for place in places)


def _quote(
    place: _Place, utterance: Utterance | None, ids: Mapping[_Place, str], pieces: Mapping[str, Annotated]
) -> Quote:
    piece = pieces[place[0]]
    quotation = piece.quotations[place[1]]
    retold = tuple(_retellings(place, utterance, ids, pieces)) if utterance else ()
    return Quote(
        id=ids[place],
        report=place[0],
        start=quotation.span.start,
        end=quotation.span.end,
        exact=piece.words_of(quotation.span),
        speaker=quotation.speaker,
        statement=quotation.statement,
        same_as=tuple(ids[o] for o in utterance.quotations if o != place and o in ids) if utterance else (),
        retold=retold[:_MOST],
    )


def _retellings(
    place: _Place, utterance: Utterance, ids: Mapping[_Place, str], pieces: Mapping[str, Annotated]
) -> Iterator[Retelling]:
    own = pieces[place[0]].quotations[place[1]].span
    for other in utterance.quotations:
        if other != place and other in ids:
            quotation = pieces[other[0]].quotations[other[1]]
            yield _retelling(
                pieces[place[0]], own, pieces[other[0]], quotation.span, speaker=quotation.speaker, quote=ids[other]
            )
    for report, name in utterance.retold:
        statement = next((s for s in pieces[report].statements if s.id == name), None)
        if statement is not None and statement.content:
            told = Span(start=statement.content[0].start, end=statement.content[-1].end)
            span = clipped(pieces[report].report.text, told)
            yield _retelling(
                pieces[place[0]], own, pieces[report], span, speaker=statement.voice.name, statement=statement.id
            )


def _retelling(
    piece: Annotated,
    own: Span,
    other: Annotated,
    theirs: Span,
    speaker: str | None,
    quote: str | None = None,
    statement: str | None = None,
) -> Retelling:
    mine, words = tokens(piece.report.text, own), tokens(other.report.text, theirs)
    told = Retelling(evidence=evidence(other.report, theirs), speaker=speaker, quote=quote, statement=statement)
    return _compared(told, mine, words)


def _compared(told: Retelling, mine: Sequence[Token], words: Sequence[Token]) -> Retelling:
    """The retelling with what it cuts, adds and changes, where enough of the wording is left."""
    from rapidfuzz.distance import Indel, Levenshtein

    left, right = [t.word for t in mine], [t.word for t in words]
    if not left or not right or _kept(left, right, Indel.similarity(left, right)) < _COMPARABLE:
        return told
    cut, added, changed = [], [], []
    for step in Levenshtein.opcodes(left, right):
        if step.tag == "delete":
            cut.append(_span(mine, step.src_start, step.src_end))
        elif step.tag == "insert":
            added.append(_span(words, step.dest_start, step.dest_end))
        elif step.tag == "replace":
            changed.append(
                Changed(
                    own=_span(mine, step.src_start, step.src_end), theirs=_span(words, step.dest_start, step.dest_end)
                )
            )
    return Retelling(
        evidence=told.evidence, speaker=told.speaker, quote=told.quote, statement=told.statement,
        cut=tuple(cut), added=tuple(added), changed=tuple(changed),
    )  # fmt: skip


def _kept(left: Sequence[str], right: Sequence[str], similarity: int) -> float:
    """The share of the shorter wording's words that stand in the other, in order."""
    return similarity / 2 / min(len(left), len(right))


def _span(words: Sequence[Token], first: int, last: int) -> Span:
    return Span(start=words[first].start, end=words[last - 1].end)
