"""XML → a tree, by lxml: nothing outside the file is read, no entity of its own is expanded."""

from __future__ import annotations

from typing import Any

from crosswire.errors import ReadError
from crosswire.read.found import Source


def parsed(data: bytes, source: Source) -> Any:
    """Returns the root of an XML document.

    Raises:
        ReadError: it is not well-formed, or nested deeper than 256 elements.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(source.name, f"damaged XML: {str(error)[:120]}") from None
