"""Which tellings are one entry: the same kind of act, of one actor, on one thing."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model import EntryKind
from crosswire.register.tellings import Telling

#: Tellings of one actor are of one thing when this share of the nouns, and of the words, of the shorter stand in both.
THINGS, WORDS = 0.5, 0.4
#: The share of the words that has to stand in both where neither holds a noun ("to sue").
ALONE = 0.8
#: What is a demand here is an appeal there: a softer verb does not split an entry.
_ALIKE: dict[EntryKind, EntryKind] = {"appeal": "demand"}


def joined(found: Sequence[Telling]) -> list[list[Telling]]:
    """Returns the tellings of each entry in order of the first, every telling in the first entry it is alike with.

    Two are alike when kind and actor are, and the aligner sets them in one point, or their words are the same mostly.
    Actors are alike by name, by state, or as groups of one number ("12 nations", "12 countries").
    """
    groups: list[list[Telling]] = []
    for telling in found:
        home = next((g for g in groups if any(is_same(telling, other) for other in g)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    return groups


def is_same(a: Telling, b: Telling) -> bool:
    """Tells whether two tellings are of one act."""
    if _ALIKE.get(a.kind, a.kind) != _ALIKE.get(b.kind, b.kind) or not _one_actor(a, b):
        return False
    if a.points & b.points or (a.piece is b.piece and a.span.overlaps(b.span)):
        return True
    if not a.things and not b.things:
        return _share(a.words, b.words) >= ALONE
    return _share(a.things, b.things) >= THINGS and _share(a.words, b.words) >= WORDS


def _one_actor(a: Telling, b: Telling) -> bool:
    if a.actor == b.actor:
        return True
    if a.country is not None and a.country == b.country:
        return True
    mine, theirs = _number(a), _number(b)
    return mine is not None and mine == theirs


def _number(telling: Telling) -> float | None:
    """How many the actor is, where it is told by a number."""
    voice = telling.statement.voice.span
    told = (q for q in telling.piece.quantities if voice and q.exact and q.span.overlaps(voice))
    return next((q.low for q in told if q.low > 1), None)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    least = min(len(a), len(b))
    return len(a & b) / least if least else 0.0
