"""Where a thing was kept, or where it was found, compared over the whole story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from crosswire.judge.places.spots import Spot, are_apart, spots_of
from crosswire.judge.sides import nouns
from crosswire.judge.sides.finding import Finding, Pair, told
from crosswire.judge.sides.side import Side, side_at, stem, stems_of
from crosswire.judge.sides.tellings import telling
from crosswire.model import Annotated, Span, Struct, Word

Found = list[tuple[str, Pair]]


#: Things with the nouns that mean one of them; others are their own noun.
_THINGS: Final = {
    "weapon": stems_of("weapon", *nouns.GUNS),
    "body": stems_of("body bodies corpse remains"),
    "drugs": stems_of("drugs heroin cocaine marijuana pills narcotics"),
    "money": stems_of("money cash"),
    "knife": stems_of(*nouns.BLADES),
}
_KEPT: Final = stems_of(
    "keep kept leave left store stored put place placed lay laid lie lies lying sit sat sitting hide hid hidden lock "
    "locked rest rested stash stashed take took taken grab grabbed get got gotten pick picked retrieve retrieved pull "
    "pulled reach reached remove removed steal stole stolen leaving storing keeping grabbing taking getting picking"
)
_FOUND: Final = stems_of(
    "find found discover discovered recover recovered locate located seize seized uncover uncovered spot spotted"
)
#: Who finds a thing afterwards; whoever else finds one comes upon it where it was kept.
_SEARCHERS: Final = stems_of(*nouns.OFFICERS, *nouns.INVESTIGATORS, "crew firefighters sheriff responders")
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_CLIMB: Final = 5  # words from a spot up to the verb of keeping or finding


class Lying(Struct, frozen=True):
    """A thing at a spot: what it is, whether it was kept or found there, and the spot."""

    thing: str
    how: str
    spot: Spot


def kept_or_found(pieces: Sequence[Annotated]) -> Found:
    """Returns every two tellings of where one thing was kept, or found, that exclude one another, each with the key
    of its slot.

    A report that tells several spots of one thing is compared only where none of them is the other report's. Reason
    given: "where the weapon was kept: desk in 01; shelf in 03".
    """
    lying = [(piece, list(_lying(piece))) for piece in pieces]
    found: Found = []
    for (a, ones), (b, others) in combinations(lying, 2):
        for one in ones:
            mine, rivals = _like(one, ones), _like(one, others)
            if rivals and all(are_apart(x.spot, y.spot) for x in mine for y in rivals):
                found.append((f"{one.how} {one.thing}", _pair(a, one, b, rivals[0])))
    return found


def _like(one: Lying, others: list[Lying]) -> list[Lying]:
    """The tellings of the same thing, kept or found alike, at a spot of the same level."""
    return [o for o in others if (o.thing, o.how, o.spot.level) == (one.thing, one.how, one.spot.level)]


def _pair(a: Annotated, one: Lying, b: Annotated, other: Lying) -> Pair:
    left, right = telling(a, one.spot.span), telling(b, other.spot.span)
    finding = Finding(
        slot="place", nature="conflict", left=told(left, one.spot.span), right=told(right, other.spot.span),
        about=f"where the {one.thing} was {one.how}",
    )  # fmt: skip
    return left, right, finding


def _lying(piece: Annotated) -> Iterator[Lying]:
    for spot in spots_of(_whole(piece)):
        told_of = _thing_at(piece, spot)
        if told_of is not None:
            yield Lying(thing=told_of[0], how=told_of[1], spot=spot)


def _whole(piece: Annotated) -> Side:
    return side_at(piece, Span(start=0, end=len(piece.report.text)))


def _thing_at(piece: Annotated, spot: Spot) -> tuple[str, str] | None:
    """The thing that lies at a spot, and whether it was kept or found there; None where no thing is told of."""
    words = piece.words
    at = words[spot.word].head
    passed: list[int] = []
    while at >= 0 and len(passed) < _CLIMB:
        how = _how(piece, at) if words[at].pos == "VERB" else None
        if how:
            thing = next((t for i in (*passed, *_objects(words, at)) if (t := _thing(piece, i))), None)
            return (thing, how) if thing else None
        if words[at].pos == "VERB" and not words[at].relation.startswith("acl"):
            return None
        passed.append(at)
        at = words[at].head
    return None


def _thing(piece: Annotated, at: int) -> str | None:
    if at < 0 or piece.words[at].pos != "NOUN":
        return None
    own = _stem(piece, at)
    return next((name for name, stems in _THINGS.items() if own in stems), None)


def _objects(words: tuple[Word, ...], verb: int) -> Iterator[int]:
    """What is kept or found: the object of the verb, the subject of its passive or of lying, the noun it is told of."""
    for i in range(max(0, verb - 30), min(len(words), verb + 30)):
        if words[i].head == verb and words[i].relation in ("obj", *_SUBJECTS):
            yield i
    if words[verb].relation.startswith("acl"):
        yield words[verb].head


def _how(piece: Annotated, verb: int) -> str | None:
    own = _stem(piece, verb)
    if own in _KEPT:
        return "kept"
    if own not in _FOUND:
        return None
    near = range(max(0, verb - 20), verb)
    doers = [i for i in near if piece.words[i].head == verb and piece.words[i].relation == "nsubj"]
    return "kept" if any(_is_finder(piece, i) for i in doers) else "found"


def _is_finder(piece: Annotated, at: int) -> bool:
    """Whether it is somebody other than those who search: a pronoun may mean these."""
    return piece.words[at].pos in ("NOUN", "PROPN") and _stem(piece, at) not in _SEARCHERS


def _stem(piece: Annotated, at: int) -> str:
    word = piece.words[at]
    return stem(piece.report.text[word.start : word.end].lower())
