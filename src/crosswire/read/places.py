"""What was given → the single things to read: folders walked, the same file named twice taken once."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from crosswire.model import Report, Struct, Unread
from crosswire.read.found import READ
from crosswire.read.guard import reason
from crosswire.read.kinds import by_ending
from crosswire.read.naming import tidy
from crosswire.read.setaside import EMPTY, why_set_aside
from crosswire.read.sidecar import NAME, Sidecar, sidecar
from crosswire.read.special import kind_of

STANDARD_INPUT = "-"
SHOWN = 5
"""Files named one by one of those that a folder's one note tells of."""

Given = str | os.PathLike[str] | Report


class Input(Struct, frozen=True):
    """Standard input."""


class Address(Struct, frozen=True):
    """An http(s) address."""

    url: str


class File(Struct, frozen=True):
    """A file, by the name the user knows it by. `named`: the user named it, and did not only name its folder."""

    path: Path
    named: bool
    told: Mapping[str, str] = {}

    @property
    def name(self) -> str:
        """The path on one line, fit for a message."""
        return tidy(str(self.path))


Place = Report | Unread | Input | Address | File


def places(given: Iterable[Given]) -> Iterator[Place]:
    """Gives each single thing to read, in the order given, folders in the order of their names; each thing once."""
    seen: set[object] = set()
    tables: dict[Path, Sidecar | None] = {}
    for one in given:
        for place in _of(one, tables):
            mark = _mark(place)
            if mark not in seen:
                seen.add(mark)
                yield place


def _mark(place: Place) -> object:
    """What two namings of the same thing have in common."""
    if not isinstance(place, File):
        return place
    try:
        return os.path.realpath(place.path)
    except OSError:  # the current folder is gone
        return str(place.path)


def _of(given: Given, tables: dict[Path, Sidecar | None]) -> Iterator[Place]:
    if isinstance(given, Report):
        yield given
    elif isinstance(given, str) and given.lower().startswith(("http://", "https://")):
        yield Address(url=given)
    elif given == STANDARD_INPUT:
        yield Input()
    else:
        yield from _path(given, tables)


def _path(given: object, tables: dict[Path, Sidecar | None]) -> Iterator[Place]:
    try:
        told = os.fspath(given)  # type: ignore[call-overload]
        path = Path(told)
    except Exception:
        yield Unread(name=tidy(repr(given))[:80], why="neither a path, an address nor a Report")
        return
    if not told:
        yield Unread(name='""', why='an empty path; allowed: a path, "." for the current folder')
        return
    try:
        folder = path.is_dir()
    except (OSError, ValueError):
        folder = False
    if "\0" in str(path):
        yield Unread(name=tidy(str(path)), why="not a path: there is a zero byte in it")
    elif folder:
        yield from _folder(path, tables)
    else:
        yield from _file(path, tables, named=True)


def _file(path: Path, tables: dict[Path, Sidecar | None], *, named: bool) -> Iterator[Place]:
    """Gives one file with what the table of its folder tells of it, or that of a folder above."""
    if path.parent not in tables:
        tables[path.parent] = sidecar(path.parent)
    table = tables[path.parent]
    if table is not None and path.name == NAME:
        yield from table.unread
        return
    told = table.told.get(path.name) if table else None
    for folder in path.parents:
        if told is None and (above := tables.get(folder)) is not None:
            told = above.told.get(path.relative_to(folder).as_posix())
    yield File(path=path, named=named, told=told or {})


def _folder(folder: Path, tables: dict[Path, Sidecar | None]) -> Iterator[Place]:
    failed: list[OSError] = []
    aside: dict[str, list[str]] = defaultdict(list)
    found = False
    tables[folder] = sidecar(folder)
    for at, folders, names in os.walk(folder, onerror=failed.append):
        for name in list(folders):
            path = Path(at, name)
            if name.startswith(".") or path.is_symlink():
                folders.remove(name)
                why = "a link to a folder is not followed" if path.is_symlink() else "hidden"
                aside[why].append(str(path.relative_to(folder)))
        folders.sort()
        for name in sorted(names):
            path = Path(at, name)
            if (why_not := _why_not(path, path.relative_to(folder))) is not None:
                aside[why_not].append(str(path.relative_to(folder)))
                continue
            found = True
            yield from _file(path, tables, named=False)
    yield from _notes(folder, aside)
    for error in failed:
        yield Unread(name=tidy(str(error.filename or folder)), why=reason(error))
    if not found and not failed:
        what = "only what is set aside" if aside else "an empty folder"
        yield Unread(name=tidy(str(folder)), why=f"nothing to read in it: {what}; allowed: {READ}")


def _why_not(path: Path, inside: Path) -> str | None:
    """Says why a file of a folder is set aside; None when it is read, also where looking at it fails: reading tells."""
    try:
        kind, size = kind_of(path), path.stat().st_size
    except OSError:
        return why_set_aside(inside, by_ending(path.name) is not None, 1)
    if kind:
        return f"{kind}, not a file"
    why = why_set_aside(inside, by_ending(path.name) is not None, size)
    return None if why == EMPTY else why  # reading names it, at its place among the others


def _notes(folder: Path, aside: dict[str, list[str]]) -> Iterator[Unread]:
    """Gives one note for all files of a folder that are set aside for one reason; one file alone is named itself."""
    for why, names in aside.items():
        if len(names) == 1:
            yield Unread(name=tidy(str(folder / names[0])), why=why, kind="aside")
            continue
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield Unread(
            name=tidy(str(folder)),
            why=f"{len(names)} set aside: {why}: {', '.join(map(tidy, names[:SHOWN]))}{more}",
            kind="aside",
        )
