"""quotes: the quotations of a draft held against reports: exact, trimmed, altered, another speaker, not found."""

from __future__ import annotations

from crosswire.quotes.check import check
from crosswire.quotes.sources import asked_of, sources_of_pieces, sources_of_story

__all__ = ["asked_of", "check", "sources_of_pieces", "sources_of_story"]
