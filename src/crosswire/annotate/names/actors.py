"""One name per voice across the reports of a story; "Police" at the head of a sentence is "police" inside of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crosswire.annotate.names.coreference import resolved
from crosswire.annotate.names.echoes import echoed, headlined
from crosswire.annotate.names.people import People, people
from crosswire.annotate.statements.voices import kind_of
from crosswire.model import Annotated, Name, Quotation, Voice, VoiceKind


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


def begun_alike(pieces: Sequence[Annotated]) -> tuple[Annotated, ...]:
    """Returns the reports with one form for a description that the story tells with a capital and without: the small.

    Only the first letter may differ. A name stays, whatever word it is like, unless it is the word for a body or for
    several people, taken for a name because it begins a sentence.
    """
    kinds = {v.name: v.kind for v in _described(pieces) if v.name and v.name[0].islower()}
    titles = {v.name for v in _described(pieces)}
    return tuple(_begun_alike(piece, kinds, titles) for piece in pieces)


def _described(pieces: Sequence[Annotated]) -> Iterator[Voice]:
    return (s.voice for piece in pieces for s in piece.statements if s.voice.resolution == "title")


def _begun_alike(piece: Annotated, kinds: dict[str, VoiceKind], titles: set[str | None]) -> Annotated:
    def small(name: str | None) -> str | None:
        """The form with a small letter of a name that is a description; None where there is none."""
        form = (name or "")[:1].lower() + (name or "")[1:]
        is_word = form != name and (name in titles or kind_of(form) in ("organisation", "group"))
        return form if is_word and form in kinds else None

    def renamed(voice: Voice) -> Voice:
        form = small(voice.name)
        if form is None:
            return voice
        how = "title" if voice.resolution == "named" else voice.resolution
        return msgspec.structs.replace(voice, name=form, kind=kinds[form], resolution=how)

    return msgspec.structs.replace(
        piece,
        statements=tuple(msgspec.structs.replace(s, voice=renamed(s.voice)) for s in piece.statements),
        quotations=tuple(msgspec.structs.replace(q, speaker=small(q.speaker) or q.speaker) for q in piece.quotations),
    )
