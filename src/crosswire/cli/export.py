"""`crosswire export`: a story, or all of a desk, for other programs."""

from __future__ import annotations

import argparse

from crosswire.cli.output import check_writable, complain, put, put_bytes, write_file
from crosswire.errors import ArgumentError
from crosswire.export.kinds import KINDS


def export(told: argparse.Namespace, form: str) -> None:
    """Writes a story, or all of a desk; what it leaves out is told on standard error."""
    from crosswire.store import Desk
    from crosswire.store.interchange import packed

    if told.texts and told.kind != "crate":
        raise ArgumentError("--texts", f"--as {told.kind} does not take it", "--as crate")
    with Desk(told.desk) as desk:
        parcel, left_out = packed(desk, told.kind, told.story, texts=told.texts)
    for item in left_out:
        complain(f"left out: {item.name}: {item.why}")
    _out(KINDS[told.kind].write(parcel), told.output)


def _out(written: str | bytes, output: str | None) -> None:
    if output is not None and output != "-":
        check_writable(output)
        write_file(output, written)
    elif isinstance(written, bytes):
        put_bytes(written)
    else:
        put(written)
