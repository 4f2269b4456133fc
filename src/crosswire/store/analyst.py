"""What a desk asks the pipeline for: reading a report on its own, comparing a story, grouping candidates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final, Protocol

from crosswire.model import Annotated, Report, Story

Tell = Callable[[str, float], None]
"""Is told which step goes on, and the share of it that is done, in [0, 1]; 0 where it cannot be counted."""

#: The folders that decide what is found in a report on its own.
_DECIDE: Final = ("models", "annotate", "clean", "language", "values", "inference")


class Analyst(Protocol):
    """Whoever reads, compares and groups; `made_by` changes whenever `read` may find something else."""

    @property
    def made_by(self) -> str:
        """The version of what reads."""
        ...

    def read(self, reports: Sequence[Report], tell: Tell) -> tuple[Annotated, ...]:
        """Returns what is found in each report on its own, in the order given."""
        ...

    def compare(self, pieces: Sequence[Annotated], tell: Tell) -> Story:
        """Returns the ledger of one story."""
        ...

    def group(self, reports: Sequence[Report]) -> tuple[str, ...]:
        """Returns the story of each report in the order given: equal labels, one event."""
        ...


class Crosswire:
    """The pipeline itself; nothing of it is loaded before it is asked."""

    @property
    def made_by(self) -> str:
        """The hash of the models and of the code that reads."""
        return _made_by()

    def read(self, reports: Sequence[Report], tell: Tell) -> tuple[Annotated, ...]:
        """Reads each report on its own."""
        from crosswire.pipeline import read_closely

        return read_closely(reports, tell)

    def compare(self, pieces: Sequence[Annotated], tell: Tell) -> Story:
        """Compares the reports of one story."""
        from crosswire.pipeline import compare_pieces

        return compare_pieces(pieces, (), tell)

    def group(self, reports: Sequence[Report]) -> tuple[str, ...]:
        """Groups reports by event."""
        from crosswire.group import find_stories

        return find_stories(reports)


@lru_cache(maxsize=1)
def _made_by() -> str:
    top = Path(__file__).parents[1]
    total = sha256()
    for folder in _DECIDE:
        for path in sorted(p for p in (top / folder).rglob("*") if p.is_file() and p.suffix != ".pyc"):
            total.update(path.relative_to(top).as_posix().encode() + b"\0")
            total.update(sha256(path.read_bytes()).digest())
    return f"crosswire {total.hexdigest()[:16]}"
