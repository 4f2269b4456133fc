"""Fates: who was killed, hurt or accused, by what the verbs of a report tell of him."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from crosswire.judge.people.character_words import Role
from crosswire.judge.sides.kept import once_a_report
from crosswire.judge.sides.lying import Lying
from crosswire.judge.sides.side import stem
from crosswire.model import Annotated, Doing, Span


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


#: Verbs by what becomes of whom they are done to ...
_DONE_TO: Final[tuple[tuple[Role, frozenset[str]], ...]] = (
    ("killed", _stems("kill killed killing murder murdered slay slain slew assassinated execute executed")),
    (
        "hurt",
        _stems("shot shoot shooting wound wounded injure injured hurt stab stabbed graze grazed hospitalized struck"),
    ),
    (
        "accused",
        _stems(
            "arrested charged indicted accused arraigned detained jailed booked apprehended captured convicted "
            "sentenced arrest charge indict accuse arraign detain jail book apprehend capture convict sentence"
        ),
    ),
)
#: ... by what they tell of whoever does them, and what somebody is said to be.
_DONE_BY: Final[tuple[tuple[Role, frozenset[str]], ...]] = (
    ("killed", _stems("die died dies dead deceased succumb succumbed perished victim victims")),
    ("hurt", _stems("survive survived")),
    (
        "accused",
        _stems(
            "shot shoots shooting kill killed killing murder murdered stab stabbed pleaded pled plead surrendered "
            "suspect suspects gunman shooter shooters attacker assailant"
        ),
    ),
)
#: Whoever fired, and whoever is told dead by another word than the verb.
_FIRED: Final = frozenset({"fire"})
_DEAD: Final = ("dead", "fatally", "death")
_FOUND: Final = _stems("found pronounced declared shot beaten stabbed")


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


_ACTS_ALONE: Final = _stems(
    "pleaded pled plead surrendered suspect suspects gunman shooter shooters attacker assailant"
)


@once_a_report
def _doings(piece: Annotated) -> Lying[Doing]:
    """The doings of a report by where those stand of whom they tell."""
    return Lying((d, [s for s in (d.subject, d.object) if s is not None]) for d in piece.doings)
