"""Lists as Atom feeds, at the address of the list."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from starlette.responses import Response

from crosswire.model import Struct
from crosswire.show.visible import one_line


class Entry(Struct, frozen=True):
    """One line of a list: `key` is what makes it another entry, `path` where it stands in the desk."""

    key: str
    title: str
    at: str
    words: str
    path: str


def atom(title: str, path: str, entries: Sequence[Entry]) -> Response:
    """Returns a list as an Atom feed; its links are relative to where it was read."""
    root = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    SubElement(root, "title").text = one_line(f"crosswire: {title}")
    SubElement(root, "id").text = f"urn:sha256:{sha256(path.encode()).hexdigest()}"
    SubElement(root, "updated").text = max((entry.at for entry in entries), default="1970-01-01T00:00:00Z")
    SubElement(root, "link", rel="self", href=path)
    SubElement(SubElement(root, "author"), "name").text = "crosswire"
    for entry in entries:
        made = SubElement(root, "entry")
        SubElement(made, "id").text = f"urn:sha256:{sha256(entry.key.encode('utf-8', 'replace')).hexdigest()}"
        SubElement(made, "title").text = one_line(entry.title)
        SubElement(made, "updated").text = entry.at
        SubElement(made, "link", href=entry.path)
        SubElement(made, "content", type="text").text = one_line(entry.words)
    indent(root)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
    return Response(text, media_type="application/atom+xml")
