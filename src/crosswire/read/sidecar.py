"""reports.csv: a table in a folder that tells of its files what they do not tell themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Struct, Unread
from crosswire.read.decoding import decode
from crosswire.read.fields import known
from crosswire.read.formats.table import table_rows
from crosswire.read.found import Found
from crosswire.read.naming import tidy
from crosswire.read.published import published_iso

NAME = "reports.csv"
LARGEST = 20_000_000
TELLS = ("title", "outlet", "published", "url", "language")


class Sidecar(Struct, frozen=True):
    """What a table tells of the files beside it: file name → word → value; and what in it is no use."""

    told: dict[str, dict[str, str]]
    unread: tuple[Unread, ...]


def sidecar(folder: Path) -> Sidecar | None:
    """Returns what the `reports.csv` of a folder tells; None when there is none, or it is a table of reports itself."""
    path = folder / NAME
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        rows = table_rows(decode(path.read_bytes(), NAME))
    except (OSError, ValueError, ReadError):
        return None
    _, columns = next(rows, (0, []))
    names = known(columns, {})
    file = next((name for name in columns if name.strip().lower() in ("file", "filename", "path")), None)
    if file is None or "text" in names:
        return None
    told: dict[str, dict[str, str]] = {}
    unread: list[Unread] = []
    for number, cells in rows:
        row = dict(zip(columns, cells, strict=False))
        of = row[file].strip()
        if not of or not _is_there(folder, of):
            unread.append(Unread(name=tidy(str(path)), why=f"line {number}: no such file: {tidy(of) or 'none named'}"))
            continue
        told[of] = {
            word: row[name].strip() for word, name in names.items() if word in TELLS and row.get(name, "").strip()
        }
    return Sidecar(told=told, unread=(*unread, *_wrong_days(told, path)))


def _is_there(folder: Path, name: str) -> bool:
    try:
        return (folder / name).exists()
    except (OSError, ValueError):
        return False


def _wrong_days(told: dict[str, dict[str, str]], path: Path) -> Iterator[Unread]:
    """Takes out the days that are none, and names them."""
    for file, words in told.items():
        if "published" in words:
            day = published_iso(words["published"])
            if day is None:
                why = f"{tidy(file)}: published is not a date: {words.pop('published')[:80]!r}"
                yield Unread(name=tidy(str(path)), why=why)
            else:
                words["published"] = day


def completed(found: Found, told: Mapping[str, str]) -> Found:
    """Returns a report with what the table tells of its file, which goes before what the file tells."""
    report = msgspec.structs.replace(found.report, **told)
    where = {word: NAME for word in ("title", "outlet", "published") if word in told}
    return msgspec.structs.replace(found, report=report, whence=msgspec.structs.replace(found.whence, **where))
