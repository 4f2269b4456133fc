"""show: the ledger → terminal, one-file page, JSON, Markdown, CSV. The JSON is `Story.to_json`."""

from __future__ import annotations

from crosswire.show.markdown import markdown
from crosswire.show.page import notebook, page
from crosswire.show.table import table
from crosswire.show.terminal import terminal

__all__ = ["markdown", "notebook", "page", "table", "terminal"]
