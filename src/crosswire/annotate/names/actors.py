"""One name per voice across the reports of a story."""

from __future__ import annotations

import msgspec

from crosswire.annotate.names.beginnings import begun_alike
from crosswire.annotate.names.coreference import resolved
from crosswire.annotate.names.echoes import echoed, headlined
from crosswire.annotate.names.people import People, people
from crosswire.model import Annotated, Name, Quotation


def name_actors(pieces: tuple[Annotated, ...]) -> tuple[Annotated, ...]:
    """Returns the same reports with every name, voice and speaker told by the fullest form the story gives.

    A pronoun gets the name the text settles, marked `resolution="pronoun"`; where it settles none the name stays None.
    A capital or seat of government stands for its country, marked `resolution="government"`.
    """
    known = people(pieces)
    named = begun_alike([_named(piece, known) for piece in pieces])
    return tuple(headlined(piece) for piece in echoed(named, known))


def _named(piece: Annotated, known: People) -> Annotated:
    if not piece.understood:
        return piece
    names = tuple(_mention(piece, name, known) for name in piece.names)
    piece = msgspec.structs.replace(piece, names=names)
    said = resolved(piece, known)
    speakers = {s.id: s.voice.name for s in said}
    quoted = tuple(_spoken(q, speakers) for q in piece.quotations)
    return msgspec.structs.replace(piece, statements=said, quotations=quoted)


def _mention(piece: Annotated, name: Name, known: People) -> Name:
    return msgspec.structs.replace(name, actor=known.fullest(piece, name))


def _spoken(quotation: Quotation, speakers: dict[str, str | None]) -> Quotation:
    if quotation.statement is None:
        return quotation
    return msgspec.structs.replace(quotation, speaker=speakers.get(quotation.statement))
