"""Fates: who was killed, hurt or accused, by what the verbs of a report tell of him."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from crosswire.judge.people.character_words import Role
from crosswire.judge.sides.kept import once_a_story
from crosswire.judge.sides.lying import Lying
from crosswire.judge.sides.nouns import SUSPECTS
from crosswire.judge.sides.side import stem, stems_of
from crosswire.model import Annotated, Doing, Span

#: Verbs by what becomes of whom they are done to ...
_DONE_TO: Final[tuple[tuple[Role, frozenset[str]], ...]] = (
    ("killed", stems_of("kill killed killing murder murdered slay slain slew assassinated execute executed")),
    (
        "hurt",
        stems_of("shot shoot shooting wound wounded injure injured hurt stab stabbed graze grazed hospitalized struck"),
    ),
    (
        "accused",
        stems_of(
            "arrested charged indicted accused arraigned detained jailed booked apprehended captured convicted "
            "sentenced arrest charge indict accuse arraign detain jail book apprehend capture convict sentence"
        ),
    ),
)
_ACTS_ALONE: Final = stems_of("pleaded pled plead surrendered", *SUSPECTS)
#: ... by what they tell of whoever does them, and what somebody is said to be.
_DONE_BY: Final[tuple[tuple[Role, frozenset[str]], ...]] = (
    ("killed", stems_of("die died dies dead deceased succumb succumbed perished victim")),
    ("hurt", stems_of("survive survived")),
    (
        "accused",
        _ACTS_ALONE | stems_of("shot shoots shooting kill killed killing murder murdered stab stabbed"),
    ),
)
#: Whoever fired, and whoever is told dead by another word than the verb.
_FIRED: Final = frozenset({"fire"})
_DEAD: Final = ("dead", "fatally", "death")
_FOUND: Final = stems_of("found pronounced declared shot beaten stabbed")


def fates(piece: Annotated, mentions: Iterable[Span]) -> Counter[Role]:
    """Returns how often each fate is told of the one who is mentioned at `mentions`; empty where none is.

    "Police shot the man" tells that he was hurt, "the man shot two" that he is accused; what is denied or doubted
    tells nothing.
    """
    return Counter(role for span in mentions for role in _at(piece, span))


def _at(piece: Annotated, mention: Span) -> Iterator[Role]:
    for doing in _doings(piece).near(mention):
        if doing.negated or doing.modality == "doubted":
            continue
        verb = stem(piece.words_of(doing.predicate).lower())
        if doing.object is not None and doing.object.overlaps(mention):
            yield from _as_object(piece, doing, verb)
        elif doing.subject is not None and doing.subject.overlaps(mention):
            yield from _as_subject(piece, doing, verb)


def _as_object(piece: Annotated, doing: Doing, verb: str) -> Iterator[Role]:
    if verb in _FOUND and any(word in piece.words_of(o).lower() for o in doing.others for word in _DEAD):
        yield "killed"
        return
    yield from (role for role, verbs in _DONE_TO if verb in verbs)


def _as_subject(piece: Annotated, doing: Doing, verb: str) -> Iterator[Role]:
    if verb == "open" and doing.object is not None and stem(piece.words_of(doing.object).lower()) in _FIRED:
        yield "accused"
    told_of_another = doing.object is not None
    for role, verbs in _DONE_BY:
        if verb in verbs and (told_of_another or role != "accused" or verb in _ACTS_ALONE):
            yield role


@once_a_story
def _doings(piece: Annotated) -> Lying[Doing]:
    """The doings of a report by where those stand of whom they tell."""
    return Lying((d, [s for s in (d.subject, d.object) if s is not None]) for d in piece.doings)
