"""web: the desk in the browser. `serve` is all of it; nothing heavy is imported before it is called."""

from __future__ import annotations

from crosswire.web.settings import Settings

__all__ = ["Settings"]
