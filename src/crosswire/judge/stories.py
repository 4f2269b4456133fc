"""What is compared over the whole story rather than between aligned clauses: one person's name, age and home; tolls; states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosswire.model import Annotated, Point


def story_points(points: list[Point], pieces: Sequence[Annotated], origin_of: Mapping[str, str]) -> list[Point]:
    """Returns `points` with the differences of story-level slots added: to the point that tells them, or as points of their own."""
    return points
