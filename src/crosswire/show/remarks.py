"""What people say of lines of a ledger, in the words that every view shows them by."""

from __future__ import annotations

from typing import Literal

from crosswire.model import Struct


class RemarkedWords(Struct, frozen=True):
    """Words that a remark stands on; `exact` is None once their report is forgotten."""

    report: str
    start: int
    end: int
    exact: str | None


class Remark(Struct, frozen=True):
    """A person's mark on a line of a ledger, with its note.

    `item` is the line ("p3", "p3:number", "q2", a statement's id); None where the mark fits no line any more. `at` is
    ISO 8601 in UTC.
    """

    id: int
    story: str
    item: str | None
    kind: Literal["point", "difference", "statement", "quote"]
    slot: str | None
    verdict: Literal["right", "wrong", "open"]
    note: str | None
    by: str
    at: str
    evidence: tuple[RemarkedWords, ...]

    def __str__(self) -> str:
        """Returns the remark on one line: what it stands on, the verdict, who, when, and the note."""
        where = self.item or "fits no line any more"
        return f"{where}: {self.verdict}, {self.by}, {self.at}" + (f": {self.note}" if self.note else "")
