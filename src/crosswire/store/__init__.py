"""store: reports kept, stories followed as they grow, nothing lost: one SQLite file. `Desk` is all of it."""

from __future__ import annotations

from crosswire.store.analyst import Analyst
from crosswire.store.browsed import FollowedLine, OpenDifference, Pulse, ShelfFilter, Shelved
from crosswire.store.desk import Desk
from crosswire.store.types import (
    Added,
    Change,
    Checked,
    Decision,
    Edit,
    Fault,
    Found,
    Hit,
    LogLine,
    Mark,
    MarkedWords,
    SavedSearch,
    State,
    Stored,
    StoredReport,
    StorySummary,
    Telling,
    Version,
)

__all__ = [
    "Added",
    "Analyst",
    "Change",
    "Checked",
    "Decision",
    "Desk",
    "Edit",
    "Fault",
    "FollowedLine",
    "Found",
    "Hit",
    "LogLine",
    "Mark",
    "MarkedWords",
    "OpenDifference",
    "Pulse",
    "SavedSearch",
    "ShelfFilter",
    "Shelved",
    "State",
    "Stored",
    "StoredReport",
    "StorySummary",
    "Telling",
    "Version",
]
