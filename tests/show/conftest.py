"""Pages of the one-file kind, opened in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Opened = Callable[..., Any]


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Opened]:
    """Opens HTML as a file, as from a mail; `told` on the page lists requests, dialogs and errors it made."""
    contexts = []

    def open_page(html: str, width: int = 1400, height: int = 900, scheme: str = "light", script: bool = True) -> Any:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=script
        )
        contexts.append(context)
        page = context.new_page()
        page.told = []
        page.on("request", lambda request: page.told.append(f"request {request.url}"))
        page.on("dialog", lambda dialog: (page.told.append("dialog"), dialog.dismiss()))
        page.on("pageerror", lambda error: page.told.append(f"error {error}"))
        page.on("console", lambda message: page.told.append(f"console {message.text}"))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
