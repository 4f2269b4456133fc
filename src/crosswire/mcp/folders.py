"""The folders a server was given: nothing outside them is read, and no address is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from crosswire.errors import ArgumentError, NothingReadError
from crosswire.model import Report, Unread
from crosswire.read import Read
from crosswire.read.naming import Ids, wanted_ids
from crosswire.read.places import File, places
from crosswire.read.reading import Asked, read_place

#: Reports that one call compares at most.
MOST_REPORTS: Final = 60


class Folders:
    """The folders whose files may be read."""

    def __init__(self, folders: Sequence[str]) -> None:
        """Takes the folders; a link among their parents is followed once, here.

        Raises:
            ArgumentError: one is no folder.
        """
        for folder in folders:
            if not Path(folder).is_dir():
                raise ArgumentError(folder, "it is not a folder", "a folder that exists")
        self.roots = tuple(Path(folder).resolve() for folder in folders)

    def read(self, paths: Sequence[str]) -> tuple[tuple[Report, ...], tuple[Unread, ...]]:
        """Returns the reports at these paths, and what could not be read with its reason.

        Raises:
            ArgumentError: a path is not in the folders, or there are too many reports.
            NothingReadError: no report was read.
        """
        found = list(places([self._inside(path) for path in paths]))
        wanted = wanted_ids(place.path for place in found if isinstance(place, File))
        ids, asked = Ids(), Asked()
        reports: list[Report] = []
        unread: list[Unread] = []
        for place in found:
            if isinstance(place, File) and not self._holds(place.path):
                unread.append(Unread(name=place.name, why=self._outside()))
                continue
            # As if named with its folder only: a list of addresses is then named and not fetched.
            quiet = msgspec.structs.replace(place, named=False) if isinstance(place, File) else place
            for item in read_place(quiet, wanted, ids, asked):
                if isinstance(item, Read):
                    reports.append(item.report)
                else:
                    unread.append(item)
                if len(reports) > MOST_REPORTS:
                    raise ArgumentError("paths", f"they hold more than {MOST_REPORTS} reports", "fewer files")
        if not reports:
            raise NothingReadError("paths", "; ".join(f"{item.name}: {item.why}" for item in unread[:5]) or "empty")
        return tuple(reports), tuple(unread)

    def _inside(self, told: str) -> Path:
        if "\0" in told or len(told) > 4096:
            raise ArgumentError(told[:80], "it is not a path", self._allowed())
        if told.lower().startswith(("http://", "https://")) or told == "-":
            raise ArgumentError(told[:80], "this server fetches nothing and reads no standard input", self._allowed())
        for root in self.roots:
            path = root / told
            try:
                if path.resolve().is_relative_to(root) and path.exists():
                    return path
            except (OSError, ValueError):  # too long for a path, or half a character in it
                continue
        raise ArgumentError(told[:200], self._outside(), self._allowed())

    def _holds(self, path: Path) -> bool:
        return any(path.resolve().is_relative_to(root) for root in self.roots)

    def _outside(self) -> str:
        return "there is no such file in the folders that this server was given"

    def _allowed(self) -> str:
        return ", ".join(map(str, self.roots)) or "none: the server was started without --folder"
