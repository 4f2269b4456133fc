"""The user's folder for compiled graphs: one folder in it for each model and precision, those no longer used removed.

Beside each graph lies its hash: one that does not fit it, cut short or changed, is removed before it is used and
compiled anew. A graph compiled for another precision, taken for this one, would end the process.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

#: Of other models than the one in use, so many are kept: each takes about 50 MB.
OTHERS: Final = 2
#: Seconds after which the graphs of another model count as no longer used: thirty days.
UNUSED: Final = 30 * 24 * 3600
#: What the name of a graph's hash ends in, and the file by which one process holds back the others.
HASH, LOCK = ".sha256", "lock"
_FOLDER: Final = re.compile(r"model-[0-9a-f]{16}")
_LOOSE: Final = re.compile(r"[0-9]+\.blob")  # compiled graphs lay here before each model had a folder of its own


def compiled_folder(model: Path, precision: str) -> str:
    """Returns the folder for the graphs of `model` compiled for `precision`, and removes those no longer used.

    Of others the two used last are kept, for thirty days after their last use; files that crosswire did not make stay.
    Empty where no such folder can be written.
    """
    try:
        graphs = _base() / "crosswire" / "graphs"
        folder = graphs / f"model-{_mark(model, precision)}"
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            return ""
        os.utime(folder)
        _prune(graphs, folder)
        return str(folder)
    except (OSError, RuntimeError):
        return ""


@contextmanager
def sound(folder: str) -> Iterator[None]:
    """Holds back other processes, and has only graphs in `folder` that fit their hashes; keeps the hashes of new ones.

    Where the system has no such locks nothing is held back: the hashes find what came to harm.
    """
    with _alone(Path(folder)):
        for blob in Path(folder).glob("*.blob"):
            if _kept(blob) != _hash_of(blob):
                _remove(blob)
                _remove(blob.with_suffix(HASH))
        yield
        for blob in Path(folder).glob("*.blob"):
            if not _kept(blob):
                blob.with_suffix(HASH).write_text(_hash_of(blob), encoding="ascii")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with (folder / LOCK).open("w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _hash_of(blob: Path) -> str:
    with blob.open("rb") as graph:
        return hashlib.file_digest(graph, "sha256").hexdigest()


def _kept(blob: Path) -> str:
    try:
        return blob.with_suffix(HASH).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _base() -> Path:
    told = Path(os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "")
    # What is told as a path from here would be another folder each time; the XDG rules say to pass over it.
    return told if told.is_absolute() else Path.home() / ".cache"


def _mark(model: Path, precision: str) -> str:
    """What tells one model's graphs from another's: where its files lie, their sizes and times, and the precision."""
    files = [(str(path.resolve()), path.stat()) for path in sorted(model.glob("*.xml")) + sorted(model.glob("*.bin"))]
    told = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in files]
    return hashlib.sha256(repr((told, precision)).encode()).hexdigest()[:16]


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
            for made in (*folder.glob("*.blob"), *folder.glob(f"*{HASH}"), folder / LOCK):
                _remove(made)
            with suppress(OSError):  # something else lies in it, or another process has just put a graph there
                folder.rmdir()


def _remove(made: Path) -> None:
    with suppress(OSError):  # in use, where the system keeps such a file, or gone already
        made.unlink()
