"""Ids: a file's stem where that is enough, with its folder in front where two share it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = ".gz"
LONGEST = 120


def tidy(name: str) -> str:
    """Returns `name` on one line, without control characters and without what UTF-8 cannot write."""
    kept = "".join(c if c.isprintable() else " " for c in name.encode("utf-8", "replace").decode())
    return " ".join(kept.split())


def stem(path: Path) -> str:
    """Returns the file's name without its ending, `.jsonl.gz` counting as one ending."""
    bare = path.with_suffix("") if path.suffix.lower() == COMPRESSED else path
    return tidy(bare.stem) or "report"


def wanted_ids(paths: Iterable[Path]) -> dict[Path, str]:
    """Returns an id for each path: its stem, and as many folders in front as make it differ from the others.

    Two files of one folder that share a stem keep their endings: "a.txt", "a.html".
    """
    sharing: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        sharing[stem(path)].append(path)
    ids: dict[Path, str] = {}
    for name, same in sharing.items():
        ids |= {same[0]: name} if len(same) == 1 else _told_apart(same)
    return ids


def _told_apart(paths: list[Path]) -> dict[Path, str]:
    full = {path: _absolute(path) for path in paths}
    folders = Counter(path.parent for path in full.values())
    last = {path: path.name if folders[full[path].parent] > 1 else stem(path) for path in paths}
    names: list[str] = []
    for depth in range(1, max(len(path.parts) for path in full.values()) + 1):
        names = [tidy("/".join([*full[path].parts[-depth:-1], last[path]])) for path in paths]
        if len(set(names)) == len(names):
            break
    return dict(zip(paths, names, strict=True))


def _absolute(path: Path) -> Path:
    try:
        return path.absolute()
    except OSError:  # the current folder is gone
        return path


def id_of_address(url: str) -> str:
    """Returns a short id for an address: the last part of its path without its ending, or its host."""
    try:
        told = urlsplit(url)
    except ValueError:
        return tidy(url)[:LONGEST] or "report"
    last = unquote(told.path.rstrip("/").rpartition("/")[2])
    name = tidy(Path(last).stem if Path(last).suffix.lower() in (".html", ".htm", ".txt", ".php") else last)
    return (name or tidy(told.hostname or "") or "report")[:LONGEST]


class Ids:
    """The ids given so far in one run: no two reports get the same."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def take(self, wanted: str, prefix: str) -> str:
        """Returns `wanted` if it is free, else with `prefix` in front, else with a number behind as well."""
        name, prefix = tidy(wanted) or "report", tidy(prefix) or "report"
        for candidate in (name, f"{prefix}/{name}"):
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        number = self._next.get(candidate, 2)
        while not (taken := self.take_if_free(f"{candidate}-{number}")):
            number += 1
        self._next[candidate] = number + 1
        return taken

    def take_if_free(self, name: str) -> str | None:
        """Returns `name` and takes it; None when it is taken already."""
        if name in self._taken:
            return None
        self._taken.add(name)
        return name
