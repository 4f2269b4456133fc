"""Reports → the story of each, its title, and why it stands there: the likest report and the rarest words of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from crosswire.group.likeness import Floats
from crosswire.group.stories import told_stories
from crosswire.group.terms import spelled, title_of
from crosswire.model import Report, Why

#: Words told of a pair.
TOLD: Final = 5


class InStory(NamedTuple):
    """The story of a report, its title, and why it stands there; None where it is alone."""

    story: str
    title: str | None
    why: Why | None


def place_stories(reports: Sequence[Report]) -> tuple[InStory, ...]:
    """Returns the story of each report, in the order given, as `find_stories` does, and why."""
    told = told_stories(reports)
    found = []
    for report, story, nearest in zip(reports, told.stories, told.nearest, strict=True):
        why = None
        if nearest is not None:
            other = reports[nearest[0]]
            why = Why(nearest=other.id, likeness=round(nearest[1], 2), shared=_shared(report, other, told.rare))
        found.append(InStory(story, title_of(report), why))
    return tuple(found)


def _shared(one: Report, other: Report, rare: Floats) -> tuple[str, ...]:
    """Returns the rarest words, names and numbers that two reports both tell, as the first spells them."""
    mine, theirs = spelled(one), spelled(other)
    both = sorted(mine.keys() & theirs.keys(), key=lambda term: (-float(rare[term]), mine[term]))
    return tuple(mine[term] for term in both[:TOLD])
