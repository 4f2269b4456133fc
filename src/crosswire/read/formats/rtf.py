"""RTF: one report a document, by striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.formats.plain import of_text
from crosswire.read.found import Found, Source, whole

LARGEST_RTF = 20_000_000
TITLE = re.compile(rb"{\\title ([^{}\\]{1,300})}")


def read_rtf(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the one report of an RTF document, a blank line between paragraphs."""
    from striprtf.striprtf import rtf_to_text

    data = whole(stream, source, LARGEST_RTF)
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ReadError(source.name, "not an RTF document: it does not begin with {\\rtf")
    text = rtf_to_text(data.decode("latin-1"), errors="replace").encode("utf-8", "replace").decode()
    lines = (" ".join(line.split()) for line in text.replace("\x00", "").split("\n"))
    title = TITLE.search(data[:65536])
    yield of_text("\n\n".join(filter(None, lines)), source, title[1].decode("latin-1").strip() if title else None)
