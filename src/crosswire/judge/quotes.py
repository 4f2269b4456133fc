"""The quotations of a story as its ledger tells them."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model import Alignment, Annotated, Quote


def quotes(pieces: Sequence[Annotated], alignment: Alignment) -> tuple[Quote, ...]:
    """Returns the spoken quotations of all reports, numbered "q1", "q2" ... in reading order.

    `same_as` names the other tellings of the same utterance. Titles and scare quotes are left out.
    """
    places = [(p.report.id, i) for p in pieces for i, q in enumerate(p.quotations) if q.spoken]
    ids = {place: f"q{n + 1}" for n, place in enumerate(places)}
    others: dict[tuple[str, int], tuple[str, ...]] = {}
    for utterance in alignment.utterances:
        for place in utterance.quotations:
            others[place] = tuple(ids[o] for o in utterance.quotations if o != place and o in ids)
    by_id = {p.report.id: p for p in pieces}
    return tuple(_quote(by_id[place[0]], place[1], name, others.get(place, ())) for place, name in ids.items())


def _quote(piece: Annotated, index: int, name: str, same_as: tuple[str, ...]) -> Quote:
    quotation = piece.quotations[index]
    return Quote(
        id=name,
        report=piece.report.id,
        start=quotation.span.start,
        end=quotation.span.end,
        exact=piece.words_of(quotation.span),
        speaker=quotation.speaker,
        statement=quotation.statement,
        same_as=same_as,
    )
