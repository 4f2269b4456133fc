"""What was given → the single things to read: folders walked, the same file named twice taken once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from crosswire.model import Report, Struct, Unread
from crosswire.read.found import READ
from crosswire.read.kinds import by_ending
from crosswire.read.naming import tidy

STANDARD_INPUT = "-"
Given = str | os.PathLike[str] | Report


class Input(Struct, frozen=True):
    """Standard input."""


class Address(Struct, frozen=True):
    """An http(s) address."""

    url: str


class File(Struct, frozen=True):
    """A file, by the name the user knows it by."""

    path: Path

    @property
    def name(self) -> str:
        """The path on one line, fit for a message."""
        return tidy(str(self.path))


Place = Report | Unread | Input | Address | File


def places(given: Iterable[Given]) -> Iterator[Place]:
    """Gives each single thing to read, in the order given, folders in the order of their names; each thing once."""
    seen: set[object] = set()
    for one in given:
        for place in _of(one):
            mark = _mark(place)
            if mark not in seen:
                seen.add(mark)
                yield place


def _mark(place: Place) -> object:
    """What two namings of the same thing have in common."""
    return os.path.realpath(place.path) if isinstance(place, File) else place


def _of(given: Given) -> Iterator[Place]:
    if isinstance(given, Report):
        yield given
    elif isinstance(given, str) and given.lower().startswith(("http://", "https://")):
        yield Address(url=given)
    elif given == STANDARD_INPUT:
        yield Input()
    elif isinstance(given, str | os.PathLike):
        yield from _path(Path(given))
    else:
        yield Unread(name=tidy(repr(given))[:80], why="neither a path, an address nor a Report")


def _path(path: Path) -> Iterator[Place]:
    try:
        folder = path.is_dir()
    except OSError:
        folder = False
    if "\0" in str(path):
        yield Unread(name=tidy(str(path)), why="not a path: there is a zero byte in it")
    elif folder:
        yield from _folder(path)
    else:
        yield File(path=path)


def _folder(folder: Path) -> Iterator[Place]:
    failed: list[OSError] = []
    passed_over: Counter[str] = Counter()
    found = False
    for at, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(n for n in names if not n.startswith(".")):
            if by_ending(name) is None:
                passed_over[Path(name).suffix.lower() or "no ending"] += 1
                continue
            found = True
            yield File(path=Path(at, name))
    for error in failed:
        yield Unread(name=tidy(str(error.filename or folder)), why=reason(error))
    if not found and not failed:
        others = ", ".join(tidy(e) for e, _ in passed_over.most_common(5))
        what = f"only other files ({others})" if others else "an empty folder"
        yield Unread(name=tidy(str(folder)), why=f"nothing to read in it: {what}; allowed: {READ}")


def reason(error: OSError) -> str:
    """Returns why the system refused, in plain words."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or str(error) or type(error).__name__).lower()
