"""What was found in each report on its own, kept so that a story that grows is not read again from the beginning.

It is only a cache: rows of another version of crosswire or its models are not used, and those not needed for
longest go.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec
import numpy as np

from crosswire.model import Annotated, Report

#: Annotations kept; one takes half a megabyte where the report is long.
KEPT: Final = 500
#: Vectors hardly shrink; a higher level costs time for nothing.
_LEVEL: Final = 1


def _out(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return [value.dtype.str, list(value.shape), value.tobytes()]
    raise TypeError(f"not to be kept: {type(value).__name__}")


def _in(kind: Any, value: Any) -> Any:
    dtype, shape, data = value
    return np.frombuffer(data, np.dtype(dtype)).reshape(shape)


_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=_out)
_DECODER: Final = msgspec.msgpack.Decoder(Annotated, dec_hook=_in)


def pack(piece: Annotated) -> bytes:
    """Returns an annotated report without its text, small enough to keep."""
    bare = msgspec.structs.replace(piece, report=msgspec.structs.replace(piece.report, text=""))
    return zlib.compress(_ENCODER.encode(bare), _LEVEL)


def unpack(found: bytes, report: Report) -> Annotated | None:
    """Returns what `pack` kept, with the report put back; None where it cannot be read any more."""
    try:
        piece = _DECODER.decode(zlib.decompress(found))
    except (zlib.error, msgspec.DecodeError, ValueError, TypeError):
        return None
    return msgspec.structs.replace(piece, report=report)


def kept(connection: sqlite3.Connection, reports: Iterable[Report], made_by: str) -> dict[str, Annotated]:
    """Returns what is kept of these reports, by their ids."""
    found: dict[str, Annotated] = {}
    for report in reports:
        row = connection.execute(
            "SELECT found FROM annotations WHERE report = ? AND made_by = ?", (report.id, made_by)
        ).fetchone()
        piece = unpack(row["found"], report) if row else None
        if piece is not None:
            found[report.id] = piece
    return found


def keep(connection: sqlite3.Connection, found: Mapping[str, bytes], made_by: str, used: int) -> None:
    """Keeps packed annotations, and lets go of those that were not needed for longest."""
    connection.executemany(
        "INSERT INTO annotations (report, made_by, used, found) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (report) DO UPDATE SET made_by = ?2, used = ?3, found = ?4",
        [(report, made_by, used, packed) for report, packed in found.items()],
    )
    connection.execute(
        "DELETE FROM annotations WHERE report IN "
        "(SELECT report FROM annotations ORDER BY used DESC, report LIMIT -1 OFFSET ?)",
        (KEPT,),
    )


def used(connection: sqlite3.Connection, reports: Iterable[str], state: int) -> None:
    """Notes that a state needed these."""
    connection.executemany("UPDATE annotations SET used = ? WHERE report = ?", [(state, report) for report in reports])
