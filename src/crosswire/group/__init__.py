"""group: reports → origins (copies joined) and stories (reports of one event)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosswire.group.origins import find_origins
from crosswire.group.reliance import find_reliance
from crosswire.model import Report

if TYPE_CHECKING:
    from crosswire.group.parting import Parting
    from crosswire.group.placing import InStory

__all__ = ["find_origins", "find_reliance", "find_stories", "part_stories", "place_stories"]


def find_stories(reports: Sequence[Report]) -> tuple[str, ...]:
    """Returns the story of each report, in the order given: equal labels, one event (see `group.stories`)."""
    from crosswire.group import stories  # scipy's tables take 0.2 s to import, and one story needs none

    return stories.find_stories(reports)


def place_stories(reports: Sequence[Report]) -> tuple[InStory, ...]:
    """Returns the story of each report with its title and why it stands there (see `group.placing`)."""
    from crosswire.group import placing

    return placing.place_stories(reports)


def part_stories(reports: Sequence[Report]) -> Parting:
    """Returns the stories of reports that were given as one (see `group.parting`)."""
    from crosswire.group import parting

    return parting.part_stories(reports)
