"""`crosswire group --into FOLDER`: each story as JSON lines that `compare` takes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from crosswire.cli.output import clean, write_file
from crosswire.errors import OutputError
from crosswire.model import Placed, Report


def check_empty(folder: str) -> None:
    """Raises OutputError where FOLDER cannot be made, or holds files already: known before the work begins."""
    try:
        path = Path(folder)
        path.mkdir(parents=True, exist_ok=True)
        if any(path.iterdir()):
            raise OutputError(clean(folder)[:200], "the folder is not empty", "a new folder, an empty one")
    except (OSError, ValueError) as error:
        raise OutputError(clean(folder)[:200], (getattr(error, "strerror", None) or str(error)).lower()) from None


def write_stories(folder: str, reports: Sequence[Report], placed: Sequence[Placed]) -> None:
    """Writes a file a story into FOLDER, "s1.jsonl", one report a line as it was read, in the order given."""
    lines: dict[str, list[str]] = {}
    for report, place in zip(reports, placed, strict=True):
        fields = {name: value for name, value in msgspec.to_builtins(report).items() if value is not None}
        lines.setdefault(place.story, []).append(msgspec.json.encode(fields).decode() + "\n")
    for story, told in lines.items():
        write_file(str(Path(folder) / f"{story}.jsonl"), "".join(told))
