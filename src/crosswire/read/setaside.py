"""Files that lie among reports and are none: notes, pictures, programs, hidden files, each with its reason."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path, PurePath
from typing import Final

EMPTY: Final = "empty file"


def why_set_aside(path: PurePath, read: bool, size: int) -> str | None:
    """Says why a file found in a folder or an archive is no report; None for one that may be.

    Args:
        path: its path, as it is called there.
        read: whether its ending is one that is read.
        size: its size in bytes.
    """
    if any(part.startswith(".") and part not in (".", "..") for part in path.parts) or "__MACOSX" in path.parts:
        return "hidden"
    ending = path.suffix.lower()
    kinds = {each: kind for kind, endings in _told().items() if kind != "notes" for each in endings}
    if ending in kinds:
        return f"{kinds[ending]}, no report"
    if ending in ("", ".txt", ".md") and path.stem.lower() in _told()["notes"]:
        return "a note about the files, no report"
    if not read:
        return f"its ending {ending} is not read" if ending else "a file without an ending"
    return EMPTY if size == 0 else None


@cache
def _told() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads((Path(__file__).parent / "data" / "set_aside.json").read_text("utf-8"))
    return found
