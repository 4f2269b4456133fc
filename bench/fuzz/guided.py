"""Inputs found by what they reach in the code of `read`: `python -m bench.fuzz.guided CORPUS -max_total_time=600`.

Run by hand; needs atheris, which nothing else does. The first byte chooses the format, the rest is the file.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["crosswire.read"], enable_loader_override=False):
    from crosswire.read import gather

from bench.fuzz.builders import FORMATS

NAMES = sorted(FORMATS)
FOLDER = Path(tempfile.mkdtemp())


def read(data: bytes) -> None:
    """Reads one input; a fault that nobody foresaw, and an input that is neither read nor named, end the run."""
    path = FOLDER / NAMES[data[0] % len(NAMES) if data else 0]
    path.write_bytes(data[1:])
    reports, unread = gather([path])
    assert reports or unread
    for report in reports:
        report.to_json()
    assert not any("could not be understood" in note.why for note in unread), unread


def seeds(corpus: Path) -> None:
    """Writes each format as a first input."""
    corpus.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(NAMES):
        (corpus / name).write_bytes(bytes([number]) + FORMATS[name]())


if __name__ == "__main__":
    seeds(Path(sys.argv[1]))
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
