"""What a clause of somebody's words does beside what rules find: learned from labelled clauses, a certainty a kind.

The figures of a clause are what the rules find in it, how many words of each list of wrongs, harms, refusals ... it
holds, and the tagger's vectors of its words and of its cue; one weight a figure and kind gives the certainty.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Final, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from crosswire.annotate.acts.modality import listed_acts
from crosswire.annotate.tagging.syntax import Tree
from crosswire.errors import ModelError
from crosswire.language.lexicon import inflected, sections
from crosswire.model import ActKind, Manner, Span

KINDS: Final[tuple[ActKind, ...]] = get_args(ActKind)
_MANNERS: Final[tuple[Manner, ...]] = get_args(Manner)
_LISTS: Final = (
    "harm", "claims", "deals", "wrong", "wrong of somebody", "stopping", "giving", "refusing", "false", "costly",
    "committing", "crimes", "words", "wanted", "weak",
)  # fmt: skip
_DEEDS: Final = ("always", "of somebody, or to something", "to bodies", "of powers")
#: Kinds of which a clause does one: what is called a demand here is called an appeal there.
_ALIKE: Final[tuple[frozenset[ActKind], ...]] = (
    frozenset(("accusation",)),
    frozenset(("demand", "appeal")),
    frozenset(("refusal", "denial")),
    frozenset(("pledge", "threat", "offer")),
    frozenset(("agreement",)),
)
#: A word that a list has more often than this counts no further.
_MOST = 2
_LONGEST = 60
#: The length of a word's vector.
VECTOR: Final = 384

Floats = NDArray[np.float32]


class Passage(NamedTuple):
    """A clause of what is told, its cue, how it is told, and what rules find in it and in its whole statement."""

    clause: Span
    cue: Span | None
    manner: Manner
    here: frozenset[ActKind]
    beside: frozenset[ActKind]


def figures(tree: Tree, passage: Passage) -> Floats:
    """Returns the figures of one clause: flags, counts of listed words, then the vectors of its words and its cue."""
    inside = tree.words_in(passage.clause)
    told = [tree.word(i) for i in inside]
    plain = [
        *(float(kind in passage.here) for kind in KINDS),
        *(float(kind in passage.beside) for kind in KINDS),
        *(float(passage.manner == manner) for manner in _MANNERS),
        *(float(min(_MOST, sum(word in listed for word in told))) for listed in _lists()),
        min(len(told), _LONGEST) / _LONGEST,
        float(passage.cue is None),
    ]
    cue = tree.words_in(passage.cue) if passage.cue else range(0)
    return np.concatenate([np.array(plain, np.float32), _mean(tree, inside), _mean(tree, cue)])


def leanings(tree: Tree, passages: Sequence[Passage]) -> list[tuple[ActKind, ...]]:
    """Returns for each passage the kinds of acts that it does with enough certainty, beside those that rules find."""
    if not passages:
        return []
    learned = _learned()
    rows = np.stack([figures(tree, passage) for passage in passages])
    certain = 1 / (1 + np.exp(-(rows @ learned["weights"] + learned["bias"])))
    least = float(learned["least"])
    return [chosen(row, one.here, least) for one, row in zip(passages, certain, strict=True)]


def chosen(certain: Floats, here: frozenset[ActKind], least: float) -> tuple[ActKind, ...]:
    """Returns the kinds that a clause does beside those in `here`: of kinds alike the most certain, and only one.

    Args:
        certain: the certainty of each of KINDS.
        here: what rules find in the clause; nothing like it is added.
        least: how certain a kind has to be.
    """
    found = []
    for alike in _ALIKE:
        kind = max(alike, key=lambda k: certain[KINDS.index(k)])
        if certain[KINDS.index(kind)] > least and not here & alike:
            found.append(kind)
    return tuple(found)


def _mean(tree: Tree, inside: range) -> Floats:
    """The mean of the vectors of some words, of length one; zeros for none."""
    vectors = tree.vectors
    if not len(inside):
        return np.zeros(VECTOR, np.float32)
    mean: Floats = vectors[inside.start : inside.stop].astype(np.float32).mean(0)
    return mean / max(float(np.linalg.norm(mean)), 1e-9)


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], ...]:
    deeds = sections("wrongs.txt")
    return (
        *(listed_acts(heading) for heading in _LISTS),
        *(frozenset(form for line in deeds[heading] for form in inflected(line)) for heading in _DEEDS),
    )


@cache
def _learned() -> dict[str, Floats]:
    """The shipped weights. Raises ModelError when the file is missing or damaged."""
    place = files("crosswire") / "models" / "acts" / "leanings.npz"
    try:
        with as_file(place) as path, np.load(path, allow_pickle=False) as data:
            return {key: data[key].astype(np.float32) for key in ("weights", "bias", "least")}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError("acts/leanings.npz", str(error), "the file that comes with crosswire") from error
