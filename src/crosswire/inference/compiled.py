"""The user's folder for compiled graphs: one folder in it for each model, those of models no longer used removed."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

#: Of other models than the one in use, so many are kept: each takes about 50 MB.
OTHERS: Final = 2
#: Seconds after which the graphs of another model count as no longer used: thirty days.
UNUSED: Final = 30 * 24 * 3600
_FOLDER: Final = re.compile(r"model-[0-9a-f]{16}")
_LOOSE: Final = re.compile(r"[0-9]+\.blob")  # compiled graphs lay here before each model had a folder of its own


def compiled_folder(model: Path) -> str:
    """Returns the folder for the compiled graphs of `model`, and removes those of models that are no longer used.

    Of others the two used last are kept, for thirty days after their last use; files that crosswire did not make stay.
    Empty where no such folder can be written.
    """
    try:
        graphs = _base() / "crosswire" / "graphs"
        folder = graphs / f"model-{_mark(model)}"
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            return ""
        os.utime(folder)
        _prune(graphs, folder)
        return str(folder)
    except (OSError, RuntimeError):
        return ""


def _base() -> Path:
    told = Path(os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "")
    # What is told as a path from here would be another folder each time; the XDG rules say to pass over it.
    return told if told.is_absolute() else Path.home() / ".cache"


def _mark(model: Path) -> str:
    """What tells one model's files from another's, as OpenVINO tells them: where they lie, their sizes and times."""
    files = [(str(path.resolve()), path.stat()) for path in sorted(model.glob("*.xml")) + sorted(model.glob("*.bin"))]
    told = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in files]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _prune(graphs: Path, used: Path) -> None:
    """Removes compiled graphs beside `used`, whose time is that of this use, and nothing else."""
    with os.scandir(graphs) as entries:
        beside = [e for e in entries if not e.is_symlink() and e.name != used.name]
    for entry in beside:
        if entry.is_file() and _LOOSE.fullmatch(entry.name):
            _remove(Path(entry.path))
    others = [(e.stat().st_mtime, Path(e.path)) for e in beside if e.is_dir() and _FOLDER.fullmatch(e.name)]
    for place, (last, folder) in enumerate(sorted(others, reverse=True)):
        if place >= OTHERS or used.stat().st_mtime - last > UNUSED:
            for blob in folder.glob("*.blob"):
                _remove(blob)
            with suppress(OSError):  # something else lies in it, or another process has just put a graph there
                folder.rmdir()


def _remove(blob: Path) -> None:
    with suppress(OSError):  # in use, where the system keeps such a file, or gone already
        blob.unlink()
