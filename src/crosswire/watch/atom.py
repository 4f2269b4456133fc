"""Notices as an Atom feed, in a file that is the old one or the whole new one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from crosswire.watch.opml import written
from crosswire.watch.types import Notice, stamp

_SPACE: Final = "http://www.w3.org/2005/Atom"


def atom(notices: Sequence[Notice], now: datetime) -> str:
    """Returns notices as an Atom feed.

    Args:
        notices: newest first.
        now: when it is written.
    """
    root = Element("feed", xmlns=_SPACE)
    SubElement(root, "title").text = "What changed: crosswire"
    SubElement(root, "id").text = "urn:crosswire:notices"
    SubElement(root, "updated").text = notices[0].at if notices else stamp(now)
    SubElement(SubElement(root, "author"), "name").text = "crosswire"
    for notice in notices:
        entry = SubElement(root, "entry")
        SubElement(entry, "id").text = f"urn:sha256:{sha256(f'{notice.rule} {notice.key}'.encode()).hexdigest()}"
        SubElement(entry, "title").text = written(line(notice))
        SubElement(entry, "updated").text = notice.at
        SubElement(entry, "content", type="text").text = written(notice.words or notice.why)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def line(notice: Notice) -> str:
    """Returns a notice on one line: where, old and new, and why."""
    where = " ".join(part for part in (notice.story, notice.slot) if part)
    change = " -> ".join(part for part in (notice.old, notice.new or "no longer told") if part)
    return " ".join(f"{where + ': ' if where else ''}{change} ({notice.why})".split())


def replace_file(target: Path, text: str) -> None:
    """Writes a file whole or not at all. Raises OSError where it cannot be written."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o644)
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
