"""The hashes that a WACZ archive tells of its own files, and where the files are not as they say.

Source: the WACZ specification 1.1.1, "datapackage.json" and "datapackage-digest.json".
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Protocol

import msgspec

from crosswire.model import Struct

PACKAGE: Final = "datapackage.json"
DIGEST: Final = "datapackage-digest.json"
KNOWN: Final = ("sha256", "md5")
"""How hashes are made: the second in archives of before 1.0."""


class Resource(Struct, frozen=True):
    """A file as the archive tells it: its path, its hash with how it is made ("sha256:..."), its size in bytes."""

    path: str
    hash: str = ""
    bytes: int | None = None


class _Package(Struct, frozen=True):
    resources: tuple[Resource, ...] = ()


class Measured(Struct, frozen=True):
    """A file as it is: its hash in hexadecimal, and its size in bytes."""

    hash: str
    bytes: int


class Hashes(Struct, frozen=True):
    """What was found: the files that are as their hash tells, path → hash; and (path, what is wrong) for the others."""

    right: dict[str, str] = msgspec.field(default_factory=dict)
    wrong: tuple[tuple[str, str], ...] = ()


class Hasher(Protocol):
    """What `hashlib.new` gives."""

    def update(self, data: bytes, /) -> None:
        """Takes more bytes."""

    def hexdigest(self) -> str:
        """Returns the hash of all bytes taken."""


def hasher(kind: str) -> Hasher:
    """Returns what makes a hash of a known kind; for telling change, not for keeping anybody out."""
    return hashlib.new(kind, usedforsecurity=False)


def hashes(
    package: bytes, digest: bytes | None, wanted: Iterable[str], measure: Callable[[str, str], Measured | None]
) -> Hashes:
    """Returns which files of an archive are as it tells, and which are not.

    Args:
        package: the archive's `datapackage.json`.
        digest: its `datapackage-digest.json`, where it has one.
        wanted: the paths of files that should have a hash.
        measure: gives a file's hash and size, by its path and the kind of hash; None where there is no such file.
    """
    try:
        resources = msgspec.json.decode(package, type=_Package).resources
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return Hashes(wrong=((PACKAGE, f"no list of files that can be read: {str(error)[:100]}"),))
    paths = {resource.path for resource in resources}
    unlisted = [Resource(path=path) for path in wanted if path not in paths]
    told = [*_of_package(digest), *resources, *unlisted]
    right: dict[str, str] = {}
    wrong: list[tuple[str, str]] = []
    for resource in told:
        kind = resource.hash.partition(":")[0].lower()
        why = _amiss(resource, kind, measure)
        if why is None:
            right[resource.path] = resource.hash
        else:
            wrong.append((resource.path, why))
    return Hashes(right=right, wrong=tuple(wrong))


def _of_package(digest: bytes | None) -> Iterator[Resource]:
    """Gives the list itself as a file with its hash, where the archive tells one."""
    if digest is None:
        return
    try:
        yield msgspec.json.decode(digest, type=Resource)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        yield Resource(path=DIGEST)


def _amiss(resource: Resource, kind: str, measure: Callable[[str, str], Measured | None]) -> str | None:
    """Returns what is wrong with a file; None for one that is as told."""
    if kind not in KNOWN:
        return f"no hash that can be checked is told of it (known: {', '.join(KNOWN)})"
    found = measure(resource.path, kind)
    if found is None:
        return "it is on the list and not in the archive"
    if resource.bytes is not None and found.bytes != resource.bytes:
        return f"{found.bytes} bytes, where {PACKAGE} tells {resource.bytes}"
    if found.hash != resource.hash.partition(":")[2].lower():
        return f"its {kind} is not the one told: its bytes were changed since the archive was made"
    return None
