"""The acts of a story: the same act of the same actor, told in one report or several, is one."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model import Annotated, StoryAct


def acts(pieces: Sequence[Annotated]) -> tuple[StoryAct, ...]:
    """Returns the acts of a story in order of their first telling."""
    return ()
