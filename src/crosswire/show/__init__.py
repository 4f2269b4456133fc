"""show: the ledger → terminal, one-file page, JSON, Markdown, CSV."""

from __future__ import annotations

from crosswire.model import Story

__all__ = ["notebook"]


def notebook(story: Story) -> str:
    """Returns the page in a frame of its own, for a notebook."""
    return ""
